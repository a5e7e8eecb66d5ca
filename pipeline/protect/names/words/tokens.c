/* The running text as words, figures and marks; every distinct word is kept once. */
#include "pipeline/protect/names/words/tokens.h"

#include "base/letter.h"
#include "base/utf8.h"
#include "pipeline/protect/names/words/cut.h"

/* A word whose token waits for it. */
struct waiting_word {
	struct word_key key;
	uint32_t token;
};

enum { MOST_WAITING = 64 };

/*
 * Simple words wait for each other, and are looked up together when their segment is cut: the
 * answers of the memory, which is too large for what a processor has at hand, then come while
 * others are asked for.
 */
struct reader {
	struct sulih_word_memory *memory;
	struct sulih_view text; /* running text */
	uint16_t flags;		/* of the next token */
	uint32_t waits;		/* words */
	uint32_t plain;		/* small words of weight that waited in this segment */
	struct waiting_word waiting[MOST_WAITING];
};

/* A token without word, mark or facts; NULL: out of memory. */
static inline struct name_token *add_token(struct reader *r, size_t start, size_t end,
					   enum token_kind kind)
{
	struct name_tokens *tokens = &r->memory->tokens;
	struct name_token *token;

	if (tokens->count == tokens->capacity && SULIH_VECTOR_RESERVE(tokens, 1) != 0)
		return NULL;
	token = &tokens->items[tokens->count++];
	*token = (struct name_token){ .start = (uint32_t)start,
				      .end = (uint32_t)end,
				      .word = WORD_NONE,
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

/* Gives a token its word.  Most words never stand with a capital and need no further look-ups. */
static int take_word(struct sulih_word_memory *memory, struct name_token *token, uint32_t index)
{
	const struct word_brief *brief;

	if (index == NAMES_NONE)
		return SULIH_ERROR_MEMORY;
	if (token->shape != SHAPE_LOWER && word_raise(memory, index) != 0)
		return SULIH_ERROR_MEMORY;
	brief = &memory->briefs.items[index];
	token->word = index;
	token->facts = token->shape == SHAPE_LOWER ? brief->always : brief->raised;
	return 0;
}

/* Looks up the words that wait. */
static int look_up_waiting(struct reader *r)
{
	struct sulih_word_memory *m = r->memory;
	int status = 0;

	for (uint32_t i = 0; i < r->waits; i++) {
		const struct word_slot *slot =
			&m->slots.items[word_slots_first(&m->slots, r->waiting[i].key.hash)];

		if (slot->word != 0)
			__builtin_prefetch(&m->briefs.items[slot->word - 1]);
	}
	for (uint32_t i = 0; i < r->waits && status == 0; i++) {
		struct name_token *token = &m->tokens.items[r->waiting[i].token];

		status = take_word(m, token, word_intern_key(m, &r->waiting[i].key));
		r->plain += token->shape == SHAPE_LOWER && word_has_weight(token);
	}
	r->waits = 0;
	return status;
}

static int add_word(struct reader *r, size_t start, size_t end, uint8_t shape)
{
	struct name_token *token = add_token(r, start, end, TOKEN_WORD);

	if (token == NULL)
		return SULIH_ERROR_MEMORY;
	token->shape = shape;
	return take_word(r->memory, token,
			 word_intern_text(r->memory, sulih_view_slice(r->text, start, end), shape));
}

static uint8_t letters_shape(const struct word_letters *word)
{
	const uint64_t first = 0x20;

	if (word->upper == 0)
		return SHAPE_LOWER;
	if (word->lower == 0)
		return SHAPE_UPPER;
	return word->upper == first ? SHAPE_CAPITAL : SHAPE_MIXED;
}

/* Whether a word that ends here may end in a clitic: -lah, -kah, -pun, -nya. */
static bool may_end_in_clitic(const char *end, size_t length)
{
	return length >= 7 && (end[-1] == 'h' || end[-1] == 'n' || end[-1] == 'a');
}

/*
 * The end of the word at `start` when it is of ASCII letters alone and nothing goes on behind
 * them, as with nearly all words; 0: it must be looked at closely.
 */
static inline size_t simple_end(struct reader *r, size_t start, size_t end,
				const struct word_letters *word, uint8_t shape)
{
	const char *data = r->text.data;
	const size_t at = start + word->key.length;

	if (at == start || shape == SHAPE_MIXED || !cut_ends_word(data, at, end))
		return 0;
	if (shape == SHAPE_CAPITAL && may_end_in_clitic(data + at, at - start))
		return stem_end(r->memory, r->text, start, at) == at ? at : 0;
	/* an address, though it ends here */
	if (word->key.length == 3 && at < end && data[at] == '.' &&
	    memcmp(data + start, "www", 3) == 0)
		return 0;
	return at;
}

/*
 * Adds the simple words from `at`, which one blank parts from each other; the first has `flags`.
 * This is what a text mostly is: it is read here, and all else takes its time.  Gives where
 * something else stands, at most the end of the room that there is for words that wait, and in
 * *chunk the token behind the last blank.
 */
static size_t simple_words(struct reader *r, size_t at, size_t end, uint16_t flags, size_t *chunk)
{
	struct name_tokens *tokens = &r->memory->tokens;
	const struct word_slots slots = r->memory->slots;
	const struct sulih_view text = r->text;
	size_t count = tokens->count;
	uint32_t waits = r->waits;

	while (at < end && waits < MOST_WAITING && count < tokens->capacity) {
		const struct word_letters word = word_read_letters(text, at, end);
		const uint8_t shape = letters_shape(&word);
		const size_t stop = simple_end(r, at, end, &word, shape);

		if (stop == 0 || word.key.length > WORD_KEY_MAX)
			break;
		__builtin_prefetch(&slots.items[word_slots_first(&slots, word.key.hash)]);
		r->waiting[waits++] =
			(struct waiting_word){ .key = word.key, .token = (uint32_t)count };
		tokens->items[count++] = (struct name_token){ .start = (uint32_t)at,
							      .end = (uint32_t)stop,
							      .word = WORD_NONE,
							      .kind = TOKEN_WORD,
							      .shape = shape,
							      .flags = flags | TOKEN_PLAIN };
		at = stop;
		if (at == end || text.data[at] != ' ')
			break;
		at++;
		flags = 0;
		*chunk = count;
	}
	tokens->count = count;
	r->waits = waits;
	return at;
}

/* A word of ASCII letters that is too long for a key; 0: there is none. */
static size_t long_word(struct reader *r, size_t start, size_t end, int *status)
{
	const struct word_letters word = word_read_letters(r->text, start, end);
	const uint8_t shape = letters_shape(&word);
	const size_t at = simple_end(r, start, end, &word, shape);

	if (at == 0)
		return 0;
	r->flags |= TOKEN_PLAIN;
	*status = add_word(r, start, at, shape);
	return at;
}

/* A longer number may be two, glued together by a scraper; the finder of figures knows. */
enum { SHORT_NUMBER = 8 };

/* The next token at *at, which is no blank. */
static int next_token(struct reader *r, size_t *at, size_t end)
{
	const char *data = r->text.data;
	size_t start = *at, stop, used, word;
	uint32_t c;

	word = cut_word_parts(data, start, end);
	c = sulih_utf8_decode(data + start, end - start, &used);
	if (cut_begins_net(data, start, word, end)) {
		for (stop = start; !cut_is_end(data, stop, end);) {
			sulih_utf8_decode(data + stop, end - stop, &used);
			stop += used;
		}
		*at = stop;
		return add_mark(r, start, stop, TOKEN_NET, 0);
	}
	if (sulih_is_digit(c)) {
		stop = c < 0x80 ? cut_number(data, start, end) : start + used;
		if (cut_word_parts(data, stop, end) == stop) {
			*at = stop;
			if (c < 0x80 && stop - start <= SHORT_NUMBER)
				r->flags |= TOKEN_PLAIN;
			return add_mark(r, start, stop, TOKEN_NUMBER, 0);
		}
	}
	if (cut_is_word_part(c)) {
		*at = cut_word(data, start, word, end, &r->flags);
		if (!(r->flags & (TOKEN_DOTTED | TOKEN_DOMAIN)))
			*at = stem_end(r->memory, r->text, start,
				       stem_prefix_end(r->text, start, *at));
		return add_word(r, start, *at, cut_shape(sulih_view_slice(r->text, start, *at)));
	}
	*at = start + used;
	if (!cut_may_tie(data, start, end, c))
		r->flags |= TOKEN_PLAIN;
	return add_mark(r, start, *at, TOKEN_MARK, c);
}

/* An odd token makes odd ones of all from the blank before it to the one behind it. */
static void mark_odd(struct name_tokens *tokens, size_t first)
{
	for (size_t i = first; i < tokens->count; i++)
		tokens->items[i].flags &= (uint16_t)~TOKEN_PLAIN;
}

/* The length of the blank at `at`; 0: there is none. */
static inline size_t blank_length(const struct reader *r, size_t at, size_t end)
{
	unsigned char byte = (unsigned char)r->text.data[at];
	size_t used = 1;

	if (byte < 0x80)
		return sulih_byte_is_space((char)byte);
	return sulih_is_space(sulih_utf8_decode(r->text.data + at, end - at, &used)) ? used : 0;
}

/* Adds the token at `at`, which is no blank and no word that may wait; gives its end. */
static size_t read_token(struct reader *r, size_t at, size_t end, int *status)
{
	unsigned char byte = (unsigned char)r->text.data[at];
	size_t next;

	if (sulih_byte_is_letter((char)byte) && (next = long_word(r, at, end, status)) != 0)
		return next;
	if (cut_ends_any[byte] && byte != '#') {
		r->flags |= TOKEN_PLAIN;
		*status = add_mark(r, at, at + 1, TOKEN_MARK, byte);
		return at + 1;
	}
	*status = next_token(r, &at, end);
	return at;
}

static int read_segment(struct reader *r, struct sulih_span span)
{
	struct name_tokens *tokens = &r->memory->tokens;
	size_t at = span.start, chunk = tokens->count; /* the first token behind the last blank */
	bool odd = false;			       /* one of the tokens since is not plain */
	int status = 0;

	while (at < span.end && status == 0) {
		size_t blank = blank_length(r, at, span.end);

		if (blank != 0) {
			if (odd)
				mark_odd(tokens, chunk);
			odd = false;
			chunk = tokens->count;
			at += blank;
			continue;
		}
		if (r->waits == MOST_WAITING && (status = look_up_waiting(r)) != 0)
			break;
		if (tokens->count == tokens->capacity && SULIH_VECTOR_RESERVE(tokens, 1) != 0)
			return SULIH_ERROR_MEMORY;
		r->flags = tokens->count > chunk ? TOKEN_GLUED : 0;
		if (!odd && sulih_byte_is_letter(r->text.data[at])) {
			size_t next = simple_words(r, at, span.end, r->flags, &chunk);

			if (next != at) {
				at = next;
				continue;
			}
		}
		at = read_token(r, at, span.end, &status);
		odd |= !(r->flags & TOKEN_PLAIN);
	}
	if (odd)
		mark_odd(tokens, chunk);
	return status == 0 ? look_up_waiting(r) : status;
}

/* Notes where the next segment begins, and the words of the one before. */
static int add_segment(struct reader *r)
{
	uint32_t *first = SULIH_VECTOR_ADD(&r->memory->segments);
	uint32_t *plain = SULIH_VECTOR_ADD(&r->memory->plain);

	if (first == NULL || plain == NULL)
		return SULIH_ERROR_MEMORY;
	*first = (uint32_t)r->memory->tokens.count;
	if (plain > r->memory->plain.items)
		plain[-1] = r->plain;
	r->plain = 0;
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
		status = add_segment(&r);
		if (status == 0)
			status = read_segment(&r, s->segments.items[i].span);
	}
	if (status == 0 && add_segment(&r) == 0 && words_close(memory, r.text.length) == 0)
		return 0;
	return sulih_fail_memory(error);
}
