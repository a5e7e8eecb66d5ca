/*
 * An arena: many small allocations that live and die together, one a document.
 * Nothing taken from it is freed alone.
 */
#ifndef SULIH_BASE_ARENA_H
#define SULIH_BASE_ARENA_H

#include "base/buffer.h"
#include "base/view.h"

struct sulih_arena {
	struct sulih_arena_chunk *chunk; /* newest first */
};

#define SULIH_ARENA_INIT                                                                           \
	{                                                                                          \
		NULL                                                                               \
	}

void sulih_arena_init(struct sulih_arena *arena);
void sulih_arena_release(struct sulih_arena *arena);
/* `size` zeroed bytes, aligned for any type; NULL when out of memory. */
void *sulih_arena_alloc(struct sulih_arena *arena, size_t size);
/* A copy with a NUL behind it; its data is NULL when out of memory. */
struct sulih_view sulih_arena_copy(struct sulih_arena *arena, struct sulih_view text);
/* The texts behind each other, likewise. */
struct sulih_view sulih_arena_join(struct sulih_arena *arena, const struct sulih_view *texts,
				   size_t count);
#define SULIH_ARENA_JOIN(arena, ...)                                                               \
	sulih_arena_join(arena, (const struct sulih_view[]){ __VA_ARGS__ },                        \
			 SULIH_COUNT(((const struct sulih_view[]){ __VA_ARGS__ })))
/* A formatted string; its data is NULL when out of memory. */
struct sulih_view sulih_arena_printf(struct sulih_arena *arena, const char *format, ...)
	SULIH_PRINTF(2, 3);

#endif
