/* Stands in for rooms that are not merged yet; each part goes with the room's arrival. */
#include "pipeline/pipeline.h"

#if !__has_include("pipeline/protect/terms.c")
#include "pipeline/protect/glossary.h"
int sulih_find_terms(struct sulih_document *d, const struct sulih_protect_options *o,
		     struct sulih_candidates *c, struct sulih_error *e)
{
	(void)d;
	(void)o;
	(void)c;
	(void)e;
	return 0;
}
int sulih_glossary_load(const char *path, struct sulih_glossary **g, struct sulih_error *e)
{
	(void)path;
	(void)g;
	return sulih_fail(e, SULIH_ERROR_CONFIG, "no glossary yet");
}
void sulih_glossary_free(struct sulih_glossary *g)
{
	(void)g;
}
#endif
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
