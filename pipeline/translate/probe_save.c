/* The user's profile of an engine, with the shapes that the probe found best. */
#include "pipeline/translate/probe_save.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static int make_folders(char *path, struct sulih_error *error)
{
	for (char *slash = strchr(path + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		if (mkdir(path, 0755) != 0 && errno != EEXIST) {
			sulih_fail(error, SULIH_ERROR_IO, "%s: %s", path, strerror(errno));
			*slash = '/';
			return SULIH_ERROR_IO;
		}
		*slash = '/';
	}
	return 0;
}

/* Writes a copy of the profile with the best shapes; into place only when it is whole. */
int sulih_probe_save(const char *engine, const struct sulih_endpoint *endpoint,
		     struct sulih_probe *probe, struct sulih_error *error)
{
	bool is_path = strchr(engine, '/') != NULL || strstr(engine, ".json") != NULL;
	json_t *copy = json_deep_copy(endpoint->profile.root), *protect, *alternate = json_array();
	const json_t *values = json_object_get(json_object_get(copy, "protect"), "values");
	char *path = probe->saved_as, temporary[4104];
	int code = 0;

	if (is_path)
		snprintf(path, sizeof(probe->saved_as), "%s", engine);
	else if (!sulih_profile_user_path(engine, path, sizeof(probe->saved_as)))
		code = sulih_fail(error, SULIH_ERROR_CONFIG,
				  "there is no home to save a profile in");
	for (size_t i = 1; i < probe->count && i < 3; i++)
		if (probe->rows[i].lost + probe->rows[i].refused < probe->rows[i].sentences)
			json_array_append_new(alternate, json_string(probe->rows[i].shape));
	protect = json_pack("{s:s, s:o}", "shape", probe->rows[0].shape, "alternate", alternate);
	if (values != NULL)
		json_object_set(protect, "values", (json_t *)(uintptr_t)values);
	json_object_set_new(copy, "protect", protect);
	if (code == 0 && !is_path)
		code = make_folders(path, error);
	snprintf(temporary, sizeof(temporary), "%s.part", path);
	if (code == 0 &&
	    (json_dump_file(copy, temporary, JSON_INDENT(2)) != 0 || rename(temporary, path) != 0))
		code = sulih_fail(error, SULIH_ERROR_IO, "%s: cannot be written", path);
	if (code == SULIH_ERROR_IO)
		unlink(temporary);
	if (code != 0)
		path[0] = '\0';
	json_decref(copy);
	return code;
}
