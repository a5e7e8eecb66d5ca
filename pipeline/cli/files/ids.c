#include "pipeline/cli/files/ids.h"

#include <stdlib.h>
#include <xxhash.h>

#include "base/utf8.h"
#include "pipeline/cli/cli.h"

enum { FIRST_ROOM = 1024 };

/* The place of a hash, or of the first that is free where it belongs. */
static struct sulih_known_id *place_of(const struct sulih_ids *ids, uint64_t hash)
{
	size_t at = hash & (ids->room - 1);

	while (ids->known[at].hash != 0 && ids->known[at].hash != hash)
		at = (at + 1) & (ids->room - 1);
	return &ids->known[at];
}

static bool grow(struct sulih_ids *ids)
{
	struct sulih_ids old = *ids;

	ids->room = old.room > 0 ? 2 * old.room : FIRST_ROOM;
	ids->known = calloc(ids->room, sizeof(*ids->known));
	if (ids->known == NULL) {
		ids->known = old.known;
		ids->room = old.room;
		return false;
	}
	for (size_t i = 0; i < old.room; i++)
		if (old.known[i].hash != 0)
			*place_of(ids, old.known[i].hash) = old.known[i];
	free(old.known);
	return true;
}

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
	uint64_t hash = XXH3_64bits_withSeed(id.data, id.length, row);
	struct sulih_known_id *place;

	hash += hash == 0;
	if (2 * ids->count >= ids->room && !grow(ids))
		return sulih_fail_memory(error);
	place = place_of(ids, hash);
	*earlier = place->hash != 0 ? place->line : 0;
	if (place->hash == 0) {
		ids->count++;
		*place = (struct sulih_known_id){ hash, line };
	}
	return 0;
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
	free(ids->known);
	ids->known = NULL;
}
