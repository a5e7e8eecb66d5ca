#include "pipeline/cli/cli.h"

#include <dirent.h>
#include <stdlib.h>
#include <unistd.h>

#include "pipeline/cli/engine_options.h"
#include "pipeline/translate/builtin.h"
#include "pipeline/translate/profile/profile.h"

struct settings {
	int unused;
};

static const struct sulih_option options[] = { { NULL, 0, NULL, NULL, false } };

static int set(void *settings, const char *name, const char *value, struct sulih_error *error)
{
	(void)settings;
	(void)value;
	return sulih_fail(error, SULIH_ERROR_USAGE, "no option --%s", name);
}

static void show(const char *name, const char *about, const char *needs)
{
	printf("%-15s %s\n", name, about);
	if (needs[0] != '\0')
		printf("%-15s   needs %s\n", "", needs);
}

static void show_profile(const char *name)
{
	struct sulih_error error = SULIH_ERROR_INIT;
	struct sulih_profile profile;
	char path[SULIH_LONGEST_ORIGIN];

	if (sulih_profile_load(name, &profile, NULL, &error) == 0) {
		show(name, profile.about, profile.needs);
		sulih_profile_release(&profile);
	} else {
		show(name, error.message, "");
	}
	if (sulih_profile_user_path(name, path, sizeof(path)) && access(path, F_OK) == 0)
		printf("%-15s   yours: %s\n", "", path);
}

static bool is_preset(const char *name)
{
	for (size_t i = 0; sulih_profiles[i].name != NULL; i++)
		if (strcmp(sulih_profiles[i].name, name) == 0)
			return true;
	return false;
}

/* The user's own profiles, those that replace a preset left out. */
static void show_own(void)
{
	char folder[4096], name[256];
	struct dirent **entries = NULL;
	char *slash;
	int count;

	if (!sulih_profile_user_path("x", folder, sizeof(folder)))
		return;
	slash = strrchr(folder, '/');
	*slash = '\0';
	count = scandir(folder, &entries, NULL, alphasort);
	for (int i = 0; i < count; i++) {
		size_t length = strlen(entries[i]->d_name);

		if (length > 5 && length < sizeof(name) &&
		    strcmp(entries[i]->d_name + length - 5, ".json") == 0) {
			snprintf(name, sizeof(name), "%.*s", (int)length - 5, entries[i]->d_name);
			if (!is_preset(name))
				show_profile(name);
		}
		free(entries[i]);
	}
	free(entries);
}

static int list(void)
{
	show("echo", sulih_builtin_engine_summary("echo"), "");
	show("gloss", sulih_builtin_engine_summary("gloss"), "");
	for (size_t i = 0; sulih_profiles[i].name != NULL; i++)
		show_profile(sulih_profiles[i].name);
	show_own();
	return SULIH_STATUS_OK;
}

static int check(int count, char **files)
{
	int status = SULIH_STATUS_OK;

	for (int i = 0; i < count; i++) {
		struct sulih_error error = SULIH_ERROR_INIT;
		struct sulih_faults faults = { .count = 0 };
		struct sulih_profile profile;

		if (sulih_profile_load(files[i], &profile, &faults, &error) == 0) {
			printf("%s: sound", files[i]);
			if (faults.note_count > 0)
				printf(", %zu %s\n%s", SULIH_COUNTED(faults.note_count, "note"),
				       sulih_buffer_view(&faults.notes).data);
			else
				putchar('\n');
			sulih_profile_release(&profile);
		} else if (faults.count == 0) {
			sulih_say_error(&error);
			status = SULIH_STATUS_CONFIG;
		} else {
			printf("%s: %zu %s\n%s", files[i], SULIH_COUNTED(faults.count, "fault"),
			       sulih_buffer_view(&faults.lines).data);
			status = SULIH_STATUS_CONFIG;
		}
		sulih_faults_release(&faults);
	}
	return status;
}

/* The text that an engine of this name would be opened with. */
static int show_text(const char *name)
{
	struct sulih_error error = SULIH_ERROR_INIT;
	struct sulih_buffer text = SULIH_BUFFER_INIT;
	char from[SULIH_LONGEST_ORIGIN];
	int status = SULIH_STATUS_OK;

	if (sulih_engine_is_built_in(name)) {
		sulih_say(SULIH_ERROR, "'%s' is built in: it has no profile", name);
		return SULIH_STATUS_CONFIG;
	}
	if (sulih_profile_find(name, &text, from, sizeof(from), &error) != 0)
		status = sulih_say_error(&error);
	else if (is_preset(name) && strcmp(from, name) != 0)
		sulih_say(SULIH_WARNING, "%s: this is %s, which replaces the preset", name, from);
	fwrite(sulih_buffer_view(&text).data, 1, text.length, stdout);
	sulih_buffer_release(&text);
	return status;
}

static int run(void *settings, int count, char **operands)
{
	(void)settings;
	if (count == 0)
		return list();
	if (count >= 2 && strcmp(operands[0], "check") == 0)
		return check(count - 1, operands + 1);
	if (count == 2 && strcmp(operands[0], "show") == 0)
		return show_text(operands[1]);
	sulih_say(SULIH_ERROR, "usage: sulih engines [check FILE... | show NAME]");
	return SULIH_STATUS_USAGE;
}

const struct sulih_command sulih_command_engines = {
	.name = "engines",
	.summary = "Lists the engines and what each needs, or checks a profile.",
	.synopsis = "[check FILE... | show NAME]",
	.details =
		"A file NAME.json in $XDG_CONFIG_HOME/sulih/engines is an engine of your own; "
		"one\nwith the name of a preset replaces it. 'show' prints the text of a profile, "
		"to\nbegin from; 'check' names its faults, and what it says to no effect.\n",
	.options = options,
	.set = set,
	.run = run,
	.settings_size = sizeof(struct settings),
};
