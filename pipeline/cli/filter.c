#include "pipeline/cli/filter.h"

#include <stdlib.h>
#include <strings.h>
#include <unistd.h>

#include "pipeline/cli/stop.h"
#include "pipeline/protect/glossary.h"

static void fill_options(struct sulih_run *run, enum sulih_phase until)
{
	const struct sulih_common *c = run->common;
	const struct sulih_manner manner = { c->to_lang, c->style, c->quotes, c->boilerplate };
	const long long now = sulih_now();

	run->options = (struct sulih_pipeline_options){
		.until = until,
		.protect = { .glossary = run->glossary,
			     .explain = c->explain,
			     .spans_only = (c->json || c->spans_only) && !c->verify,
			     .most_masked = c->most_masked,
			     .now = now },
		.reassemble = { .now = now },
		.verify = c->verify,
	};
	sulih_pipeline_set_manner(&run->options, &manner);
}

/* What stands in the place of names, figures and dates is English, or as it was. */
static void say_language(const struct sulih_run *run)
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

/* Writes what is gathered of the document that is being written. */
static int pass_on(void *context, struct sulih_buffer *out, struct sulih_error *error)
{
	struct sulih_run *run = context;
	int status = sulih_buffer_status(out, error);

	if (status == 0)
		status = sulih_output_write(&run->output, run->writing, sulih_buffer_view(out),
					    error);
	sulih_buffer_clear(out);
	return status;
}

int sulih_run_open(struct sulih_run *run, const struct sulih_common *common, enum sulih_phase until,
		   int count, char **operands, struct sulih_error *error)
{
	const struct sulih_format *to = common->to;
	int status;

	run->common = common;
	sulih_record_init(&run->record);
	run->record.pass_on = pass_on;
	run->record.context = run;
	status = sulih_inputs_open(&run->inputs, count, operands, common->from, error);
	if (status == 0)
		status = sulih_output_open(&run->output, common->output,
					   run->ending	  ? run->ending
					   : common->json ? ".jsonl"
					   : to		  ? to->extensions[0]
							  : NULL,
					   &run->inputs, error);
	if (status == 0 && common->glossary != NULL &&
	    (status = sulih_output_check_other(&run->output, "glossary", common->glossary,
					       error)) == 0)
		status = sulih_glossary_load(common->glossary, &run->glossary, error);
	if (status == 0) {
		fill_options(run, until);
		say_language(run);
	}
	return status;
}

void sulih_run_close(struct sulih_run *run)
{
	sulih_output_close(&run->output);
	sulih_inputs_close(&run->inputs);
	sulih_record_release(&run->record);
	sulih_buffer_release(&run->out);
	sulih_glossary_free(run->glossary);
}

bool sulih_run_colours(const struct sulih_run *run)
{
	const char *never = getenv("NO_COLOR");

	if (strcmp(run->common->show, "auto") != 0)
		return strcmp(run->common->show, "always") == 0;
	return run->output.target == NULL && isatty(1) && (never == NULL || *never == '\0');
}

void sulih_run_margin(struct sulih_run *run, const struct sulih_document *document, size_t segment)
{
	const struct sulih_segmentation *s = &document->segmentation;
	const struct sulih_segment_span *one = &s->segments.items[segment];
	bool first = segment == 0 || one->block != one[-1].block;

	if (first && segment > 0)
		sulih_buffer_putc(&run->out, '\n');
	sulih_buffer_printf(&run->out, "%-12s\xE2\x8F\x90 ",
			    first ? sulih_role_name(s->blocks.items[one->block].role) : "");
}

static int next(void *context, struct sulih_document **document, struct sulih_error *error)
{
	return sulih_inputs_next(&((struct sulih_run *)context)->inputs, document, error);
}

static bool ready(void *context)
{
	return sulih_inputs_ready(&((struct sulih_run *)context)->inputs);
}

static bool stopped(void *context)
{
	struct sulih_run *run = context;

	if (!sulih_stop_asked())
		return false;
	if (!run->noticed && run->engine != NULL)
		sulih_say(SULIH_WARNING, "%s: coming to an end; a second signal ends at once",
			  sulih_stop_name());
	run->noticed = true;
	return true;
}

static void left(void *context, const struct sulih_document *document)
{
	struct sulih_run *run = context;

	sulih_output_settle(&run->output);
	run->inputs.files.items[document->input_index].torn = true;
	run->gap = true;
}

static void failed(void *context, const struct sulih_document *document,
		   const struct sulih_error *error)
{
	struct sulih_run *run = context;

	if (document != NULL) {
		sulih_say(SULIH_ERROR, "%s: %s", document->origin, error->message);
		run->inputs.files.items[document->input_index].failed = true;
	} else {
		sulih_say(SULIH_ERROR, "%s", error->message);
	}
	run->status = sulih_graver(run->status, sulih_status_of(error->code));
}

/* What an editor must know of a document, a line a kind; the rest at SULIH_LOG=info.  When
 * the engine cannot be used at all its own line has said so, and one a document is noise. */
static void say_diagnostics(const struct sulih_run *run, const struct sulih_document *document)
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

int sulih_run_pass_on(struct sulih_run *run, struct sulih_error *error)
{
	return run->out.length > SULIH_PASS_ON ? pass_on(run, &run->out, error) : 0;
}

static int write_document(void *context, struct sulih_document *document, struct sulih_error *error)
{
	struct sulih_run *run = context;
	struct sulih_input_file *file = &run->inputs.files.items[document->input_index];
	int status;

	sulih_buffer_clear(&run->out);
	if (document->diagnostics.failed)
		return sulih_fail_memory(error);
	if (run->output.target == NULL ? run->gap : file->torn)
		return 0;
	say_diagnostics(run, document);
	run->writing = document->input_index;
	if (!document->continues)
		sulih_output_begin(&run->output);
	if (run->common->json)
		status = sulih_record_write(&run->record, document, run->options.until, &run->out,
					    error);
	else
		status = run->write(run, document, error);
	if (status == 0)
		status = pass_on(run, &run->out, error);
	run->within = document->unfinished && !run->common->json; /* a record comes at its end */
	file->written += status == 0 && !document->unfinished;
	return status;
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
static void say_stopped(const struct sulih_run *run)
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

void sulih_run_finish(struct sulih_run *run, int status, struct sulih_error *error)
{
	bool early = status == SULIH_ERROR_STOPPED;

	if (early) {
		sulih_output_settle(&run->output);
		sulih_inputs_tear(&run->inputs);
		*error = (struct sulih_error)SULIH_ERROR_INIT;
		status = 0;
	}
	if (status == 0)
		status = sulih_output_finish(&run->output, error);
	if (early)
		say_stopped(run);
	else if (status != 0 && run->engine != NULL && run->engine->counts.kept > 0)
		sulih_say(SULIH_WARNING,
			  "%zu %s in the store, and the same command goes on from there",
			  run->engine->counts.kept,
			  run->engine->counts.kept == 1 ? "answer is" : "answers are");
	if (status != 0)
		run->status = sulih_graver(run->status, sulih_say_error(error));
	if (run->inputs.failures > 0)
		run->status = sulih_graver(run->status, SULIH_STATUS_INPUT);
}

/* Beside this one.  Where an engine is waited for, it has its hands full with the line. */
static unsigned threads_of(const struct sulih_run *run)
{
	unsigned jobs = run->common->jobs;

	if (run->options.until >= SULIH_PHASE_TRANSLATE)
		return jobs > 0 ? jobs : 1;
	return jobs > 1 ? jobs : 0;
}

int sulih_run_all(struct sulih_run *run, sulih_engine_opener *engine_open)
{
	const struct sulih_ends ends = { .next = next,
					 .write = write_document,
					 .failed = failed,
					 .ready = ready,
					 .stopped = stopped,
					 .left = left,
					 .context = run,
					 .threads = threads_of(run) };
	struct sulih_error error = SULIH_ERROR_INIT;
	struct sulih_pipeline *pipeline = sulih_pipeline_new(&run->options, &ends);
	struct sulih_engine *engine = NULL;
	int status = pipeline == NULL ? sulih_fail_memory(&error) : 0;

	sulih_stop_watch();
	if (status == 0 && engine_open != NULL)
		status = engine_open(run, pipeline, &engine, &error);
	run->engine = engine;
	run->output.behind = engine != NULL; /* answers are not to wait for a disk */
	if (status == 0)
		status = sulih_pipeline_run(pipeline, engine, &error);
	sulih_run_finish(run, status, &error);
	if (engine != NULL && engine->counts.unreachable)
		run->status = sulih_graver(run->status, SULIH_STATUS_ENGINE);
	if (engine != NULL && engine->counts.untranslated > 0) {
		sulih_say(SULIH_WARNING, "%zu %s in Indonesian, flagged segment-untranslated",
			  engine->counts.untranslated,
			  engine->counts.untranslated == 1 ? "segment stands" : "segments stand");
		run->status = sulih_graver(run->status, SULIH_STATUS_FLAGGED);
	}
	if (engine != NULL)
		engine->free(engine);
	sulih_pipeline_free(pipeline);
	return run->status;
}

int sulih_run_or_say(struct sulih_run *run, int status, const struct sulih_error *error,
		     sulih_engine_opener *engine_open)
{
	return status != 0 ? sulih_say_error(error) : sulih_run_all(run, engine_open);
}

int sulih_filter(const struct sulih_common *common, enum sulih_phase until,
		 int (*write)(struct sulih_run *run, struct sulih_document *document,
			      struct sulih_error *error),
		 void *extra, int count, char **operands)
{
	struct sulih_run run = { .write = write, .extra = extra };
	struct sulih_error error = SULIH_ERROR_INIT;
	int status = sulih_run_open(&run, common, until, count, operands, &error);

	status = sulih_run_or_say(&run, status, &error, NULL);
	sulih_run_close(&run);
	return status;
}
