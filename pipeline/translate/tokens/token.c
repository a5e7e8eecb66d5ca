#include "pipeline/translate/tokens/token.h"

#include <strings.h>

#include "base/letter.h"
#include "base/utf8.h"

enum { MOST_JUNK = 4, MOST_DIGITS = 4, LONGEST_TAG = 160 };

/* Pairs of brackets that engines make of each other. */
static const uint32_t brackets[][2] = {
	{ '[', ']' },	    { '{', '}' },	{ '(', ')' },	    { '<', '>' },
	{ 0x27E6, 0x27E7 }, { 0x301A, 0x301B }, { 0x3010, 0x3011 }, { 0xFF3B, 0xFF3D },
	{ 0xFF5B, 0xFF5D }, { 0xFF08, 0xFF09 }, { 0x3008, 0x3009 }, { 0x300A, 0x300B },
	{ 0x3014, 0x3015 }, { 0x27E8, 0x27E9 }, { 0x2985, 0x2986 }, { 0xAB, 0xBB },
	{ 0x2039, 0x203A }, { 0xFF1C, 0xFF1E },
};

/* Code point at `at`, 0 at the end; *next gets where the following one begins. */
static uint32_t peek(struct sulih_view text, size_t at, size_t *next)
{
	size_t used;
	uint32_t c;

	if (at >= text.length) {
		*next = text.length;
		return 0;
	}
	c = sulih_utf8_decode(text.data + at, text.length - at, &used);
	*next = at + used;
	return c;
}

static int digit_value(uint32_t c)
{
	static const uint32_t zeros[] = { '0', 0xFF10, 0x660, 0x6F0, 0x966 };

	for (size_t i = 0; i < sizeof(zeros) / sizeof(*zeros); i++)
		if (c >= zeros[i] && c <= zeros[i] + 9)
			return (int)(c - zeros[i]);
	return -1;
}

/* Blanks, invisible characters and the backslashes of escaped Markdown. */
static bool is_junk(uint32_t c)
{
	return c == ' ' || c == '\\' || c == 0xA0 || c == 0xAD || c == 0x2009 || c == 0x202F ||
	       (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0x3000 || c == 0xFEFF;
}

static size_t skip_junk(struct sulih_view text, size_t at)
{
	size_t next;

	for (int i = 0; i < MOST_JUNK && is_junk(peek(text, at, &next)); i++)
		at = next;
	return at;
}

/* Reads a number; returns where it ends, or `at` when there is none. */
static size_t read_number(struct sulih_view text, size_t at, unsigned *number)
{
	size_t end = at, next;
	int digits = 0, value;

	*number = 0;
	while ((value = digit_value(peek(text, end, &next))) >= 0) {
		if (++digits > MOST_DIGITS)
			return at;
		*number = *number * 10 + (unsigned)value;
		end = next;
	}
	return end;
}

static bool starts_at(struct sulih_view text, size_t at, const char *with)
{
	size_t length = strlen(with);

	return text.length - at >= length && memcmp(text.data + at, with, length) == 0;
}

static bool exact_at(struct sulih_view text, size_t at, const struct sulih_shape *shape,
		     struct sulih_token *token)
{
	size_t digits, end;

	if (!starts_at(text, at, shape->before))
		return false;
	digits = at + strlen(shape->before);
	if (digits >= text.length || text.data[digits] < '1' || text.data[digits] > '9')
		return false;
	end = read_number(text, digits, &token->number);
	if (end == digits || !starts_at(text, end, shape->after))
		return false;
	token->start = at;
	token->end = end + strlen(shape->after);
	token->exact = true;
	token->kind = shape->close[0] ? SULIH_TOKEN_OPEN : SULIH_TOKEN_WHOLE;
	return true;
}

static uint32_t closer_of(uint32_t opener)
{
	for (size_t i = 0; i < sizeof(brackets) / sizeof(*brackets); i++)
		if (brackets[i][0] == opener)
			return brackets[i][1];
	return 0;
}

static bool is_closer(uint32_t c)
{
	for (size_t i = 0; i < sizeof(brackets) / sizeof(*brackets); i++)
		if (brackets[i][1] == c)
			return true;
	return false;
}

/* Whether the bracket is rare enough to mean a token without its partner. */
static bool is_telling(uint32_t bracket, const char *mark)
{
	size_t used;

	return bracket >= 0x2000 && sulih_utf8_decode(mark, strlen(mark), &used) == bracket;
}

/* "1⟧": the opening half was lost. */
static bool half_at(struct sulih_view text, size_t at, const struct sulih_shape *shape,
		    struct sulih_token *token)
{
	size_t end, next, before;
	uint32_t c;

	if (at > 0 && digit_value(sulih_utf8_before(text.data, at, &before)) >= 0)
		return false;
	end = read_number(text, at, &token->number);
	if (end == at)
		return false;
	c = peek(text, end = skip_junk(text, end), &next);
	if (!is_telling(c, shape->after))
		return false;
	token->start = at;
	token->end = next;
	return true;
}

static bool bracketed_at(struct sulih_view text, size_t at, const struct sulih_shape *shape,
			 struct sulih_token *token)
{
	size_t next, end, inner, repeated = 0;
	uint32_t opener, c;

	inner = at;
	while (peek(text, inner, &next) == '\\')
		inner = next;
	opener = peek(text, inner, &next);
	if (inner == at && digit_value(opener) >= 0)
		return half_at(text, at, shape, token);
	if (closer_of(opener) == 0)
		return false;
	do {
		inner = skip_junk(text, next);
		repeated++;
	} while (repeated < 3 && peek(text, inner, &next) == opener);
	end = read_number(text, inner, &token->number);
	if (end == inner)
		return false;
	inner = skip_junk(text, end);
	c = peek(text, inner, &next);
	if (!is_closer(c)) {
		/* "⟦1 hadir" lost its end; "⟦1st" is something else */
		if (!is_telling(opener, shape->before) || sulih_is_letter(peek(text, end, &next)))
			return false;
		token->start = at;
		token->end = end;
		return true;
	}
	for (; repeated > 0 && is_closer(c); repeated--) {
		end = next;
		inner = skip_junk(text, next);
		if (peek(text, inner, &next) != c)
			break;
	}
	token->start = at;
	token->end = end;
	return true;
}

/* One letter of a mark, whatever its case or width. */
static bool same_letter(uint32_t c, char letter)
{
	if (c >= 0xFF21 && c <= 0xFF5A)
		c -= 0xFEE0;
	return c < 0x80 && ((c | 32) == (uint32_t)(letter | 32));
}

static bool letters_at(struct sulih_view text, size_t *at, const char *letters)
{
	size_t inner = *at, next;

	for (; *letters; letters++) {
		if (!same_letter(peek(text, inner, &next), *letters))
			return false;
		*at = next;
		inner = skip_junk(text, next);
		if (peek(text, inner, &next) == '_' || peek(text, inner, &next) == '-')
			inner = next;
	}
	return true;
}

/* XN1X; Apertium puts a star before words that it does not know. */
static bool lettered_at(struct sulih_view text, size_t at, const struct sulih_shape *shape,
			struct sulih_token *token)
{
	size_t inner = at, end, next, before;

	if (at > 0 && sulih_is_letter(sulih_utf8_before(text.data, at, &before)))
		return false;
	if (text.data[inner] == '*')
		inner++;
	if (!letters_at(text, &inner, shape->before))
		return false;
	inner = skip_junk(text, inner);
	if (peek(text, inner, &next) == '_' || peek(text, inner, &next) == '-')
		inner = next;
	end = read_number(text, inner, &token->number);
	if (end == inner)
		return false;
	end = skip_junk(text, end);
	if (peek(text, end, &next) == '_' || peek(text, end, &next) == '-')
		end = next;
	if (!letters_at(text, &end, shape->after))
		return false;
	token->start = at;
	token->end = end;
	return true;
}

/* "<", "&lt;", "＜", "\<"; returns its end or `at`. */
static size_t angle(struct sulih_view text, size_t at, bool closing)
{
	const char *entity = closing ? "&gt;" : "&lt;";
	size_t from = at, next;
	uint32_t c;

	while (peek(text, from, &next) == '\\')
		from = next;
	c = peek(text, from, &next);
	if (c == (closing ? '>' : '<') || c == (closing ? 0xFF1E : 0xFF1C))
		return next;
	return from < text.length && starts_at(text, from, entity) ? from + 4 : at;
}

/* Reads "< / NAME"; returns its end or `at`. */
static size_t tag_name(struct sulih_view text, size_t at, const struct sulih_shape *shape,
		       bool *closing)
{
	size_t end = angle(text, at, false), next;

	if (end == at)
		return at;
	end = skip_junk(text, end);
	*closing = peek(text, end, &next) == '/';
	if (*closing)
		end = skip_junk(text, next);
	for (const char *p = shape->element; *p; p++) {
		if (!same_letter(peek(text, end, &next), *p))
			return at;
		end = next;
	}
	return sulih_is_letter(peek(text, end, &next)) ? at : end;
}

/* Where the tag's angle closes: the start of ">"; text.length when it never does. */
static size_t tag_end(struct sulih_view text, size_t from)
{
	size_t most = text.length - from > LONGEST_TAG ? from + LONGEST_TAG : text.length;

	for (size_t i = from; i < most; i++) {
		char c = text.data[i];

		if ((c == '>' || c == '&' || c == '\xEF') && angle(text, i, true) > i)
			return i;
		if (c == '<')
			break;
	}
	return text.length;
}

/* Behind the "=" of the attribute that holds the number; tag.length when it is not there. */
static size_t attribute_value(struct sulih_view tag, const struct sulih_shape *shape)
{
	const char *equals = strrchr(shape->before, '='), *name = equals;
	size_t length, next;

	while (name != NULL && name > shape->before && name[-1] != ' ')
		name--;
	length = name ? (size_t)(equals - name) : 0;
	for (size_t at = 0; length > 0 && at + length < tag.length; at++) {
		if (strncasecmp(tag.data + at, name, length) != 0 ||
		    (at > 0 && sulih_byte_is_letter(tag.data[at - 1])))
			continue;
		next = skip_junk(tag, at + length);
		if (next < tag.length && tag.data[next] == '=')
			return next + 1;
	}
	return tag.length;
}

/* The number inside a tag, behind its attribute: id = &quot;p1&quot; */
static bool attribute_number(struct sulih_view tag, const struct sulih_shape *shape,
			     unsigned *number)
{
	size_t at = attribute_value(tag, shape), next;

	while (at < tag.length) {
		if (starts_at(tag, at, "&#34;"))
			at += 5;
		else if (digit_value(peek(tag, at, &next)) >= 0)
			return read_number(tag, at, number) > at;
		else
			at = next;
	}
	return false;
}

static bool tag_at(struct sulih_view text, size_t at, const struct sulih_shape *shape,
		   struct sulih_token *token)
{
	bool closing, empty;
	size_t name = tag_name(text, at, shape, &closing), stop, inner;

	if (name == at)
		return false;
	stop = tag_end(text, name);
	if (stop == text.length)
		return false;
	token->start = at;
	token->end = angle(text, stop, true);
	token->number = 0;
	empty = stop > name && text.data[stop - 1] == '/';
	token->kind = closing		      ? SULIH_TOKEN_CLOSE
		      : shape->keep && !empty ? SULIH_TOKEN_OPEN
					      : SULIH_TOKEN_WHOLE;
	if (closing)
		return true;
	if (shape->place == SULIH_SHAPE_ATTRIBUTE)
		return attribute_number(sulih_view_slice(text, name, stop), shape, &token->number);
	if (shape->place == SULIH_SHAPE_NAME)
		return read_number(text, name, &token->number) > name;
	inner = skip_junk(text, token->end);
	stop = read_number(text, inner, &token->number);
	if (stop == inner)
		return false;
	stop = skip_junk(text, stop);
	name = tag_name(text, stop, shape, &closing);
	if (name == stop || !closing || tag_end(text, name) == text.length)
		return false;
	token->end = angle(text, tag_end(text, name), true);
	return true;
}

bool sulih_token_may_start(char byte, const struct sulih_shape *shape)
{
	unsigned char c = (unsigned char)byte;

	if (shape->element[0])
		return c == '<' || c == '&' || c == '\\' || c == 0xEF;
	if (shape->place == SULIH_SHAPE_LETTERED)
		return (c | 32) == ((unsigned char)shape->before[0] | 32) || c == '*' || c == 0xEF;
	return c >= 0xC2 || c == '[' || c == '{' || c == '(' || c == '<' || c == '\\' ||
	       ((unsigned char)shape->after[0] >= 0xC2 && c >= '0' && c <= '9');
}

bool sulih_token_at(struct sulih_view text, size_t at, const struct sulih_shape *shape,
		    struct sulih_token *token)
{
	if (exact_at(text, at, shape, token))
		return true;
	token->exact = false;
	token->kind = SULIH_TOKEN_WHOLE;
	if (shape->element[0])
		return tag_at(text, at, shape, token);
	if (shape->place == SULIH_SHAPE_LETTERED)
		return lettered_at(text, at, shape, token);
	return bracketed_at(text, at, shape, token);
}
