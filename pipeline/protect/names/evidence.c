/* What the rules about names saw, in the words of the text: for --explain and the ledger. */
#include "pipeline/protect/names/names.h"

static bool is(const char *why, const char *name)
{
	return strcmp(why, name) == 0;
}

/* The tokens of the segment that token `k` lies in. */
static void segment_around(const struct name_finder *f, uint32_t k, uint32_t *start, uint32_t *end)
{
	size_t low = 0, high = f->document->segmentation.segments.count;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (f->segments[middle] <= k)
			low = middle;
		else
			high = middle;
	}
	*start = f->segments[low];
	*end = f->segments[low + 1];
}

/* The run of capitals around token `k`: "Ratna Kusumawardani" around "Ratna". */
static struct sulih_view run_around(const struct name_finder *f, uint32_t k)
{
	uint32_t first, last, start = k, end = k + 1;

	segment_around(f, k, &first, &last);
	while (start > first && token_is_capital(f, start - 1) && token_is_apart(f, start))
		start--;
	while (end < last && token_is_capital(f, end) && token_is_apart(f, end))
		end++;
	return tokens_text(f, start, end);
}

/* The longest other mention of a word of [at, end).  Only for people: it walks the document. */
static struct sulih_view mention_elsewhere(const struct name_finder *f, uint32_t at, uint32_t end)
{
	struct sulih_view best = SULIH_VIEW("");

	for (uint32_t i = at; i < end; i++) {
		const struct name_token *token = token_at(f, i);

		if (token->kind != TOKEN_WORD || !token_is_capital(f, i) ||
		    (token_facts(f, i) & FACT_COMMON && !f->words.items[token->word].person))
			continue;
		for (uint32_t k = 0; k < f->tokens.count; k++) {
			struct sulih_view run;

			if ((k >= at && k < end) || token_at(f, k)->word != token->word ||
			    !token_is_capital(f, k))
				continue;
			run = run_around(f, k);
			if (run.length > best.length)
				best = run;
		}
	}
	return best;
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

/* "(34 tahun)" behind the name. */
static struct sulih_view age_bracket(const struct name_finder *f, const struct name_scene *scene,
				     uint32_t end)
{
	uint32_t close = end;

	while (close + 1 < scene->end && close < end + 4 && !is_mark(f, close, ')'))
		close++;
	return end < close ? tokens_text(f, end, close + 1) : SULIH_VIEW("");
}

struct sulih_view name_evidence(const struct name_finder *f, const struct name_scene *scene,
				uint32_t at, uint32_t end, const char *why)
{
	if (is(why, "title") && scene->title_start < scene->title_end)
		return tokens_text(f, scene->title_start, scene->title_end);
	if (is(why, "saying verb"))
		return saying_verb(f, scene, at, end);
	if (is(why, "given name"))
		return given_name(f, at, end);
	if (is(why, "age"))
		return age_bracket(f, scene, end);
	if (is(why, "capital") && at > scene->start && token_at(f, at - 1)->kind == TOKEN_WORD)
		return tokens_text(f, at - 1, at);
	if (f->candidates->explain &&
	    (is(why, "full name") || is(why, "later mention") || is(why, "capital elsewhere")))
		return mention_elsewhere(f, at, end);
	return SULIH_VIEW("");
}

void name_refuse(struct name_finder *f, uint32_t at, uint32_t end, const char *why)
{
	if (!f->collecting && end > at)
		sulih_refuse(f->candidates, token_at(f, at)->start, token_at(f, end - 1)->end, why,
			     SULIH_VIEW(""));
}
