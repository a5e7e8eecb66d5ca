#include "pipeline/translate/profile/pointer.h"

#include <stdlib.h>
#include <string.h>

bool sulih_pointer_valid(const char *pointer)
{
	if (*pointer != '\0' && *pointer != '/')
		return false;
	for (; *pointer; pointer++)
		if (*pointer == '~' && pointer[1] != '0' && pointer[1] != '1')
			return false;
	return true;
}

/* "0", or digits without a leading zero; "-" means "behind the end" and never resolves. */
static json_t *element(json_t *array, const char *token, size_t length)
{
	size_t index = 0;

	if (length == 0 || length > 9 || (length > 1 && token[0] == '0'))
		return NULL;
	for (size_t i = 0; i < length; i++) {
		if (token[i] < '0' || token[i] > '9')
			return NULL;
		index = index * 10 + (size_t)(token[i] - '0');
	}
	return json_array_get(array, index);
}

/* "~1" is "/" and "~0" is "~"; one pass decodes them in the right order. */
static json_t *member(json_t *object, const char *token, size_t length)
{
	char room[128];
	size_t used = 0;
	char *key = length < sizeof(room) ? room : malloc(length + 1);
	json_t *found;

	if (key == NULL)
		return NULL;
	for (size_t i = 0; i < length; i++) {
		if (token[i] == '~') {
			i++;
			key[used++] = i < length && token[i] == '1' ? '/' : '~';
		} else {
			key[used++] = token[i];
		}
	}
	key[used] = '\0';
	found = json_object_get(object, key);
	if (key != room)
		free(key);
	return found;
}

json_t *sulih_pointer_get(json_t *value, const char *pointer)
{
	if (!sulih_pointer_valid(pointer))
		return NULL;
	while (value != NULL && *pointer == '/') {
		size_t length = strcspn(++pointer, "/");

		if (json_is_object(value))
			value = member(value, pointer, length);
		else if (json_is_array(value))
			value = element(value, pointer, length);
		else
			value = NULL;
		pointer += length;
	}
	return value;
}
