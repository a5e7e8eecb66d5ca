/*
 * An owned, growing run of bytes.
 *
 * Failure is sticky: after an allocation failed, or a limit would have been
 * passed, every further append does nothing and `failed` stays set, so that a
 * producer checks once at its end (sulih_buffer_status).  The bytes are always
 * followed by a NUL that does not count.
 */
#ifndef SULIH_BASE_BUFFER_H
#define SULIH_BASE_BUFFER_H

#include <stdint.h>

#include "base/error.h"
#include "base/view.h"

struct sulih_buffer {
	char *data; /* NULL until the first append */
	size_t length;
	size_t capacity;
	size_t limit; /* most bytes it may hold; 0: no limit */
	int failed;   /* 0, SULIH_ERROR_MEMORY or SULIH_ERROR_LIMIT */
};

#define SULIH_BUFFER_INIT                                                                          \
	{                                                                                          \
		NULL, 0, 0, 0, 0                                                                   \
	}

void sulih_buffer_init(struct sulih_buffer *buffer);
/* Frees the storage; the buffer is as after init and can be used again. */
void sulih_buffer_release(struct sulih_buffer *buffer);
/* Empties it, keeps the storage, forgets a failure. */
void sulih_buffer_clear(struct sulih_buffer *buffer);
/* Shortens it to `length` bytes (no effect when it is shorter). */
void sulih_buffer_truncate(struct sulih_buffer *buffer, size_t length);
/* Makes room for `more` bytes beyond the length; false after a failure. */
bool sulih_buffer_reserve(struct sulih_buffer *buffer, size_t more);

void sulih_buffer_append_slow(struct sulih_buffer *buffer, const char *data, size_t length);

static inline void sulih_buffer_append(struct sulih_buffer *buffer, const char *data, size_t length)
{
	if (buffer->failed == 0 && buffer->capacity - buffer->length > length) {
		memcpy(buffer->data + buffer->length, data, length);
		buffer->length += length;
		buffer->data[buffer->length] = '\0';
		return;
	}
	sulih_buffer_append_slow(buffer, data, length);
}

static inline void sulih_buffer_add(struct sulih_buffer *buffer, struct sulih_view view)
{
	if (view.length > 0)
		sulih_buffer_append(buffer, view.data, view.length);
}

static inline void sulih_buffer_puts(struct sulih_buffer *buffer, const char *string)
{
	sulih_buffer_append(buffer, string, strlen(string));
}

static inline void sulih_buffer_putc(struct sulih_buffer *buffer, char c)
{
	sulih_buffer_append(buffer, &c, 1);
}

/* One code point as UTF-8; surrogates and values past U+10FFFF become U+FFFD. */
void sulih_buffer_put_code_point(struct sulih_buffer *buffer, uint32_t code_point);
void sulih_buffer_put_number(struct sulih_buffer *buffer, size_t number); /* decimal */
void sulih_buffer_printf(struct sulih_buffer *buffer, const char *format, ...) SULIH_PRINTF(2, 3);

/* Takes the storage out (free() it); NULL after a failure. The buffer is empty then. */
char *sulih_buffer_take(struct sulih_buffer *buffer, size_t *length);

static inline struct sulih_view sulih_buffer_view(const struct sulih_buffer *buffer)
{
	return (struct sulih_view){ buffer->data ? buffer->data : "", buffer->length };
}

/* What was written since the length was `from`; good for an empty buffer too. */
static inline struct sulih_view sulih_buffer_view_from(const struct sulih_buffer *buffer,
						       size_t from)
{
	return sulih_view_slice(sulih_buffer_view(buffer), from, buffer->length);
}

/* 0, or the failure of any append since init or clear, set in `error`. */
int sulih_buffer_status(const struct sulih_buffer *buffer, struct sulih_error *error);

#endif
