/*
 * Items that were submitted and have not come back, found again by what is asked of the engine.
 */
#ifndef SULIH_PIPELINE_TRANSLATE_SHARING_ASKED_H
#define SULIH_PIPELINE_TRANSLATE_SHARING_ASKED_H

#include "pipeline/document.h"

struct sulih_asked {
	struct sulih_asked *next; /* in its bucket, its row or the free list */
	uint64_t hash;		  /* of its text and context */
	struct sulih_document *document;
	struct sulih_item *item;
	void *ticket;
	struct sulih_asked *twins, **last_twin; /* those who wait for its answer, as they came */
	size_t diagnostics;			/* of the document, when it was asked for */
	bool again;				/* after one with the same words was given up */
};

struct sulih_asked_table {
	struct sulih_asked **buckets;
	size_t bucket_count, count;
	bool by_context; /* the engine has the context of an item in view */
	struct sulih_arena slots;
	struct sulih_asked *free_list;
};

int sulih_asked_table_init(struct sulih_asked_table *table,
			   struct sulih_error *error) SULIH_MUST_CHECK;
void sulih_asked_table_release(struct sulih_asked_table *table);

/* A new one, in no row; NULL: out of memory. */
struct sulih_asked *sulih_asked_new(struct sulih_asked_table *table);
void sulih_asked_free(struct sulih_asked_table *table, struct sulih_asked *one);

/* The one of which the same is asked as of `like`, which gets its hash; NULL: none.  The same is
 * what the store knows again (store/key.c), and written in the same way: a headline in capitals is
 * sent in small letters, but an imported translation is of one or the other. */
struct sulih_asked *sulih_asked_find(const struct sulih_asked_table *table,
				     struct sulih_asked *like);
void sulih_asked_add(struct sulih_asked_table *table, struct sulih_asked *one);
void sulih_asked_take_out(struct sulih_asked_table *table, struct sulih_asked *one);

#endif
