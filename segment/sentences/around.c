/* The words around a candidate. */
#include "base/letter.h"
#include "base/space.h"
#include "base/utf8.h"
#include "segment/sentences/candidate.h"

/* No token that a rule knows is longer; bounds the look back and keeps it linear. */
#define TOKEN_MOST 64

/* Between tokens; most bytes are letters and asked about nothing more. */
static const bool parts_tokens[256] = { [' '] = 1, ['\n'] = 1, ['('] = 1, ['['] = 1, ['"'] = 1,
					['/'] = 1, [','] = 1,  [')'] = 1, [';'] = 1, [':'] = 1 };

size_t sulih_token_start(const struct candidate *k, size_t end)
{
	const unsigned char *data = (const unsigned char *)k->data;
	size_t least = end - k->block < TOKEN_MOST ? k->block : end - TOKEN_MOST;

	for (; end > least && !parts_tokens[data[end - 1]]; end--) {
		/* the bytes of “ ” ‘ – — all begin with E2 80 */
		if (data[end - 1] >= 0x80 && data[end - 1] != 0x99 && end >= k->block + 3 &&
		    data[end - 3] == 0xE2 && data[end - 2] == 0x80)
			break;
	}
	return end;
}

size_t sulih_trim_end(const struct candidate *k, size_t from, size_t end)
{
	return sulih_space_trim(k->data, from, end);
}

size_t sulih_skip_space(const struct candidate *k, size_t at)
{
	return sulih_space_skip(k->data, at, k->limit);
}

static bool joins_letters(const struct candidate *k, size_t at)
{
	size_t next = at + 1, used;
	uint32_t c;

	if ((k->data[at] != '-' && k->data[at] != '\'') || next >= k->limit)
		return false;
	c = sulih_utf8_decode(k->data + next, k->limit - next, &used);
	return sulih_is_letter(c) || sulih_is_digit(c);
}

struct sulih_view sulih_word_at(const struct candidate *k, size_t at)
{
	size_t end = at, used;

	while (end < k->limit && end - at < TOKEN_MOST) {
		uint32_t c = sulih_utf8_decode(k->data + end, k->limit - end, &used);

		if (!sulih_is_letter(c) && !sulih_is_digit(c) && !joins_letters(k, end))
			break;
		end += used;
	}
	return sulih_view_make(k->data + at, end - at);
}

struct sulih_view sulih_word_after(const struct candidate *k, struct sulih_view word)
{
	size_t at = (size_t)(word.data - k->data) + word.length;
	size_t next = sulih_skip_space(k, at);

	return next == at ? sulih_view_make(k->data + at, 0) : sulih_word_at(k, next);
}

struct sulih_view sulih_token_ending(const struct candidate *k, size_t end)
{
	size_t at = sulih_token_start(k, end);

	return sulih_view_make(k->data + at, end - at);
}

struct sulih_view sulih_token_before(const struct candidate *k, size_t at)
{
	size_t end = at;

	while (end > k->block && k->data[end - 1] == ' ')
		end--;
	if (end == at || end == k->block)
		return sulih_view_make(k->data + end, 0);
	return sulih_token_ending(k, end);
}

bool sulih_subject_follows(const struct candidate *k)
{
	struct sulih_view word = sulih_word_after(k, sulih_word_at(k, k->letter));

	return word.length > 1 && sulih_byte_is_lower(word.data[0]);
}

uint32_t sulih_char_before(const struct candidate *k, size_t at)
{
	size_t start;

	return at > k->block ? sulih_utf8_before(k->data, at, &start) : ' ';
}
