#include "pipeline/format/json_scan.h"

#include "base/utf8.h"

enum { DEEPEST = 256 };

struct scanner {
	struct sulih_view text;
	size_t at;
	const struct sulih_json_visitor *visitor;
	struct sulih_error *error;
};

static int fault(struct scanner *s, const char *what)
{
	return sulih_fail(s->error, SULIH_ERROR_INPUT, "malformed JSON at byte %zu: %s", s->at + 1,
			  what);
}

static int peek(const struct scanner *s)
{
	return s->at < s->text.length ? (unsigned char)s->text.data[s->at] : -1;
}

static void skip_blanks(struct scanner *s)
{
	int c;

	while ((c = peek(s)) == ' ' || c == '\t' || c == '\r' || c == '\n')
		s->at++;
}

static bool is_hex(int c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

static int scan_escape(struct scanner *s)
{
	int c = peek(s);

	s->at++;
	if (c == 'u') {
		for (int i = 0; i < 4; i++, s->at++)
			if (!is_hex(peek(s)))
				return fault(s, "\\u wants four hexadecimal digits");
		return 0;
	}
	if (c < 0 || strchr("\"\\/bfnrt", c) == NULL) {
		s->at--;
		return fault(s, "unknown escape in a string");
	}
	return 0;
}

static int scan_string(struct scanner *s)
{
	if (peek(s) != '"')
		return fault(s, "a string was expected");
	s->at++;
	for (;;) {
		int c = peek(s);

		if (c < 0)
			return fault(s, "the string does not end");
		if (c < 0x20)
			return fault(s, "control character in a string");
		s->at++;
		if (c == '"')
			return 0;
		if (c == '\\' && scan_escape(s) != 0)
			return SULIH_ERROR_INPUT;
	}
}

static size_t skip_digits(struct scanner *s)
{
	size_t start = s->at;

	while (peek(s) >= '0' && peek(s) <= '9')
		s->at++;
	return s->at - start;
}

static int scan_number(struct scanner *s)
{
	if (peek(s) == '-')
		s->at++;
	if (peek(s) == '0')
		s->at++;
	else if (skip_digits(s) == 0)
		return fault(s, "a value was expected");
	if (peek(s) == '.') {
		s->at++;
		if (skip_digits(s) == 0)
			return fault(s, "a digit was expected");
	}
	if (peek(s) == 'e' || peek(s) == 'E') {
		s->at++;
		if (peek(s) == '+' || peek(s) == '-')
			s->at++;
		if (skip_digits(s) == 0)
			return fault(s, "a digit was expected");
	}
	return 0;
}

static int scan_word(struct scanner *s, const char *word)
{
	size_t length = strlen(word);

	if (s->text.length - s->at < length || memcmp(s->text.data + s->at, word, length) != 0)
		return fault(s, "a value was expected");
	s->at += length;
	return 0;
}

static int scan_value(struct scanner *s, int depth);

static int scan_member(struct scanner *s, int depth)
{
	struct sulih_view key;
	size_t start;

	skip_blanks(s);
	start = s->at;
	if (scan_string(s) != 0)
		return SULIH_ERROR_INPUT;
	key = sulih_view_slice(s->text, start + 1, s->at - 1);
	skip_blanks(s);
	if (peek(s) != ':')
		return fault(s, "a colon was expected");
	s->at++;
	skip_blanks(s);
	start = s->at;
	if (scan_value(s, depth) != 0)
		return SULIH_ERROR_INPUT;
	if (depth == 1 && s->visitor != NULL)
		s->visitor->member(s->visitor->context, key, (struct sulih_span){ start, s->at });
	return 0;
}

/* The inside of an object or array, from its opening bracket to its closing one. */
static int scan_container(struct scanner *s, int depth, char close)
{
	if (depth > DEEPEST)
		return fault(s, "nested too deep");
	s->at++;
	skip_blanks(s);
	if (peek(s) == close) {
		s->at++;
		return 0;
	}
	for (;;) {
		int status = close == '}' ? scan_member(s, depth) : scan_value(s, depth);

		if (status != 0)
			return status;
		skip_blanks(s);
		if (peek(s) == close) {
			s->at++;
			return 0;
		}
		if (peek(s) != ',')
			return fault(s, "a comma or the closing bracket was expected");
		s->at++;
	}
}

static int scan_value(struct scanner *s, int depth)
{
	skip_blanks(s);
	switch (peek(s)) {
	case '{':
		return scan_container(s, depth + 1, '}');
	case '[':
		return scan_container(s, depth + 1, ']');
	case '"':
		return scan_string(s);
	case 't':
		return scan_word(s, "true");
	case 'f':
		return scan_word(s, "false");
	case 'n':
		return scan_word(s, "null");
	default:
		return scan_number(s);
	}
}

int sulih_json_scan_object(struct sulih_view line, const struct sulih_json_visitor *visitor,
			   struct sulih_error *error)
{
	struct scanner s = { line, 0, visitor, error };
	int status;

	if (line.length >= 3 && memcmp(line.data, "\xEF\xBB\xBF", 3) == 0)
		s.at = 3;
	skip_blanks(&s);
	if (peek(&s) != '{')
		return fault(&s, "an object was expected");
	status = scan_container(&s, 1, '}');
	skip_blanks(&s);
	if (status == 0 && s.at < line.length)
		return fault(&s, "something follows the object");
	return status;
}

static uint32_t four_digits(const char *at)
{
	uint32_t value = 0;

	for (int i = 0; i < 4; i++) {
		int c = (unsigned char)at[i];

		value = value * 16 + (uint32_t)(c <= '9' ? c - '0' : (c | 32) - 'a' + 10);
	}
	return value;
}

/* The character of a \u escape at `at` (behind the u); *used: bytes it takes.  Of a lone surrogate
 * it is U+FFFD, and *lone is set. */
static uint32_t escaped_character(struct sulih_view s, size_t at, size_t *used, bool *lone)
{
	uint32_t c = four_digits(s.data + at), low;

	*used = 4;
	*lone = false;
	if (c < 0xD800 || c > 0xDFFF)
		return c;
	if (c < 0xDC00 && at + 10 < s.length && s.data[at + 4] == '\\' && s.data[at + 5] == 'u') {
		low = four_digits(s.data + at + 6);
		if (low >= 0xDC00 && low <= 0xDFFF) {
			*used = 10;
			return 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
		}
	}
	*lone = true;
	return SULIH_REPLACEMENT;
}

static void put_escaped(struct sulih_view string, size_t at, size_t *used, struct sulih_buffer *out,
			struct sulih_surrogates *surrogates)
{
	bool lone;
	uint32_t c = escaped_character(string, at, used, &lone);

	if (lone && surrogates->count++ == 0)
		surrogates->first = sulih_utf8_count(sulih_buffer_view(out));
	sulih_buffer_put_code_point(out, c);
}

void sulih_json_unescape(struct sulih_view string, struct sulih_buffer *out,
			 struct sulih_surrogates *surrogates)
{
	static const char shorts[] = "b\bf\fn\nr\rt\t";
	size_t end = string.length - 1, used;

	for (size_t at = 1; at < end;) {
		const char *stop = memchr(string.data + at, '\\', end - at);
		size_t plain = stop ? (size_t)(stop - string.data) - at : end - at;
		const char *known;

		sulih_buffer_append(out, string.data + at, plain);
		at += plain;
		if (stop == NULL)
			break;
		if (string.data[at + 1] == 'u') {
			put_escaped(string, at + 2, &used, out, surrogates);
			at += 2 + used;
			continue;
		}
		known = strchr(shorts, string.data[at + 1]);
		sulih_buffer_putc(out, known != NULL ? known[1] : string.data[at + 1]);
		at += 2;
	}
}
