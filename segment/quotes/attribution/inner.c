#include "segment/quotes/attribution/inner.h"

#include "base/lexicon/words.h"
#include "base/utf8.h"
#include "segment/quotes/attribution/window.h"
#include "segment/quotes/speaker/evidence.h"

static bool is_end_sign(uint32_t c)
{
	return c == ',' || c == '.' || c == '!' || c == '?' || c == 0x2026 || c == ';';
}

/* The last character that is no mark of an inner quote: the comma of `‘Pulanglah,’`. */
static uint32_t last_sign(struct sulih_view text, struct sulih_span inner, size_t *start)
{
	uint32_t c = sulih_utf8_before(text.data, inner.end, start);

	for (size_t at = *start;
	     at > inner.start && (c == '\'' || c == '"' || c == 0x2019 || c == 0x201D); at = *start)
		c = sulih_utf8_before(text.data, at, start);
	return c;
}

struct shape_of_words sulih_look_at_end(struct sulih_view text, struct sulih_span inner)
{
	struct shape_of_words shape = { 0 };
	size_t start;

	shape.ended = is_end_sign(last_sign(text, inner, &start));
	shape.stopped = shape.ended && text.data[start] != ',';
	return shape;
}

/* Negations and auxiliaries: tidak, akan, terlalu. */
static bool begins_predicate(const struct tokens *tokens, size_t index)
{
	char room[24];
	struct sulih_word word;

	return sulih_word_find(sulih_token_key(tokens, index, room, sizeof(room)), &word) &&
	       word.affixes == 0 && word.word_class == SULIH_WORD_PARTICLE;
}

void sulih_look_at_words(struct sulih_view text, struct sulih_span inner,
			 struct shape_of_words *shape)
{
	static const char *const persons[] = { "saya", "kami", "aku" };
	struct tokens tokens;

	shape->title = true;
	sulih_read_tokens(text, inner.start, window_end(text, inner.start, inner.end, 160),
			  &tokens);
	for (size_t i = 0; i < tokens.count; i++) {
		const struct token *token = &tokens.items[i];

		if (token->type == TOKEN_NUMBER)
			shape->words++;
		if (token->type != TOKEN_WORD)
			continue;
		if (shape->words++ == 0) {
			shape->capital = token->capital;
			shape->clause = begins_predicate(&tokens, i);
			shape->person = SULIH_TOKEN_IS_ONE_OF(&tokens, i, persons);
		}
		if (shape->title && !token->capital && token->span.end - token->span.start > 3 &&
		    !sulih_ends_phrase(&tokens, i))
			shape->title = false;
	}
	shape->title = shape->title && shape->capital && shape->words <= 12;
}
