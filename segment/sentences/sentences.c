#include "segment/sentences/sentences.h"

#include "base/letter.h"
#include "segment/sentences/furniture.h"
#include "segment/sentences/proposals.h"
#include "segment/sentences/rules/rules.h"
#include "segment/sentences/words.h"

struct cutter {
	struct sulih_segmentation *out;
	const struct sulih_segment_options *options;
	size_t block; /* index */
	struct candidate candidate;
	struct proposals proposals; /* of the block */
};

static void tell(const struct cutter *cutter, size_t offset, bool taken, const char *rule)
{
	struct sulih_border border = { offset, taken, rule };

	if (cutter->options && cutter->options->on_border)
		cutter->options->on_border(cutter->options->context, &border);
}

static int add_segment(struct cutter *cutter, size_t start, size_t end, const char *rule)
{
	struct sulih_segment_span *segment = SULIH_VECTOR_ADD(&cutter->out->segments);

	if (segment == NULL)
		return SULIH_ERROR_MEMORY;
	segment->span = (struct sulih_span){ start, end };
	segment->block = cutter->block;
	segment->rule = rule;
	return 0;
}

static bool decide(const struct candidate *candidate, const char **name)
{
	for (const struct rule *rule = sulih_border_rules; rule->name != NULL; rule++) {
		enum verdict verdict = rule->decide(candidate);

		if (verdict != PASS) {
			*name = rule->name;
			return verdict == CUT;
		}
	}
	return false;
}

/* The end of what stands at the head of a sentence and is none: `Advertisement Dalam …`. */
static size_t furniture_end(const struct candidate *k)
{
	struct sulih_view text = sulih_view_make(k->data, k->limit);
	size_t end = sulih_furniture_end(text, k->sentence);

	return end > k->sentence ? end : sulih_byline_end(text, k->sentence);
}

static int cut_furniture(struct cutter *cutter)
{
	struct candidate *k = &cutter->candidate;
	size_t end;

	while (k->sentence < k->limit && (end = furniture_end(k)) > k->sentence) {
		size_t next = sulih_skip_space(k, end);

		end = sulih_trim_end(k, k->sentence + 1, end);
		if (next >= k->limit)
			break;
		tell(cutter, next, true, "page-furniture");
		if (add_segment(cutter, k->sentence, end, "page-furniture") != 0)
			return SULIH_ERROR_MEMORY;
		k->sentence = next;
	}
	return 0;
}

static int cut_rest(struct cutter *cutter)
{
	struct candidate *k = &cutter->candidate;
	size_t code = sulih_trailing_code(sulih_view_make(k->data, k->limit), k->sentence);

	if (code < k->limit) {
		size_t end = sulih_trim_end(k, k->sentence, code);

		if (end > k->sentence) {
			tell(cutter, code, true, "reporter-code");
			if (add_segment(cutter, k->sentence, end, "reporter-code") != 0)
				return SULIH_ERROR_MEMORY;
			k->sentence = code;
		}
	}
	return add_segment(cutter, k->sentence, k->limit, "block-end");
}

/* Lets the rules decide on a border; *at gets where to look for the next. */
static int weigh(struct cutter *cutter, struct candidate *k, size_t *at)
{
	const char *rule = "";
	bool cut = decide(k, &rule);

	sulih_count_item(k);
	tell(cutter, k->next, cut, rule);
	*at = k->furniture ? k->next + 1 : k->end;
	if (!cut)
		return 0;
	if (add_segment(cutter, k->sentence, k->end, rule) != 0)
		return SULIH_ERROR_MEMORY;
	cutter->candidate.sentence = k->next;
	if (cut_furniture(cutter) != 0)
		return SULIH_ERROR_MEMORY;
	if (cutter->candidate.sentence > *at)
		*at = cutter->candidate.sentence;
	return 0;
}

/* Weighs what ICU proposes before offset `until`. */
static int weigh_proposals(struct cutter *cutter, size_t until, size_t *at)
{
	struct candidate *k = &cutter->candidate;

	while (cutter->proposals.next <= until && cutter->proposals.next < k->limit) {
		struct candidate proposed = *k;
		size_t border = cutter->proposals.next;

		if (border > k->sentence && sulih_candidate_propose(&proposed, border) &&
		    weigh(cutter, &proposed, at) != 0)
			return SULIH_ERROR_MEMORY;
		sulih_proposals_pass(&cutter->proposals, border);
	}
	if (k->word.start < k->sentence)
		k->word.start = k->sentence;
	return 0;
}

static int cut_block(struct cutter *cutter, struct sulih_error *error)
{
	const struct sulih_block *block = &cutter->out->blocks.items[cutter->block];
	struct candidate *k = &cutter->candidate;
	size_t at = block->span.start;
	int status =
		sulih_proposals_begin(&cutter->proposals, cutter->out->running, block->span, error);

	if (status != 0)
		return status;
	k->limit = block->span.end;
	k->caption = block->role == SULIH_ROLE_CAPTION;
	k->block = k->sentence = at;
	memset(k->last_item, 0, sizeof(k->last_item));
	if (cut_furniture(cutter) != 0)
		return sulih_fail_memory(error);
	at = k->sentence;
	for (;;) {
		bool found = sulih_candidate_find(k, at);

		if (cutter->proposals.next != SULIH_PROPOSAL_NONE) {
			if (weigh_proposals(cutter, found ? k->stop : k->limit, &at) != 0)
				return sulih_fail_memory(error);
			if (found && k->stop < k->sentence)
				continue; /* furniture that was cut off held it */
			if (found)
				sulih_proposals_pass(&cutter->proposals, k->next);
		}
		if (!found || k->next >= k->limit)
			break;
		if (weigh(cutter, k, &at) != 0)
			return sulih_fail_memory(error);
	}
	return cut_rest(cutter) != 0 ? sulih_fail_memory(error) : 0;
}

int sulih_find_sentences(const struct sulih_segment_options *options,
			 struct sulih_segmentation *out, struct sulih_error *error)
{
	struct cutter cutter = { .out = out, .options = options };
	int status = 0;

	cutter.candidate.whole = out;
	cutter.candidate.data = out->running.data;
	for (cutter.block = 0; status == 0 && cutter.block < out->blocks.count; cutter.block++)
		status = cut_block(&cutter, error);
	sulih_proposals_release(&cutter.proposals);
	return status;
}
