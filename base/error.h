/*
 * Errors: a code that callers branch on and a message for people.
 *
 * A function that can fail returns 0 or one of the negative codes and, if the
 * caller gave a struct sulih_error, fills it.  The struct is the caller's, has
 * a fixed size and needs no release; the first error set in it stays.
 */
#ifndef SULIH_BASE_ERROR_H
#define SULIH_BASE_ERROR_H

#include <stdarg.h>

enum sulih_code {
	SULIH_OK = 0,
	SULIH_ERROR_MEMORY = -1,   /* an allocation failed */
	SULIH_ERROR_INPUT = -2,	   /* what was given cannot be used: binary, malformed, too deep */
	SULIH_ERROR_IO = -3,	   /* a file or stream could not be read or written */
	SULIH_ERROR_CONFIG = -4,   /* profile, configuration file, list or secret */
	SULIH_ERROR_ENGINE = -5,   /* the MT endpoint: unreachable, refused, out of quota */
	SULIH_ERROR_USAGE = -6,	   /* the command line or the arguments of a call */
	SULIH_ERROR_LIMIT = -7,	   /* a stated maximum would be passed */
	SULIH_ERROR_INTERNAL = -8, /* an invariant does not hold: a bug in sulih */
	SULIH_ERROR_STOPPED = -9   /* the caller wanted an end before all was done */
};

struct sulih_error {
	int code;	   /* enum sulih_code */
	char message[488]; /* UTF-8, one line, no final stop, NUL at its end */
};

#define SULIH_ERROR_INIT                                                                           \
	{                                                                                          \
		0,                                                                                 \
		{                                                                                  \
			0                                                                          \
		}                                                                                  \
	}

#if defined(__GNUC__)
#define SULIH_PRINTF(text, first) __attribute__((format(printf, text, first)))
#define SULIH_MUST_CHECK	  __attribute__((warn_unused_result))
#else
#define SULIH_PRINTF(text, first)
#define SULIH_MUST_CHECK
#endif

/* Sets code and message unless an error is already there.  Returns `code`, so
 * that a caller can write `return sulih_fail(error, SULIH_ERROR_IO, …)`.  A
 * message that does not fit is cut at a character border. `error` may be NULL. */
int sulih_fail(struct sulih_error *error, int code, const char *format, ...) SULIH_PRINTF(3, 4);
int sulih_fail_va(struct sulih_error *error, int code, const char *format, va_list arguments)
	SULIH_PRINTF(3, 0);

/* The same for the commonest case; always returns SULIH_ERROR_MEMORY. */
int sulih_fail_memory(struct sulih_error *error);

/* A word for a code: "out of memory", "unusable input", … */
const char *sulih_code_name(int code);

#endif
