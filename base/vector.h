/*
 * A growing array of one type.
 *
 *     SULIH_VECTOR(struct sulih_span) spans = { 0 };
 *     struct sulih_span *one = SULIH_VECTOR_ADD(&spans);   // zeroed; NULL: out of memory
 *     SULIH_VECTOR_RELEASE(&spans);
 *
 * Pointers into it hold only until the next ADD.
 */
#ifndef SULIH_BASE_VECTOR_H
#define SULIH_BASE_VECTOR_H

#include <stddef.h>
#include <string.h>

#define SULIH_VECTOR(type)                                                                         \
	struct {                                                                                   \
		type *items;                                                                       \
		size_t count;                                                                      \
		size_t capacity;                                                                   \
	}

/* Grows *items to hold count + more items of `size` bytes; 0 or SULIH_ERROR_MEMORY. */
int sulih_vector_grow(void **items, size_t *capacity, size_t count, size_t more, size_t size);
/* Inline, so that the usual case, where there is room, is a comparison and a few stores. */
#define SULIH_VECTOR_ADD(v)                                                                        \
	((__typeof__((v)->items))((v)->count < (v)->capacity || SULIH_VECTOR_RESERVE(v, 1) == 0    \
					  ? memset(&(v)->items[(v)->count++], 0,                   \
						   sizeof(*(v)->items))                            \
					  : NULL))

#define SULIH_VECTOR_RESERVE(v, more)                                                              \
	((v)->capacity - (v)->count >= (size_t)(more)                                              \
		 ? 0                                                                               \
		 : sulih_vector_grow((void **)(void *)&(v)->items, &(v)->capacity, (v)->count,     \
				     (more), sizeof(*(v)->items)))

/* Makes room for `room` items in all and for no more: for many small vectors whose size is
 * known.  0 or SULIH_ERROR_MEMORY. */
int sulih_vector_room(void **items, size_t *capacity, size_t room, size_t size);
#define SULIH_VECTOR_ROOM(v, room)                                                                 \
	sulih_vector_room((void **)(void *)&(v)->items, &(v)->capacity, (room), sizeof(*(v)->items))

#define SULIH_VECTOR_LAST(v) (&(v)->items[(v)->count - 1])

#define SULIH_VECTOR_RELEASE(v)                                                                    \
	do {                                                                                       \
		free((v)->items);                                                                  \
		(v)->items = NULL;                                                                 \
		(v)->count = (v)->capacity = 0;                                                    \
	} while (0)

#endif
