#include "base/error.h"

#include "base/utf8.h"

int sulih_fail_va(struct sulih_error *error, int code, const char *format, va_list arguments)
{
	if (error == NULL || error->code != 0)
		return code;
	error->code = code;
	sulih_utf8_print_va(error->message, sizeof(error->message), format, arguments);
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
