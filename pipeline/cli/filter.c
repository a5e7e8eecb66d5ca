#include "pipeline/cli/filter.h"

#include <stdlib.h>
#include <unistd.h>

#include "pipeline/cli/filter_say.h"
#include "pipeline/cli/stop.h"
#include "pipeline/protect/terms/glossary.h"

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
	status = sulih_inputs_open(&run->inputs, count, operands, common->from, common->output,
				   error);
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
		sulih_run_say_language(run);
	}
	return status;
}

void sulih_run_close(struct sulih_run *run)
{
	sulih_output_close(&run->output);
	sulih_inputs_close(&run->inputs);
	sulih_ids_release(&run->ids);
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
	struct sulih_run *run = context;
	int status = sulih_inputs_next(&run->inputs, document, error);

	if (status != 0 || *document == NULL)
		return status;
	sulih_run_doubt_format(run, *document);
	status = sulih_ids_note(&run->ids, *document,
				run->inputs.files.items[(*document)->input_index].path, error);
	if (status != 0) {
		sulih_document_free(*document);
		*document = NULL;
	}
	return status;
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
	sulih_run_say_document(run, document);
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
		sulih_run_say_stopped(run);
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
	sulih_ids_say(&run->ids);
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
