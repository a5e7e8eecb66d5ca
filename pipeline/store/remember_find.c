/* What the store has already. */
#include "pipeline/store/remember.h"

/* A step of finding that is not committed yet lasts for so many finds at most; none is open while
 * the network is waited for. */
enum { MOST_FINDS = 128 };

static void go_blind(struct sulih_remembering *r, const struct sulih_error *error)
{
	if (!r->blind)
		sulih_remembering_say(r, SULIH_WARNING,
				      "%s; this run goes on without looking there", error->message);
	r->blind = true;
}

void sulih_remembering_end_finding(struct sulih_remembering *r)
{
	struct sulih_error error = SULIH_ERROR_INIT;

	r->finds = 0;
	if (!r->finding)
		return;
	r->finding = false;
	/* what was found was found: only the marks of its use may be lost, on a full disk */
	if (r->store->is->commit(r->store, &error) != 0)
		r->store->is->give_up(r->store);
}

void sulih_remembering_begin_finding(struct sulih_remembering *r)
{
	struct sulih_error error = SULIH_ERROR_INIT;

	if (r->finding || r->blind)
		return;
	if (r->store->is->begin_finding(r->store, &error) != 0)
		go_blind(r, &error);
	else
		r->finding = true;
}

/* Whether this is the item's masked target; then it is filled. */
static bool fill(struct sulih_document *document, struct sulih_item *item, struct sulih_view masked,
		 struct sulih_view said, bool imported)
{
	if (!sulih_store_read_parts(masked, imported, &document->arena, item))
		return false;
	sulih_store_repeat_said(said, document, item);
	item->state = SULIH_ITEM_TRANSLATED;
	item->rung = imported ? "memory" : "store";
	return true;
}

struct sulih_store_key sulih_remembering_key(const struct sulih_remembering *r,
					     const struct sulih_document *document,
					     const struct sulih_item *item)
{
	return sulih_store_item_key(r->inner, &r->options, document, item);
}

static bool find_stored(struct sulih_remembering *r, struct sulih_document *document,
			struct sulih_item *item, const struct sulih_store_key *key, bool imported)
{
	struct sulih_error error = SULIH_ERROR_INIT;
	bool found = false;

	if (r->blind)
		return false;
	sulih_buffer_clear(&r->room);
	sulih_buffer_clear(&r->said);
	if (r->store->is->find(r->store, key, &r->room, &r->said, &found, &error) != 0)
		go_blind(r, &error);
	return !r->blind && found &&
	       fill(document, item, sulih_buffer_view(&r->room), sulih_buffer_view(&r->said),
		    imported);
}

bool sulih_remembering_look_up(struct sulih_remembering *r, struct sulih_document *document,
			       struct sulih_item *item, const struct sulih_store_key *key)
{
	struct sulih_view masked, said;

	/* what the store does not take serves all the same */
	if (find_stored(r, document, item, key, false) ||
	    (sulih_remembering_find_waiting(r, key, &masked, &said) &&
	     fill(document, item, masked, said, false)))
		return true;
	item->target.count = 0;
	return false;
}

bool sulih_remembering_find(struct sulih_remembering *r, struct sulih_document *document,
			    struct sulih_item *item, const struct sulih_store_key *key)
{
	const struct sulih_store_key imported = sulih_store_memory_key(
		r->options.from_lang, r->options.to_lang, sulih_store_item_text(document, item));

	if (++r->finds >= MOST_FINDS)
		sulih_remembering_end_finding(r);
	sulih_remembering_begin_finding(r);
	return find_stored(r, document, item, &imported, true) ||
	       sulih_remembering_look_up(r, document, item, key);
}
