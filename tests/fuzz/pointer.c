/* JSON Pointer: first line the pointer, the rest a document. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "pipeline/translate/profile/pointer.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const uint8_t *end = size ? memchr(data, '\n', size) : NULL;
	size_t length = end ? (size_t)(end - data) : size;
	char *pointer = strndup((const char *)data, length);
	json_t *root =
		json_loadb((const char *)data + length, size - length, JSON_DECODE_ANY, NULL);

	if (pointer != NULL && root != NULL)
		sulih_pointer_get(root, pointer);
	if (pointer != NULL)
		sulih_pointer_valid(pointer);
	free(pointer);
	json_decref(root);
	return 0;
}
