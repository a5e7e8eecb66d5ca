/* Reading a profile's members with faults that name their place. */
#ifndef SULIH_PIPELINE_TRANSLATE_PROFILE_CHECK_H
#define SULIH_PIPELINE_TRANSLATE_PROFILE_CHECK_H

#include "pipeline/translate/profile/profile.h"

struct sulih_check {
	struct sulih_faults *faults;
	struct sulih_error *error;
	const char *from;
	char place[256]; /* JSON Pointer of the member at hand */
	unsigned depth;	 /* templates: of the value at hand */
	bool in_item;	 /* templates: inside $each or $map, or one text a request */
	bool in_address; /* templates: of what servers and proxies log */
	bool sends_text; /* templates: a text was asked for */
	const struct sulih_profile *profile;
	bool *uses_context, *uses_legend;
};

void sulih_check_fault(struct sulih_check *check, const char *format, ...) SULIH_PRINTF(2, 3);
/* Goes down to a member or an element; sulih_check_leave takes what it gave. */
size_t sulih_check_enter(struct sulih_check *check, const char *member);
size_t sulih_check_enter_index(struct sulih_check *check, size_t index);
void sulih_check_leave(struct sulih_check *check, size_t mark);

/* Members of `object`; absent ones give the fallback, wrong types a fault. */
const char *sulih_check_string(struct sulih_check *check, const json_t *object, const char *member,
			       const char *fallback);
double sulih_check_number(struct sulih_check *check, const json_t *object, const char *member,
			  double fallback, double least, double most);
bool sulih_check_bool(struct sulih_check *check, const json_t *object, const char *member,
		      bool fallback);
const json_t *sulih_check_object(struct sulih_check *check, const json_t *object,
				 const char *member);
/* Index of a string member among `words` (NULL-terminated); a fault lists them. */
int sulih_check_choice(struct sulih_check *check, const json_t *object, const char *member,
		       const char *const *words, int fallback);
/* How many elements of a list count: at most `most`; a fault for more, and for what is no array. */
size_t sulih_check_array(struct sulih_check *check, const json_t *value, size_t most,
			 const char *what);
/* A fault for every member that is not in `known` (NULL-terminated). */
void sulih_check_members(struct sulih_check *check, const json_t *object, const char *const *known);
const char *sulih_check_pointer(struct sulih_check *check, const json_t *object, const char *member,
				const char *fallback);

/* template.c: a request template, and one string with ${…} in it. */
void sulih_check_template(struct sulih_check *check, const json_t *value);
void sulih_check_interpolation(struct sulih_check *check, const char *text);
/* The name of one text's member: a template with ${i}, or all would have one name. */
void sulih_check_key(struct sulih_check *check, const char *key);
/* A form's members: strings, numbers, operators; lists repeat the name. */
void sulih_check_flat(struct sulih_check *check, const json_t *object);

/* names.c: names of variables and headers, where keys come from. */
void sulih_check_names(struct sulih_check *check, const struct sulih_profile *profile);
/* The member "command" of `object`, when it has one. */
void sulih_check_command(struct sulih_check *check, const json_t *object);

/* protect.c, response.c, network.c: sections of the profile. */
void sulih_check_protect(struct sulih_check *check, struct sulih_profile *profile);
void sulih_check_response(struct sulih_check *check, struct sulih_profile *profile);
void sulih_check_errors(struct sulih_check *check, struct sulih_profile *profile);
void sulih_check_limits(struct sulih_check *check, struct sulih_profile *profile);
void sulih_check_tls(struct sulih_check *check, struct sulih_profile *profile);

/* effects.c: notes of what a sound profile says in vain. */
void sulih_check_effects(struct sulih_check *check, const struct sulih_profile *profile);

/* rules.c */
void sulih_check_rules(struct sulih_check *check, const json_t *object, const char *member,
		       struct sulih_rules *out);
void sulih_rules_release(struct sulih_rules *rules);

/* regex.c: whether an extended POSIX expression may be compiled and matched at all. */
enum sulih_regex_cost {
	SULIH_REGEX_CHEAP,
	SULIH_REGEX_TOO_LARGE,	 /* or so nested that regcomp does not end */
	SULIH_REGEX_REFERS_BACK, /* \1 */
};
enum sulih_regex_cost sulih_regex_cost(const char *pattern);

#endif
