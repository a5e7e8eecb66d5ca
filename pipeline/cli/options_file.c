/* Settings from sulih.ini. */
#include "pipeline/cli/options.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/user_place.h"
#include "pipeline/cli/files/ini_file.h"

struct sulih_kept_value {
	struct sulih_kept_value *next;
	const struct sulih_option *option; /* to be set when the file is read; NULL: set already */
	char value[];
};

static struct sulih_kept_value *keep(struct sulih_target *t, const char *value)
{
	size_t size = strlen(value) + 1;
	struct sulih_kept_value *kept = malloc(sizeof(*kept) + size);

	if (kept == NULL)
		return NULL;
	memcpy(kept->value, value, size);
	kept->next = NULL;
	kept->option = NULL;
	*t->last = kept;
	t->last = &kept->next;
	return kept;
}

void sulih_options_release(struct sulih_target *t)
{
	while (t->kept != NULL) {
		struct sulih_kept_value *next = t->kept->next;

		free(t->kept);
		t->kept = next;
	}
}

static bool known_section(const char *section)
{
	for (size_t i = 0; sulih_commands[i] != NULL; i++)
		if (strcmp(section, sulih_commands[i]->name) == 0)
			return true;
	return section[0] == '\0' || strcmp(section, "sulih") == 0;
}

static int set_from_file(struct sulih_target *t, const struct sulih_option *option,
			 const char *value)
{
	char where[256];

	snprintf(where, sizeof(where), "%s: %s", t->file, option->name);
	return sulih_option_set_from(t, option, value, where);
}

/* A name that this command takes from no file. */
static int refuse(struct sulih_target *t, const char *name)
{
	char where[256];

	snprintf(where, sizeof(where), "%s: %s", t->file, name);
	if (sulih_option_is_known(name, false))
		return 1;
	if (sulih_option_is_known(name, true))
		sulih_fail(t->error, SULIH_ERROR_CONFIG,
			   "%s: stands on the command line only: it belongs to one run", where);
	else if (strncasecmp(name, "secret", 6) == 0 || strcasestr(name, "key") != NULL ||
		 strcasecmp(name, "token") == 0 || strcasecmp(name, "password") == 0)
		sulih_fail(t->error, SULIH_ERROR_CONFIG,
			   "%s: keys do not stand in this file; put them into SULIH_SECRET_NAME, "
			   "or into a file of mode 0600 that SULIH_SECRET_NAME_FILE names",
			   where);
	else
		sulih_fail(t->error, SULIH_ERROR_CONFIG,
			   "%s: no such setting; sulih --help lists them", where);
	return 0;
}

static int on_ini(void *context, const char *section, const char *name, const char *value)
{
	struct sulih_target *t = context;
	const struct sulih_option *option = sulih_option_find(t->command, name);
	bool of_command = section[0] != '\0' && strcmp(section, "sulih") != 0;
	struct sulih_kept_value *kept;

	if (!known_section(section)) {
		sulih_fail(t->error, SULIH_ERROR_CONFIG,
			   "%s: no section [%s]; sections are sulih and the commands", t->file,
			   section);
		return 0;
	}
	if (of_command && strcmp(section, t->command->name) != 0)
		return 1;
	if (option == NULL || option->line_only)
		return refuse(t, name);
	kept = keep(t, value);
	if (kept == NULL) {
		sulih_fail_memory(t->error);
		return 0;
	}
	/* a section named as a command beats the others, wherever it stands */
	if (of_command)
		kept->option = option;
	return of_command || set_from_file(t, option, kept->value) == 0;
}

static int read_ini(struct sulih_target *t, const char *path)
{
	struct sulih_kept_value **first = t->last;
	int status;

	t->file = path;
	status = sulih_ini_read(path, on_ini, t, t->error);
	for (struct sulih_kept_value *one = *first; one != NULL && status == 0; one = one->next)
		if (one->option != NULL)
			status = set_from_file(t, one->option, one->value);
	return status;
}

int sulih_options_read_files(struct sulih_target *t)
{
	char path[4096];
	int status = 0;

	if (sulih_user_place(SULIH_USER_CONFIG, path, sizeof(path), "sulih.ini"))
		status = read_ini(t, path);
	return status == 0 ? read_ini(t, "sulih.ini") : status;
}
