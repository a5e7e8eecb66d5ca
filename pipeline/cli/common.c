/* The settings that several commands know, from their options. */
#include <stdlib.h>

#include "base/letter.h"
#include "pipeline/cli/filter.h"

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
	else if (strcmp(name, "glossary") == 0 && value[0] == '\0')
		return sulih_fail(error, SULIH_ERROR_USAGE, "--glossary wants a file");
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

bool sulih_views_agree(const struct sulih_common *c, bool explain)
{
	if ((c->json && (explain || c->show != NULL)) || (explain && c->show != NULL)) {
		sulih_say(SULIH_ERROR, "%s and %s do not go together: one of them is the output",
			  explain ? "--explain" : "--show", c->json ? "--json" : "--show");
		return false;
	}
	return true;
}
