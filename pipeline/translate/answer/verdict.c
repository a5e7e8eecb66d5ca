#include "pipeline/translate/answer/verdict.h"

#include <stdio.h>

#include "pipeline/translate/profile/pointer.h"

static bool is_something(const json_t *value)
{
	if (value == NULL || json_is_null(value) || json_is_false(value))
		return false;
	if (json_is_string(value))
		return json_string_length(value) > 0;
	if (json_is_object(value) || json_is_array(value))
		return json_object_size(value) + json_array_size(value) > 0;
	return !json_is_integer(value) || json_integer_value(value) != 0;
}

static bool regex_fits(const struct sulih_rule *rule, const json_t *value)
{
	char number[32];
	const char *text = json_string_value(value);

	if (json_is_integer(value)) {
		snprintf(number, sizeof(number), "%lld", (long long)json_integer_value(value));
		text = number;
	}
	return text != NULL && regexec(&rule->regex, text, 0, NULL, 0) == 0;
}

static bool rule_fits(const struct sulih_rule *rule, long status, json_t *root)
{
	json_t *value;
	bool found = rule->status_count == 0;

	for (size_t i = 0; i < rule->status_count; i++)
		found = found || rule->statuses[i] == status;
	if (!found || rule->pointer == NULL)
		return found;
	value = sulih_pointer_get(root, rule->pointer);
	if (rule->exists && !is_something(value))
		return false;
	if (rule->equals != NULL && (value == NULL || !json_equal(value, rule->equals)))
		return false;
	if (rule->not_equals != NULL && (value == NULL || json_equal(value, rule->not_equals)))
		return false;
	return !rule->has_regex || regex_fits(rule, value);
}

static bool rules_fit(const struct sulih_rules *rules, long status, json_t *root)
{
	for (size_t i = 0; i < rules->count; i++)
		if (rule_fits(&rules->items[i], status, root))
			return true;
	return false;
}

static enum sulih_verdict by_status(long status)
{
	switch (status) {
	case 408:
	case 425:
	case 429:
	case 503:
	case 529:
		return SULIH_REPLY_THROTTLED;
	case 413:
	case 414:
		return SULIH_REPLY_TOO_LARGE;
	case 402: /* what is paid for is used up */
	case 456:
		return SULIH_REPLY_QUOTA;
	case 401:
	case 403:
	case 404:
	case 405:
	case 407:
	case 410:
		return SULIH_REPLY_BARRED;
	default:
		return status >= 500   ? SULIH_REPLY_FAILED
		       : status >= 400 ? SULIH_REPLY_REFUSED
		       : status >= 300 ? SULIH_REPLY_BARRED
				       : SULIH_REPLY_GOOD;
	}
}

/* The profile's own rules come first: Google's 403 is a throttle, Amazon's is a 400. */
enum sulih_verdict sulih_reply_classify(const struct sulih_profile *profile, long status,
					json_t *root)
{
	if (rules_fit(&profile->quota, status, root))
		return SULIH_REPLY_QUOTA;
	if (rules_fit(&profile->too_large, status, root))
		return SULIH_REPLY_TOO_LARGE;
	if (rules_fit(&profile->retry, status, root))
		return status == 500 || status == 502 || status == 504 ? SULIH_REPLY_FAILED
								       : SULIH_REPLY_THROTTLED;
	if (rules_fit(&profile->refused, status, root))
		return SULIH_REPLY_BARRED;
	if (by_status(status) != SULIH_REPLY_GOOD)
		return by_status(status);
	if (rules_fit(&profile->error_if, status, root))
		return SULIH_REPLY_REFUSED;
	if (rules_fit(&profile->truncated, status, root))
		return SULIH_REPLY_TOO_LARGE;
	return SULIH_REPLY_GOOD;
}
