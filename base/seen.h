/* Which hashes came before, and where each of them did first. */
#ifndef SULIH_BASE_SEEN_H
#define SULIH_BASE_SEEN_H

#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

struct sulih_seen_slot;

/* Begins as { 0 }. */
struct sulih_seen {
	struct sulih_seen_slot *slots; /* a table with room */
	size_t room, count;	       /* count: of different hashes */
};

/* Notes a hash that stands at `where` (not 0); *earlier: where it stood first, 0 if it did not. */
int sulih_seen_add(struct sulih_seen *seen, uint64_t hash, size_t where, size_t *earlier,
		   struct sulih_error *error) SULIH_MUST_CHECK;
void sulih_seen_release(struct sulih_seen *seen);

#endif
