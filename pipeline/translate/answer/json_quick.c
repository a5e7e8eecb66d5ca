#include "pipeline/translate/answer/json_quick.h"

#include "base/json_write.h"
#include "base/utf8.h"

enum { DEEPEST = 16, LONGEST_KEY = 64, MOST_DIGITS = 15 };

struct reader {
	const char *at, *end;
	struct sulih_buffer *room;
	unsigned depth;
};

static json_t *read_value(struct reader *r);

static char peek(struct reader *r)
{
	while (r->at < r->end &&
	       (*r->at == ' ' || *r->at == '\n' || *r->at == '\r' || *r->at == '\t'))
		r->at++;
	return r->at < r->end ? *r->at : '\0';
}

static bool take(struct reader *r, char c)
{
	if (peek(r) != c || r->at == r->end)
		return false;
	r->at++;
	return true;
}

/* The four digits of \uXXXX; 0 when they are not, which is out of the ordinary too. */
static uint32_t hex4(struct reader *r)
{
	uint32_t value = 0;

	if (r->end - r->at < 4)
		return 0;
	for (int i = 0; i < 4; i++, r->at++) {
		char c = *r->at;
		char low = (char)(c | 32);

		if (c >= '0' && c <= '9')
			value = value * 16 + (uint32_t)(c - '0');
		else if (low >= 'a' && low <= 'f')
			value = value * 16 + (uint32_t)(low - 'a' + 10);
		else
			return 0;
	}
	return value;
}

/* What stands behind a backslash, into the room. */
static bool read_escape(struct reader *r)
{
	static const char plain[] = "\"\\/bfnrt", meaning[] = "\"\\/\b\f\n\r\t";
	const char *known;
	uint32_t c, low;

	if (r->at == r->end || *r->at == '\0')
		return false;
	known = strchr(plain, *r->at);
	if (known != NULL) {
		sulih_buffer_putc(r->room, meaning[known - plain]);
		r->at++;
		return true;
	}
	if (*r->at++ != 'u' || (c = hex4(r)) == 0 || (c >= 0xDC00 && c <= 0xDFFF))
		return false;
	if (c >= 0xD800 && c <= 0xDBFF) {
		if (r->end - r->at < 6 || r->at[0] != '\\' || r->at[1] != 'u')
			return false;
		r->at += 2;
		low = hex4(r);
		if (low < 0xDC00 || low > 0xDFFF)
			return false;
		c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
	}
	sulih_buffer_put_code_point(r->room, c);
	return true;
}

/* Past what stands for itself in a string; *all collects the bits of its bytes. */
static const char *pass_plain(const char *at, const char *end, unsigned char *all)
{
	unsigned char bits = *all;
	uint64_t word, seen = 0;

	for (; (size_t)(end - at) >= sizeof(word); at += sizeof(word)) {
		word = sulih_bytes_load(at);
		if (sulih_bytes_special_in_json(word) != 0)
			break;
		seen |= word;
	}
	/* only the highest bit of a byte is asked for */
	if (sulih_bytes_beyond_ascii(seen) != 0)
		bits |= 0x80;
	for (; at < end && (unsigned char)*at >= ' ' && *at != '"' && *at != '\\'; at++)
		bits |= (unsigned char)*at;
	*all = bits;
	return at;
}

/* A string behind its opening quote; the view holds until the next one is read. */
static bool read_string(struct reader *r, struct sulih_view *text)
{
	const char *from = r->at;
	bool escaped = false;
	unsigned char all = 0;

	for (;; r->at++) {
		r->at = pass_plain(r->at, r->end, &all);
		if (r->at == r->end || (unsigned char)*r->at < ' ')
			return false;
		if (*r->at == '"')
			break;
		if (!escaped)
			sulih_buffer_clear(r->room);
		escaped = true;
		sulih_buffer_append(r->room, from, (size_t)(r->at - from));
		r->at++;
		if (!read_escape(r))
			return false;
		from = r->at--;
	}
	*text = sulih_view_make(from, (size_t)(r->at - from));
	r->at++;
	if (escaped) {
		sulih_buffer_add(r->room, *text);
		if (r->room->failed != 0)
			return false;
		*text = sulih_buffer_view(r->room);
	}
	return all < 0x80 || sulih_utf8_valid_prefix(*text) == text->length;
}

static json_t *read_members(struct reader *r)
{
	json_t *object = json_object();
	char key[LONGEST_KEY];
	struct sulih_view name;
	json_t *value;
	size_t count = 0;

	if (object == NULL || take(r, '}'))
		return object;
	do {
		if (!take(r, '"') || !read_string(r, &name) || name.length >= sizeof(key) ||
		    memchr(name.data, '\0', name.length) != NULL)
			goto strange;
		memcpy(key, name.data, name.length);
		key[name.length] = '\0';
		if (!take(r, ':'))
			goto strange;
		value = read_value(r);
		/* a name that stands there twice is out of the ordinary */
		if (value == NULL || json_object_set_new_nocheck(object, key, value) != 0 ||
		    json_object_size(object) != ++count)
			goto strange;
	} while (take(r, ','));
	if (take(r, '}'))
		return object;
strange:
	json_decref(object);
	return NULL;
}

static json_t *read_elements(struct reader *r)
{
	json_t *array = json_array();
	json_t *value;

	if (array == NULL || take(r, ']'))
		return array;
	do {
		value = read_value(r);
		if (value == NULL || json_array_append_new(array, value) != 0)
			goto strange;
	} while (take(r, ','));
	if (take(r, ']'))
		return array;
strange:
	json_decref(array);
	return NULL;
}

static json_t *read_integer(struct reader *r)
{
	bool negative = *r->at == '-';
	const char *from = r->at += negative;
	json_int_t value = 0;

	while (r->at < r->end && *r->at >= '0' && *r->at <= '9' && r->at - from <= MOST_DIGITS)
		value = value * 10 + (*r->at++ - '0');
	if (r->at == from || r->at - from > MOST_DIGITS || (*from == '0' && r->at - from > 1) ||
	    (r->at < r->end && strchr(".eE", *r->at) != NULL))
		return NULL;
	return json_integer(negative ? -value : value);
}

static json_t *read_word(struct reader *r)
{
	const struct sulih_view rest = sulih_view_make(r->at, (size_t)(r->end - r->at));

	if (sulih_view_starts(rest, SULIH_VIEW("true")))
		return r->at += 4, json_true();
	if (sulih_view_starts(rest, SULIH_VIEW("false")))
		return r->at += 5, json_false();
	if (sulih_view_starts(rest, SULIH_VIEW("null")))
		return r->at += 4, json_null();
	return NULL;
}

static json_t *read_value(struct reader *r)
{
	struct sulih_view text;
	json_t *value;
	char c = peek(r);

	if (r->at == r->end || r->depth == DEEPEST)
		return NULL;
	if (c == '"') {
		r->at++;
		return read_string(r, &text) ? json_stringn_nocheck(text.data, text.length) : NULL;
	}
	if (c == '{' || c == '[') {
		r->at++;
		r->depth++;
		value = c == '{' ? read_members(r) : read_elements(r);
		r->depth--;
		return value;
	}
	return c == '-' || (c >= '0' && c <= '9') ? read_integer(r) : read_word(r);
}

json_t *sulih_json_quick(struct sulih_view json, struct sulih_buffer *room)
{
	struct reader r = { json.data, json.data + json.length, room, 0 };
	json_t *value = json.length > 0 ? read_value(&r) : NULL;

	peek(&r);
	if (value != NULL && r.at != r.end) {
		json_decref(value);
		value = NULL;
	}
	sulih_buffer_clear(room);
	return value;
}
