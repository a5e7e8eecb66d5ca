#include "base/arena.h"

#include <stdio.h>
#include <stdlib.h>

enum { CHUNK = 16 * 1024, ALIGNMENT = 16, PRINTF_ROOM = 256 };

struct sulih_arena_chunk {
	struct sulih_arena_chunk *next;
	size_t used, size;
	_Alignas(ALIGNMENT) char data[];
};

void sulih_arena_init(struct sulih_arena *arena)
{
	arena->chunk = NULL;
}

void sulih_arena_release(struct sulih_arena *arena)
{
	struct sulih_arena_chunk *next;

	for (struct sulih_arena_chunk *c = arena->chunk; c != NULL; c = next) {
		next = c->next;
		free(c);
	}
	arena->chunk = NULL;
}

static struct sulih_arena_chunk *new_chunk(struct sulih_arena *arena, size_t least)
{
	size_t size = least > CHUNK / 4 ? least : CHUNK;
	struct sulih_arena_chunk *chunk = malloc(sizeof(*chunk) + size);

	if (chunk == NULL)
		return NULL;
	chunk->used = 0;
	chunk->size = size;
	if (size != CHUNK && arena->chunk != NULL) {
		/* a big one goes behind, so that the rest of the current one stays in use */
		chunk->next = arena->chunk->next;
		arena->chunk->next = chunk;
	} else {
		chunk->next = arena->chunk;
		arena->chunk = chunk;
	}
	return chunk;
}

void *sulih_arena_alloc(struct sulih_arena *arena, size_t size)
{
	struct sulih_arena_chunk *chunk = arena->chunk;
	size_t rounded = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
	void *block;

	if (rounded < size || rounded > SIZE_MAX / 2)
		return NULL;
	if (chunk == NULL || chunk->size - chunk->used < rounded)
		chunk = new_chunk(arena, rounded);
	if (chunk == NULL)
		return NULL;
	block = chunk->data + chunk->used;
	chunk->used += rounded;
	memset(block, 0, rounded);
	return block;
}

struct sulih_view sulih_arena_copy(struct sulih_arena *arena, struct sulih_view text)
{
	char *copy = sulih_arena_alloc(arena, text.length + 1);

	if (copy == NULL)
		return (struct sulih_view){ NULL, 0 };
	if (text.length > 0)
		memcpy(copy, text.data, text.length);
	return (struct sulih_view){ copy, text.length };
}

struct sulih_view sulih_arena_join(struct sulih_arena *arena, const struct sulih_view *texts,
				   size_t count)
{
	size_t length = 0, at = 0;
	char *joined;

	for (size_t i = 0; i < count; i++)
		length += texts[i].length;
	joined = sulih_arena_alloc(arena, length + 1);
	if (joined == NULL)
		return (struct sulih_view){ NULL, 0 };
	for (size_t i = 0; i < count; at += texts[i++].length)
		if (texts[i].length > 0)
			memcpy(joined + at, texts[i].data, texts[i].length);
	return (struct sulih_view){ joined, length };
}

struct sulih_view sulih_arena_printf(struct sulih_arena *arena, const char *format, ...)
{
	va_list arguments, again;
	char room[PRINTF_ROOM]; /* nearly all that is written this way fits */
	int length;
	char *text = NULL;

	va_start(arguments, format);
	va_copy(again, arguments);
	length = vsnprintf(room, sizeof(room), format, arguments);
	va_end(arguments);
	if (length >= 0)
		text = sulih_arena_alloc(arena, (size_t)length + 1);
	if (text != NULL && (size_t)length < sizeof(room))
		memcpy(text, room, (size_t)length + 1);
	else if (text != NULL)
		vsnprintf(text, (size_t)length + 1, format, again);
	va_end(again);
	return (struct sulih_view){ text, text ? (size_t)length : 0 };
}
