#include "base/seen.h"

#include <stdbool.h>
#include <stdlib.h>

enum { FIRST_ROOM = 1024 };

struct sulih_seen_slot {
	uint64_t hash;
	size_t where; /* 0: free */
};

/* The place of a hash, or of the first that is free where it belongs. */
static struct sulih_seen_slot *slot_of(const struct sulih_seen *seen, uint64_t hash)
{
	size_t at = hash & (seen->room - 1);

	while (seen->slots[at].where != 0 && seen->slots[at].hash != hash)
		at = (at + 1) & (seen->room - 1);
	return &seen->slots[at];
}

static bool grow(struct sulih_seen *seen)
{
	struct sulih_seen larger = { .room = seen->room > 0 ? 2 * seen->room : FIRST_ROOM,
				     .count = seen->count };

	larger.slots = calloc(larger.room, sizeof(*larger.slots));
	if (larger.slots == NULL)
		return false;
	for (size_t i = 0; i < seen->room; i++)
		if (seen->slots[i].where != 0)
			*slot_of(&larger, seen->slots[i].hash) = seen->slots[i];
	free(seen->slots);
	*seen = larger;
	return true;
}

int sulih_seen_add(struct sulih_seen *seen, uint64_t hash, size_t where, size_t *earlier,
		   struct sulih_error *error)
{
	struct sulih_seen_slot *slot;

	if (2 * seen->count >= seen->room && !grow(seen))
		return sulih_fail_memory(error);
	slot = slot_of(seen, hash);
	*earlier = slot->where;
	if (slot->where == 0) {
		*slot = (struct sulih_seen_slot){ hash, where };
		seen->count++;
	}
	return 0;
}

void sulih_seen_release(struct sulih_seen *seen)
{
	free(seen->slots);
	*seen = (struct sulih_seen){ 0 };
}
