/* Where profiles come from: a path, the user's engines folder, the presets. */
#include <errno.h>
#include <stdio.h>
#include <unistd.h>

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
		return sulih_fail(error, SULIH_ERROR_CONFIG, "%s: %s", path, strerror(errno));
	if (out->failed == SULIH_ERROR_LIMIT)
		return sulih_fail(error, SULIH_ERROR_CONFIG, "%s: too large for a profile", path);
	return sulih_buffer_status(out, error);
}

static int read_file(const char *path, struct sulih_buffer *out, struct sulih_error *error)
{
	FILE *file = fopen(path, "rb");
	int code;

	if (file == NULL)
		return sulih_fail(error, SULIH_ERROR_CONFIG, "engine %s: %s", path,
				  strerror(errno));
	code = read_all(file, path, out, error);
	fclose(file);
	return code;
}

bool sulih_profile_is_path(const char *name)
{
	size_t length = strlen(name);

	return strchr(name, '/') != NULL || (length > 5 && strcmp(name + length - 5, ".json") == 0);
}

/* One that is there and cannot be read is a fault: the preset of that name is another engine. */
static bool has_file(const char *path)
{
	return access(path, F_OK) == 0 || (errno != ENOENT && errno != ENOTDIR);
}

int sulih_profile_find(const char *name, struct sulih_buffer *text, char *from, size_t size,
		       struct sulih_error *error)
{
	bool is_path = sulih_profile_is_path(name);

	if (!is_path && sulih_profile_user_path(name, from, size) && has_file(from))
		return read_file(from, text, error);
	if (snprintf(from, size, "%s", name) >= (int)size)
		return sulih_fail(error, SULIH_ERROR_CONFIG, "the name of the engine is too long");
	if (is_path)
		return read_file(name, text, error);
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
