#include "base/buffer.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"

enum { SMALLEST = 64, LARGE = 1 << 20 };

void sulih_buffer_init(struct sulih_buffer *buffer)
{
	*buffer = (struct sulih_buffer)SULIH_BUFFER_INIT;
}

void sulih_buffer_release(struct sulih_buffer *buffer)
{
	if (buffer == NULL)
		return;
	free(buffer->data);
	sulih_buffer_init(buffer);
}

void sulih_buffer_clear(struct sulih_buffer *buffer)
{
	buffer->length = 0;
	buffer->failed = 0;
	if (buffer->data != NULL)
		buffer->data[0] = '\0';
}

void sulih_buffer_truncate(struct sulih_buffer *buffer, size_t length)
{
	if (length >= buffer->length)
		return;
	buffer->length = length;
	buffer->data[length] = '\0';
}

bool sulih_buffer_reserve(struct sulih_buffer *buffer, size_t more)
{
	size_t need, capacity;
	char *data;

	if (buffer->failed != 0)
		return false;
	if (more > SIZE_MAX - buffer->length - 1 ||
	    (buffer->limit != 0 && buffer->length + more > buffer->limit)) {
		buffer->failed = SULIH_ERROR_LIMIT;
		return false;
	}
	need = buffer->length + more + 1;
	if (need <= buffer->capacity)
		return true;
	capacity = buffer->capacity < SMALLEST ? SMALLEST : buffer->capacity;
	/* a large one grows by half, so that little of a document's memory is room to spare */
	while (capacity < need)
		capacity = capacity > SIZE_MAX / 2 ? need
			   : capacity < LARGE	   ? capacity * 2
						   : capacity + capacity / 2;
	/* what fits is appended unasked: no more than the limit may fit */
	if (buffer->limit != 0 && capacity > buffer->limit + 1)
		capacity = buffer->limit + 1;
	data = realloc(buffer->data, capacity);
	if (data == NULL) {
		buffer->failed = SULIH_ERROR_MEMORY;
		return false;
	}
	if (buffer->data == NULL)
		data[0] = '\0';
	buffer->data = data;
	buffer->capacity = capacity;
	return true;
}

void sulih_buffer_append_slow(struct sulih_buffer *buffer, const char *data, size_t length)
{
	if (length == 0 || !sulih_buffer_reserve(buffer, length))
		return;
	memcpy(buffer->data + buffer->length, data, length);
	buffer->length += length;
	buffer->data[buffer->length] = '\0';
}

void sulih_buffer_put_code_point(struct sulih_buffer *buffer, uint32_t code_point)
{
	char bytes[4];

	sulih_buffer_append(buffer, bytes, sulih_utf8_encode(code_point, bytes));
}

void sulih_buffer_put_number(struct sulih_buffer *buffer, size_t number)
{
	enum { MOST = 24 };
	char digits[2 * MOST];
	size_t at = MOST;

	do {
		digits[--at] = (char)('0' + number % 10);
		number /= 10;
	} while (number > 0);
	/* records are full of offsets: as many bytes for each are copied at once */
	if (buffer->failed == 0 && buffer->capacity - buffer->length > MOST) {
		memcpy(buffer->data + buffer->length, digits + at, MOST);
		buffer->length += MOST - at;
		buffer->data[buffer->length] = '\0';
		return;
	}
	sulih_buffer_append(buffer, digits + at, MOST - at);
}

enum { PRINTF_ROOM = 256 };

void sulih_buffer_printf(struct sulih_buffer *buffer, const char *format, ...)
{
	va_list arguments, again;
	char room[PRINTF_ROOM]; /* nearly all that is written this way fits */
	int length;

	va_start(arguments, format);
	va_copy(again, arguments);
	length = vsnprintf(room, sizeof(room), format, arguments);
	va_end(arguments);
	if (length > 0 && (size_t)length < sizeof(room)) {
		sulih_buffer_append(buffer, room, (size_t)length);
	} else if (length > 0 && sulih_buffer_reserve(buffer, (size_t)length)) {
		vsnprintf(buffer->data + buffer->length, (size_t)length + 1, format, again);
		buffer->length += (size_t)length;
	}
	va_end(again);
}

char *sulih_buffer_take(struct sulih_buffer *buffer, size_t *length)
{
	char *data;

	if (buffer->failed == 0 && buffer->data == NULL)
		sulih_buffer_reserve(buffer, 0);
	if (buffer->failed != 0)
		return NULL;
	data = buffer->data;
	if (length != NULL)
		*length = buffer->length;
	sulih_buffer_init(buffer);
	return data;
}

int sulih_buffer_status(const struct sulih_buffer *buffer, struct sulih_error *error)
{
	if (buffer->failed == 0)
		return 0;
	if (buffer->failed == SULIH_ERROR_MEMORY)
		return sulih_fail_memory(error);
	return sulih_fail(error, SULIH_ERROR_LIMIT, "text longer than the limit of %zu bytes",
			  buffer->limit);
}
