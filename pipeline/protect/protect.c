#include "pipeline/protect/protect.h"

#include <stdlib.h>

#include "pipeline/protect/masks/mask.h"
#include "pipeline/protect/names/words/tokens.h"
#include "pipeline/protect/taken.h"

/* Of an article: room for them is made at once. */
enum { USUAL_CANDIDATES = 96 };

struct sulih_candidate *sulih_candidate_add(struct sulih_candidates *candidates, size_t start,
					    size_t end, enum sulih_span_kind kind,
					    enum sulih_ruling ruling, const char *why)
{
	struct sulih_candidate *one = SULIH_VECTOR_ADD(&candidates->list);

	if (one == NULL) {
		candidates->failed = true;
		return NULL;
	}
	one->is.span = (struct sulih_span){ start, end };
	one->is.kind = kind;
	one->is.ruling = ruling;
	one->is.why = why;
	one->is.target = SULIH_VIEW("");
	one->is.evidence = SULIH_VIEW("");
	one->is.value = SULIH_VIEW("");
	one->is.row = (struct sulih_row){ 0 };
	one->priority = sulih_kind_is_name(kind) ? SULIH_PRIORITY_NAME : SULIH_PRIORITY_FIGURE;
	return one;
}

void sulih_refuse(struct sulih_candidates *candidates, size_t start, size_t end, const char *why,
		  struct sulih_view evidence)
{
	struct sulih_refusal *one;

	if (!candidates->explain)
		return;
	one = SULIH_VECTOR_ADD(&candidates->refused);
	if (one == NULL)
		candidates->failed = true;
	else
		*one = (struct sulih_refusal){ { start, end }, why, evidence };
}

static size_t length_of(const struct sulih_candidate *c)
{
	return c->is.span.end - c->is.span.start;
}

/* The better one first: priority, then length, then place. */
static int by_worth(const void *a, const void *b)
{
	const struct sulih_candidate *x = a, *y = b;

	if (x->priority != y->priority)
		return x->priority > y->priority ? -1 : 1;
	if (length_of(x) != length_of(y))
		return length_of(x) > length_of(y) ? -1 : 1;
	return x->is.span.start < y->is.span.start ? -1 : x->is.span.start > y->is.span.start;
}

static int by_start(const void *a, const void *b)
{
	const struct sulih_candidate *x = a, *y = b;

	if (x->is.span.start != y->is.span.start)
		return x->is.span.start < y->is.span.start ? -1 : 1;
	return by_worth(a, b);
}

static size_t last_bracket(struct sulih_view text)
{
	size_t at = text.length;

	while (at > 1 && !(text.data[at - 1] == '(' && text.data[at - 2] == ' '))
		at--;
	return at > 1 ? at - 2 : text.length;
}

/*
 * "Komisi Pemilihan Umum (KPU)" is one name; where the acronym is taken already (a
 * term of the user's glossary), the name before it still stands, without its bracket.
 */
static void give_up_bracket(struct sulih_view text, struct sulih_protected *name,
			    struct sulih_span taken)
{
	struct sulih_view source = sulih_view_slice(text, name->span.start, name->span.end);
	size_t cut = last_bracket(source);

	if (cut == source.length || taken.start != name->span.start + cut + 2 ||
	    taken.end + 1 != name->span.end || source.data[source.length - 1] != ')')
		return;
	name->span.end = name->span.start + cut;
	if (name->target.length > 0 && name->target.data[name->target.length - 1] == ')')
		name->target.length = last_bracket(name->target);
}

static int by_span(const void *a, const void *b)
{
	const struct sulih_candidate *x = a, *y = b;

	return sulih_span_compare(x->is.span, y->is.span);
}

/*
 * Candidates that overlap, directly or by others, form a cluster; inside it the
 * best is taken first and drops what overlaps it.
 */
static bool is_taken(struct sulih_view text, struct sulih_candidates *candidates,
		     const struct sulih_taken *taken, struct sulih_protected *wanted)
{
	struct sulih_span other;
	uint32_t number = 0;

	for (; sulih_taken_overlap(taken, wanted->span, number, &number, &other); number++) {
		give_up_bracket(text, wanted, other);
		if (other.end <= wanted->span.start || other.start >= wanted->span.end)
			continue;
		if (other.start != wanted->span.start || other.end != wanted->span.end)
			sulih_refuse(candidates, wanted->span.start, wanted->span.end, "overlap",
				     sulih_view_slice(text, other.start, other.end));
		return true;
	}
	return wanted->span.start >= wanted->span.end;
}

/* The spans of the document, which take the place of the candidates: none lies behind the
 * candidate it was, as it is smaller and some are dropped. */
struct chosen {
	struct sulih_protected *items;
	size_t count;
};

static void take(struct chosen *chosen, const struct sulih_protected *one)
{
	memmove(&chosen->items[chosen->count++], one, sizeof(*one));
}

/* Takes the best of the cluster, which lies in `whole`. */
static int choose_cluster(struct sulih_view text, struct sulih_candidates *candidates,
			  struct sulih_candidate *cluster, size_t count, struct sulih_span whole,
			  struct chosen *chosen)
{
	size_t kept = 0;
	struct sulih_taken taken;
	int status = sulih_taken_begin(&taken, whole, count);

	qsort(cluster, count, sizeof(*cluster), by_worth);
	for (size_t i = 0; i < count && status == 0; i++) {
		if (is_taken(text, candidates, &taken, &cluster[i].is))
			continue;
		status = sulih_taken_add(&taken, cluster[i].is.span);
		if (kept < i)
			cluster[kept] = cluster[i];
		kept++;
	}
	sulih_taken_release(&taken);
	/* clusters follow each other: the whole is in order when each is */
	if (kept > 1)
		qsort(cluster, kept, sizeof(*cluster), by_span);
	for (size_t i = 0; i < kept && status == 0; i++)
		take(chosen, &cluster[i].is);
	return status;
}

/* The first candidate behind `from` that should stand before its neighbour; `count`: none. */
static size_t run_end(const struct sulih_candidate *all, size_t from, size_t count)
{
	while (from + 1 < count && by_start(&all[from], &all[from + 1]) <= 0)
		from++;
	return from + 1 < count ? from + 1 : count;
}

/* Merges two runs that are in order, [0, middle) and [middle, count). */
static int merge(struct sulih_candidate *all, size_t middle, size_t count)
{
	struct sulih_candidate *first = malloc(middle * sizeof(*first));
	size_t from = 0, second = middle, to = 0;

	if (first == NULL)
		return SULIH_ERROR_MEMORY;
	memcpy(first, all, middle * sizeof(*first));
	while (from < middle) {
		bool later = second < count && by_start(&all[second], &first[from]) < 0;

		all[to++] = later ? all[second++] : first[from++];
	}
	free(first);
	return 0;
}

/* The finders go through the text from left to right, so there are mostly two runs in order:
 * figures and names. */
static int put_in_order(struct sulih_candidate *all, size_t count)
{
	size_t middle = run_end(all, 0, count);

	if (middle == count)
		return 0;
	if (run_end(all, middle, count) == count)
		return merge(all, middle, count);
	qsort(all, count, sizeof(*all), by_start);
	return 0;
}

/* Makes the document's spans of the candidates, which are gone after it. */
static int choose(struct sulih_document *document, struct sulih_candidates *candidates)
{
	struct sulih_candidate *all = candidates->list.items;
	size_t count = candidates->list.count;
	struct chosen chosen = { (struct sulih_protected *)(void *)all, 0 };
	int status = 0;

	if (count == 0)
		return 0;
	if (put_in_order(all, count) != 0)
		return SULIH_ERROR_MEMORY;
	for (size_t from = 0, to; from < count && status == 0; from = to) {
		size_t end = all[from].is.span.end;

		for (to = from + 1; to < count && all[to].is.span.start < end; to++)
			if (all[to].is.span.end > end)
				end = all[to].is.span.end;
		if (to > from + 1)
			status = choose_cluster(
				document->segmentation.running, candidates, all + from, to - from,
				(struct sulih_span){ all[from].is.span.start, end }, &chosen);
		else if (all[from].is.span.start < end) /* nearly all stand alone */
			take(&chosen, &all[from].is);
	}
	if (status != 0 || chosen.count == 0)
		return status;
	SULIH_VECTOR_RELEASE(&document->spans);
	document->spans.items = realloc(all, chosen.count * sizeof(*chosen.items));
	if (document->spans.items == NULL)
		return SULIH_ERROR_MEMORY;
	document->spans.count = document->spans.capacity = chosen.count;
	candidates->list.items = NULL;
	candidates->list.count = candidates->list.capacity = 0;
	return 0;
}

/* `convert` only where the target differs from the source (DESIGN §4). */
static void settle_rulings(struct sulih_document *document)
{
	struct sulih_view text = document->segmentation.running;

	for (size_t i = 0; i < document->spans.count; i++) {
		struct sulih_protected *span = &document->spans.items[i];
		struct sulih_view source = sulih_view_slice(text, span->span.start, span->span.end);

		if (span->ruling == SULIH_LEAVE) {
			span->target = SULIH_VIEW("");
			continue;
		}
		if (span->ruling == SULIH_COPY || span->target.length == 0)
			span->target = source;
		if (span->ruling == SULIH_CONVERT && sulih_view_equal(span->target, source))
			span->ruling = SULIH_COPY;
	}
}

static int refusal_order(const void *a, const void *b)
{
	const struct sulih_refusal *x = a, *y = b;

	return sulih_span_compare(x->span, y->span);
}

/* What was refused, in the order of the text, becomes the document's. */
static void hand_over_refusals(struct sulih_document *document, struct sulih_candidates *candidates)
{
	if (candidates->refused.count > 1)
		qsort(candidates->refused.items, candidates->refused.count,
		      sizeof(*candidates->refused.items), refusal_order);
	SULIH_VECTOR_RELEASE(&document->refusals);
	document->refusals.items = candidates->refused.items;
	document->refusals.count = candidates->refused.count;
	document->refusals.capacity = candidates->refused.capacity;
}

int sulih_protect(struct sulih_document *document, const struct sulih_protect_options *options,
		  struct sulih_error *error)
{
	struct sulih_word_memory *words = options->memory;
	struct sulih_candidates candidates = { .explain = options->explain };
	int status;

	if (words == NULL && (words = sulih_word_memory_new()) == NULL)
		return sulih_fail_memory(error);
	status = sulih_words_read(words, &document->segmentation, error);
	if (status == 0 && SULIH_VECTOR_RESERVE(&candidates.list, USUAL_CANDIDATES) != 0)
		status = sulih_fail_memory(error);
	if (status == 0)
		status = sulih_find_terms(document, options, &candidates, error);
	if (status == 0)
		status = sulih_find_figures(document, words, options, &candidates, error);
	if (status == 0)
		status = sulih_find_names(document, words, options, &candidates, error);
	if (options->memory == NULL)
		sulih_word_memory_free(words);
	else
		sulih_words_done(words);
	if (status == 0 && (candidates.failed || choose(document, &candidates) != 0))
		status = sulih_fail_memory(error);
	SULIH_VECTOR_RELEASE(&candidates.list);
	hand_over_refusals(document, &candidates);
	if (status != 0)
		return status;
	settle_rulings(document);
	return options->spans_only ? 0 : sulih_mask(document, options, error);
}
