#include "segment/quotes/quotes.h"

#include "base/letter.h"
#include "base/utf8.h"
#include "lists.h"
#include "segment/quotes/cue.h"
#include "segment/quotes/evidence.h"

/* How far around a quote its attribution is looked for, in bytes. */
enum { WINDOW_BEFORE = 480, WINDOW_AFTER = 720, WINDOW_ENDED = 240, PARTIAL_WORDS = 6 };

struct attribution {
	struct sulih_segmentation *out;
	struct sulih_view text;
	struct sulih_span paragraph;
	struct tokens before, after;
};

/* What a quote's own words tell. */
struct shape_of_words {
	bool ended;   /* the last sign is a comma or a stop, as in whole sentences */
	bool stopped; /* that sign is no comma */
	bool capital; /* the first word */
	bool title;   /* all words of weight have capitals */
	size_t words; /* counted up to PARTIAL_WORDS + 1 */
};

static bool is_end_sign(uint32_t c)
{
	return c == ',' || c == '.' || c == '!' || c == '?' || c == 0x2026 || c == ';';
}

static size_t char_start(struct sulih_view text, size_t at)
{
	while (at > 0 && ((unsigned char)text.data[at] & 0xC0) == 0x80)
		at--;
	return at;
}

static size_t window_end(struct sulih_view text, size_t start, size_t end, size_t size)
{
	return end - start <= size ? end : char_start(text, start + size);
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

static struct shape_of_words look_at_end(struct sulih_view text, struct sulih_span inner)
{
	struct shape_of_words shape = { 0 };
	size_t start;

	shape.ended = is_end_sign(last_sign(text, inner, &start));
	shape.stopped = shape.ended && text.data[start] != ',';
	return shape;
}

/* The words themselves, which cost more: most quotes are known by their end alone. */
static void look_at_words(struct sulih_view text, struct sulih_span inner,
			  struct shape_of_words *shape)
{
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
		if (shape->words++ == 0)
			shape->capital = token->capital;
		if (shape->title && !token->capital && token->span.end - token->span.start > 3 &&
		    !sulih_ends_phrase(&tokens, i))
			shape->title = false;
	}
	shape->title = shape->title && shape->capital && shape->words <= 12;
}

/* Cuts a window to `size` bytes before `end`, at the start of a word. */
static size_t window_start(struct sulih_view text, size_t start, size_t end, size_t size)
{
	if (end - start <= size)
		return start;
	start = char_start(text, end - size);
	while (start < end && !sulih_byte_is_space(text.data[start]))
		start++;
	return start;
}

/* Behind a dateline that no block has marked: "Jakarta (ANTARA) - Budi mengatakan". */
static size_t skip_dateline(const struct tokens *before, size_t from)
{
	for (size_t i = from; i < before->count && i < from + 8; i++) {
		const struct token *token = &before->items[i];

		if (token->type == TOKEN_DASH && token->spaced)
			return i + 1;
		if (token->type == TOKEN_COLON || (token->type == TOKEN_WORD && !token->capital))
			return from;
	}
	return from;
}

/* Reads the sentence before the quote, without the words of the quote `previous`
 * when that one is only part of the same sentence. Gives its first token. */
static size_t read_before(struct attribution *a, const struct sulih_quote *quote,
			  struct sulih_span bounds, const struct sulih_quote *previous)
{
	size_t from, start = bounds.start;

	a->before.count = 0;
	if (previous != NULL) {
		struct shape_of_words shape = look_at_end(a->text, previous->inner);

		if (!shape.ended)
			sulih_append_last_tokens(
				a->text,
				window_start(a->text, start, previous->span.start, WINDOW_BEFORE),
				previous->span.start, &a->before);
		start = previous->span.end;
	}
	sulih_append_last_tokens(a->text,
				 window_start(a->text, start, quote->span.start, WINDOW_BEFORE),
				 quote->span.start, &a->before);
	from = a->before.count;
	while (from > 0 && a->before.items[from - 1].type != TOKEN_STOP)
		from--;
	return skip_dateline(&a->before, from);
}

/* Whether a word such as film or istilah right before the quote makes it a mention. */
static bool is_headed(const struct tokens *before, size_t from, const struct shape_of_words *shape)
{
	size_t last = before->count;
	char room[64];
	struct sulih_row row;

	for (size_t back = 1; back <= 4 && last >= from + back; back++) {
		const struct token *token = &before->items[last - back];

		if (token->type != TOKEN_WORD)
			return false;
		row = sulih_table_find(&sulih_list_mention_heads,
				       sulih_token_key(before, last - back, room, sizeof(room)));
		if (row.listed && (back == 1 || (shape->title && !shape->ended)))
			return true;
		if (back == 1 && (sulih_token_is(before, last - 1, "kata") ||
				  sulih_token_is(before, last - 1, "disebut")))
			return true;
		if (!shape->title && back > 1)
			return false;
	}
	return false;
}

static void attribute(struct sulih_quote *quote, const struct cue *cue)
{
	quote->kind = SULIH_QUOTE_SPEECH;
	quote->cue = cue->verb;
	quote->speaker = cue->speaker.name;
}

/* `“…,” kata Budi. “…”`: nothing stands between the first attribution and the second quote. */
static bool resumes(const struct attribution *a, size_t from, const struct sulih_quote *previous)
{
	return previous != NULL && previous->cue.end > previous->span.end &&
	       from == a->before.count && from > 0;
}

/* “lamban” dan “mahal”: the second quote shares what is known of the first. */
static bool is_joined(const struct attribution *a, const struct sulih_quote *quote,
		      const struct sulih_quote *previous)
{
	struct tokens between;
	bool joined = false;

	if (previous == NULL || !previous->closed || quote->span.start - previous->span.end > 12)
		return false;
	sulih_read_tokens(a->text, previous->span.end, quote->span.start, &between);
	for (size_t i = 0; i < between.count; i++) {
		if (between.items[i].type == TOKEN_COMMA)
			continue;
		if (!sulih_token_is(&between, i, "dan") && !sulih_token_is(&between, i, "atau") &&
		    !sulih_token_is(&between, i, "serta"))
			return false;
		joined = true;
	}
	return joined;
}

static void share(struct sulih_quote *quote, const struct sulih_quote *other)
{
	quote->kind = other->kind;
	quote->cue = other->cue;
	quote->speaker = other->speaker;
}

/* “Besok,” kata Budi, “atau lusa,” tambahnya, “kami datang.”: the clitic means Budi. */
static void keep_speaker(struct sulih_quote *quote, const struct cue *before,
			 const struct sulih_quote *previous)
{
	if (previous != NULL && before->speaker.pronoun &&
	    before->verb.start >= previous->span.end &&
	    before->verb.start - previous->span.end <= 2)
		quote->speaker = previous->speaker;
}

static enum sulih_quote_kind guess_kind(const struct sulih_quote *quote,
					const struct shape_of_words *shape, bool begins)
{
	if (!quote->closed || quote->depth > 1)
		return SULIH_QUOTE_SPEECH;
	if (shape->title && !shape->ended)
		return SULIH_QUOTE_MENTION;
	if (shape->words > PARTIAL_WORDS || (shape->ended && shape->words > 2) ||
	    (begins && shape->ended))
		return SULIH_QUOTE_SPEECH;
	return SULIH_QUOTE_MENTION;
}

/* A comma or a colon right before the quote. */
static bool is_led_in(struct sulih_view text, size_t from, size_t quote)
{
	while (quote > from && sulih_byte_is_space(text.data[quote - 1]))
		quote--;
	return quote > from && (text.data[quote - 1] == ',' || text.data[quote - 1] == ':');
}

/* Whether what stands before the quote can introduce it: a whole sentence needs
 * its comma, colon or verb right there, a partial quote only the verb. */
static bool introduces(const struct cue *cue, const struct shape_of_words *shape)
{
	if (!cue->found)
		return false;
	return cue->beside || (!shape->capital && !shape->title);
}

/* “Kami siap,” kata Budi dalam rapat “tertutup” itu: the verb has its quote before it, and a
 * word or two behind it are no second one. */
static bool is_spent(struct sulih_view text, const struct cue *cue,
		     const struct shape_of_words *shape, const struct sulih_quote *previous,
		     bool led_in)
{
	enum { SCARE_WORDS = 2 };

	return previous != NULL && previous->cue.end > 0 && !led_in && !shape->ended &&
	       shape->words <= SCARE_WORDS && cue->verb.start == previous->cue.start &&
	       !look_at_end(text, previous->inner).stopped;
}

static void attribute_one(struct attribution *a, struct sulih_quote *quote,
			  struct sulih_span bounds, const struct sulih_quote *previous)
{
	struct shape_of_words shape = look_at_end(a->text, quote->inner);
	bool led_in = is_led_in(a->text, bounds.start, quote->span.start), headed;
	struct cue after = { 0 }, before = { 0 };
	size_t from;

	a->after.count = 0;
	if (quote->closed)
		sulih_read_tokens(a->text, quote->span.end,
				  window_end(a->text, quote->span.end, bounds.end,
					     shape.ended ? WINDOW_ENDED : WINDOW_AFTER),
				  &a->after);
	/* by far the most: “Kami siap,” kata Budi */
	if (shape.ended) {
		after = sulih_cue_after(&a->after, true, shape.stopped);
		if (after.found && (after.speaker.name.end > 0 || !led_in)) {
			attribute(quote, &after);
			return;
		}
	}
	look_at_words(a->text, quote->inner, &shape);
	from = read_before(a, quote, bounds, previous);
	headed = is_headed(&a->before, from, &shape);
	if (!after.found)
		after = sulih_cue_agent(&a->before, &a->after);
	if (!after.found && !headed)
		after = sulih_cue_after(&a->after, shape.ended, shape.stopped);
	if (!headed)
		before = sulih_cue_before(&a->before, from);
	if (after.found && after.speaker.name.end == 0 && before.found &&
	    before.speaker.name.end > 0 && led_in)
		attribute(quote, &before); /* Budi berkata, “Ya,” ujarnya */
	else if (after.found)
		attribute(quote, &after);
	else if (is_joined(a, quote, previous))
		share(quote, previous);
	else if (is_spent(a->text, &before, &shape, previous, led_in))
		quote->kind = SULIH_QUOTE_MENTION;
	else if (introduces(&before, &shape)) {
		attribute(quote, &before);
		keep_speaker(quote, &before, previous);
	} else if (headed)
		quote->kind = SULIH_QUOTE_MENTION;
	else if (resumes(a, from, previous))
		quote->speaker = previous->speaker;
	else
		quote->kind = guess_kind(quote, &shape,
					 from == a->before.count || (led_in && !shape.title));
	if (quote->cue.end == 0 && !headed && !shape.capital && !shape.ended && quote->closed) {
		after = sulih_cue_later(&a->after);
		if (after.found)
			attribute(quote, &after);
	}
}

/* The quotes [first, last) are those of one paragraph. */
static void attribute_paragraph(struct attribution *a, size_t first, size_t last)
{
	struct sulih_quote *quotes = a->out->quotes.items;
	const struct sulih_quote *outer = NULL, *previous_outer = NULL, *previous_inner = NULL;

	for (size_t i = first; i < last; i++) {
		if (quotes[i].depth == 1) {
			previous_outer = outer;
			outer = &quotes[i];
			previous_inner = NULL;
			attribute_one(a, &quotes[i], a->paragraph, previous_outer);
		} else {
			if (previous_inner != NULL &&
			    previous_inner->span.end > quotes[i].span.start)
				previous_inner = NULL;
			attribute_one(a, &quotes[i], outer->inner, previous_inner);
			previous_inner = &quotes[i];
		}
	}
}

/* A speech of several paragraphs: the earlier ones, which are never closed, have
 * the speaker who is named at its end. */
static void join_paragraphs(struct attribution *a)
{
	struct sulih_quote *quotes = a->out->quotes.items;
	size_t next = a->out->quotes.count;

	for (size_t i = a->out->quotes.count; i-- > 0;) {
		if (quotes[i].depth != 1)
			continue;
		if (next < a->out->quotes.count && !quotes[i].closed && quotes[i].cue.end == 0 &&
		    quotes[i].kind == SULIH_QUOTE_SPEECH &&
		    quotes[next].kind == SULIH_QUOTE_SPEECH) {
			size_t at = quotes[i].span.end;

			while (at < quotes[next].span.start &&
			       sulih_byte_is_space(a->text.data[at]))
				at++;
			if (at == quotes[next].span.start)
				quotes[i].speaker = quotes[next].speaker;
		}
		next = i;
	}
}

static size_t attribute_block(struct attribution *a, const struct sulih_block *one, size_t quote)
{
	const struct sulih_quote *quotes = a->out->quotes.items;
	size_t count = a->out->quotes.count;
	struct sulih_span block = one->span;

	while (quote < count && quotes[quote].span.start < block.end) {
		size_t first = quote, at = quotes[quote].span.start;
		const char *stop = memchr(a->text.data + at, '\n', block.end - at);
		const char *before = memrchr(a->text.data + block.start, '\n', at - block.start);

		at = before ? (size_t)(before - a->text.data) + 1 : block.start;
		a->paragraph.start = at;
		/* Jakarta (ANTARA) - Budi mengatakan, “…” */
		if (at < one->dateline.end && one->dateline.end <= quotes[quote].span.start)
			a->paragraph.start = one->dateline.end;
		a->paragraph.end = stop ? (size_t)(stop - a->text.data) : block.end;
		while (quote < count && quotes[quote].span.start < a->paragraph.end)
			quote++;
		attribute_paragraph(a, first, quote);
	}
	return quote;
}

int sulih_attribute_quotes(struct sulih_segmentation *segmentation, struct sulih_error *error)
{
	struct attribution a = { .out = segmentation, .text = segmentation->running };
	size_t quote = 0;

	(void)error;
	for (size_t i = 0; i < segmentation->blocks.count; i++)
		quote = attribute_block(&a, &segmentation->blocks.items[i], quote);
	join_paragraphs(&a);
	return 0;
}
