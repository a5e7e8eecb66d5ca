/* `sulih glossary check FILE…`: what there is to say about the user's glossaries. */
#include <stdlib.h>

#include "pipeline/cli/cli.h"
#include "pipeline/protect/terms/glossary.h"

static const struct sulih_option options[] = { { NULL, 0, NULL, NULL, false } };

struct settings {
	int none;
};

static int set(void *settings, const char *name, const char *value, struct sulih_error *error)
{
	(void)settings;
	(void)value;
	return sulih_fail(error, SULIH_ERROR_USAGE, "no option --%s", name);
}

/* FILE:LINE: LEVEL: what to do; one line a flaw, as compilers write. */
static int check(const char *path)
{
	struct sulih_glossary_report report;
	struct sulih_error error = SULIH_ERROR_INIT;
	size_t errors = 0, warnings = 0;

	if (sulih_glossary_check(path, &report, &error) != 0) {
		sulih_glossary_report_release(&report);
		return sulih_say_error(&error);
	}
	for (size_t i = 0; i < report.flaws.count; i++) {
		const struct sulih_glossary_flaw *flaw = &report.flaws.items[i];

		printf("%s:%zu: %s: %.*s\n", path, flaw->line, sulih_level_name(flaw->level),
		       SULIH_VIEW_ARGS(flaw->message));
		errors += flaw->level == SULIH_ERROR;
		warnings += flaw->level == SULIH_WARNING;
	}
	printf("%s: %zu %s, %zu %s, %zu %s\n", path, SULIH_COUNTED(report.terms, "term"),
	       SULIH_COUNTED(errors, "error"), SULIH_COUNTED(warnings, "warning"));
	sulih_glossary_report_release(&report);
	return errors > 0 ? SULIH_STATUS_CONFIG : SULIH_STATUS_OK;
}

static int run(void *settings, int count, char **operands)
{
	int status = SULIH_STATUS_OK;

	(void)settings;
	if (count < 2 || strcmp(operands[0], "check") != 0) {
		sulih_say(SULIH_ERROR, "sulih glossary check FILE... checks glossaries");
		return SULIH_STATUS_USAGE;
	}
	for (int i = 1; i < count; i++)
		status = sulih_graver(status, check(operands[i]));
	return status;
}

const struct sulih_command sulih_command_glossary = {
	.name = "glossary",
	.summary = "Checks the terms of a glossary (check FILE...).",
	.synopsis = "check FILE...",
	.details =
		"A glossary is TSV or CSV, UTF-8: source, target, kind, case, note. Only the "
		"source\n"
		"is needed; without a target (or with the kind 'copy') it is copied. The kind is "
		"term\n"
		"(default), person, place, organization, event, work, law, product or name; the "
		"case\n"
		"is 'exact', 'insensitive' or empty: as written, or with a capital letter at the\n"
		"start of a sentence. A first line may name the columns; '# ' begins a comment.\n"
		"Every command that protects takes it with --glossary FILE.\n"
		"Each flaw is a line FILE:LINE: LEVEL: MESSAGE on standard output.\n"
		"Exit status: 0 the files can be used, 3 one has an error, 4 one cannot be read.\n",
	.options = options,
	.set = set,
	.run = run,
	.settings_size = sizeof(struct settings),
};
