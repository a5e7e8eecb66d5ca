#include "segment/sentences/sentences.h"

#include "base/letter.h"
#include "base/utf8.h"
#include "segment/sentences/furniture.h"
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

static size_t skip_blanks(const struct candidate *k, size_t at)
{
	size_t used;

	while (at < k->limit &&
	       sulih_is_space(sulih_utf8_decode(k->data + at, k->limit - at, &used)))
		at += used;
	return at;
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
		size_t next = skip_blanks(k, end);

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

static int cut_block(struct cutter *cutter)
{
	const struct sulih_block *block = &cutter->out->blocks.items[cutter->block];
	struct candidate *k = &cutter->candidate;
	size_t at = block->span.start;

	k->limit = block->span.end;
	k->block = k->sentence = at;
	k->last_item = 0;
	if (cut_furniture(cutter) != 0)
		return SULIH_ERROR_MEMORY;
	at = k->sentence;
	while (sulih_candidate_find(k, at)) {
		const char *rule = "";
		bool cut;

		if (k->next >= k->limit)
			break;
		cut = decide(k, &rule);
		count_item(k);
		tell(cutter, k->next, cut, rule);
		at = k->furniture ? k->next + 1 : k->end;
		if (!cut)
			continue;
		if (add_segment(cutter, k->sentence, k->end, rule) != 0)
			return SULIH_ERROR_MEMORY;
		k->sentence = k->next;
		if (cut_furniture(cutter) != 0)
			return SULIH_ERROR_MEMORY;
		at = k->sentence > at ? k->sentence : at;
	}
	return cut_rest(cutter);
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
