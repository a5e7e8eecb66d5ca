#include "segment/sentences/candidate.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif
#include <unicode/uchar.h>

#include "base/letter.h"
#include "base/utf8.h"
#include "segment/sentences/furniture.h"

/* No token that a rule knows is longer; bounds the look back and keeps it linear. */
#define TOKEN_MOST 64
/* No more marks close behind one stop. */
#define CLOSERS_MOST 8

/* Whether a stop, a colon or a character of a far script may begin with the byte. */
static inline bool may_stop(unsigned char c)
{
	return c == '.' || c == '!' || c == '?' || c == ':' || c >= 0xD6;
}

/* The first byte at or after `at` that may_stop; sixteen at a time where the machine can. */
static size_t next_stop(const char *data, size_t at, size_t limit)
{
#ifdef __SSE2__
	const __m128i stop = _mm_set1_epi8('.'), bang = _mm_set1_epi8('!'),
		      ask = _mm_set1_epi8('?'), colon = _mm_set1_epi8(':'),
		      far = _mm_set1_epi8((char)0xD6);

	for (; limit - at >= 16; at += 16) {
		__m128i v = _mm_loadu_si128((const __m128i *)(const void *)(data + at));
		__m128i hit = _mm_or_si128(
			_mm_or_si128(_mm_cmpeq_epi8(v, stop), _mm_cmpeq_epi8(v, bang)),
			_mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(v, ask), _mm_cmpeq_epi8(v, colon)),
				     _mm_cmpeq_epi8(_mm_max_epu8(v, far), v)));
		unsigned mask = (unsigned)_mm_movemask_epi8(hit);

		if (mask != 0)
			return at + (size_t)__builtin_ctz(mask);
	}
#endif
	while (at < limit && !may_stop((unsigned char)data[at]))
		at++;
	return at;
}

/* Length in bytes of the stop at data[at], or 0; *mark gets its sort. */
static size_t stop_at(const char *data, size_t at, size_t limit, enum mark *mark)
{
	size_t used;
	uint32_t c;

	switch (data[at]) {
	case '.':
		*mark = MARK_STOP;
		return 1;
	case '!':
	case '?':
		*mark = MARK_STRONG;
		return 1;
	default:
		break;
	}
	if ((unsigned char)data[at] < 0xD6)
		return 0;
	c = sulih_utf8_decode(data + at, limit - at, &used);
	if (c == 0x2026) {
		*mark = MARK_ELLIPSIS;
		return used;
	}
	if (c == SULIH_UTF8_INVALID || (c >= 0x2010 && c <= 0x2027) ||
	    !u_hasBinaryProperty((UChar32)c, UCHAR_S_TERM))
		return 0;
	*mark = MARK_STRONG;
	return used;
}

static bool is_letter_or_digit(const struct candidate *k, size_t at)
{
	size_t used;
	uint32_t c;

	if (at >= k->limit)
		return false;
	c = sulih_utf8_decode(k->data + at, k->limit - at, &used);
	return sulih_is_letter(c) || sulih_is_digit(c);
}

/* Whether a quote begins with the mark at `at`: asked only where spacing does not tell. */
static bool quote_begins(const struct candidate *k, size_t at)
{
	size_t low = 0, high = k->whole->quotes.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (k->whole->quotes.items[middle].span.start < at)
			low = middle + 1;
		else
			high = middle;
	}
	return low < k->whole->quotes.count && k->whole->quotes.items[low].span.start == at;
}

enum side { SIDE_NONE, SIDE_QUOTE, SIDE_BRACKET };

/* What closes at `at`, right behind a stop; *used gets its bytes. */
static enum side closer_at(const struct candidate *k, size_t at, size_t *used)
{
	uint32_t c = sulih_utf8_decode(k->data + at, k->limit - at, used);

	switch (c) {
	case ')':
	case ']':
	case '}':
		return SIDE_BRACKET;
	case 0x201D:
	case 0x2019:
	case 0xBB:
	case 0x203A:
		return SIDE_QUOTE;
	case '"':
	case '\'':
	case 0x201C: /* “ also closes, in the German manner and by mistake */
		if (!is_letter_or_digit(k, at + *used))
			return SIDE_QUOTE;
		return c == 0x201C || quote_begins(k, at) ? SIDE_NONE : SIDE_QUOTE;
	default:
		return SIDE_NONE;
	}
}

/* A note mark such as [12] that hangs on the stop; its length or 0. */
static size_t note_at(const struct candidate *k, size_t at)
{
	size_t end = at + 1;

	if (at >= k->limit || k->data[at] != '[')
		return 0;
	while (end < k->limit && end - at < 5 && k->data[end] >= '0' && k->data[end] <= '9')
		end++;
	return end > at + 1 && end < k->limit && k->data[end] == ']' ? end + 1 - at : 0;
}

/* An emoji, or what modifies one, that hangs on the stop: `Terima kasih!😊`. */
static size_t emoji_at(const struct candidate *k, size_t at)
{
	size_t used;
	uint32_t c;

	if (at >= k->limit || (unsigned char)k->data[at] < 0xE2)
		return 0;
	c = sulih_utf8_decode(k->data + at, k->limit - at, &used);
	return (c >= 0x1F000 && c <= 0x1FAFF) || (c >= 0x2600 && c <= 0x27BF) || c == 0xFE0F ? used
											     : 0;
}

static size_t skip_space(const struct candidate *k, size_t at)
{
	size_t used;

	while (at < k->limit &&
	       sulih_is_space(sulih_utf8_decode(k->data + at, k->limit - at, &used)))
		at += used;
	return at;
}

/* Closers that stand alone behind a blank (`pergi . "`) hang on what is before them. */
static size_t take_stray_closers(struct candidate *k)
{
	size_t next = skip_space(k, k->end), used;

	while (next < k->limit && next > k->end) {
		enum side side = closer_at(k, next, &used);

		if (side == SIDE_NONE || is_letter_or_digit(k, next + used) ||
		    (side == SIDE_QUOTE && k->closed))
			break;
		if (side == SIDE_QUOTE && quote_begins(k, next))
			break;
		k->closed |= side == SIDE_QUOTE;
		k->bracket |= side == SIDE_BRACKET;
		k->end = next + used;
		next = skip_space(k, k->end);
	}
	return next;
}

/* Runs over stops and closers: `?!”`, `...)`, `?".`. */
static void take_marks(struct candidate *k, size_t length)
{
	size_t at = k->stop + length, used;
	unsigned stops = 1;

	k->stop_end = at;
	while (at < k->limit) {
		enum mark mark;
		enum side side;

		used = stop_at(k->data, at, k->limit, &mark);
		if (used > 0) {
			stops++;
			if (mark > k->mark || k->closed)
				k->mark = mark;
			else if (k->mark == MARK_STOP && stops > 1)
				k->mark = MARK_ELLIPSIS;
			at += used;
			if (!k->closed && !k->bracket)
				k->stop_end = at;
			continue;
		}
		side = closer_at(k, at, &used);
		/* `."" Kapan` and `.""Kapan`: the second mark opens */
		if (side == SIDE_QUOTE && k->closed && k->data[at] == '"' &&
		    is_letter_or_digit(k, at + used))
			side = SIDE_NONE;
		if (side == SIDE_NONE) {
			used = note_at(k, at);
			if (used == 0)
				used = emoji_at(k, at);
			if (used == 0)
				break;
			at += used;
			continue;
		}
		k->closed |= side == SIDE_QUOTE;
		k->bracket |= side == SIDE_BRACKET;
		at += used;
	}
	k->end = at;
}

static bool opens(uint32_t c)
{
	switch (c) {
	case '"':
	case '\'':
	case '(':
	case '[':
	case '{':
	case 0x201C:
	case 0x201D: /* also opens, by mistake */
	case 0x201E:
	case 0x2018:
	case 0x2019:
	case 0xAB:
	case 0xBF:
	case 0xA1:
		return true;
	default:
		return false;
	}
}

/* Sets `letter` and `follow`: the first character that says how the next part begins. */
static void look_ahead(struct candidate *k)
{
	size_t at = k->next, used = 0;
	uint32_t c = 0;

	while (at < k->limit) {
		c = sulih_utf8_decode(k->data + at, k->limit - at, &used);
		if (opens(c))
			k->opened = true;
		else if (!(c == '-' || c == 0x2013 || c == 0x2014 || c == ' ' || c == 0x2022))
			break;
		if (at - k->next > 8)
			break;
		at += used;
	}
	k->letter = at;
	if (at >= k->limit)
		k->follow = k->next >= k->limit ? FOLLOW_END : FOLLOW_OTHER;
	else if (sulih_is_lower(c))
		k->follow = FOLLOW_LOWER;
	else if (sulih_is_letter(c))
		k->follow = FOLLOW_UPPER;
	else if (sulih_is_digit(c))
		k->follow = FOLLOW_DIGIT;
	else
		k->follow = FOLLOW_OTHER;
}

/* Between tokens; most bytes are letters and asked about nothing more. */
static const bool parts_tokens[256] = { [' '] = 1, ['\n'] = 1, ['('] = 1, ['['] = 1, ['"'] = 1,
					['/'] = 1, [','] = 1,  [')'] = 1, [';'] = 1, [':'] = 1 };

/* Where the token that ends at `end` begins. */
static size_t token_start(const struct candidate *k, size_t end)
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
	size_t start;

	while (end > from && sulih_is_space(sulih_utf8_before(k->data, end, &start)))
		end = start;
	return end;
}

static void set_word(struct candidate *k)
{
	k->word.end = k->stop;
	k->word.start = token_start(k, k->stop);
	if (k->word.start < k->sentence) /* `ditunda.|Dr.` */
		k->word.start = k->sentence;
}

/* At a colon: does page furniture end here that began amid a sentence? */
static bool find_furniture(struct candidate *k, size_t colon)
{
	size_t start =
		sulih_furniture_before(sulih_view_make(k->data, k->limit), k->sentence, colon);

	if (start <= k->sentence)
		return false;
	k->furniture = true;
	k->next = k->letter = k->end = k->stop = k->stop_end = start;
	k->end = sulih_trim_end(k, k->sentence, k->end);
	k->word = (struct sulih_span){ start, start };
	k->follow = FOLLOW_UPPER;
	return k->end > k->sentence;
}

bool sulih_candidate_find(struct candidate *k, size_t from)
{
	k->furniture = k->closed = k->bracket = k->opened = false;
	for (size_t at = next_stop(k->data, from, k->limit); at < k->limit;
	     at = next_stop(k->data, at + 1, k->limit)) {
		size_t length;

		if (k->data[at] == ':' && find_furniture(k, at))
			return true;
		length = stop_at(k->data, at, k->limit, &k->mark);
		if (length == 0)
			continue;
		k->stop = at;
		take_marks(k, length);
		k->next = take_stray_closers(k);
		look_ahead(k);
		set_word(k);
		return true;
	}
	return false;
}

/* Runs back from a border over closers of any script (`。」`) to the stop. */
static bool find_stop_before(struct candidate *k, size_t border)
{
	size_t at = border, start;

	for (unsigned passed = 0; at > k->sentence && passed < CLOSERS_MOST; passed++) {
		UChar32 c = (UChar32)sulih_utf8_before(k->data, at, &start);
		int8_t type = u_charType(c);

		if (c == '.' || c == 0x2024 || c == 0xFE52) {
			k->mark = MARK_STOP;
		} else if (u_hasBinaryProperty(c, UCHAR_S_TERM)) {
			k->mark = MARK_STRONG;
		} else {
			/* the scanner knows those of ASCII, and an opener closes nothing */
			if (c < 0x80 || (type != U_END_PUNCTUATION && type != U_FINAL_PUNCTUATION))
				return false;
			k->closed |= u_hasBinaryProperty(c, UCHAR_QUOTATION_MARK) != 0;
			k->bracket |= !u_hasBinaryProperty(c, UCHAR_QUOTATION_MARK);
			at = start;
			continue;
		}
		k->stop = start;
		k->stop_end = at;
		return true;
	}
	return false;
}

bool sulih_candidate_propose(struct candidate *k, size_t border)
{
	size_t start;

	k->furniture = k->closed = k->bracket = k->opened = false;
	k->end = border;
	k->next = skip_space(k, border); /* ICU ends a sentence at each of several line ends */
	while (k->end > k->sentence && sulih_is_space(sulih_utf8_before(k->data, k->end, &start)))
		k->end = start;
	if (!find_stop_before(k, k->end))
		return false;
	look_ahead(k);
	set_word(k);
	return true;
}

static bool joins_letters(const struct candidate *k, size_t at)
{
	return (k->data[at] == '-' || k->data[at] == '\'') && is_letter_or_digit(k, at + 1);
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
	size_t next = skip_space(k, at);

	return next == at ? sulih_view_make(k->data + at, 0) : sulih_word_at(k, next);
}

struct sulih_view sulih_token_ending(const struct candidate *k, size_t end)
{
	size_t at = token_start(k, end);

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
