#include "base/lexicon/words.h"
#include "segment/quotes/speaker/evidence.h"
#include "segment/quotes/speaker/speaker.h"

enum { KEY_SIZE = 64 };

static enum sulih_word_class class_of(const struct tokens *tokens, size_t index, bool *known)
{
	char room[KEY_SIZE];
	struct sulih_word word;

	*known = tokens->items[index].type == TOKEN_WORD &&
		 sulih_word_find(sulih_token_key(tokens, index, room, sizeof(room)), &word) &&
		 (word.affixes & ~(unsigned)SULIH_AFFIX_TWICE) == 0;
	return *known ? word.word_class : SULIH_WORD_NOUN;
}

static bool is_small_word(const struct tokens *tokens, size_t index)
{
	return tokens->items[index].type == TOKEN_WORD && !tokens->items[index].capital;
}

/* juga, pun, kemudian, telah: what may stand between a subject and its verb */
static bool is_between(const struct tokens *tokens, size_t index)
{
	static const char *const words[] = { "pun", "yang", "sempat", "kembali" };
	bool known;
	enum sulih_word_class class;

	if (!is_small_word(tokens, index))
		return false;
	class = class_of(tokens, index, &known);
	return (known && (class == SULIH_WORD_ADVERB || class == SULIH_WORD_PARTICLE ||
			  class == SULIH_WORD_CONJUNCTION)) ||
	       SULIH_TOKEN_IS_ONE_OF(tokens, index, words);
}

/* A determiner or -nya ends a prepositional phrase: "Dalam pidatonya | Trump". */
static bool ends_noun(const struct tokens *tokens, size_t index)
{
	static const char *const determiners[] = { "itu", "ini", "tersebut", "sama" };
	char room[KEY_SIZE];
	struct sulih_view key = sulih_token_key(tokens, index, room, sizeof(room));

	return SULIH_VIEW_IS_ONE_OF(key, determiners) || sulih_view_ends(key, SULIH_VIEW("nya"));
}

/* Behind the prepositional phrase that begins at `at`. */
static size_t skip_prepositional(const struct tokens *tokens, size_t at, size_t to)
{
	at++;
	while (at < to && is_small_word(tokens, at)) {
		at++;
		if (ends_noun(tokens, at - 1))
			return at;
	}
	while (at < to && (tokens->items[at].capital || tokens->items[at].type == TOKEN_NUMBER))
		at++;
	if (at < to && tokens->items[at].type == TOKEN_OPEN) {
		while (at < to && tokens->items[at].type != TOKEN_CLOSE)
			at++;
		at += at < to;
	}
	return at;
}

/* The first noun phrase of tokens[from, to) that no preposition governs. */
static struct speaker subject_in(const struct tokens *tokens, size_t from, size_t to)
{
	struct speaker none = { .next = to };

	while (from < to) {
		struct speaker speaker;
		bool known;
		enum sulih_word_class class = class_of(tokens, from, &known);

		if (known && class == SULIH_WORD_PREPOSITION) {
			from = skip_prepositional(tokens, from, to);
			continue;
		}
		if (known && (class == SULIH_WORD_CONJUNCTION || class == SULIH_WORD_ADVERB ||
			      class == SULIH_WORD_PARTICLE || ends_noun(tokens, from))) {
			from++;
			continue;
		}
		speaker = sulih_read_speaker(tokens, from, to);
		if (speaker.name.end > 0 || speaker.pronoun || speaker.next > from)
			return speaker;
		from++;
	}
	return none;
}

static size_t comma_before(const struct tokens *tokens, size_t from, size_t end)
{
	while (end > from && tokens->items[end - 1].type != TOKEN_COMMA)
		end--;
	return end; /* behind the comma, or `from` */
}

static bool is_aside(const struct tokens *tokens, size_t from, size_t to)
{
	return from >= to || sulih_ends_phrase(tokens, from) || is_between(tokens, from) ||
	       tokens->items[from].type != TOKEN_WORD || !tokens->items[from].capital;
}

/* "…, S.H., M.Med.Ed., Sp.OG(K)., menegaskan": one short form, with or without a bracket, and
 * nothing else between the commas is a degree of the name before. */
static bool is_degree_phrase(const struct tokens *tokens, size_t from, size_t to)
{
	struct sulih_view word;

	if (from >= to || tokens->items[from].type != TOKEN_WORD || !tokens->items[from].capital)
		return false;
	for (size_t i = from + 1; i < to; i++)
		if (tokens->items[i].type == TOKEN_WORD &&
		    (i == from + 1 || tokens->items[i - 1].type != TOKEN_OPEN))
			return false;
	word = sulih_view_slice(tokens->text, tokens->items[from].span.start,
				tokens->items[from].span.end);
	return sulih_is_degree(tokens, from) || memchr(word.data, '.', word.length) != NULL;
}

/* "Budi Santoso, Ketua RT 05, mengatakan" and "Ketua RT 05, Budi Santoso, mengatakan":
 * of the phrases between commas the plain name is the subject. */
static struct speaker subject_before_comma(const struct tokens *tokens, size_t from, size_t end)
{
	struct speaker fallback = { .next = end };

	for (int phrases = 0; phrases < 5 && end > from; phrases++) {
		size_t start = comma_before(tokens, from, end);
		struct speaker speaker;

		while (start > from && is_degree_phrase(tokens, start, end)) {
			end = start - 1;
			start = comma_before(tokens, from, end);
		}
		speaker = subject_in(tokens, start, end);
		if (speaker.pronoun)
			return speaker;
		if (speaker.name.end > 0 && !speaker.described)
			return speaker;
		if (speaker.name.end > 0 && fallback.name.end > 0)
			return speaker;
		if (speaker.name.end > 0)
			fallback = speaker;
		end = start > from ? start - 1 : from;
	}
	return fallback;
}

/* "pidato Nelson Mandela yang mengatakan": of a relative clause the words right before
 * "yang" are the subject. */
static struct speaker subject_before_yang(const struct tokens *tokens, size_t from, size_t yang)
{
	struct speaker none = { .next = yang };
	size_t start = yang;

	if (start > from && tokens->items[start - 1].type == TOKEN_COMMA)
		start--;
	yang = start;
	while (start > from && tokens->items[start - 1].type == TOKEN_WORD &&
	       (tokens->items[start - 1].capital || start == yang))
		start--;
	return start < yang && tokens->items[yang - 1].capital
		       ? sulih_read_speaker(tokens, start, yang)
		       : none;
}

/* "Rina mendengar Dedi berkata", "Rina menangis ketika Dedi berkata": of two clauses the second
 * has the verb.  Where its subject begins, or `verb`. */
static size_t last_clause(const struct tokens *tokens, size_t from, size_t verb)
{
	size_t start = verb;

	while (start > from && tokens->items[start - 1].type == TOKEN_WORD &&
	       tokens->items[start - 1].capital)
		start--;
	return start < verb && start >= from + 2 && sulih_phrase_says(tokens, start - 1, "clause")
		       ? start
		       : verb;
}

/* "Rina menyebutnya “murah”, sedangkan kantor bupati menyebutnya “mahal”": the second clause has
 * a subject of its own. */
static bool is_contrast(const struct tokens *tokens, size_t index)
{
	static const char *const words[] = { "sedangkan", "sementara", "tetapi", "tapi", "namun" };

	return SULIH_TOKEN_IS_ONE_OF(tokens, index, words);
}

struct speaker sulih_find_subject(const struct tokens *tokens, size_t from, size_t verb)
{
	size_t end = verb, start;
	struct speaker speaker;

	while (end > from && is_between(tokens, end - 1)) {
		end--;
		if (sulih_token_is(tokens, end, "yang"))
			return subject_before_yang(tokens, from, end);
	}
	if (end > from && tokens->items[end - 1].type == TOKEN_COMMA)
		return subject_before_comma(tokens, from, end - 1);
	start = comma_before(tokens, from, end);
	if (start > from && is_degree_phrase(tokens, start, end))
		return subject_before_comma(tokens, from, start - 1);
	if (last_clause(tokens, start, end) < end)
		return sulih_read_speaker(tokens, last_clause(tokens, start, end), end);
	speaker = subject_in(tokens, start, end);
	if (speaker.name.end == 0 && !speaker.pronoun && start > from &&
	    is_aside(tokens, start, end) && !(speaker.described && is_contrast(tokens, start)))
		return subject_before_comma(tokens, from, start - 1);
	return speaker;
}
