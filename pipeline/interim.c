/* Stands in for rooms that are not merged yet; each part goes with the room's arrival. */
#include <stdlib.h>
#include "pipeline/pipeline.h"
#include "base/utf8.h"

#if !__has_include("normalize/clean.h")
struct sulih_offset_map {
	int none;
};
struct sulih_offset_map *sulih_offset_map_new(void)
{
	return calloc(1, sizeof(struct sulih_offset_map));
}
void sulih_offset_map_free(struct sulih_offset_map *map)
{
	free(map);
}
size_t sulih_offset_map_source(const struct sulih_offset_map *map, struct sulih_view text,
			       size_t offset, bool end)
{
	(void)map;
	(void)end;
	return sulih_utf8_count(sulih_view_slice(text, 0, offset));
}
size_t sulih_offset_map_clean(const struct sulih_offset_map *map, struct sulih_view text,
			      size_t source)
{
	size_t at = 0, used;
	(void)map;
	while (source-- && at < text.length) {
		sulih_utf8_decode(text.data + at, text.length - at, &used);
		at += used;
	}
	return at;
}
void sulih_normalized_init(struct sulih_normalized *n)
{
	*n = (struct sulih_normalized){ 0 };
}
void sulih_normalized_release(struct sulih_normalized *n)
{
	sulih_buffer_release(&n->text);
	sulih_diagnostics_release(&n->diagnostics);
	free(n->map);
	n->map = NULL;
}
int sulih_normalize(struct sulih_view input, const struct sulih_normalize_options *o,
		    struct sulih_normalized *out, struct sulih_error *error)
{
	(void)o;
	sulih_buffer_add(&out->text, input);
	out->map = sulih_offset_map_new();
	out->source_length = sulih_utf8_count(input);
	return sulih_buffer_status(&out->text, error);
}
#endif
#if !__has_include("pipeline/protect/numbers/figures.h") &&                                        \
		   !__has_include("pipeline/protect/numbers/figures.c")
int sulih_find_figures(struct sulih_document *d, const struct sulih_protect_options *o,
		       struct sulih_candidates *c, struct sulih_error *e)
{
	(void)d;
	(void)o;
	(void)c;
	(void)e;
	return 0;
}
#endif
#if !__has_include("pipeline/protect/names/names.c")
int sulih_find_names(struct sulih_document *d, const struct sulih_protect_options *o,
		     struct sulih_candidates *c, struct sulih_error *e)
{
	(void)d;
	(void)o;
	(void)c;
	(void)e;
	return 0;
}
#endif
#if !__has_include("pipeline/protect/terms.c")
#if !__has_include("pipeline/translate/http_engine.c")
#include "pipeline/translate/http_engine.h"
int sulih_http_engine_open(const char *name, const struct sulih_engine_options *o,
			   struct sulih_engine **engine, struct sulih_error *e)
{
	(void)o;
	(void)engine;
	return sulih_fail(e, SULIH_ERROR_CONFIG, "no engine '%s'", name);
}
#endif
