/* The running text as words, figures and marks; every distinct word is kept once. */
#include "pipeline/protect/names/names.h"

#include "base/letter.h"
#include "base/utf8.h"
#include "lists.h"

struct sulih_view token_text(const struct name_finder *f, const struct name_token *token)
{
	return sulih_view_slice(f->text, token->start, token->end);
}

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

static int words_grow(struct name_finder *f)
{
	uint32_t size = f->mask ? (f->mask + 1) * 2 : 1024;
	uint32_t *slots = calloc(size, sizeof(*slots));

	if (!slots)
		return SULIH_ERROR_MEMORY;
	free(f->slots);
	f->slots = slots;
	f->mask = size - 1;
	for (uint32_t i = 0; i < f->words.count; i++) {
		uint32_t at = f->words.items[i].hash & f->mask;

		while (slots[at])
			at = (at + 1) & f->mask;
		slots[at] = i + 1;
	}
	return 0;
}

/* The index of a word by its lower-case form; NAMES_NONE when out of memory.  `lasting`: the
 * form lives as long as the document, so that no copy is needed. */
static uint32_t word_intern(struct name_finder *f, struct sulih_view lower, bool lasting)
{
	uint32_t hash = sulih_table_hash(lower), at;
	struct name_word *word;

	if (f->words.count * 2 >= f->mask && words_grow(f))
		return NAMES_NONE;
	for (at = hash & f->mask; f->slots[at]; at = (at + 1) & f->mask) {
		word = &f->words.items[f->slots[at] - 1];
		if (word->hash == hash && sulih_view_equal(word->lower, lower))
			return f->slots[at] - 1;
	}
	word = SULIH_VECTOR_ADD(&f->words);
	if (!word)
		return NAMES_NONE;
	word->lower = lasting ? lower : sulih_arena_copy(&f->document->arena, lower);
	if (!word->lower.data) {
		f->words.count--;
		return NAMES_NONE;
	}
	word->hash = hash;
	f->slots[at] = (uint32_t)f->words.count;
	if (!sulih_word_recall(f->memory, word->lower, hash, &word->facts)) {
		word_learn(word);
		sulih_word_keep(f->memory, word->lower, hash, word->facts);
	}
	return (uint32_t)f->words.count - 1;
}

static uint32_t word_of(struct name_finder *f, struct sulih_view text, uint8_t shape)
{
	char room[128];
	struct sulih_view lower;

	/* most words stand there as the key wants them */
	if (shape == SHAPE_LOWER)
		return word_intern(f, text, true);
	lower = sulih_lower_key(text, room, sizeof(room));
	if (lower.length || text.length == 0)
		return word_intern(f, lower, false);
	key_clear(f);
	sulih_lower(text, &f->key);
	if (f->key.failed)
		return NAMES_NONE;
	return word_intern(f, sulih_buffer_view(&f->key), false);
}

static void learn_capital(struct name_finder *f, struct name_word *word)
{
	if (word->facts & FACT_LEARNED)
		return;
	word_learn_capital(word);
	sulih_word_keep(f->memory, word->lower, word->hash, word->facts);
}

static int add_word(struct name_finder *f, size_t start, size_t end, uint16_t flags, uint8_t shape)
{
	struct name_token *token = SULIH_VECTOR_ADD(&f->tokens);

	if (!token)
		return SULIH_ERROR_MEMORY;
	token->start = (uint32_t)start;
	token->end = (uint32_t)end;
	token->kind = TOKEN_WORD;
	token->flags = flags;
	token->shape = shape;
	token->word = word_of(f, sulih_view_slice(f->text, start, end), shape);
	if (token->word == NAMES_NONE)
		return SULIH_ERROR_MEMORY;
	/* Most words never stand with a capital and need no further look-ups. */
	if (shape != SHAPE_LOWER)
		learn_capital(f, &f->words.items[token->word]);
	return 0;
}

static int add_token(struct name_finder *f, size_t start, size_t end, enum token_kind kind,
		     uint16_t flags, uint32_t mark)
{
	struct name_token *token = SULIH_VECTOR_ADD(&f->tokens);

	if (!token)
		return SULIH_ERROR_MEMORY;
	token->start = (uint32_t)start;
	token->end = (uint32_t)end;
	token->kind = (uint8_t)kind;
	token->flags = flags;
	token->mark = mark;
	token->word = NAMES_NONE;
	token->shape = SHAPE_NONE;
	return 0;
}

/* Whether no letter, sign or address can go on here: what ends nearly all words. */
static bool ends_word(const char *data, size_t at, size_t end)
{
	return at == end || data[at] == ' ' || data[at] == ',' || data[at] == '-' ||
	       data[at] == '"' || data[at] == ')' || data[at] == '\n';
}

/* The end of a word of ASCII letters alone and its shape; 0 when what stands at `start` must be
 * looked at closely. */
static size_t simple_word(const char *data, size_t start, size_t end, uint8_t *shape)
{
	unsigned first = sulih_byte_class(data[start]), rest = 0, class;
	size_t at = start + 1;

	if (!(first & SULIH_BYTE_LETTER))
		return 0;
	for (; at < end && (class = sulih_byte_class(data[at])) & SULIH_BYTE_LETTER; at++)
		rest |= class;
	if (!ends_word(data, at, end) || rest == SULIH_BYTE_LETTER)
		return 0;
	if (first == SULIH_BYTE_UPPER)
		*shape = rest == SULIH_BYTE_LOWER ? SHAPE_CAPITAL : SHAPE_UPPER;
	else if (rest & SULIH_BYTE_UPPER)
		return 0;
	else
		*shape = SHAPE_LOWER;
	return at;
}

static const char *const clitics[] = { "lah", "kah", "pun", "nya", NULL };

/* KPKnya, DPRpun: small letters behind capitals that are a clitic; `end` when they are none. */
static size_t acronym_end(const struct name_finder *f, size_t start, size_t end)
{
	size_t at = start;

	while (at < end && f->text.data[at] >= 'A' && f->text.data[at] <= 'Z')
		at++;
	for (size_t i = 0; at - start >= 2 && clitics[i] != NULL; i++)
		if (sulih_view_is(sulih_view_slice(f->text, at, end), clitics[i]))
			return at;
	return end;
}

/* seIndonesia, proIsrael: the prefix is a token of its own; `end` when there is none. */
static size_t prefix_end(const struct name_finder *f, size_t start, size_t end)
{
	size_t at = start;

	while (at < end && f->text.data[at] >= 'a' && f->text.data[at] <= 'z')
		at++;
	return at - start >= 2 && at < end && f->text.data[at] >= 'A' && f->text.data[at] <= 'Z' &&
			       sulih_table_has(&sulih_list_prefixes,
					       sulih_view_slice(f->text, start, at))
		       ? at
		       : end;
}

/*
 * Prabowokah, Jakartalah, Indonesiapun: the end of the stem when the word is unknown and what
 * stands before the clitic is a known name.  "Nasrullah" and "Jamilah" are whole names.
 */
static size_t stem_end(struct name_finder *f, size_t start, size_t end)
{
	struct sulih_view word = sulih_view_slice(f->text, start, end);
	const uint32_t known = FACT_COMMON | FACT_GIVEN | FACT_MAP | FACT_MAP_UPPER | FACT_FUNCTION;
	uint32_t facts, at;
	size_t used;
	char before;

	if (acronym_end(f, start, end) < end)
		return acronym_end(f, start, end);
	if (word.length < 7 || !sulih_is_upper(sulih_utf8_decode(word.data, word.length, &used)))
		return end;
	for (size_t i = 0;; i++) {
		if (clitics[i] == NULL)
			return end;
		if (sulih_view_ends(word, sulih_view_of(clitics[i])))
			break;
	}
	before = word.data[word.length - 4];
	if (word.data[word.length - 3] == 'l' && (before == 'l' || before == 'u'))
		return end;
	at = word_of(f, word, SHAPE_CAPITAL);
	if (at == NAMES_NONE)
		return end;
	learn_capital(f, &f->words.items[at]);
	if (f->words.items[at].facts & known)
		return end;
	at = word_of(f, sulih_view_slice(word, 0, word.length - 3), SHAPE_CAPITAL);
	if (at == NAMES_NONE)
		return end;
	learn_capital(f, &f->words.items[at]);
	facts = f->words.items[at].facts;
	return facts & (FACT_GIVEN | FACT_MAP) && !(facts & (FACT_COMMON | FACT_FUNCTION)) ? end - 3
											   : end;
}

/* The next token at *at, which is no blank. */
static int next_token(struct name_finder *f, size_t *at, size_t end, uint16_t flags)
{
	const char *data = f->text.data;
	size_t start = *at, stop, used, word;
	uint8_t shape;
	uint32_t c;

	*at = simple_word(data, start, end, &shape);
	if (*at) {
		if (shape != SHAPE_LOWER)
			*at = stem_end(f, start, *at);
		return add_word(f, start, *at, flags, shape);
	}
	word = after_word_parts(data, start, end);
	c = sulih_utf8_decode(data + start, end - start, &used);
	if (begins_net(data, start, word, end)) {
		for (stop = start; !is_blank_or_end(data, stop, end);) {
			sulih_utf8_decode(data + stop, end - stop, &used);
			stop += used;
		}
		*at = stop;
		return add_token(f, start, stop, TOKEN_NET, flags, 0);
	}
	if (sulih_is_digit(c)) {
		stop = c < 0x80 ? number_end(data, start, end) : start + used;
		if (after_word_parts(data, stop, end) == stop) {
			*at = stop;
			return add_token(f, start, stop, TOKEN_NUMBER, flags, 0);
		}
	}
	if (is_word_part(c)) {
		*at = word_end(data, start, word, end, &flags);
		if (!(flags & (TOKEN_DOTTED | TOKEN_DOMAIN)))
			*at = stem_end(f, start, prefix_end(f, start, *at));
		return add_word(f, start, *at, flags,
				shape_of(sulih_view_slice(f->text, start, *at)));
	}
	*at = start + used;
	return add_token(f, start, *at, TOKEN_MARK, flags, c);
}

int names_tokenize(struct name_finder *f)
{
	const struct sulih_segmentation *s = &f->document->segmentation;

	for (size_t i = 0; i < s->segments.count; i++) {
		struct sulih_span span = s->segments.items[i].span;
		size_t at = span.start, used;
		uint16_t glued = 0;

		while (at < span.end) {
			uint32_t c;

			if (f->text.data[at] == ' ') {
				at++;
				glued = 0;
				continue;
			}
			c = sulih_utf8_decode(f->text.data + at, span.end - at, &used);

			if (sulih_is_space(c)) {
				at += used;
				glued = 0;
				continue;
			}
			if (next_token(f, &at, span.end, glued))
				return SULIH_ERROR_MEMORY;
			SULIH_VECTOR_LAST(&f->tokens)->segment = (uint32_t)i;
			glued = TOKEN_GLUED;
		}
	}
	return 0;
}
