/*
 * A profile says how one MT endpoint is spoken to: address, request as a JSON
 * value template, where the answer's texts stand, what its errors mean, how
 * placeholders look and how much it takes at once.  docs/engines.md describes
 * the file; profiles/ holds the presets.
 */
#ifndef SULIH_PIPELINE_TRANSLATE_PROFILE_PROFILE_H
#define SULIH_PIPELINE_TRANSLATE_PROFILE_PROFILE_H

#include <jansson.h>
#include <regex.h>

#include "base/buffer.h"
#include "base/embedded.h"
#include "base/error.h"
#include "pipeline/translate/tokens/wire.h"

extern const struct sulih_embedded sulih_profiles[];

enum sulih_encoding { SULIH_ENCODING_JSON, SULIH_ENCODING_FORM, SULIH_ENCODING_NONE };
enum sulih_batch_mode { SULIH_BATCH_ARRAY, SULIH_BATCH_SINGLE, SULIH_BATCH_KEYED };
enum sulih_auth { SULIH_AUTH_NONE, SULIH_AUTH_BASIC, SULIH_AUTH_SIGV4, SULIH_AUTH_TOKEN };
enum sulih_step_kind { SULIH_STEP_POINTER, SULIH_STEP_STRIP, SULIH_STEP_PARSE };

enum { SULIH_MOST_STATUSES = 12, SULIH_MOST_POINTERS = 4, SULIH_MOST_STEPS = 6 };
enum { SULIH_MOST_RULES = 8, SULIH_MOST_SHAPES = 4, SULIH_MOST_ARGUMENTS = 32 };

/* One test of an answer; all that it names must hold. */
struct sulih_rule {
	long statuses[SULIH_MOST_STATUSES];
	size_t status_count;
	const char *pointer; /* NULL: the rule looks at the status only */
	bool exists;	     /* something stands there that is not null, false, 0 or empty */
	const json_t *equals, *not_equals;
	bool has_regex;
	regex_t regex;
};

struct sulih_rules {
	struct sulih_rule items[SULIH_MOST_RULES];
	size_t count;
};

struct sulih_step {
	enum sulih_step_kind kind;
	const char *pointer; /* POINTER */
	bool fences, think;  /* STRIP */
};

struct sulih_profile {
	json_t *root;	  /* owns every string and value below */
	char *origin;	  /* owned: the file or preset that it was read from */
	const char *name; /* what messages call it: the origin, where the file gives none */
	const char *about, *needs;
	uint64_t fingerprint; /* of its text: another prompt or model is another engine to the store
			       */
	const char *url, *method;
	const json_t *query, *headers, *body;
	enum sulih_encoding encoding;
	const json_t *languages; /* BCP 47 → the engine's code */
	const json_t *variables; /* name → default (string) or null */
	bool uses_context;	 /* the template asks for context: batches of one document */
	bool uses_legend;	 /* … for what the tokens stand for */

	enum sulih_batch_mode mode;
	size_t max_items, max_body_bytes, max_text_bytes, max_characters, max_tokens;

	struct sulih_shape shapes[SULIH_MOST_SHAPES]; /* the first is the default */
	size_t shape_count;
	const char *markup_values[3]; /* the engine's words for plain text, XML, HTML: ${markup} */

	const char *items_pointer; /* ARRAY: to the container */
	const char *text_pointers[SULIH_MOST_POINTERS];
	size_t text_pointer_count;
	struct sulih_step steps[SULIH_MOST_STEPS];
	size_t step_count;
	const char *key; /* KEYED: template of a member's name */
	enum sulih_unescape unescape;

	const char *message_pointers[SULIH_MOST_POINTERS];
	size_t message_pointer_count;
	struct sulih_rules error_if, quota, retry, too_large, refused, truncated;

	unsigned concurrency_max, attempts;
	double requests_per_second, characters_per_minute;
	long connect_ms, total_ms, stall_s, backoff_ms, backoff_max_ms, retry_after_max_s;

	enum sulih_auth auth;
	const char *auth_user, *auth_password; /* BASIC, SIGV4 (key id and secret), templates */
	const char *auth_region, *auth_service, *auth_session;
	const json_t *auth_command; /* TOKEN: argument vector */
	long auth_ttl_s;
	const json_t *secrets; /* name → { "file": …, "command": […] } */

	const char *ca_file, *client_cert, *client_key; /* NULL: not named */
	const char *proxy;				/* NULL: the environment's; "": none */
};

/* What is wrong with a profile, a line each: "/batch/mode: must be …". */
struct sulih_faults {
	struct sulih_buffer lines;
	size_t count;
	struct sulih_buffer notes; /* of a sound profile: what it says in vain, a line each */
	size_t note_count;
};
void sulih_faults_release(struct sulih_faults *faults);

/* Parses and checks.  SULIH_ERROR_CONFIG when there is a fault; `faults` (may be
 * NULL) gets all of them, `error` the first.  `from` names the file in messages. */
int sulih_profile_parse(struct sulih_view text, const char *from, struct sulih_profile *profile,
			struct sulih_faults *faults, struct sulih_error *error) SULIH_MUST_CHECK;
/* Finds a profile: a path, a file of the user's engines folder, or a preset.  `text` gets what
 * stands there, `from` (SULIH_LONGEST_ORIGIN bytes) the path, or the preset's name. */
enum { SULIH_LONGEST_ORIGIN = 4096 };
int sulih_profile_find(const char *name_or_path, struct sulih_buffer *text, char *from, size_t size,
		       struct sulih_error *error) SULIH_MUST_CHECK;
/* The same, parsed and checked. */
int sulih_profile_load(const char *name_or_path, struct sulih_profile *profile,
		       struct sulih_faults *faults, struct sulih_error *error) SULIH_MUST_CHECK;
void sulih_profile_release(struct sulih_profile *profile);

/* Whether an engine is named by the path of its profile: it has a slash, or ends in .json. */
bool sulih_profile_is_path(const char *name);
/* Where the user's own profile of that name would be; false when there is no home. */
bool sulih_profile_user_path(const char *name, char *room, size_t size);
/* Whether a user, and perhaps a password, stands before the host. */
bool sulih_address_has_login(const char *url);
/* Begins with http:// or https://, in whatever case. */
bool sulih_address_is_web(const char *url);
/* The engine's code for a BCP 47 language. */
const char *sulih_profile_language(const struct sulih_profile *profile, const char *language);

#endif
