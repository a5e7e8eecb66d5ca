#include "base/vector.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/error.h"

enum { LARGE_ITEM = 64, LARGE_BLOCK = 1 << 18 };

int sulih_vector_grow(void **items, size_t *capacity, size_t count, size_t more, size_t size)
{
	size_t room = *capacity, least = size > LARGE_ITEM ? 4 : 8;
	void *grown;

	if (more > SIZE_MAX / size - count)
		return SULIH_ERROR_MEMORY;
	if (count + more <= *capacity)
		return 0;
	if (room < least)
		room = least;
	/* what is large grows by half: its last doubling would be most of a document's memory */
	while (room < count + more)
		room = room > SIZE_MAX / size / 2  ? count + more
		       : room * size < LARGE_BLOCK ? room * 2
						   : room + room / 2;
	grown = realloc(*items, room * size);
	if (grown == NULL)
		return SULIH_ERROR_MEMORY;
	*items = grown;
	*capacity = room;
	return 0;
}

int sulih_vector_room(void **items, size_t *capacity, size_t room, size_t size)
{
	void *grown;

	if (room <= *capacity)
		return 0;
	grown = room > SIZE_MAX / size ? NULL : realloc(*items, room * size);
	if (grown == NULL)
		return SULIH_ERROR_MEMORY;
	*items = grown;
	*capacity = room;
	return 0;
}
