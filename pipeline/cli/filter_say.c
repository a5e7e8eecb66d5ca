/* What a run says to people: of its languages and formats, of a document, of its early end. */
#include "pipeline/cli/filter_say.h"

#include <string.h>
#include <strings.h>

#include "base/space.h"
#include "pipeline/cli/stop.h"

/* What stands in the place of names, figures and dates is English, or as it was. */
void sulih_run_say_language(const struct sulih_run *run)
{
	const char *to = run->common->to_lang;
	struct sulih_view code = sulih_view_of(to);

	if (run->options.until < SULIH_PHASE_PROTECT || to == NULL || sulih_is_indonesian(to) ||
	    (strncasecmp(to, "en", 2) == 0 && (code.length == 2 || to[2] == '-')))
		return;
	sulih_say(SULIH_WARNING,
		  "--to-lang %s: the masks of names, figures and dates stand for their English "
		  "forms; sulih knows no other",
		  to);
}

/* The beginning of JSON Lines: an object with a member "text". */
static bool looks_like_records(struct sulih_view input)
{
	static const char member[] = "\"text\"";
	const size_t start = sulih_space_skip(input.data, 0, input.length);
	const char *end = memchr(input.data + start, '\n', input.length - start);
	size_t length = end != NULL ? (size_t)(end - input.data) - start : input.length - start;

	return length > 0 && input.data[start] == '{' &&
	       memmem(input.data + start, length, member, sizeof(member) - 1) != NULL;
}

void sulih_run_doubt_format(struct sulih_run *run, const struct sulih_document *document)
{
	if (run->doubted || run->common->from != NULL ||
	    run->inputs.files.items[document->input_index].format != &sulih_format_text ||
	    document->input.length == 0 || !looks_like_records(document->input))
		return;
	run->doubted = true;
	sulih_say(SULIH_WARNING,
		  "%s: read as plain text, and looks like JSON Lines (--from jsonl reads records)",
		  document->origin);
}

/* What an editor must know of a document, a line a kind; the rest at SULIH_LOG=info.  When
 * the engine cannot be used at all its own line has said so, and one a document is noise. */
void sulih_run_say_document(const struct sulih_run *run, const struct sulih_document *document)
{
	const struct sulih_diagnostics *d = &document->diagnostics;
	size_t counts[SULIH_DIAGNOSTIC_COUNT] = { 0 };
	bool dead = run->engine != NULL && run->engine->counts.unreachable;

	for (size_t i = 0; i < d->list.count; i++)
		counts[d->list.items[i].id]++;
	for (size_t i = 0; i < d->list.count; i++) {
		const struct sulih_diagnostic *one = &d->list.items[i];
		enum sulih_level level = sulih_diagnostic_level(one->id);

		if (level < SULIH_ERROR || dead) {
			sulih_say(SULIH_INFO, "%s: %zu-%zu: %s: %.*s", document->origin,
				  one->span.start, one->span.end, sulih_diagnostic_name(one->id),
				  SULIH_VIEW_ARGS(one->message));
			continue;
		}
		if (counts[one->id] == 1)
			sulih_say(SULIH_WARNING, "%s: %s: %.*s", document->origin,
				  sulih_diagnostic_name(one->id), SULIH_VIEW_ARGS(one->message));
		else if (counts[one->id] > 1)
			sulih_say(SULIH_WARNING, "%s: %s, %zu times; first: %.*s", document->origin,
				  sulih_diagnostic_name(one->id), counts[one->id],
				  SULIH_VIEW_ARGS(one->message));
		counts[one->id] = 0;
	}
}

/* Whether there were documents that were not written: of a pipe there may be none any more. */
static bool lacks_some(const struct sulih_run *run)
{
	const struct sulih_inputs *inputs = &run->inputs;
	bool lacks = run->gap;

	for (size_t i = 0; i < inputs->files.count; i++)
		lacks = lacks ||
			(inputs->files.items[i].torn && !(i == inputs->current && inputs->waits));
	return lacks;
}

/* What was interrupted, what there is now, and where the next run begins. */
void sulih_run_say_stopped(const struct sulih_run *run)
{
	const struct sulih_engine_counts *counts = run->engine ? &run->engine->counts : NULL;
	bool standard = run->output.target == NULL;
	size_t written = 0;
	char kept[120] = "";

	for (size_t i = 0; i < run->inputs.files.count; i++)
		if (standard || !run->inputs.files.items[i].torn)
			written += run->inputs.files.items[i].written;
	if (counts != NULL && counts->kept > 0)
		snprintf(kept, sizeof(kept),
			 "; %zu %s in the store, and the same command goes on from there",
			 counts->kept, counts->kept == 1 ? "answer is" : "answers are");
	else if (counts != NULL && counts->requests > 0 && counts->unkept == 0)
		snprintf(kept, sizeof(kept), "; without a store their answers are not kept");
	sulih_say(SULIH_WARNING, "interrupted by %s: %zu %s written%s%s%s", sulih_stop_name(),
		  written, written == 1 ? "document was" : "documents were",
		  lacks_some(run) ? ", the others not" : "",
		  standard && run->within ? " (standard output ends within one)" : "", kept);
}
