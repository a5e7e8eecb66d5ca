#include "base/error.h"

#include <stdio.h>
#include <string.h>

/* Drops a character that vsnprintf cut in two: a message must stay UTF-8. */
static void trim_partial_character(char *message, size_t length)
{
	size_t start = length;

	while (start > 0 && ((unsigned char)message[start - 1] & 0xC0) == 0x80)
		start--;
	if (start > 0 && (unsigned char)message[start - 1] >= 0xC0)
		message[start - 1] = '\0';
}

int sulih_fail_va(struct sulih_error *error, int code, const char *format, va_list arguments)
{
	int written;

	if (error == NULL || error->code != 0)
		return code;
	error->code = code;
	written = vsnprintf(error->message, sizeof(error->message), format, arguments);
	if (written < 0)
		error->message[0] = '\0';
	else if ((size_t)written >= sizeof(error->message))
		trim_partial_character(error->message, sizeof(error->message) - 1);
	for (char *c = error->message; *c != '\0'; c++)
		if (*c == '\n' || *c == '\r')
			*c = ' ';
	return code;
}

int sulih_fail(struct sulih_error *error, int code, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	sulih_fail_va(error, code, format, arguments);
	va_end(arguments);
	return code;
}

int sulih_fail_memory(struct sulih_error *error)
{
	return sulih_fail(error, SULIH_ERROR_MEMORY, "out of memory");
}

const char *sulih_code_name(int code)
{
	switch (code) {
	case SULIH_OK:
		return "no error";
	case SULIH_ERROR_MEMORY:
		return "out of memory";
	case SULIH_ERROR_INPUT:
		return "unusable input";
	case SULIH_ERROR_IO:
		return "input or output failed";
	case SULIH_ERROR_CONFIG:
		return "faulty configuration";
	case SULIH_ERROR_ENGINE:
		return "engine failed";
	case SULIH_ERROR_USAGE:
		return "wrong usage";
	case SULIH_ERROR_LIMIT:
		return "limit passed";
	case SULIH_ERROR_STOPPED:
		return "stopped";
	default:
		return "internal error";
	}
}
