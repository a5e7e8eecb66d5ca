#include "pipeline/translate/tokens/token.h"

#include "base/letter.h"
#include "pipeline/translate/tokens/scan.h"

/* Pairs of brackets that engines make of each other. */
static const uint32_t brackets[][2] = {
	{ '[', ']' },	    { '{', '}' },	{ '(', ')' },	    { '<', '>' },
	{ 0x27E6, 0x27E7 }, { 0x301A, 0x301B }, { 0x3010, 0x3011 }, { 0xFF3B, 0xFF3D },
	{ 0xFF5B, 0xFF5D }, { 0xFF08, 0xFF09 }, { 0x3008, 0x3009 }, { 0x300A, 0x300B },
	{ 0x3014, 0x3015 }, { 0x27E8, 0x27E9 }, { 0x2985, 0x2986 }, { 0xAB, 0xBB },
	{ 0x2039, 0x203A }, { 0xFF1C, 0xFF1E },
};

static bool exact_at(struct sulih_view text, size_t at, const struct sulih_shape *shape,
		     struct sulih_token *token)
{
	size_t digits, end;

	if (!sulih_scan_starts(text, at, shape->before))
		return false;
	digits = at + strlen(shape->before);
	if (digits >= text.length || text.data[digits] < '1' || text.data[digits] > '9')
		return false;
	end = sulih_scan_number(text, digits, &token->number);
	if (end == digits || !sulih_scan_starts(text, end, shape->after))
		return false;
	token->start = at;
	token->end = end + strlen(shape->after);
	token->exact = true;
	token->kind = shape->close[0] ? SULIH_TOKEN_OPEN : SULIH_TOKEN_WHOLE;
	return true;
}

static uint32_t closer_of(uint32_t opener)
{
	for (size_t i = 0; i < SULIH_COUNT(brackets); i++)
		if (brackets[i][0] == opener)
			return brackets[i][1];
	return 0;
}

static bool is_closer(uint32_t c)
{
	for (size_t i = 0; i < SULIH_COUNT(brackets); i++)
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

	if (at > 0 && sulih_scan_digit(sulih_utf8_before(text.data, at, &before)) >= 0)
		return false;
	end = sulih_scan_number(text, at, &token->number);
	if (end == at)
		return false;
	c = sulih_scan_peek(text, sulih_scan_skip_junk(text, end), &next);
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
	while (sulih_scan_peek(text, inner, &next) == '\\')
		inner = next;
	opener = sulih_scan_peek(text, inner, &next);
	if (inner == at && sulih_scan_digit(opener) >= 0)
		return half_at(text, at, shape, token);
	if (closer_of(opener) == 0)
		return false;
	do {
		inner = sulih_scan_skip_junk(text, next);
		repeated++;
	} while (repeated < 3 && sulih_scan_peek(text, inner, &next) == opener);
	end = sulih_scan_number(text, inner, &token->number);
	if (end == inner)
		return false;
	inner = sulih_scan_skip_junk(text, end);
	c = sulih_scan_peek(text, inner, &next);
	if (!is_closer(c)) {
		/* "⟦1 hadir" lost its end; "⟦1st" is something else */
		if (!is_telling(opener, shape->before) ||
		    sulih_is_letter(sulih_scan_peek(text, end, &next)))
			return false;
		token->start = at;
		token->end = end;
		return true;
	}
	for (; repeated > 0 && is_closer(c); repeated--) {
		end = next;
		inner = sulih_scan_skip_junk(text, next);
		if (sulih_scan_peek(text, inner, &next) != c)
			break;
	}
	token->start = at;
	token->end = end;
	return true;
}

static bool letters_at(struct sulih_view text, size_t *at, const char *letters)
{
	size_t inner = *at, next;

	for (; *letters; letters++) {
		if (!sulih_scan_same_letter(sulih_scan_peek(text, inner, &next), *letters))
			return false;
		*at = next;
		inner = sulih_scan_skip_junk(text, next);
		if (sulih_scan_peek(text, inner, &next) == '_' ||
		    sulih_scan_peek(text, inner, &next) == '-')
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
	inner = sulih_scan_skip_junk(text, inner);
	if (sulih_scan_peek(text, inner, &next) == '_' ||
	    sulih_scan_peek(text, inner, &next) == '-')
		inner = next;
	end = sulih_scan_number(text, inner, &token->number);
	if (end == inner)
		return false;
	end = sulih_scan_skip_junk(text, end);
	if (sulih_scan_peek(text, end, &next) == '_' || sulih_scan_peek(text, end, &next) == '-')
		end = next;
	if (!letters_at(text, &end, shape->after))
		return false;
	token->start = at;
	token->end = end;
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
		return sulih_token_tag_at(text, at, shape, token);
	if (shape->place == SULIH_SHAPE_LETTERED)
		return lettered_at(text, at, shape, token);
	return bracketed_at(text, at, shape, token);
}
