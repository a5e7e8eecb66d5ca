/* What the rules about names saw, in the words of the text: for --explain and the ledger. */
#include <stdlib.h>

#include "pipeline/protect/names/scene.h"

/* A longer row of capitals is no mention of anybody. */
enum { LONGEST_MENTION = 40 };

static void note_mention(struct name_finder *f, uint32_t word, struct name_mention run)
{
	struct name_mention *longest = f->mentions[word].longest;

	if (run.length > longest[0].length) {
		longest[1] = longest[0];
		longest[0] = run;
	} else if (run.length > longest[1].length && run.start != longest[0].start) {
		longest[1] = run;
	}
}

/* The run of capitals at `at`, "Ratna Kusumawardani", noted at each of its words; the token behind.
 */
static uint32_t note_run(struct name_finder *f, uint32_t at, uint32_t end)
{
	struct name_mention run = { .start = at, .end = at + 1 };

	while (run.end < end && token_is_capital(f, run.end) && token_is_apart(f, run.end))
		run.end++;
	run.length = token_at(f, run.end - 1)->end - token_at(f, at)->start;
	for (uint32_t i = at; i < run.end && run.end - at <= LONGEST_MENTION; i++)
		note_mention(f, token_at(f, i)->word, run);
	return run.end;
}

void names_note_mentions(struct name_finder *f)
{
	if (!f->candidates->explain)
		return;
	f->mentions = calloc(f->words.count + 1, sizeof(*f->mentions));
	if (f->mentions == NULL) {
		f->failed = true;
		return;
	}
	for (size_t s = 0; s < f->document->segmentation.segments.count; s++) {
		uint32_t at = f->segments[s], end = f->segments[s + 1];

		while (at < end)
			at = token_is_capital(f, at) ? note_run(f, at, end) : at + 1;
	}
}

/* The longest other mention of a word of [at, end).  Only for people. */
static struct sulih_view mention_elsewhere(const struct name_finder *f, uint32_t at, uint32_t end)
{
	struct name_mention best = { 0 };

	for (uint32_t i = at; i < end && f->mentions != NULL; i++) {
		const struct name_token *token = token_at(f, i);
		const struct name_mention *run;

		if (token->kind != TOKEN_WORD || !token_is_capital(f, i) ||
		    (token_facts(f, i) & FACT_COMMON && !f->words.items[token->word].person))
			continue;
		run = f->mentions[token->word].longest;
		if (run->start < end && run->end > at)
			run++; /* that is the name itself */
		if (run->length > best.length)
			best = *run;
	}
	return best.length > 0 ? tokens_text(f, best.start, best.end) : SULIH_VIEW("");
}

/* The verb of saying that stands before or behind [at, end). */
static struct sulih_view saying_verb(const struct name_finder *f, const struct name_scene *scene,
				     uint32_t at, uint32_t end)
{
	if (at > scene->start && token_facts(f, at - 1) & FACT_SAID &&
	    token_at(f, at - 1)->shape == SHAPE_LOWER)
		return tokens_text(f, at - 1, at);
	return end < scene->end ? tokens_text(f, end, end + 1) : SULIH_VIEW("");
}

/* The first part of [at, end) that the list of given names has. */
static struct sulih_view given_name(const struct name_finder *f, uint32_t at, uint32_t end)
{
	for (uint32_t i = at; i < end; i++)
		if (token_facts(f, i) & FACT_GIVEN && token_is_capital(f, i))
			return tokens_text(f, i, i + 1);
	return SULIH_VIEW("");
}

/* "(34 tahun)" or ", 34" behind the name. */
static struct sulih_view age_bracket(const struct name_finder *f, const struct name_scene *scene,
				     uint32_t end)
{
	uint32_t close = end;

	if (is_mark(f, end, ','))
		return tokens_text(f, end, end + 2);
	while (close + 1 < scene->end && close < end + 4 && !is_mark(f, close, ')'))
		close++;
	return end < close ? tokens_text(f, end, close + 1) : SULIH_VIEW("");
}

struct sulih_view name_evidence(const struct name_finder *f, const struct name_scene *scene,
				uint32_t at, uint32_t end, const char *why)
{
	if (why_is(why, "title") && scene->title_start < scene->title_end)
		return tokens_text(f, scene->title_start, scene->title_end);
	if (why_is(why, "saying verb"))
		return saying_verb(f, scene, at, end);
	if (why_is(why, "given name"))
		return given_name(f, at, end);
	if (why_is(why, "age"))
		return age_bracket(f, scene, end);
	if (why_is(why, "capital") && at > scene->start && token_at(f, at - 1)->kind == TOKEN_WORD)
		return tokens_text(f, at - 1, at);
	if (f->candidates->explain && (why_is(why, "full name") || why_is(why, "later mention") ||
				       why_is(why, "capital elsewhere")))
		return mention_elsewhere(f, at, end);
	return SULIH_VIEW("");
}

void name_refuse(struct name_finder *f, uint32_t at, uint32_t end, const char *why)
{
	if (!f->collecting && end > at)
		sulih_refuse(f->candidates, token_at(f, at)->start, token_at(f, end - 1)->end, why,
			     SULIH_VIEW(""));
}
