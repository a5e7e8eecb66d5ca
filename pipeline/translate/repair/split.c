/* A text cut into pieces without tokens: at its placeholders, or at its clauses. */
#include <stdint.h>
#include <stdlib.h>
#include <strings.h>

#include "base/letter.h"
#include "base/utf8.h"
#include "pipeline/translate/repair/repair.h"

enum { SHORTEST_CLAUSE = 24 };

void sulih_job_unsplit(struct sulih_job *job)
{
	for (size_t i = 0; i < job->piece_count; i++) {
		sulih_buffer_release(&job->pieces[i].wire);
		SULIH_VECTOR_RELEASE(&job->pieces[i].target);
	}
	free(job->pieces);
	free(job->cuts);
	job->pieces = NULL;
	job->cuts = NULL;
	job->piece_count = job->cut_count = job->pieces_open = 0;
}

/* End of the clause that begins at `from`: behind "; " or ", " with enough on both sides. */
static size_t clause_end(struct sulih_view text, size_t from)
{
	for (size_t i = from + SHORTEST_CLAUSE; i + SHORTEST_CLAUSE < text.length; i++)
		if ((text.data[i] == ',' || text.data[i] == ';' || text.data[i] == ':') &&
		    text.data[i + 1] == ' ')
			return i + 1;
	return text.length;
}

static struct sulih_cut *add_cut(struct sulih_job *job, struct sulih_view text,
				 unsigned placeholder)
{
	struct sulih_cut *cut = &job->cuts[job->cut_count++];

	cut->part.text = text;
	cut->part.placeholder = placeholder;
	cut->piece = SIZE_MAX;
	return cut;
}

static bool is_outer(char c)
{
	return c == ' ' || c == ',' || c == ';' || c == ':' || c == '(' || c == ')';
}

/* A run of text: blanks and marks at its edges go through, the words are a piece. */
static void cut_text(struct sulih_job *job, struct sulih_view text)
{
	size_t start = 0, end = text.length;
	struct sulih_part bare = { .text = text };

	if (!sulih_verify_has_words(&bare, 1)) {
		add_cut(job, text, 0);
		return;
	}
	while (start < end && is_outer(text.data[start]))
		start++;
	while (end > start && is_outer(text.data[end - 1]))
		end--;
	if (start > 0)
		add_cut(job, sulih_view_slice(text, 0, start), 0);
	add_cut(job, sulih_view_slice(text, start, end), 0)->piece = job->piece_count++;
	if (end < text.length)
		add_cut(job, sulih_view_slice(text, end, text.length), 0);
}

int sulih_job_split(struct sulih_job *job)
{
	const struct sulih_item *item = job->item;
	bool masked = item->placeholders.count > 0;
	size_t most = 0;

	sulih_job_unsplit(job);
	for (size_t i = 0; i < item->source.count; i++)
		most += 3 * (1 + item->source.items[i].text.length / SHORTEST_CLAUSE);
	job->cuts = calloc(most + 1, sizeof(*job->cuts));
	if (job->cuts == NULL)
		return SULIH_ERROR_MEMORY;
	for (size_t i = 0; i < item->source.count; i++) {
		struct sulih_view text = item->source.items[i].text;
		size_t from = 0, end;

		if (item->source.items[i].placeholder != 0) {
			add_cut(job, SULIH_VIEW(""), item->source.items[i].placeholder);
			continue;
		}
		do {
			end = masked ? text.length : clause_end(text, from);
			cut_text(job, sulih_view_slice(text, from, end));
			from = end;
		} while (from < text.length);
	}
	if (!masked && job->piece_count < 2)
		job->piece_count = 0;
	job->pieces = calloc(job->piece_count + 1, sizeof(*job->pieces));
	if (job->pieces == NULL) {
		job->piece_count = 0;
		return SULIH_ERROR_MEMORY;
	}
	return 0;
}

static bool is_stop(char c)
{
	return c == '.' || c == '!' || c == '?';
}

/* An engine takes a fragment for a sentence: no stop and no capital that it had not. */
static struct sulih_view as_fragment(struct sulih_job *job, struct sulih_view source,
				     struct sulih_view target)
{
	size_t used, next;
	uint32_t first, second;
	char small[4];
	size_t length;

	if (target.length > 1 && is_stop(target.data[target.length - 1]) &&
	    !is_stop(source.data[source.length - 1]))
		target.length--;
	first = sulih_utf8_decode(target.data, target.length, &used);
	if (used >= target.length ||
	    !sulih_is_lower(sulih_utf8_decode(source.data, source.length, &next)) ||
	    !sulih_is_upper(first))
		return target;
	second = sulih_utf8_decode(target.data + used, target.length - used, &next);
	if (!sulih_is_lower(second)) /* "I", "US" */
		return target;
	length = sulih_utf8_encode(sulih_to_lower(first), small);
	return SULIH_ARENA_JOIN(&job->document->arena, sulih_view_make(small, length),
				sulih_view_slice(target, used, target.length));
}

/* The next word of ASCII letters in `text` from *at on; an empty one: there is none. */
static struct sulih_view next_word(struct sulih_view text, size_t *at)
{
	size_t start;

	while (*at < text.length && !sulih_byte_is_letter(text.data[*at]))
		++*at;
	start = *at;
	while (*at < text.length && sulih_byte_is_letter(text.data[*at]))
		++*at;
	return sulih_view_slice(text, start, *at);
}

static bool share_a_word(struct sulih_view one, struct sulih_view other)
{
	size_t at = 0;

	for (struct sulih_view a = next_word(one, &at); a.length > 0; a = next_word(one, &at)) {
		size_t there = 0;

		for (struct sulih_view b = next_word(other, &there); b.length > 0;
		     b = next_word(other, &there))
			if (a.length == b.length && strncasecmp(a.data, b.data, a.length) == 0)
				return true;
	}
	return false;
}

/* The words that came back for a cut; empty where nothing was sent. */
static struct sulih_view answer_to(const struct sulih_job *job, const struct sulih_cut *cut)
{
	const struct sulih_parts *target =
		cut->piece == SIZE_MAX ? NULL : &job->pieces[cut->piece].target;

	return target != NULL && target->count == 1 ? target->items[0].text : SULIH_VIEW("");
}

bool sulih_job_alike(const struct sulih_job *job)
{
	for (size_t i = 0; i < job->cut_count; i++) {
		struct sulih_view answer = answer_to(job, &job->cuts[i]);

		/* "but" may well stand for two words */
		if (answer.length == 0 || memchr(answer.data, ' ', answer.length) == NULL)
			continue;
		for (size_t k = 0; k < i; k++)
			if (sulih_view_equal(answer, answer_to(job, &job->cuts[k])) &&
			    !share_a_word(job->cuts[i].part.text, job->cuts[k].part.text))
				return true;
	}
	return false;
}

int sulih_job_join(struct sulih_job *job, struct sulih_parts *out)
{
	int code = 0;

	out->count = 0;
	for (size_t i = 0; i < job->cut_count && code == 0; i++) {
		const struct sulih_cut *cut = &job->cuts[i];
		const struct sulih_parts *answer;
		struct sulih_part *part;

		if (cut->part.placeholder != 0) {
			part = SULIH_VECTOR_ADD(out);
			if (part == NULL)
				return SULIH_ERROR_MEMORY;
			part->placeholder = cut->part.placeholder;
			continue;
		}
		if (cut->piece == SIZE_MAX) {
			code = sulih_job_append(job, out, cut->part.text);
			continue;
		}
		answer = &job->pieces[cut->piece].target;
		code = answer->count != 1 ? SULIH_ERROR_INTERNAL
					  : sulih_job_append(job, out,
							     as_fragment(job, cut->part.text,
									 answer->items[0].text));
	}
	return code;
}
