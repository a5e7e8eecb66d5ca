/* Who says one quote, or that it is none: the cues around it, weighed. */
#include "lists.h"
#include "segment/quotes/attribution/attribution.h"
#include "segment/quotes/attribution/cue.h"
#include "segment/quotes/attribution/inner.h"
#include "segment/quotes/attribution/window.h"

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
		struct shape_of_words shape = sulih_look_at_end(a->text, previous->inner);

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
		/* mengatakan dunia “tidak siap lagi”: the noun is the subject of what is quoted */
		if (row.listed && back == 1 && shape->clause && !shape->capital &&
		    shape->words > 2 && sulih_view_is(sulih_row_column(&row, 1), "thing"))
			return false;
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

/* “Ada Apa dengan Cinta?” adalah film, “mangkrak” berarti terbengkalai: the words themselves are
 * spoken of. */
static bool is_spoken_of(const struct tokens *after)
{
	static const char *const copulas[] = { "adalah", "merupakan", "ialah", "berarti",
					       "artinya" };

	return after->count > 1 && SULIH_TOKEN_IS_ONE_OF(after, 0, copulas);
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
	static const char *const joints[] = { "dan", "atau", "serta" };
	struct tokens between;
	bool joined = false;

	if (previous == NULL || !previous->closed || quote->span.start - previous->span.end > 12)
		return false;
	sulih_read_tokens(a->text, previous->span.end, quote->span.start, &between);
	for (size_t i = 0; i < between.count; i++) {
		if (between.items[i].type == TOKEN_COMMA)
			continue;
		if (!SULIH_TOKEN_IS_ONE_OF(&between, i, joints))
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
					const struct shape_of_words *shape, bool begins,
					bool led_in)
{
	if (!quote->closed || quote->depth > 1)
		return SULIH_QUOTE_SPEECH;
	if (shape->title &&
	    !shape->ended) /* headlines: Susi Minta Maaf: “Saya Khilaf”, “Sudah, Ya” */
		return (shape->person && begins) || (shape->clause && led_in) ? SULIH_QUOTE_SPEECH
									      : SULIH_QUOTE_MENTION;
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
 * word or two behind it are no second one; `Menurut Budi, itu “wajar” dan tidak perlu “ditakuti”`
 * has words of Budi in both. */
static bool is_spent(struct sulih_view text, const struct cue *cue,
		     const struct shape_of_words *shape, const struct sulih_quote *previous,
		     bool led_in)
{
	enum { SCARE_WORDS = 2 };

	if (previous != NULL && cue->verb.end < previous->span.start &&
	    previous->kind == SULIH_QUOTE_SPEECH && !sulih_look_at_end(text, previous->inner).ended)
		return false;
	return previous != NULL && previous->cue.end > 0 && !led_in && !shape->ended &&
	       shape->words <= SCARE_WORDS && cue->verb.start == previous->cue.start &&
	       !sulih_look_at_end(text, previous->inner).stopped;
}

/* Budi menulis, “Kami siap.” Produser Rina mengamini dengan …: behind the stop of a quote that is
 * led in a subject and its verb begin the next sentence. */
static bool is_next_sentence(const struct cue *after, const struct shape_of_words *shape,
			     bool led_in)
{
	return led_in && shape->stopped && after->speaker.name.end > 0 &&
	       after->speaker.name.start < after->verb.start;
}

/* dalam “Demokrasi Kita” (1960): the year of a work. */
static bool has_year_behind(const struct tokens *after, const struct shape_of_words *shape)
{
	return shape->title && !shape->ended && after->count > 2 &&
	       after->items[0].type == TOKEN_OPEN && after->items[1].type == TOKEN_NUMBER &&
	       after->items[1].span.end - after->items[1].span.start == 4 &&
	       after->items[2].type == TOKEN_CLOSE;
}

/* Decides between the cues on both sides, and what the quote itself looks like; `after` is one
 * that was found before, or none. */
static void weigh_cues(struct attribution *a, struct sulih_quote *quote, struct sulih_span bounds,
		       const struct sulih_quote *previous, const struct shape_of_words *shape,
		       bool led_in, struct cue after)
{
	struct cue before = { 0 };
	size_t from = read_before(a, quote, bounds, previous);
	bool headed = is_headed(&a->before, from, shape) || has_year_behind(&a->after, shape);

	if (!after.found)
		after = sulih_cue_agent(&a->before, &a->after);
	if (!after.found && !headed)
		after = sulih_cue_after(&a->after, shape->ended, shape->stopped);
	if (!headed)
		before = sulih_cue_before(&a->before, from);
	/* Budi berkata, “Ya,” ujarnya; Budi menyatakan dirinya “lelah”, menurut laporan itu */
	if (after.found && before.found && before.speaker.name.end > 0 &&
	    (is_next_sentence(&after, shape, led_in) || after.speaker.name.end == 0) &&
	    (led_in || (!shape->ended && !after.speaker.described && !after.speaker.pronoun)))
		attribute(quote, &before);
	else if (after.found)
		attribute(quote, &after);
	else if (is_joined(a, quote, previous))
		share(quote, previous);
	else if (is_spent(a->text, &before, shape, previous, led_in))
		quote->kind = SULIH_QUOTE_MENTION;
	else if (introduces(&before, shape)) {
		attribute(quote, &before);
		keep_speaker(quote, &before, previous);
	} else if (headed)
		quote->kind = SULIH_QUOTE_MENTION;
	else if (quote->closed && shape->words <= PARTIAL_WORDS && is_spoken_of(&a->after))
		quote->kind = SULIH_QUOTE_MENTION;
	else if (resumes(a, from, previous))
		quote->speaker = previous->speaker;
	else
		quote->kind = guess_kind(
			quote, shape,
			from == a->before.count ||
				(led_in && (!shape->title || shape->person || shape->ended)),
			led_in);
	if (quote->cue.end == 0 && !headed && !shape->capital && !shape->ended && quote->closed) {
		after = sulih_cue_later(&a->after);
		if (after.found)
			attribute(quote, &after);
	}
}

void sulih_attribute_quote(struct attribution *a, struct sulih_quote *quote,
			   struct sulih_span bounds, const struct sulih_quote *previous)
{
	struct shape_of_words shape = sulih_look_at_end(a->text, quote->inner);
	bool led_in = is_led_in(a->text, bounds.start, quote->span.start);
	struct cue after = { 0 };

	a->after.count = 0;
	if (quote->closed)
		sulih_read_sentence(a->text, quote->span.end,
				    window_end(a->text, quote->span.end, bounds.end,
					       shape.ended ? WINDOW_ENDED : WINDOW_AFTER),
				    &a->after);
	/* by far the most: “Kami siap,” kata Budi */
	if (shape.ended) {
		after = sulih_cue_after(&a->after, true, shape.stopped);
		if (after.found && !is_next_sentence(&after, &shape, led_in) &&
		    (after.speaker.name.end > 0 || !led_in)) {
			attribute(quote, &after);
			return;
		}
	}
	sulih_look_at_words(a->text, quote->inner, &shape);
	weigh_cues(a, quote, bounds, previous, &shape, led_in, after);
}
