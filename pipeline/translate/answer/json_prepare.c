#include "pipeline/translate/answer/json_prepare.h"

#include "base/character.h"

enum { DEEPEST = 64 };

static int hex4(struct sulih_view json, size_t at, unsigned *value)
{
	*value = 0;
	if (at + 4 > json.length)
		return -1;
	for (size_t i = at; i < at + 4; i++) {
		int digit = sulih_digit_value(json.data[i], true);

		if (digit < 0)
			return -1;
		*value = *value * 16 + (unsigned)digit;
	}
	return 0;
}

/* Length of the escape at `at` (a backslash); *lone says that it is half a pair. */
static size_t escape_length(struct sulih_view json, size_t at, bool *lone)
{
	unsigned high, low;

	*lone = false;
	if (at + 1 >= json.length || json.data[at + 1] != 'u' || hex4(json, at + 2, &high) != 0)
		return 2;
	if (high < 0xD800 || high > 0xDFFF)
		return 6;
	if (high < 0xDC00 && at + 7 < json.length && json.data[at + 6] == '\\' &&
	    json.data[at + 7] == 'u' && hex4(json, at + 8, &low) == 0 && low >= 0xDC00 &&
	    low <= 0xDFFF)
		return 12;
	*lone = true;
	return 6;
}

bool sulih_json_prepare(struct sulih_view *json, struct sulih_buffer *room)
{
	size_t from = 0;
	int depth = 0;
	bool in_string = false, lone;

	if (sulih_view_starts(*json, SULIH_VIEW("\xEF\xBB\xBF")))
		*json = sulih_view_slice(*json, 3, json->length);
	for (size_t i = 0; i < json->length; i++) {
		char c = json->data[i];

		if (in_string && c == '\\') {
			size_t length = escape_length(*json, i, &lone);

			if (lone) {
				sulih_buffer_add(room, sulih_view_slice(*json, from, i));
				sulih_buffer_puts(room, "\\uFFFD");
				from = i + length;
			}
			i += length - 1;
		} else if (c == '"') {
			in_string = !in_string;
		} else if (!in_string && (c == '{' || c == '[')) {
			if (++depth > DEEPEST)
				return false;
		} else if (!in_string && (c == '}' || c == ']')) {
			depth--;
		}
	}
	if (from > 0) {
		sulih_buffer_add(room, sulih_view_slice(*json, from, json->length));
		*json = sulih_buffer_view(room);
	}
	return true;
}
