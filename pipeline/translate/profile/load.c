/* Where profiles come from: a path, the user's engines folder, the presets. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/user_place.h"
#include "pipeline/translate/profile/profile.h"

enum { LARGEST_PROFILE = 1 << 20 };

bool sulih_profile_user_path(const char *name, char *room, size_t size)
{
	return sulih_user_place(SULIH_USER_CONFIG, room, size, "engines/%s.json", name);
}

static int read_all(FILE *file, const char *path, struct sulih_buffer *out,
		    struct sulih_error *error)
{
	char block[8192];
	size_t got;

	out->limit = LARGEST_PROFILE;
	while ((got = fread(block, 1, sizeof(block), file)) > 0)
		sulih_buffer_append(out, block, got);
	if (ferror(file))
		return sulih_fail(error, SULIH_ERROR_CONFIG, "%s: cannot be read", path);
	if (out->failed != 0)
		return sulih_fail(error, SULIH_ERROR_CONFIG, "%s: too large for a profile", path);
	return 0;
}

static int read_file(FILE *file, const char *path, struct sulih_buffer *out,
		     struct sulih_error *error)
{
	int code = read_all(file, path, out, error);

	fclose(file);
	return code;
}

int sulih_profile_find(const char *name, struct sulih_buffer *text, char *from, size_t size,
		       struct sulih_error *error)
{
	size_t length = strlen(name);
	bool is_path = strchr(name, '/') != NULL ||
		       (length > 5 && strcmp(name + length - 5, ".json") == 0);
	FILE *file;

	if (!is_path && sulih_profile_user_path(name, from, size) &&
	    (file = fopen(from, "rb")) != NULL)
		return read_file(file, from, text, error);
	snprintf(from, size, "%s", name);
	if (is_path) {
		file = fopen(name, "rb");
		if (file == NULL)
			return sulih_fail(error, SULIH_ERROR_CONFIG, "engine %s: %s", name,
					  strerror(errno));
		return read_file(file, name, text, error);
	}
	for (size_t i = 0; sulih_profiles[i].name != NULL; i++) {
		if (strcmp(sulih_profiles[i].name, name) != 0)
			continue;
		sulih_buffer_add(text, sulih_profiles[i].data);
		return sulih_buffer_status(text, error);
	}
	return sulih_fail(error, SULIH_ERROR_CONFIG,
			  "there is no engine \"%s\" (sulih engines lists them)", name);
}

int sulih_profile_load(const char *name, struct sulih_profile *profile, struct sulih_faults *faults,
		       struct sulih_error *error)
{
	struct sulih_buffer text = SULIH_BUFFER_INIT;
	char from[SULIH_LONGEST_ORIGIN];
	int code = sulih_profile_find(name, &text, from, sizeof(from), error);

	if (code == 0)
		code = sulih_profile_parse(sulih_buffer_view(&text), from, profile, faults, error);
	sulih_buffer_release(&text);
	return code;
}
