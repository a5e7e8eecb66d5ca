#include "pipeline/cli/filter.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/letter.h"

#include "pipeline/protect/glossary.h"

static bool one_of(const char *value, const char *const *allowed)
{
	for (size_t i = 0; allowed[i] != NULL; i++)
		if (strcmp(value, allowed[i]) == 0)
			return true;
	return false;
}

static int choose(const char **setting, const char *name, const char *value,
		  const char *const *allowed, struct sulih_error *error)
{
	struct sulih_buffer list = SULIH_BUFFER_INIT;
	int status;

	if (one_of(value, allowed)) {
		*setting = value;
		return 0;
	}
	for (size_t i = 0; allowed[i] != NULL; i++)
		sulih_buffer_printf(&list, "%s%s", i ? ", " : "", allowed[i]);
	status = sulih_fail(error, SULIH_ERROR_USAGE, "--%s is one of %s, not '%s'", name,
			    sulih_buffer_view(&list).data, value);
	sulih_buffer_release(&list);
	return status;
}

static int choose_format(const struct sulih_format **format, const char *name, const char *value,
			 struct sulih_error *error)
{
	struct sulih_buffer list = SULIH_BUFFER_INIT;
	int status;

	*format = sulih_format_named(sulih_view_of(value));
	if (*format != NULL)
		return 0;
	for (size_t i = 0; sulih_formats[i] != NULL; i++)
		sulih_buffer_printf(&list, "%s%s", i ? ", " : "", sulih_formats[i]->name);
	status = sulih_fail(error, SULIH_ERROR_USAGE, "--%s: no format '%s'; there are %s", name,
			    value, sulih_buffer_view(&list).data);
	sulih_buffer_release(&list);
	return status;
}

static int set_jobs(unsigned *jobs, const char *value, struct sulih_error *error)
{
	char *end;
	unsigned long number = strtoul(value, &end, 10);

	if (*value < '0' || *value > '9' || *end != '\0' || number < 1 || number > 64)
		return sulih_fail(error, SULIH_ERROR_USAGE,
				  "--jobs wants a whole number from 1 to 64, not '%s'", value);
	*jobs = (unsigned)number;
	return 0;
}

/* From 0.1: a sentence without any mask is no protection. */
static int set_share(double *share, const char *name, const char *value, struct sulih_error *error)
{
	char *end;
	double number = strtod(value, &end);

	if (!sulih_byte_is_digit(*value) || *end != '\0' || !(number >= 0.1 && number <= 1))
		return sulih_fail(error, SULIH_ERROR_USAGE,
				  "--%s wants a share from 0.1 to 1, as in 0.8, not '%s'", name,
				  value);
	*share = number;
	return 0;
}

/* A language tag in the shape of BCP 47: "id", "pt-BR", "zh-Hant-TW". */
static int set_language(const char **setting, const char *name, const char *value,
			struct sulih_error *error)
{
	bool sound = true;
	size_t run = 0, letters = strcspn(value, "-");

	for (const char *c = value; *c != '\0' && sound; c++) {
		run = *c == '-' ? 0 : run + 1;
		sound = run <= 8 && (run > 0 || c[1] != '-') &&
			(*c == '-' || sulih_byte_is_letter(*c) ||
			 (sulih_byte_is_digit(*c) && c >= value + letters));
	}
	if (!sound || letters < 2 || run == 0)
		return sulih_fail(error, SULIH_ERROR_USAGE,
				  "--%s wants a language code like id or en-GB, not '%s'", name,
				  value);
	*setting = value;
	return 0;
}

int sulih_common_set(struct sulih_common *c, const char *name, const char *value,
		     struct sulih_error *error)
{
	static const char *const styles[] = { "us", "uk", NULL };
	static const char *const modes[] = { "isolate", "inline", "verbatim", NULL };
	static const char *const colours[] = { "auto", "always", "never", NULL };
	static const char *const policies[] = { "keep", "mark", "omit", NULL };

	if (strcmp(name, "output") == 0)
		c->output = value;
	else if (strcmp(name, "from") == 0)
		return choose_format(&c->from, name, value, error);
	else if (strcmp(name, "to") == 0)
		return choose_format(&c->to, name, value, error);
	else if (strcmp(name, "json") == 0)
		c->json = true;
	else if (strcmp(name, "verify") == 0)
		c->verify = true;
	else if (strcmp(name, "explain") == 0)
		c->explain = true;
	else if (strcmp(name, "show") == 0)
		return choose(&c->show, name, *value ? value : "auto", colours, error);
	else if (strcmp(name, "jobs") == 0)
		return set_jobs(&c->jobs, value, error);
	else if (strcmp(name, "from-lang") == 0)
		return set_language(&c->from_lang, name, value, error);
	else if (strcmp(name, "to-lang") == 0)
		return set_language(&c->to_lang, name, value, error);
	else if (strcmp(name, "glossary") == 0)
		c->glossary = value;
	else if (strcmp(name, "style") == 0)
		return choose(&c->style, name, value, styles, error);
	else if (strcmp(name, "quotes") == 0)
		return choose(&c->quotes, name, value, modes, error);
	else if (strcmp(name, "most-masked") == 0)
		return set_share(&c->most_masked, name, value, error);
	else if (strcmp(name, "boilerplate") == 0)
		return choose(&c->boilerplate, name, value, policies, error);
	else
		return sulih_fail(error, SULIH_ERROR_USAGE, "no option --%s", name);
	return 0;
}

static void fill_options(struct sulih_run *run, enum sulih_phase until)
{
	const struct sulih_common *c = run->common;
	const struct sulih_manner manner = { c->to_lang, c->style, c->quotes, c->boilerplate };

	run->options = (struct sulih_pipeline_options){
		.until = until,
		.protect = { .glossary = run->glossary,
			     .explain = c->explain,
			     .spans_only = (c->json || c->spans_only) && !c->verify,
			     .most_masked = c->most_masked,
			     .now = sulih_now() },
		.reassemble = { .now = sulih_now() },
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
	status = sulih_inputs_open(&run->inputs, count, operands, common->from, error);
	if (status == 0)
		status = sulih_output_open(&run->output, common->output,
					   run->ending	  ? run->ending
					   : common->json ? ".jsonl"
					   : to		  ? to->extensions[0]
							  : NULL,
					   &run->inputs, error);
	if (status == 0 && common->glossary != NULL)
		status =
			sulih_output_check_other(&run->output, "glossary", common->glossary, error);
	if (status == 0 && common->glossary != NULL)
		status = sulih_glossary_load(common->glossary, &run->glossary, error);
	if (status == 0)
		fill_options(run, until);
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
	int status;

	sulih_buffer_clear(&run->out);
	if (document->diagnostics.failed)
		return sulih_fail_memory(error);
	say_diagnostics(run, document);
	run->writing = document->input_index;
	if (run->common->json)
		status = sulih_record_write(&run->record, document, run->options.until, &run->out,
					    error);
	else
		status = run->write(run, document, error);
	return status == 0 ? pass_on(run, &run->out, error) : status;
}

void sulih_run_finish(struct sulih_run *run, int status, struct sulih_error *error)
{
	if (status == 0)
		status = sulih_output_finish(&run->output, error);
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

int sulih_run_all(struct sulih_run *run,
		  int (*engine_open)(struct sulih_run *run, struct sulih_pipeline *pipeline,
				     struct sulih_engine **engine, struct sulih_error *error))
{
	const struct sulih_flow flow = { next, write_document, failed, run, threads_of(run) };
	struct sulih_error error = SULIH_ERROR_INIT;
	struct sulih_pipeline *pipeline = sulih_pipeline_new(&run->options, &flow);
	struct sulih_engine *engine = NULL;
	int status = 0;

	if (pipeline == NULL)
		status = sulih_fail_memory(&error);
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
		sulih_say(SULIH_WARNING,
			  "%zu segments stand in Indonesian, flagged segment-untranslated",
			  engine->counts.untranslated);
		run->status = sulih_graver(run->status, SULIH_STATUS_FLAGGED);
	}
	if (engine != NULL)
		engine->free(engine);
	sulih_pipeline_free(pipeline);
	return run->status;
}

int sulih_filter(const struct sulih_common *common, enum sulih_phase until,
		 int (*write)(struct sulih_run *run, struct sulih_document *document,
			      struct sulih_error *error),
		 void *extra, int count, char **operands)
{
	struct sulih_run run = { .write = write, .extra = extra };
	struct sulih_error error = SULIH_ERROR_INIT;
	int status = sulih_run_open(&run, common, until, count, operands, &error);

	status = status != 0 ? sulih_say_error(&error) : sulih_run_all(&run, NULL);
	sulih_run_close(&run);
	return status;
}
