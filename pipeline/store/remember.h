/*
 * Inside the remembering engine: remember.c is the engine, remember_find.c asks the store,
 * remember_keep.c puts what came into it, remember_company.c knows of the other runs on it, and
 * remember_claims.c of what they are to answer.
 */
#ifndef SULIH_PIPELINE_STORE_REMEMBER_H
#define SULIH_PIPELINE_STORE_REMEMBER_H

#include "pipeline/store/store.h"

/* A lock that another program holds for less is not worth a word. */
enum { SULIH_LOCK_WORTH_A_WORD_MS = 1000 };

/* An answer that is to be kept; its texts stand one behind the other in `texts`, from `start` on.
 */
struct sulih_waiting_row {
	struct sulih_store_key key;
	size_t start;
	size_t source, target, masked, said; /* their lengths */
};

/* An item that the store did not have when it came. */
struct sulih_given_item {
	struct sulih_given_item *next, *before; /* in its row, or of the free ones */
	struct sulih_document *document;
	struct sulih_item *item;
	void *ticket;
	size_t diagnostics; /* of the document, when it was given */
	struct sulih_store_key key;
	bool keyed;	 /* it has one: it holds something to translate */
	long long since; /* when it began to wait for another run's answer, in microseconds */
	enum { SULIH_ITEM_OURS, SULIH_ITEM_THEIRS, SULIH_ITEM_FOUND } fate;
};

struct sulih_given_row {
	struct sulih_given_item *first, *last;
	size_t count;
};

/* What a step of telling came to: another program had the lock, or the store did not take it. */
enum sulih_company_step { SULIH_COMPANY_TOLD, SULIH_COMPANY_LOCKED, SULIH_COMPANY_REFUSED };

/* The other runs on the store.  While there are none, nothing is claimed. */
struct sulih_company {
	bool barred;  /* nothing is told or asked: the store is only read, or knows no claims */
	bool joined;  /* this run is in the store */
	bool telling; /* others are there, and what this run sends is claimed in the store */
	enum sulih_company_step step;			/* what the last one came to */
	long long look_at, renew_at, poll_at, claim_at; /* in microseconds */
	long long locked_since;		  /* claims wait for the store's lock; 0: they do not */
	struct sulih_given_row under_way; /* the inner engine has them */
	struct sulih_given_row to_claim;  /* to be claimed and sent */
	struct sulih_given_row awaited;	  /* another run has claimed them */
	SULIH_VECTOR(struct sulih_store_key) given_up; /* claimed, and there will be no answer */
	size_t shared,
		overdue; /* answers that another run paid for; that it did not give in time */
};

struct sulih_remembering {
	struct sulih_engine face; /* first */
	struct sulih_engine *inner;
	struct sulih_store *store;
	struct sulih_engine_options options; /* on_done and context: the caller's */
	long long now;
	bool finding;	/* a step of finding is open */
	unsigned finds; /* in this step */
	bool blind;	/* finding failed: said, and not done any more */
	SULIH_VECTOR(struct sulih_waiting_row) waiting;
	struct sulih_buffer texts;
	bool troubled;		  /* the last try to keep failed */
	bool locked;		  /* because another program has the store */
	bool told;		  /* that was said */
	long long troubled_since; /* when troubled, in microseconds */
	long long try_at;	  /* when to try again */
	long long pause_us;	  /* before the try after that */
	bool unsettled;		  /* answers are in the store that may not be on the disk */
	long long settle_at;	  /* when they are to be */
	bool lamented;		  /* that the disk does not take them was said */
	struct sulih_arena slots; /* for items that the inner engine has */
	struct sulih_given_item *free_list;
	struct sulih_company company;
	bool stopped;
	struct sulih_buffer room, said; /* of what is found */
};

void sulih_remembering_say(const struct sulih_remembering *r, enum sulih_level level,
			   const char *format, ...) SULIH_PRINTF(3, 4);

/* Gives an item that is in no row to the inner engine. */
int sulih_remembering_give(struct sulih_remembering *r, struct sulih_given_item *one,
			   struct sulih_error *error);
/* Gives back an item that is in no row and was found. */
void sulih_remembering_return(struct sulih_remembering *r, struct sulih_given_item *one);

/* The key under which the item is kept. */
struct sulih_store_key sulih_remembering_key(const struct sulih_remembering *r,
					     const struct sulih_document *document,
					     const struct sulih_item *item);
/* Whether the store has the item; then its target is filled.  A step of finding is open from then
 * on, which is to be ended before the network is waited for, or anything is put. */
bool sulih_remembering_find(struct sulih_remembering *r, struct sulih_document *document,
			    struct sulih_item *item, const struct sulih_store_key *key);
void sulih_remembering_begin_finding(struct sulih_remembering *r);
void sulih_remembering_end_finding(struct sulih_remembering *r);
/* The same for one key, within a step that is open. */
bool sulih_remembering_look_up(struct sulih_remembering *r, struct sulih_document *document,
			       struct sulih_item *item, const struct sulih_store_key *key);

/* An item's answer is to be kept, with what was said of it; the document may be gone when the
 * store takes it. */
void sulih_remembering_put(struct sulih_remembering *r, const struct sulih_given_item *given,
			   struct sulih_said said);
/* Whether an answer of this key waits for the store; of many, the last are looked through. */
bool sulih_remembering_find_waiting(const struct sulih_remembering *r,
				    const struct sulih_store_key *key, struct sulih_view *masked,
				    struct sulih_view *said);
/* Offers the store what waits.  What it does not take goes on waiting; that is said once. */
void sulih_remembering_keep(struct sulih_remembering *r);
/* The last time, with patience: what it does not take is lost, counted and said. */
void sulih_remembering_keep_last(struct sulih_remembering *r);

void sulih_given_row_add(struct sulih_given_row *row, struct sulih_given_item *one);
void sulih_given_row_take(struct sulih_given_row *row, struct sulih_given_item *one);

/* An item that the store does not have: when others are there it is not to be sent before it is
 * claimed, and is taken (true). */
bool sulih_company_takes(struct sulih_remembering *r, struct sulih_given_item *one);
/* How long the lock of the store is waited for, and an answer of another run that lives. */
enum { SULIH_COMPANY_LOCK_MS = 200, SULIH_COMPANY_PATIENCE_US = 300 * 1000000 };
/* Looks who is there; renews the lease when that is due, or whether claims are told changes.  What
 * the store does not take now is tried again. */
struct sulih_store_company sulih_company_look_around(struct sulih_remembering *r);
/* The end of a step of putting that came to `status`; whether the store has taken it. */
bool sulih_company_end_step(struct sulih_remembering *r, int status);
/* Looks who is there, claims what is to be sent, takes in what others were waited for. */
int sulih_company_turn(struct sulih_remembering *r, struct sulih_error *error);
/* Items that wait for nothing but another run: then a turn without network is not the last. */
bool sulih_company_waits(const struct sulih_remembering *r);
/* Within a step of putting: what has come is claimed no longer. */
int sulih_company_release(struct sulih_remembering *r, struct sulih_error *error);
void sulih_company_leave(struct sulih_remembering *r);

#endif
