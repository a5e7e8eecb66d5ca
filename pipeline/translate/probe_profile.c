#include "pipeline/translate/probe_profile.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static json_t *best_shapes(const struct sulih_probe *probe, json_t *values)
{
	json_t *alternate = json_array(), *protect;

	for (size_t i = 1; i < probe->count && i < 3; i++)
		if (probe->rows[i].lost + probe->rows[i].refused < probe->rows[i].sentences)
			json_array_append_new(alternate, json_string(probe->rows[i].shape));
	protect = json_pack("{s:s, s:o}", "shape", probe->rows[0].shape, "alternate", alternate);
	if (values != NULL)
		json_object_set(protect, "values", values);
	return protect;
}

/* The endpoint's profile with the best shapes; NULL: out of memory. */
static char *text_of(const struct sulih_endpoint *endpoint, const struct sulih_probe *probe)
{
	json_t *copy = json_deep_copy(endpoint->profile.root);
	json_t *values = json_object_get(json_object_get(copy, "protect"), "values");
	char *text = NULL;

	if (json_object_set_new(copy, "protect", best_shapes(probe, values)) == 0)
		text = json_dumps(copy, JSON_INDENT(2));
	json_decref(copy);
	return text;
}

static int set_path(const char *engine, struct sulih_probe *probe, struct sulih_error *error)
{
	if (!sulih_profile_is_path(engine))
		return sulih_profile_user_path(engine, probe->path, sizeof(probe->path))
			       ? 0
			       : sulih_fail(error, SULIH_ERROR_CONFIG,
					    "there is no home to save a profile in");
	if (snprintf(probe->path, sizeof(probe->path), "%s", engine) >= (int)sizeof(probe->path))
		return sulih_fail(error, SULIH_ERROR_CONFIG, "the path of the profile is too long");
	return 0;
}

int sulih_probe_make_profile(const char *engine, const struct sulih_endpoint *endpoint,
			     struct sulih_probe *probe, struct sulih_error *error)
{
	int code = set_path(engine, probe, error);
	char *text = code == 0 ? text_of(endpoint, probe) : NULL;

	if (code != 0)
		return code;
	if (text == NULL)
		return sulih_fail_memory(error);
	sulih_buffer_puts(&probe->profile, text);
	sulih_buffer_putc(&probe->profile, '\n');
	free(text);
	return sulih_buffer_status(&probe->profile, error);
}
