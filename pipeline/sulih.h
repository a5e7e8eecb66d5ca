/*
 * sulih: prepares Indonesian news for machine translation into English and puts
 * the result together again.  This is the library's whole face; the program
 * `sulih` (see sulih(1)) is built on the same parts.
 *
 * All text is UTF-8 given as pointer and length in bytes; it need not end in NUL.
 * Strings that come back are owned by the caller, end in a NUL that their length
 * does not count, and are freed with sulih_free().  The library never prints,
 * exits or aborts, and keeps no state between calls: any number of threads may
 * call it at once.
 */
#ifndef SULIH_H
#define SULIH_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#define SULIH_API __attribute__((visibility("default")))

/* What a function gives: 0, or one of these negative numbers. */
enum sulih_result {
	SULIH_DONE = 0,
	SULIH_NO_MEMORY = -1,
	SULIH_BAD_INPUT = -2,  /* binary input: NUL bytes without a UTF-16 shape */
	SULIH_NO_IO = -3,      /* a file (a glossary, a profile) could not be read */
	SULIH_BAD_CONFIG = -4, /* no such engine, or a faulty profile, glossary or option */
	SULIH_NO_ENGINE = -5,  /* the engine could not be used; see sulih_translation */
	SULIH_BAD_CALL = -6,   /* an argument is wrong */
	SULIH_TOO_LARGE = -7,
	SULIH_BUG = -8,	   /* an invariant does not hold; please report it */
	SULIH_STOPPED = -9 /* `stopped` of the options wanted an end before all was done */
};

/* The stages whose record can be had (DESIGN of the record: docs/records.md). */
enum sulih_stage_id {
	SULIH_STAGE_NORMALIZE, /* text, diagnostics */
	SULIH_STAGE_SEGMENT,   /* and blocks, segments, quotes */
	SULIH_STAGE_PROTECT    /* and spans with rulings */
};

/* Settings; all zero is a sound default.  Strings stay the caller's. */
struct sulih_options {
	const char *engine; /* "echo", "gloss", the name of a preset, or a path to a profile */
	const char *url;    /* instead of the profile's address; or NULL */
	const char *const
		*variables;    /* "name=value" strings for the profile, NULL-terminated; or NULL */
	const char *from_lang; /* BCP 47; NULL: "id" */
	const char *to_lang; /* BCP 47; NULL: "en"; "id" restores every placeholder as its source */
	const char *glossary; /* path of a TSV or CSV file; or NULL */
	const char *style;    /* "uk" (NULL) or "us": dates and quotation marks */
	const char *quotes;   /* "isolate" (NULL), "inline" or "verbatim" */
	int omit_boilerplate; /* leave boilerplate out of the target; omissions are in the ledger */
	long long now;	      /* seconds since 1970 for two-digit years; 0: the clock */
	/* Asked in the thread that calls, ten times a second and more, while an engine is at work;
	 * may be NULL.  From when on it gives something other than 0, no request is sent, also
	 * none again; the answers of those under way are waited for, as long as the engine's time
	 * limits allow, and where the text is not whole then the call gives SULIH_STOPPED.  It must
	 * return at once, and may read what another thread or a signal handler has set: an
	 * atomic, or a volatile sig_atomic_t.  The library has no signal handlers of its own. */
	int (*stopped)(void *stopped_context);
	void *stopped_context;
};

/* A translated document. */
struct sulih_translation {
	char *text; /* the English document */
	size_t length;
	char *ledger; /* one line of JSON: quotes, numbers, names, dates, repairs (docs/ledger.md)
		       */
	size_t ledger_length;
	size_t segments, untranslated; /* untranslated ones stand in `text` in Indonesian */
};

SULIH_API const char *sulih_version(void); /* "0.1.0" */

/* Runs the stages up to `stage` on a text and gives its record, one line of JSON.
 * Offsets in the record are Unicode code points of `text` as given.
 * `text` may be NULL when `length` is 0, and `options` and `json_length` may be NULL.
 * `message` (may be NULL) gets a line for people when the result is not 0, else an empty one;
 * `message_size` is its size in bytes, and a longer line is cut.  *json is NULL after an error.
 * Errors: SULIH_BAD_INPUT, SULIH_NO_MEMORY, SULIH_BAD_CONFIG, SULIH_NO_IO (the glossary), and
 * SULIH_BAD_CALL: no such stage, style or quotes; no text or no place for the record. */
SULIH_API int sulih_record_of(const char *text, size_t length, enum sulih_stage_id stage,
			      const struct sulih_options *options, char **json, size_t *json_length,
			      char *message, size_t message_size);

/* Translates a text.  `options->engine` must be set.  Fills `result`, to be released
 * with sulih_translation_release, also when the engine could not be used
 * (SULIH_NO_ENGINE): every segment stands in result->text then, in Indonesian, and `message` has
 * the reason.  After any other error the result is empty (all zero), and need not be released.
 * Errors: as sulih_record_of, SULIH_NO_ENGINE, and SULIH_STOPPED.  SULIH_BAD_CONFIG is also no
 * engine named; SULIH_BAD_CALL also a variable that is no "name=value". */
SULIH_API int sulih_translate_text(const char *text, size_t length,
				   const struct sulih_options *options,
				   struct sulih_translation *result, char *message,
				   size_t message_size);

SULIH_API void sulih_translation_release(struct sulih_translation *result);
SULIH_API void sulih_free(char *string); /* NULL is allowed */

#ifdef __cplusplus
}
#endif

#endif
