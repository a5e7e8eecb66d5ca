/* The running text as words, figures and marks; every distinct word is kept once. */
#include "pipeline/protect/names/tokens.h"

#include "base/letter.h"
#include "base/table.h"
#include "base/utf8.h"
#include "lists.h"

struct reader {
	struct sulih_word_memory *memory;
	struct sulih_view text; /* running text */
	size_t chunk;		/* the first token behind the last blank */
	bool odd;		/* one of the tokens since is not plain */
	uint16_t flags;		/* of the next token */
};

static bool is_apostrophe(uint32_t c)
{
	return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02BC || c == '`';
}

/* Combining marks belong to the letter before them. */
static bool is_word_part(uint32_t c)
{
	return sulih_is_letter(c) || sulih_is_digit(c) || (c >= 0x300 && c <= 0x36F);
}

static bool is_blank_or_end(const char *data, size_t at, size_t end)
{
	size_t used;

	return at >= end || sulih_is_space(sulih_utf8_decode(data + at, end - at, &used));
}

static size_t after_word_parts(const char *data, size_t at, size_t end)
{
	size_t used;

	for (;;) {
		while (at < end &&
		       sulih_byte_class(data[at]) & (SULIH_BYTE_LETTER | SULIH_BYTE_DIGIT))
			at++;
		if (at >= end || (unsigned char)data[at] < 0x80 ||
		    !is_word_part(sulih_utf8_decode(data + at, end - at, &used)))
			return at;
		at += used;
	}
}

/* An apostrophe, ampersand or ayn between letters stays inside the word: Ma'ruf, S&P. */
static size_t inner_sign(const char *data, size_t at, size_t end)
{
	size_t used, next;
	uint32_t c;

	if (at >= end || data[at] == ' ')
		return 0;
	c = sulih_utf8_decode(data + at, end - at, &used);
	if (!is_apostrophe(c) && c != '&')
		return 0;
	if (at + used >= end ||
	    !sulih_is_letter(sulih_utf8_decode(data + at + used, end - at - used, &next)))
		return 0;
	return used;
}

/* Endings of domains that papers wear in their names (Kompas.com, detik.com). */
static bool is_domain_ending(struct sulih_view v)
{
	static const char *const endings[] = { "com",  "id", "co", "net", "org", "go",
					       "news", "tv", "ac", "io",  "or",	 "web" };

	for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
		if (sulih_view_is(v, endings[i]))
			return true;
	}
	return false;
}

/* S.H., M.Si., K.H., U.S.: one letter (or Ph, Dr, St), a stop, at most four letters, no blank.
 * `hutan.Polisi` is no abbreviation: its first part is too long. */
static bool is_abbreviated(const char *data, size_t start, size_t stop, size_t end)
{
	size_t next = after_word_parts(data, stop + 1, end), used;
	size_t first = stop - start, second = next - stop - 1;

	if (second == 0 || !sulih_is_upper(sulih_utf8_decode(data + start, end - start, &used)))
		return false;
	if (!sulih_is_upper(sulih_utf8_decode(data + stop + 1, end - stop - 1, &used)))
		return first == 2 && second == 1; /* Ph.d */
	return (first == 1 && second <= 4) || (first == 2 && second == 1);
}

/* The end of the word at `start`, whose first part ends at `at`: with inner signs, stops of
 * abbreviations and domains. */
static size_t word_end(const char *data, size_t start, size_t at, size_t end, uint16_t *flags)
{
	for (;;) {
		size_t sign = inner_sign(data, at, end), next;

		if (sign) {
			at = after_word_parts(data, at + sign, end);
			continue;
		}
		if (at + 1 >= end || data[at] != '.')
			return at;
		next = after_word_parts(data, at + 1, end);
		if (next == at + 1)
			return at;
		if (is_domain_ending(sulih_view_slice(sulih_view_make(data, end), at + 1, next)))
			*flags |= TOKEN_DOMAIN;
		else if ((*flags & TOKEN_DOTTED) ? next - at <= 5
						 : is_abbreviated(data, start, at, end))
			*flags |= TOKEN_DOTTED;
		else
			return at;
		at = next;
	}
}

/* Figures with their separators: 1.250,5. */
static size_t number_end(const char *data, size_t at, size_t end)
{
	while (at < end) {
		if (sulih_byte_is_digit(data[at]))
			at++;
		else if ((data[at] == '.' || data[at] == ',') && at + 1 < end &&
			 sulih_byte_is_digit(data[at + 1]))
			at += 2;
		else
			break;
	}
	return at;
}

/* Addresses of the net, handles and hashtags are another recogniser's.  `word` is where the
 * letters and figures at `at` end. */
static bool begins_net(const char *data, size_t at, size_t word, size_t end)
{
	if (data[at] == '@' || data[at] == '#')
		return at + 1 < end && !is_blank_or_end(data, at + 1, end);
	if (word == end || data[word] == ' ')
		return false;
	if ((data[word] == '.' && word == at + 3 && memcmp(data + at, "www", 3) == 0) ||
	    (word + 2 < end && memcmp(data + word, "://", 3) == 0))
		return true;
	return word > at && data[word] == '@' && !is_blank_or_end(data, word + 1, end);
}

static uint8_t shape_of(struct sulih_view v)
{
	size_t at = 0, used, upper = 0, lower = 0;
	bool initial = false;

	while (at < v.length) {
		unsigned class = sulih_byte_class(v.data[at]);
		uint32_t c;

		if (class & SULIH_BYTE_LOWER) {
			lower++;
			at++;
			continue;
		}
		c = sulih_utf8_decode(v.data + at, v.length - at, &used);
		if (sulih_is_upper(c)) {
			initial |= upper + lower == 0;
			upper++;
		} else if (sulih_is_lower(c)) {
			lower++;
		}
		at += used;
	}
	if (upper == 0)
		return lower ? SHAPE_LOWER : SHAPE_NONE;
	if (lower == 0)
		return SHAPE_UPPER;
	return initial && upper == 1 ? SHAPE_CAPITAL : SHAPE_MIXED;
}

static uint32_t intern(struct sulih_word_memory *m, struct sulih_view lower)
{
	return word_intern(m, lower, sulih_table_hash(lower));
}

/* The lower-case form of a short word, in `room` when it is not there already. */
static struct sulih_view lower_of(struct sulih_view text, uint8_t shape, char *room, size_t size)
{
	if (shape == SHAPE_LOWER)
		return text;
	if (shape != SHAPE_CAPITAL || text.length > size || !sulih_byte_is_upper(text.data[0]))
		return sulih_lower_key(text, room, size);
	memcpy(room, text.data, text.length);
	room[0] = sulih_byte_lower(room[0]);
	return sulih_view_make(room, text.length);
}

static uint32_t word_of(struct sulih_word_memory *m, struct sulih_view text, uint8_t shape)
{
	char room[128];
	struct sulih_view lower = lower_of(text, shape, room, sizeof(room));

	if (lower.length || text.length == 0)
		return intern(m, lower);
	sulih_buffer_clear(&m->key);
	sulih_lower(text, &m->key);
	if (m->key.failed)
		return NAMES_NONE;
	return intern(m, sulih_buffer_view(&m->key));
}

static struct name_token *add_token(struct reader *r, size_t start, size_t end,
				    enum token_kind kind)
{
	struct name_tokens *tokens = &r->memory->tokens;
	struct name_token *token;

	if (tokens->count == tokens->capacity && SULIH_VECTOR_RESERVE(tokens, 1) != 0)
		return NULL;
	token = &tokens->items[tokens->count++];
	*token = (struct name_token){ .start = (uint32_t)start,
				      .end = (uint32_t)end,
				      .word = NAMES_NONE,
				      .kind = (uint8_t)kind,
				      .shape = SHAPE_NONE,
				      .flags = r->flags };
	return token;
}

static int add_mark(struct reader *r, size_t start, size_t end, enum token_kind kind, uint32_t mark)
{
	struct name_token *token = add_token(r, start, end, kind);

	if (token == NULL)
		return SULIH_ERROR_MEMORY;
	token->mark = mark;
	return 0;
}

/* Counts a word that a token stands for.  Most never stand with a capital and need no further
 * look-ups. */
static int count_word(struct sulih_word_memory *m, struct name_token *token, uint32_t word)
{
	token->word = word;
	if (word == NAMES_NONE)
		return SULIH_ERROR_MEMORY;
	if (token->shape == SHAPE_LOWER) {
		m->words.items[word].small++;
		token->facts = m->words.items[word].always;
		return 0;
	}
	if (word_raise(m, word) != 0)
		return SULIH_ERROR_MEMORY;
	token->facts = m->words.items[word].raised;
	return 0;
}

static int add_word(struct reader *r, size_t start, size_t end, uint8_t shape)
{
	struct name_token *token = add_token(r, start, end, TOKEN_WORD);

	if (token == NULL)
		return SULIH_ERROR_MEMORY;
	token->shape = shape;
	return count_word(r->memory, token,
			  word_of(r->memory, sulih_view_slice(r->text, start, end), shape));
}

enum { ROOM = 64 };

/*
 * A simple word waits until its segment is cut: then the words of all are looked up
 * together, so that the memory's answers come while others are asked for.  Its hash
 * stands where its facts will.
 */
static int add_simple(struct reader *r, size_t start, size_t end, uint8_t shape)
{
	struct name_token *token;
	char room[ROOM];

	if (end - start > sizeof(room))
		return add_word(r, start, end, shape);
	token = add_token(r, start, end, TOKEN_WORD);
	if (token == NULL)
		return SULIH_ERROR_MEMORY;
	token->shape = shape;
	token->facts = sulih_table_hash(
		lower_of(sulih_view_slice(r->text, start, end), shape, room, sizeof(room)));
	__builtin_prefetch(
		&r->memory->slots.items[word_slots_first(&r->memory->slots, token->facts)]);
	return 0;
}

static int look_up_waiting(struct reader *r, size_t first)
{
	struct sulih_word_memory *m = r->memory;
	struct name_token *tokens = m->tokens.items;
	size_t count = m->tokens.count;
	int status = 0;

	for (size_t i = first; i < count; i++) {
		const struct word_slot *slot =
			&m->slots.items[word_slots_first(&m->slots, tokens[i].facts)];

		if (tokens[i].kind == TOKEN_WORD && slot->word != 0)
			__builtin_prefetch(&m->words.items[slot->word - 1]);
	}
	for (size_t i = first; i < count && status == 0; i++) {
		char room[ROOM];
		struct sulih_view text = sulih_view_slice(r->text, tokens[i].start, tokens[i].end);

		if (tokens[i].kind == TOKEN_WORD && tokens[i].word == NAMES_NONE)
			status = count_word(
				m, &tokens[i],
				word_intern(m, lower_of(text, tokens[i].shape, room, sizeof(room)),
					    tokens[i].facts));
	}
	return status;
}

/* What no word, number, address or abbreviation goes on with: blanks and most marks, but no
 * stop, colon, apostrophe, ampersand and @. */
static const bool ends_any[256] = {
	['\t'] = true, ['\n'] = true, ['\v'] = true, ['\f'] = true, ['\r'] = true, [' '] = true,
	['!'] = true,  ['"'] = true,  ['#'] = true,  ['$'] = true,  ['%'] = true,  ['('] = true,
	[')'] = true,  ['*'] = true,  ['+'] = true,  [','] = true,  ['-'] = true,  ['/'] = true,
	[';'] = true,  ['<'] = true,  ['='] = true,  ['>'] = true,  ['?'] = true,  ['['] = true,
	['\\'] = true, [']'] = true,  ['^'] = true,  ['_'] = true,  ['{'] = true,  ['|'] = true,
	['}'] = true,  ['~'] = true,
};

/* Whether no letter, sign or address can go on here: what ends nearly all words. */
static bool ends_word(const char *data, size_t at, size_t end)
{
	return at == end || ends_any[(unsigned char)data[at]] ||
	       (data[at] == '.' && (at + 1 == end || data[at + 1] == ' '));
}

/* The end of the small ASCII letters from `at`: eight bytes at a time while the text goes on. */
static size_t small_end(struct sulih_view text, size_t at, size_t end)
{
	const uint64_t ones = UINT64_C(0x0101010101010101), high = ones * 0x80;

	while (at + 8 <= text.length) {
		uint64_t bytes = sulih_table_load(text.data + at, 8), low = bytes & ~high;
		/* the high bit of each byte that is none of a … z */
		uint64_t other =
			(bytes | ~(low + ones * (0x80 - 'a')) | (low + ones * (0x7F - 'z'))) & high;

		if (other != 0) {
			at += (size_t)__builtin_ctzll(other) / 8;
			return at < end ? at : end;
		}
		at += 8;
	}
	while (at < end && sulih_byte_is_lower(text.data[at]))
		at++;
	return at < end ? at : end;
}

/* The end of a word of ASCII letters alone and its shape; 0 when what stands at `start` must be
 * looked at closely. */
static size_t simple_word(struct sulih_view text, size_t start, size_t end, uint8_t *shape)
{
	const char *data = text.data;
	size_t at;

	if (sulih_byte_is_lower(data[start])) {
		*shape = SHAPE_LOWER;
		at = small_end(text, start, end);
	} else if (!sulih_byte_is_upper(data[start])) {
		return 0;
	} else if (start + 1 < end && sulih_byte_is_lower(data[start + 1])) {
		*shape = SHAPE_CAPITAL;
		at = small_end(text, start + 1, end);
	} else {
		*shape = SHAPE_UPPER;
		for (at = start + 1; at < end && sulih_byte_is_upper(data[at]);)
			at++;
	}
	if (!ends_word(data, at, end))
		return 0;
	/* an address, though it ends here */
	if (at == start + 3 && at < end && data[at] == '.' && memcmp(data + start, "www", 3) == 0)
		return 0;
	return at;
}

static const char *const clitics[] = { "lah", "kah", "pun", "nya", NULL };

/* KPKnya, DPRpun: small letters behind capitals that are a clitic; `end` when they are none. */
static size_t acronym_end(const struct reader *r, size_t start, size_t end)
{
	size_t at = start;

	while (at < end && r->text.data[at] >= 'A' && r->text.data[at] <= 'Z')
		at++;
	for (size_t i = 0; at - start >= 2 && clitics[i] != NULL; i++)
		if (sulih_view_is(sulih_view_slice(r->text, at, end), clitics[i]))
			return at;
	return end;
}

/* seIndonesia, proIsrael: the prefix is a token of its own; `end` when there is none. */
static size_t prefix_end(const struct reader *r, size_t start, size_t end)
{
	size_t at = start;

	while (at < end && r->text.data[at] >= 'a' && r->text.data[at] <= 'z')
		at++;
	return at - start >= 2 && at < end && r->text.data[at] >= 'A' && r->text.data[at] <= 'Z' &&
			       sulih_table_has(&sulih_list_prefixes,
					       sulih_view_slice(r->text, start, at))
		       ? at
		       : end;
}

/*
 * Prabowokah, Jakartalah, Indonesiapun: the end of the stem when the word is unknown and what
 * stands before the clitic is a known name.  "Nasrullah" and "Jamilah" are whole names.
 */
static size_t stem_end(struct reader *r, size_t start, size_t end)
{
	struct sulih_view word = sulih_view_slice(r->text, start, end);
	const uint32_t known = FACT_COMMON | FACT_GIVEN | FACT_MAP | FACT_MAP_UPPER | FACT_FUNCTION;
	uint32_t facts, at;
	size_t used;
	char before;

	if (acronym_end(r, start, end) < end)
		return acronym_end(r, start, end);
	if (word.length < 7 || !sulih_is_upper(sulih_utf8_decode(word.data, word.length, &used)))
		return end;
	for (size_t i = 0;; i++) {
		if (clitics[i] == NULL)
			return end;
		if (memcmp(word.data + word.length - 3, clitics[i], 3) == 0)
			break;
	}
	before = word.data[word.length - 4];
	if (word.data[word.length - 3] == 'l' && (before == 'l' || before == 'u'))
		return end;
	at = word_of(r->memory, word, SHAPE_CAPITAL);
	if (at == NAMES_NONE)
		return end;
	if (word_raise(r->memory, at) != 0)
		return end;
	if (r->memory->words.items[at].facts & known)
		return end;
	at = word_of(r->memory, sulih_view_slice(word, 0, word.length - 3), SHAPE_CAPITAL);
	if (at == NAMES_NONE)
		return end;
	if (word_raise(r->memory, at) != 0)
		return end;
	facts = r->memory->words.items[at].facts;
	return facts & (FACT_GIVEN | FACT_MAP) && !(facts & (FACT_COMMON | FACT_FUNCTION)) ? end - 3
											   : end;
}

/* Whether a mark may be part of an address of the net. */
static bool may_tie(const char *data, size_t at, size_t end, uint32_t c)
{
	if (c == '.')
		return at + 1 < end && sulih_byte_is_letter(data[at + 1]);
	if (c == ':')
		return at + 2 < end && data[at + 1] == '/' && data[at + 2] == '/';
	return c == '@' || c == '#';
}

/* A longer number may be two, glued together by a scraper; the finder of figures knows. */
enum { SHORT_NUMBER = 8 };

/* The next token at *at, which is no blank. */
static int next_token(struct reader *r, size_t *at, size_t end)
{
	const char *data = r->text.data;
	size_t start = *at, stop, used, word;
	uint8_t shape;
	uint32_t c;

	*at = simple_word(r->text, start, end, &shape);
	if (*at) {
		stop = *at;
		if (shape == SHAPE_CAPITAL)
			*at = stem_end(r, start, *at);
		if (*at != stop)
			return add_word(r, start, *at, shape);
		r->flags |= TOKEN_PLAIN;
		return add_simple(r, start, *at, shape);
	}
	word = after_word_parts(data, start, end);
	c = sulih_utf8_decode(data + start, end - start, &used);
	if (begins_net(data, start, word, end)) {
		for (stop = start; !is_blank_or_end(data, stop, end);) {
			sulih_utf8_decode(data + stop, end - stop, &used);
			stop += used;
		}
		*at = stop;
		return add_mark(r, start, stop, TOKEN_NET, 0);
	}
	if (sulih_is_digit(c)) {
		stop = c < 0x80 ? number_end(data, start, end) : start + used;
		if (after_word_parts(data, stop, end) == stop) {
			*at = stop;
			if (c < 0x80 && stop - start <= SHORT_NUMBER)
				r->flags |= TOKEN_PLAIN;
			return add_mark(r, start, stop, TOKEN_NUMBER, 0);
		}
	}
	if (is_word_part(c)) {
		*at = word_end(data, start, word, end, &r->flags);
		if (!(r->flags & (TOKEN_DOTTED | TOKEN_DOMAIN)))
			*at = stem_end(r, start, prefix_end(r, start, *at));
		return add_word(r, start, *at, shape_of(sulih_view_slice(r->text, start, *at)));
	}
	*at = start + used;
	if (!may_tie(data, start, end, c))
		r->flags |= TOKEN_PLAIN;
	return add_mark(r, start, *at, TOKEN_MARK, c);
}

/* Behind a blank: an odd token makes odd ones of all from the blank before. */
static void end_chunk(struct reader *r)
{
	struct name_tokens *tokens = &r->memory->tokens;

	for (size_t i = r->chunk; r->odd && i < tokens->count; i++)
		tokens->items[i].flags &= (uint16_t)~TOKEN_PLAIN;
	r->chunk = tokens->count;
	r->odd = false;
}

static int read_segment(struct reader *r, struct sulih_span span)
{
	size_t at = span.start, used, first = r->memory->tokens.count;
	uint16_t glued = 0;
	int status = 0;

	while (at < span.end && status == 0) {
		unsigned class = sulih_byte_class(r->text.data[at]);

		if (class & SULIH_BYTE_SPACE ||
		    (class == 0 &&
		     sulih_is_space(sulih_utf8_decode(r->text.data + at, span.end - at, &used)))) {
			at += class != 0 ? 1 : used;
			glued = 0;
			end_chunk(r);
			continue;
		}
		r->flags = glued;
		glued = TOKEN_GLUED;
		if (class == 0 && ends_any[(unsigned char)r->text.data[at]] &&
		    r->text.data[at] != '#') {
			r->flags |= TOKEN_PLAIN;
			status = add_mark(r, at, at + 1, TOKEN_MARK,
					  (unsigned char)r->text.data[at]);
			at++;
			continue;
		}
		status = next_token(r, &at, span.end);
		r->odd |= !(r->flags & TOKEN_PLAIN);
	}
	end_chunk(r);
	return status == 0 ? look_up_waiting(r, first) : status;
}

static int add_segment(struct sulih_word_memory *memory)
{
	uint32_t *first = SULIH_VECTOR_ADD(&memory->segments);

	if (first == NULL)
		return SULIH_ERROR_MEMORY;
	*first = (uint32_t)memory->tokens.count;
	return 0;
}

int sulih_words_read(struct sulih_word_memory *memory, const struct sulih_segmentation *s,
		     struct sulih_error *error)
{
	struct reader r = { .memory = memory, .text = s->running };
	int status;

	if (r.text.length >= UINT32_MAX)
		return sulih_fail(error, SULIH_ERROR_LIMIT, "the document is too large for names");
	status = words_begin(memory);
	for (size_t i = 0; i < s->segments.count && status == 0; i++) {
		status = add_segment(memory);
		if (status == 0)
			status = read_segment(&r, s->segments.items[i].span);
	}
	if (status == 0)
		status = add_segment(memory);
	return status == 0 ? 0 : sulih_fail_memory(error);
}
