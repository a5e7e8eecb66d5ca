#include "segment/sentences/sentences.h"

#include "base/letter.h"
#include "base/utf8.h"
#include "segment/sentences/rules.h"

struct cutter {
	struct sulih_segmentation *out;
	const struct sulih_segment_options *options;
	size_t block; /* index */
	struct candidate candidate;
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

/* Remembers `1.`, `2.` … so that the next item of an enumeration is known. */
static void count_item(struct candidate *k)
{
	unsigned number = 0;

	if (k->mark != MARK_STOP || k->word.end - k->word.start > 2)
		return;
	for (size_t i = k->word.start; i < k->word.end; i++) {
		if (k->data[i] < '0' || k->data[i] > '9')
			return;
		number = number * 10 + (unsigned)(k->data[i] - '0');
	}
	if (number == k->last_item + 1)
		k->last_item = number;
}

static int cut_block(struct cutter *cutter)
{
	const struct sulih_block *block = &cutter->out->blocks.items[cutter->block];
	struct candidate *k = &cutter->candidate;
	size_t at = block->span.start;

	k->limit = block->span.end;
	k->block = k->sentence = at;
	k->last_item = 0;
	while (sulih_candidate_find(k, at)) {
		const char *rule = "";
		bool cut;

		if (k->next >= k->limit)
			break;
		cut = decide(k, &rule);
		count_item(k);
		tell(cutter, k->next, cut, rule);
		if (cut) {
			if (add_segment(cutter, k->sentence, k->end, rule) != 0)
				return SULIH_ERROR_MEMORY;
			k->sentence = k->next;
		}
		at = k->end;
	}
	return add_segment(cutter, k->sentence, k->limit, "block-end");
}

int sulih_find_sentences(const struct sulih_segment_options *options,
			 struct sulih_segmentation *out, struct sulih_error *error)
{
	struct cutter cutter = { .out = out, .options = options };

	cutter.candidate.whole = out;
	cutter.candidate.data = out->running.data;
	for (cutter.block = 0; cutter.block < out->blocks.count; cutter.block++)
		if (cut_block(&cutter) != 0)
			return sulih_fail_memory(error);
	return 0;
}
