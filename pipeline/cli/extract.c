#include "pipeline/cli/engine_options.h"
#include "pipeline/format/xliff.h"

struct settings {
	struct sulih_engine_settings engine; /* first */
	struct sulih_xliff_options xliff;
	bool target_named;
	size_t files; /* <file> elements written */
};

static const struct sulih_option options[] = {
	SULIH_OPTION_OUTPUT,
	SULIH_OPTION_FROM,
	{ "xliff", 'x', "VERSION", "1.2 or 2.1 (default: 1.2)", false },
	{ "xliff-target", 0, "WHAT",
	  "empty, source or mt (default: empty; mt when an engine is named)", false },
	SULIH_OPTION_FROM_LANG,
	SULIH_OPTION_TO_LANG,
	SULIH_OPTION_GLOSSARY,
	SULIH_OPTION_STYLE,
	SULIH_OPTION_MOST_MASKED,
	SULIH_ENGINE_OPTIONS,
	SULIH_OPTION_JOBS,
	SULIH_OPTION_VERIFY,
	{ NULL, 0, NULL, NULL, false }
};

static int set_target(struct settings *s, const char *value, struct sulih_error *error)
{
	static const char *const names[] = { "empty", "source", "mt" };

	for (int i = 0; i < 3; i++)
		if (strcmp(value, names[i]) == 0) {
			s->xliff.target = (enum sulih_xliff_target)i;
			s->target_named = true;
			return 0;
		}
	return sulih_fail(error, SULIH_ERROR_USAGE,
			  "--xliff-target is one of empty, source, mt, not '%s'", value);
}

static int set(void *settings, const char *name, const char *value, struct sulih_error *error)
{
	struct settings *s = settings;

	if (strcmp(name, "xliff-target") == 0)
		return set_target(s, value, error);
	if (strcmp(name, "xliff") != 0)
		return sulih_engine_set(&s->engine, name, value, error);
	if (strcmp(value, "1.2") != 0 && strcmp(value, "2.1") != 0)
		return sulih_fail(error, SULIH_ERROR_USAGE, "--xliff is 1.2 or 2.1, not '%s'",
				  value);
	s->xliff.version = value[0] == '1' ? SULIH_XLIFF_12 : SULIH_XLIFF_21;
	return 0;
}

static int write_file(struct sulih_run *run, struct sulih_document *document,
		      struct sulih_error *error)
{
	struct settings *s = run->extra;

	return sulih_xliff_write(document, &s->xliff, ++s->files, &run->out, error);
}

/* A <file> without units: XLIFF wants one at least, also of empty input. */
static int write_nothing(const struct sulih_xliff_options *how, struct sulih_buffer *out,
			 struct sulih_error *error)
{
	struct sulih_document *empty = sulih_document_new();
	int status;

	if (empty == NULL)
		return sulih_fail_memory(error);
	empty->id = SULIH_VIEW("empty");
	status = sulih_xliff_write(empty, how, 1, out, error);
	sulih_document_free(empty);
	return status;
}

static int run(void *settings, int count, char **operands)
{
	struct settings *s = settings;
	struct sulih_run all = { .write = write_file, .extra = s, .ending = ".xlf" };
	struct sulih_error error = SULIH_ERROR_INIT;
	struct sulih_buffer header = SULIH_BUFFER_INIT, trailer = SULIH_BUFFER_INIT,
			    nothing = SULIH_BUFFER_INIT;
	bool mt;
	int status = 0;

	if (!s->target_named && s->engine.engine != NULL)
		s->xliff.target = SULIH_XLIFF_MT;
	mt = s->xliff.target == SULIH_XLIFF_MT;
	s->xliff.from_lang = s->engine.common.from_lang ? s->engine.common.from_lang : "id";
	s->xliff.to_lang = s->engine.common.to_lang ? s->engine.common.to_lang : "en";
	/* people see whole sentences (DESIGN §3) */
	s->engine.common.quotes = "inline";
	/* the share is there for engines: people translate a sentence of codes well enough */
	if (!mt && s->engine.common.most_masked == 0)
		s->engine.common.most_masked = 1;
	if (mt)
		status = sulih_engine_named(&s->engine, &error);
	if (status == 0)
		status = sulih_run_open(&all, &s->engine.common,
					mt ? SULIH_PHASE_TRANSLATE : SULIH_PHASE_PROTECT, count,
					operands, &error);
	if (status == 0 && mt)
		status = sulih_engine_check_files(&s->engine, &all.output, NULL, &error);
	sulih_xliff_begin(&s->xliff, &header);
	sulih_xliff_end(&trailer);
	if (status == 0)
		status = sulih_buffer_status(&header, &error);
	if (status == 0)
		status = sulih_buffer_status(&trailer, &error);
	if (status == 0)
		status = write_nothing(&s->xliff, &nothing, &error);
	all.output.nothing = nothing.data;
	all.output.header = header.data;
	all.output.trailer = trailer.data;
	status = sulih_run_or_say(&all, status, &error, mt ? sulih_engine_start : NULL);
	sulih_run_close(&all);
	sulih_buffer_release(&header);
	sulih_buffer_release(&trailer);
	sulih_buffer_release(&nothing);
	return status;
}

const struct sulih_command sulih_command_extract = {
	.name = "extract",
	.summary = "Writes XLIFF for human translators; merge puts it together again.",
	.synopsis = "[OPTION]... [FILE|FOLDER]...",
	.details = "Names, figures and other protected parts are codes (<x/> or <ph/>) that the\n"
		   "translator moves but does not change. The file holds its own skeleton: sulih "
		   "merge\n"
		   "needs nothing else.\n",
	.options = options,
	.set = set,
	.run = run,
	.settings_size = sizeof(struct settings),
};
