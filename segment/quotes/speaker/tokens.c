#include "segment/quotes/speaker/tokens.h"

#include "base/fold.h"
#include "base/letter.h"
#include "base/utf8.h"
#include "lists.h"

static bool in_word(uint32_t c)
{
	return sulih_is_letter(c) || sulih_is_digit(c) || c == '_' || c == '@';
}

/* Signs that hold a word together when a letter stands on both sides: Ma'ruf, al-Assad, M.Si. */
static bool joins_words(uint32_t c)
{
	return c == '-' || c == '\'' || c == 0x2019 || c == '.' || c == '&' || c == '/' ||
	       c == 0x2018 || c == '`' || c == ',';
}

static enum token_type type_of(uint32_t c)
{
	switch (c) {
	case ',':
		return TOKEN_COMMA;
	case ':':
		return TOKEN_COLON;
	case '.':
	case '!':
	case '?':
	case ';':
	case 0x2026:
		return TOKEN_STOP;
	case '(':
	case '[':
		return TOKEN_OPEN;
	case ')':
	case ']':
		return TOKEN_CLOSE;
	case '-':
	case 0x2013:
	case 0x2014:
		return TOKEN_DASH;
	case '/':
		return TOKEN_SLASH;
	case '"':
	case '\'':
	case '`':
	case 0xAB:
	case 0xBB:
	case 0x2039:
	case 0x203A:
		return TOKEN_MARK;
	default:
		return c >= 0x2018 && c <= 0x201F ? TOKEN_MARK : TOKEN_OTHER;
	}
}

/* H, W.S */
static bool is_initials(struct sulih_view word)
{
	for (size_t i = 0; i < word.length; i++)
		if (i % 2 == 0 ? word.data[i] < 'A' || word.data[i] > 'Z' : word.data[i] != '.')
			return false;
	return word.length % 2 == 1;
}

/* Whether the stop behind the word is its own: Dr., M.Si., an initial. Months and
 * units are left out: they are names as well (Agus.) or end a sentence. */
static bool is_abbreviation(struct sulih_view word)
{
	static const char *const kinds[] = { "title", "degree", "suffix", "company" };
	char room[24];
	struct sulih_row row;
	size_t used;

	if (is_initials(word))
		return true;
	if (sulih_utf8_decode(word.data, word.length, &used) >= 0x80 || word.length >= 20)
		return false;
	row = sulih_table_find(&sulih_list_abbreviations,
			       sulih_lower_key(word, room, sizeof(room)));
	return row.listed && SULIH_VIEW_IS_ONE_OF(sulih_row_column(&row, 1), kinds);
}

/* Behind the ASCII letters from `at` on. */
static size_t skip_letters(struct sulih_view text, size_t at, size_t end)
{
	while (at < end && sulih_byte_class(text.data[at]) & SULIH_BYTE_LETTER)
		at++;
	return at;
}

/* How many capitals text[start, end) has. */
static size_t count_capitals(struct sulih_view text, size_t start, size_t end)
{
	size_t used, capitals = 0;

	for (size_t at = start; at < end; at += used)
		capitals += sulih_is_upper(sulih_utf8_decode(text.data + at, end - at, &used));
	return capitals;
}

/* Behind the word of `token`, whose first character is known. */
static size_t word_end(struct sulih_view text, size_t end, struct token *token)
{
	const size_t start = token->span.start;
	size_t used, used2, letters = 0, at = start;

	while (at < end) {
		size_t from = at;
		uint32_t c, next;

		at = skip_letters(text, at, end);
		letters += at - from;
		if (at == end || sulih_byte_is_space(text.data[at])) /* what ends most words */
			break;
		c = sulih_utf8_decode(text.data + at, end - at, &used);
		if (in_word(c)) {
			letters += sulih_is_letter(c);
		} else {
			if (!joins_words(c) || at + used >= end)
				break;
			next = sulih_utf8_decode(text.data + at + used, end - at - used, &used2);
			/* Menteri PPN/Kepala Bappenas: two offices */
			if (c == '/' && sulih_is_upper(next))
				break;
			if (!in_word(next) ||
			    (c == ',' && (!sulih_is_digit(next) || token->type != TOKEN_NUMBER)))
				break;
			/* "katanya.Ia": a missing blank, no joint */
			if (c == '.' && letters > 2 && sulih_is_upper(next) &&
			    count_capitals(text, start, at) < 2)
				break;
			token->dotted |= c == '.';
		}
		at += used;
	}
	token->acronym =
		token->capital && letters >= 2 && count_capitals(text, start, at) == letters;
	return at;
}

static void read_word(struct sulih_view text, size_t at, size_t end, uint32_t first,
		      struct token *token)
{
	token->type = sulih_is_digit(first) ? TOKEN_NUMBER : TOKEN_WORD;
	token->capital = sulih_is_upper(first);
	token->span.start = at;
	token->span.end = word_end(text, end, token);
	if (token->span.end < end && text.data[token->span.end] == '.' &&
	    is_abbreviation(sulih_view_slice(text, at, token->span.end))) {
		token->span.end++;
		token->dotted = true;
	}
}

static size_t read_token(struct sulih_view text, size_t at, size_t end, struct token *token)
{
	size_t used;
	uint32_t c = sulih_utf8_decode(text.data + at, end - at, &used);

	if (in_word(c)) {
		read_word(text, at, end, c, token);
		return token->span.end;
	}
	token->type = (uint8_t)type_of(c);
	token->span = (struct sulih_span){ at, at + used };
	return at + used;
}

/* How much of a stretch is read where it has too many tokens, or a stop. */
enum extent { FIRST_TOKENS, LAST_TOKENS, FIRST_SENTENCE };

/* Whether the token ends a sentence of at least one word; *words and *brackets are of those before
 * it. */
static bool ends_sentence(const struct token *token, size_t *words, size_t *brackets)
{
	*words += token->type == TOKEN_WORD;
	if (token->type == TOKEN_OPEN)
		++*brackets;
	else if (token->type == TOKEN_CLOSE && *brackets > 0)
		--*brackets;
	return token->type == TOKEN_STOP && *words > 0 && *brackets == 0;
}

static void read_all(struct sulih_view text, size_t start, size_t end, enum extent extent,
		     struct tokens *tokens)
{
	size_t at = start, words = 0, brackets = 0;
	bool spaced = false;

	tokens->text = text;
	while (at < end) {
		if (sulih_byte_is_space(text.data[at])) {
			spaced = true;
			at++;
			continue;
		}
		if (tokens->count == SULIH_TOKENS_MAX) {
			if (extent != LAST_TOKENS)
				return;
			tokens->count = SULIH_TOKENS_MAX / 2;
			memmove(tokens->items, tokens->items + SULIH_TOKENS_MAX / 2,
				SULIH_TOKENS_MAX / 2 * sizeof(tokens->items[0]));
		}
		struct token *token = &tokens->items[tokens->count++];
		*token = (struct token){ .spaced = spaced };
		at = read_token(text, at, end, token);
		spaced = false;
		if (extent == FIRST_SENTENCE && ends_sentence(token, &words, &brackets))
			return;
	}
}

void sulih_read_tokens(struct sulih_view text, size_t start, size_t end, struct tokens *tokens)
{
	tokens->count = 0;
	read_all(text, start, end, FIRST_TOKENS, tokens);
}

void sulih_read_sentence(struct sulih_view text, size_t start, size_t end, struct tokens *tokens)
{
	tokens->count = 0;
	read_all(text, start, end, FIRST_SENTENCE, tokens);
}

void sulih_append_last_tokens(struct sulih_view text, size_t start, size_t end,
			      struct tokens *tokens)
{
	read_all(text, start, end, LAST_TOKENS, tokens);
}

struct sulih_view sulih_token_key(const struct tokens *tokens, size_t index, char *room,
				  size_t size)
{
	const struct token *token = &tokens->items[index];
	struct sulih_view key;
	size_t length = 0;

	if (token->type != TOKEN_WORD && token->type != TOKEN_NUMBER)
		return sulih_view_make(room, 0);
	key = sulih_lower_key(sulih_view_slice(tokens->text, token->span.start, token->span.end),
			      room, size);
	if (!token->dotted)
		return key;
	for (size_t i = 0; i < key.length; i++)
		if (room[i] != '.')
			room[length++] = room[i];
	return sulih_view_make(room, length);
}

bool sulih_token_is(const struct tokens *tokens, size_t index, const char *word)
{
	struct sulih_span span;
	char room[64], first;

	if (index >= tokens->count)
		return false;
	span = tokens->items[index].span;
	first = tokens->text.data[span.start];
	/* of two words mostly the first letters differ, or the second */
	if (sulih_byte_is_letter(first) &&
	    (sulih_byte_lower(first) != word[0] ||
	     (span.end > span.start + 1 &&
	      sulih_byte_is_letter(tokens->text.data[span.start + 1]) &&
	      sulih_byte_lower(tokens->text.data[span.start + 1]) != word[1])))
		return false;
	return sulih_view_is(sulih_token_key(tokens, index, room, sizeof(room)), word);
}

bool sulih_token_is_one_of(const struct tokens *tokens, size_t index, const char *const *words,
			   size_t count)
{
	char room[64];

	return index < tokens->count &&
	       sulih_view_is_one_of(sulih_token_key(tokens, index, room, sizeof(room)), words,
				    count);
}

/* Appends the word at `index` to a phrase of `length` bytes; its new length, 0 when too long. */
static size_t append_word(const struct tokens *tokens, size_t index, bool fold, char *phrase,
			  size_t length, size_t size)
{
	char room[64];
	struct sulih_span span = tokens->items[index].span;
	struct sulih_view word = sulih_view_slice(tokens->text, span.start, span.end);

	if (fold)
		word = sulih_token_key(tokens, index, room, sizeof(room));
	if (word.length == 0 || length + word.length + 1 > size)
		return 0;
	if (length > 0)
		phrase[length++] = ' ';
	memcpy(phrase + length, word.data, word.length);
	return length + word.length;
}

/* Whether a key of the list may begin with the word; most words begin none. */
static bool may_begin(const struct tokens *tokens, size_t index, const struct sulih_table *table,
		      bool fold)
{
	const struct token *token = &tokens->items[index];
	struct sulih_view word = sulih_view_slice(tokens->text, token->span.start, token->span.end);

	if (token->type != TOKEN_WORD)
		return false;
	if (fold)
		return token->dotted || sulih_fold_may_find(table, word);
	return sulih_table_has_length(table, word.data[0], word.length);
}

size_t sulih_match_tokens(const struct tokens *tokens, size_t index,
			  const struct sulih_table *table, bool fold, struct sulih_row *row)
{
	char phrase[128];
	size_t length = 0, best = 0;

	if (index >= tokens->count || !may_begin(tokens, index, table, fold))
		return 0;
	for (size_t i = index; i < tokens->count && tokens->items[i].type == TOKEN_WORD; i++) {
		struct sulih_row found;

		length = append_word(tokens, i, fold, phrase, length, sizeof(phrase));
		if (length == 0)
			break;
		found = sulih_table_find(table, sulih_view_make(phrase, length));
		if (found.listed) {
			best = i - index + 1;
			*row = found;
		}
		if (!found.longer)
			break;
	}
	return best;
}
