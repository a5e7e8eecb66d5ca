/*
 * Options from everywhere: flags beat SULIH_* variables beat ./sulih.ini beat
 * $XDG_CONFIG_HOME/sulih/sulih.ini (DESIGN §4).
 */
#include <ctype.h>
#include <getopt.h>
#include <stdlib.h>

#include "pipeline/cli/options.h"

enum { MOST_OPTIONS = 48, HELP = 1000 };

const struct sulih_option *sulih_option_find(const struct sulih_command *command, const char *name)
{
	for (const struct sulih_option *o = command->options; o->name != NULL; o++)
		if (strcmp(o->name, name) == 0)
			return o;
	return NULL;
}

static bool is_true(const char *value)
{
	return strcmp(value, "1") == 0 || strcmp(value, "yes") == 0 || strcmp(value, "true") == 0 ||
	       strcmp(value, "on") == 0;
}

static bool is_false(const char *value)
{
	return value[0] == '\0' || strcmp(value, "0") == 0 || strcmp(value, "no") == 0 ||
	       strcmp(value, "false") == 0 || strcmp(value, "off") == 0;
}

int sulih_option_set_from(struct sulih_target *t, const struct sulih_option *option,
			  const char *value, const char *where)
{
	struct sulih_error fault = SULIH_ERROR_INIT;
	int status;

	if (option->argument == NULL) {
		if (is_false(value))
			return 0;
		if (!is_true(value))
			return sulih_fail(t->error, SULIH_ERROR_CONFIG,
					  "%s: '%s' is neither yes nor no", where, value);
		value = "";
	}
	status = t->command->set(t->settings, option->name, value, &fault);
	if (status != 0)
		return sulih_fail(t->error, SULIH_ERROR_CONFIG, "%s: %s", where, fault.message);
	return 0;
}

bool sulih_option_is_known(const char *name, bool on_line)
{
	for (size_t i = 0; sulih_commands[i] != NULL; i++) {
		const struct sulih_option *option = sulih_option_find(sulih_commands[i], name);

		if (option != NULL && (on_line || !option->line_only))
			return true;
	}
	return false;
}

static int read_environment(struct sulih_target *t)
{
	for (const struct sulih_option *o = t->command->options; o->name != NULL; o++) {
		char name[64] = "SULIH_";
		size_t n = strlen(name);
		const char *value;

		if (o->line_only)
			continue;
		for (const char *c = o->name; *c != '\0' && n + 1 < sizeof(name); c++)
			name[n++] = *c == '-' ? '_' : (char)toupper((unsigned char)*c);
		name[n] = '\0';
		value = getenv(name);
		if (value != NULL && sulih_option_set_from(t, o, value, name) != 0)
			return t->error->code;
	}
	return 0;
}

static void make_tables(const struct sulih_command *command, struct option *longs, char *shorts)
{
	size_t n = 0, s = 0;

	shorts[s++] = ':';
	for (const struct sulih_option *o = command->options; o->name != NULL && n < MOST_OPTIONS;
	     o++) {
		longs[n] = (struct option){ o->name,
					    o->argument == NULL	    ? no_argument
					    : o->argument[0] == '[' ? optional_argument
								    : required_argument,
					    NULL, HELP + 1 + (int)n };
		n++;
		if (o->letter != 0) {
			shorts[s++] = (char)o->letter;
			if (o->argument != NULL)
				shorts[s++] = ':';
		}
	}
	longs[n++] = (struct option){ "help", no_argument, NULL, HELP };
	longs[n] = (struct option){ 0 };
	shorts[s++] = 'h';
	shorts[s] = '\0';
}

static const struct sulih_option *option_of(const struct sulih_command *command, int code)
{
	if (code > HELP)
		return &command->options[code - HELP - 1];
	for (const struct sulih_option *o = command->options; o->name != NULL; o++)
		if (o->letter == code)
			return o;
	return NULL;
}

/* Says what getopt did not like: a letter, perhaps within -abc, or a long option. */
static int wrong_option(struct sulih_target *t, int code, char **argv)
{
	bool is_letter = optopt > 0 && optopt < HELP;
	const char *given = argv[optind - 1], *before = "unknown ", *behind = "";
	const char letter[] = { '-', is_letter ? (char)optopt : '\0', '\0' };
	int length = (int)strcspn(given, "=");

	if (code == ':')
		before = "", behind = " wants a value";
	else if (optopt >= HELP)
		before = "", behind = " takes no value";
	return sulih_fail(t->error, SULIH_ERROR_USAGE, "%soption '%.*s'%s; see sulih %s --help",
			  before, is_letter ? 2 : length, is_letter ? letter : given, behind,
			  t->command->name);
}

/* getopt takes --to for --to-lang where the command has no --to of its own: what is meant there
 * is another command's option, and is not to be guessed. */
static bool is_other_option(const struct sulih_target *t, int code, const char *given)
{
	char name[64];
	size_t length = strcspn(given, "=");

	if (code <= HELP || strncmp(given, "--", 2) != 0 || length - 2 >= sizeof(name))
		return false;
	memcpy(name, given + 2, length - 2);
	name[length - 2] = '\0';
	return sulih_option_find(t->command, name) == NULL && sulih_option_is_known(name, true);
}

/* The operands begin at *first. 1: help was asked for. */
static int read_arguments(struct sulih_target *t, int argc, char **argv, int *first)
{
	struct option longs[MOST_OPTIONS + 2];
	char shorts[2 * MOST_OPTIONS + 4];
	int code;

	make_tables(t->command, longs, shorts);
	optind = 1;
	opterr = 0;
	while ((code = getopt_long(argc, argv, shorts, longs, NULL)) != -1) {
		const struct sulih_option *option;
		const char *given;

		if (code == HELP || code == 'h')
			return 1;
		if (code == '?' || code == ':')
			return wrong_option(t, code, argv);
		given = argv[optind - (optarg != NULL && optarg == argv[optind - 1] ? 2 : 1)];
		if (is_other_option(t, code, given))
			return sulih_fail(t->error, SULIH_ERROR_USAGE,
					  "unknown option '%.*s'; see sulih %s --help",
					  (int)strcspn(given, "="), given, t->command->name);
		option = option_of(t->command, code);
		if (t->command->set(t->settings, option->name, optarg ? optarg : "", t->error) != 0)
			return t->error->code;
	}
	*first = optind;
	return 0;
}

int sulih_cli_run(const struct sulih_command *command, int argc, char **argv)
{
	struct sulih_error error = SULIH_ERROR_INIT;
	void *settings = calloc(1, command->settings_size);
	struct sulih_target target = { .command = command, .settings = settings, .error = &error };
	int status, first = 1;

	target.last = &target.kept;
	if (settings == NULL) {
		sulih_fail_memory(&error);
		return sulih_say_error(&error);
	}
	/* --help answers even when a configuration file is faulty */
	status = read_arguments(&target, argc, argv, &first);
	if (status == 1) {
		sulih_cli_help(command, stdout);
		free(settings);
		return SULIH_STATUS_OK;
	}
	if (status == 0) {
		memset(settings, 0, command->settings_size);
		status = sulih_options_read_files(&target);
	}
	if (status == 0)
		status = read_environment(&target);
	if (status == 0)
		status = read_arguments(&target, argc, argv, &first);
	status = status != 0 ? sulih_say_error(&error)
			     : command->run(settings, argc - first, argv + first);
	sulih_options_release(&target);
	free(settings);
	return status;
}

void sulih_cli_help(const struct sulih_command *command, FILE *out)
{
	fprintf(out, "usage: sulih %s %s\n\n%s\n\n", command->name, command->synopsis,
		command->summary);
	for (const struct sulih_option *o = command->options; o->name != NULL; o++) {
		char left[64];

		snprintf(left, sizeof(left), "%c%c%c --%s%s%s", o->letter ? '-' : ' ',
			 o->letter ? o->letter : ' ', o->letter ? ',' : ' ', o->name,
			 o->argument && o->argument[0] != '[' ? " " : "",
			 o->argument ? o->argument : "");
		fprintf(out, "  %-30s %s\n", left, o->help);
	}
	fprintf(out, "  %-30s %s\n", "-h, --help", "this text");
	if (command->details != NULL)
		fprintf(out, "\n%s", command->details);
}
