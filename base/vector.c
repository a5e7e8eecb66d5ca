#include "base/vector.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/error.h"

int sulih_vector_grow(void **items, size_t *capacity, size_t count, size_t more, size_t size)
{
	size_t room = *capacity < 8 ? 8 : *capacity;
	void *grown;

	if (more > SIZE_MAX / size - count)
		return SULIH_ERROR_MEMORY;
	if (count + more <= *capacity)
		return 0;
	while (room < count + more)
		room = room > SIZE_MAX / size / 2 ? count + more : room * 2;
	grown = realloc(*items, room * size);
	if (grown == NULL)
		return SULIH_ERROR_MEMORY;
	*items = grown;
	*capacity = room;
	return 0;
}
