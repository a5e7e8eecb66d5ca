#include "pipeline/cli/files/ids.h"

#include <xxhash.h>

#include "base/utf8.h"
#include "pipeline/cli/cli.h"

void sulih_ids_say(struct sulih_ids *ids)
{
	if (ids->repeated == 1)
		sulih_say(SULIH_WARNING, "%s", ids->first);
	else if (ids->repeated > 1)
		sulih_say(SULIH_WARNING, "%s; and %zu more of %s", ids->first, ids->repeated - 1,
			  ids->input);
	ids->repeated = 0;
}

static void tell(struct sulih_ids *ids, struct sulih_document *d, const char *input, size_t line)
{
	char what[160];

	if (d->id_is_json)
		sulih_utf8_print(what, sizeof(what), "the id %.*s stood in line %zu already",
				 SULIH_VIEW_ARGS(d->id), line);
	else
		sulih_utf8_print(what, sizeof(what), "this file was read already");
	sulih_diagnose(&d->diagnostics, SULIH_DIAGNOSTIC_ID_REPEATED, (struct sulih_span){ 0, 0 },
		       "%s", what);
	/* whole files are told of together, records file by file */
	if (ids->repeated > 0 && d->id_is_json && ids->input != input)
		sulih_ids_say(ids);
	if (ids->repeated++ > 0)
		return;
	ids->input = d->id_is_json ? input : "the inputs";
	sulih_utf8_print(ids->first, sizeof(ids->first), "%s: %s; both are worked", d->origin,
			 what);
}

int sulih_ids_add(struct sulih_ids *ids, size_t row, struct sulih_view id, size_t line,
		  size_t *earlier, struct sulih_error *error)
{
	return sulih_seen_add(&ids->seen, XXH3_64bits_withSeed(id.data, id.length, row), line,
			      earlier, error);
}

int sulih_ids_note(struct sulih_ids *ids, struct sulih_document *d, const char *input,
		   struct sulih_error *error)
{
	size_t earlier = 0, row = d->id_is_json ? d->input_index + 1 : 0;
	int status = 0;

	/* records without an id have none in common; of stretches the first is noted */
	if (!d->continues && !(d->id_is_json && sulih_view_is(d->id, "null")))
		status = sulih_ids_add(ids, row, d->id, d->line, &earlier, error);
	if (status == 0 && earlier > 0)
		tell(ids, d, input, earlier);
	return status;
}

void sulih_ids_release(struct sulih_ids *ids)
{
	sulih_seen_release(&ids->seen);
}
