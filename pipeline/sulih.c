#include "pipeline/sulih.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/utf8.h"
#include "pipeline/pipeline.h"
#include "pipeline/protect/terms/glossary.h"
#include "pipeline/record.h"
#include "pipeline/reassemble/ledger.h"
#include "pipeline/translate/sharing/sharing.h"

static const struct sulih_options defaults = { 0 };

/* One call: a single document through the pipeline. */
struct call {
	const struct sulih_options *options;
	struct sulih_view text;
	struct sulih_pipeline_options pipeline;
	struct sulih_glossary *glossary;
	bool given;
	struct sulih_buffer *json; /* record */
	struct sulih_translation *translation;
	struct sulih_error fault; /* of the document */
	char why[300];		  /* the engine's first complaint */
};

const char *sulih_version(void)
{
	return SULIH_VERSION;
}

void sulih_free(char *string)
{
	free(string);
}

void sulih_translation_release(struct sulih_translation *result)
{
	if (result == NULL)
		return;
	free(result->text);
	free(result->ledger);
	*result = (struct sulih_translation){ 0 };
}

static bool is(const char *setting, const char *value)
{
	return setting != NULL && strcmp(setting, value) == 0;
}

static int check_options(const struct sulih_options *o, struct sulih_error *error)
{
	if (o->style != NULL && !is(o->style, "us") && !is(o->style, "uk"))
		return sulih_fail(error, SULIH_ERROR_USAGE, "style is \"us\" or \"uk\", not \"%s\"",
				  o->style);
	if (o->quotes != NULL && !is(o->quotes, "isolate") && !is(o->quotes, "inline") &&
	    !is(o->quotes, "verbatim"))
		return sulih_fail(error, SULIH_ERROR_USAGE,
				  "quotes is \"isolate\", \"inline\" or \"verbatim\", not \"%s\"",
				  o->quotes);
	for (size_t i = 0; o->variables != NULL && o->variables[i] != NULL; i++)
		if (strchr(o->variables[i], '=') == NULL)
			return sulih_fail(error, SULIH_ERROR_USAGE,
					  "a variable is \"name=value\", not \"%s\"",
					  o->variables[i]);
	return 0;
}

static int prepare(struct call *c, enum sulih_phase until, struct sulih_error *error)
{
	const struct sulih_options *o = c->options;
	const struct sulih_manner manner = { o->to_lang, o->style, o->quotes,
					     o->omit_boilerplate != 0 ? "omit" : NULL };
	int status = check_options(o, error);

	if (status == 0 && o->glossary != NULL)
		status = sulih_glossary_load(o->glossary, &c->glossary, error);
	c->pipeline.until = until;
	c->pipeline.protect.glossary = c->glossary;
	c->pipeline.protect.spans_only = until == SULIH_PHASE_PROTECT;
	c->pipeline.protect.now = o->now != 0 ? o->now : (long long)time(NULL);
	sulih_pipeline_set_manner(&c->pipeline, &manner);
	return status;
}

static int next(void *context, struct sulih_document **document, struct sulih_error *error)
{
	struct call *c = context;

	*document = NULL;
	if (c->given)
		return 0;
	*document = sulih_document_new();
	if (*document == NULL)
		return sulih_fail_memory(error);
	(*document)->input = c->text;
	(*document)->id = SULIH_VIEW("text");
	(*document)->origin = "text";
	c->given = true;
	return 0;
}

static int give(struct sulih_buffer *from, char **to, size_t *length, struct sulih_error *error)
{
	int status = sulih_buffer_status(from, error);

	*to = status == 0 ? sulih_buffer_take(from, length) : NULL;
	return status == 0 && *to == NULL ? sulih_fail_memory(error) : status;
}

static int write_translation(struct call *c, struct sulih_document *document,
			     struct sulih_error *error)
{
	struct sulih_buffer ledger = SULIH_BUFFER_INIT;
	struct sulih_ledger_counts counts = { 0 };
	int status = sulih_ledger_write(document, &c->pipeline.reassemble, &ledger, error);

	sulih_ledger_count(document, &counts);
	c->translation->segments = counts.segments;
	c->translation->untranslated = counts.untranslated;
	if (status == 0)
		status = give(&document->target, &c->translation->text, &c->translation->length,
			      error);
	if (status == 0)
		status = give(&ledger, &c->translation->ledger, &c->translation->ledger_length,
			      error);
	sulih_buffer_release(&ledger);
	return status;
}

static int write_document(void *context, struct sulih_document *document, struct sulih_error *error)
{
	struct call *c = context;
	struct sulih_record record;
	int status;

	if (c->translation != NULL)
		return write_translation(c, document, error);
	sulih_record_init(&record);
	status = sulih_record_write(&record, document, c->pipeline.until, c->json, error);
	sulih_record_release(&record);
	return status;
}

static void failed(void *context, const struct sulih_document *document,
		   const struct sulih_error *error)
{
	(void)document;
	((struct call *)context)->fault = *error;
}

static bool stopped(void *context)
{
	const struct sulih_options *o = ((struct call *)context)->options;

	return o->stopped(o->stopped_context) != 0;
}

static int make_engine(void *call, const struct sulih_engine_options *how,
		       struct sulih_engine **engine, struct sulih_error *error)
{
	return sulih_engine_open(((struct call *)call)->options->engine, how, engine, error);
}

/* What an engine says ends in the message when it could not be used. */
static void on_message(void *people, enum sulih_level level, const char *line)
{
	struct call *c = people;

	if (level == SULIH_ERROR && c->why[0] == '\0')
		sulih_utf8_print(c->why, sizeof(c->why), "%s", line);
}

static int open_engine(struct call *c, struct sulih_pipeline *pipeline,
		       struct sulih_engine **engine, struct sulih_error *error)
{
	const struct sulih_options *o = c->options;
	const struct sulih_engine_options how = {
		.from_lang = sulih_view_of(o->from_lang ? o->from_lang : "id"),
		.to_lang = sulih_view_of(o->to_lang ? o->to_lang : "en"),
		.url = o->url,
		.variables = o->variables,
		.on_message = on_message,
		.people = c,
		.on_done = sulih_pipeline_done,
		.context = pipeline,
	};

	if (o->engine == NULL)
		return sulih_fail(error, SULIH_ERROR_CONFIG, "no engine named");
	return sulih_sharing_engine_open(&how, make_engine, c, engine, error);
}

static int run(struct call *c, enum sulih_phase until, struct sulih_error *error)
{
	const struct sulih_ends ends = {
		.next = next,
		.write = write_document,
		.failed = failed,
		.stopped = c->translation != NULL && c->options->stopped != NULL ? stopped : NULL,
		.context = c
	};
	struct sulih_pipeline *pipeline = NULL;
	struct sulih_engine *engine = NULL;
	int status = prepare(c, until, error);

	if (status == 0 && (pipeline = sulih_pipeline_new(&c->pipeline, &ends)) == NULL)
		status = sulih_fail_memory(error);
	if (status == 0 && c->translation != NULL)
		status = open_engine(c, pipeline, &engine, error);
	if (status == 0)
		status = sulih_pipeline_run(pipeline, engine, error);
	/* its last answers may have been those that were waited for */
	if (status == SULIH_ERROR_STOPPED && c->translation->text != NULL) {
		*error = (struct sulih_error)SULIH_ERROR_INIT;
		status = 0;
	}
	if (status == 0 && c->fault.code != 0)
		status = sulih_fail(error, c->fault.code, "%s", c->fault.message);
	if (status == 0 && engine != NULL && engine->counts.unreachable)
		status = sulih_fail(error, SULIH_ERROR_ENGINE, "%s",
				    c->why[0] != '\0' ? c->why : "the engine could not be used");
	if (engine != NULL)
		engine->free(engine);
	sulih_pipeline_free(pipeline);
	sulih_glossary_free(c->glossary);
	return status;
}

static void tell(const struct sulih_error *error, char *message, size_t size)
{
	if (message != NULL && size > 0)
		sulih_utf8_print(message, size, "%s", error->message);
}

/* What no caller may hand over: a text that is not there, nowhere to put the result. */
static int check_call(const struct call *c, const void *result, struct sulih_error *error)
{
	if (result == NULL)
		return sulih_fail(error, SULIH_ERROR_USAGE, "no place for the result");
	if (c->text.data == NULL && c->text.length > 0)
		return sulih_fail(error, SULIH_ERROR_USAGE, "no text, but a length");
	return 0;
}

int sulih_record_of(const char *text, size_t length, enum sulih_stage_id stage,
		    const struct sulih_options *options, char **json, size_t *json_length,
		    char *message, size_t message_size)
{
	struct sulih_error error = SULIH_ERROR_INIT;
	struct sulih_buffer out = SULIH_BUFFER_INIT;
	struct call c = { .options = options ? options : &defaults,
			  .text = sulih_view_make(text, length),
			  .json = &out };
	int status = check_call(&c, json, &error);

	if (json != NULL)
		*json = NULL;
	if (status == 0 && (unsigned)stage > SULIH_STAGE_PROTECT)
		status = sulih_fail(&error, SULIH_ERROR_USAGE, "no stage %d", (int)stage);
	if (status == 0)
		status = run(&c, SULIH_PHASE_NORMALIZE + (enum sulih_phase)stage, &error);
	while (out.length > 0 && out.data[out.length - 1] == '\n')
		sulih_buffer_truncate(&out, out.length - 1);
	if (status == 0)
		status = give(&out, json, json_length, &error);
	sulih_buffer_release(&out);
	tell(&error, message, message_size);
	return status;
}

int sulih_translate_text(const char *text, size_t length, const struct sulih_options *options,
			 struct sulih_translation *result, char *message, size_t message_size)
{
	struct sulih_error error = SULIH_ERROR_INIT;
	struct call c = { .options = options ? options : &defaults,
			  .text = sulih_view_make(text, length),
			  .translation = result };
	int status = check_call(&c, result, &error);

	if (result != NULL)
		*result = (struct sulih_translation){ 0 };
	if (status == 0)
		status = run(&c, SULIH_PHASE_REASSEMBLE, &error);
	tell(&error, message, message_size);
	return status;
}
