/*
 * The store: every translation that was paid for, so that no request is paid twice
 * and a broken-off run goes on where it stopped.
 *
 * A backend is a table of functions (sqlite.c; others can follow).  A store is used
 * by one thread.  Texts are UTF-8; `masked` is a target with its placeholders
 * written as sulih_store_write_parts does.
 */
#ifndef SULIH_PIPELINE_STORE_STORE_H
#define SULIH_PIPELINE_STORE_STORE_H

#include "pipeline/document.h"
#include "pipeline/translate/engine.h"
#include "pipeline/translate/said.h"

struct sulih_store_key {
	unsigned char bytes[16];
};

struct sulih_store_row {
	struct sulih_view engine, from_lang, to_lang;
	struct sulih_view source; /* the clean Indonesian */
	struct sulih_view target; /* the English as it is printed */
	struct sulih_view masked; /* the English with placeholders */
	struct sulih_view said;	  /* of it, as sulih_store_write_said writes it */
	long long made;		  /* seconds since 1970 */
	long long used;		  /* how often it served */
};

struct sulih_store;

/* The other runs on a store that live, and of those the ones that do not tell yet what they send.
 */
struct sulih_store_company {
	size_t others, silent;
};

/* So long a run is believed to live after it said so: one that was killed, or sleeps, is waited for
 * no longer. */
enum { SULIH_STORE_LEASE_MS = 10000 };

struct sulih_store_backend {
	/* Appends the masked target of `key`, and what is said of it; *found tells. */
	int (*find)(struct sulih_store *store, const struct sulih_store_key *key,
		    struct sulih_buffer *masked, struct sulih_buffer *said, bool *found,
		    struct sulih_error *error);
	int (*put)(struct sulih_store *store, const struct sulih_store_key *key,
		   const struct sulih_store_row *row, struct sulih_error *error);
	/* Calls `each` for every row, by source. */
	int (*walk)(struct sulih_store *store,
		    int (*each)(void *context, const struct sulih_store_row *row), void *context,
		    struct sulih_error *error);
	/* Deletes the rows of one engine, or all when it is NULL; *count: how many. */
	int (*forget)(struct sulih_store *store, const char *engine, size_t *count,
		      struct sulih_error *error);
	/* Many finds, or many puts, at once: up to commit they are one step. */
	int (*begin_finding)(struct sulih_store *store, struct sulih_error *error);
	/* Waits so long for another program that writes. */
	int (*begin)(struct sulih_store *store, int wait_ms, struct sulih_error *error);
	/* Either everything since begin is there, whatever becomes of this process, or nothing. */
	int (*commit)(struct sulih_store *store, struct sulih_error *error);
	void (*give_up)(struct sulih_store *store); /* instead of commit */
	/* What was committed is there after a power failure too: the disk is waited for. */
	int (*settle)(struct sulih_store *store, struct sulih_error *error);
	/* What runs on one store tell each other: who lives, and whose answers are on their way.
	 * All NULL where no other run can be. `live` renews this run's lease, and forgets runs that
	 * are dead; `telling`: its claims are in the store, otherwise they are taken back.  A claim
	 * of a run that is dead is nobody's.  All but look and is_claimed are for a step of
	 * putting. */
	int (*live)(struct sulih_store *store, bool telling, struct sulih_error *error);
	int (*leave)(struct sulih_store *store, struct sulih_error *error);
	int (*look)(struct sulih_store *store, struct sulih_store_company *company,
		    struct sulih_error *error);
	int (*claim)(struct sulih_store *store, const struct sulih_store_key *key, bool *mine,
		     struct sulih_error *error);
	int (*release)(struct sulih_store *store, const struct sulih_store_key *key,
		       struct sulih_error *error);
	/* By another run. */
	int (*is_claimed)(struct sulih_store *store, const struct sulih_store_key *key,
			  bool *claimed, struct sulih_error *error);
	void (*close)(struct sulih_store *store);
};

struct sulih_store {
	const struct sulih_store_backend *is;
	const char *name;     /* for messages: its path */
	const char *why_read; /* why it can be read only, and is never written; NULL: it can */
};

/* How long a writer waits for another that does its work, at the most. */
enum { SULIH_STORE_PATIENCE_MS = 10000 };

/* Opens (and makes, mode 0600) the SQLite file at `path`; its folders are made too.  One that
 * this user may only read is opened for reading. */
int sulih_store_open_sqlite(const char *path, struct sulih_store **store,
			    struct sulih_error *error) SULIH_MUST_CHECK;

/* The running text that an item stands for. */
struct sulih_view sulih_store_item_text(const struct sulih_document *document,
					const struct sulih_item *item);
/* The key of an item under an engine and its options. */
struct sulih_store_key sulih_store_item_key(const struct sulih_engine *engine,
					    const struct sulih_engine_options *options,
					    const struct sulih_document *document,
					    const struct sulih_item *item);
/* The key under which an imported translation of `source` stands. */
struct sulih_store_key sulih_store_memory_key(struct sulih_view from_lang,
					      struct sulih_view to_lang, struct sulih_view source);

/* Masked parts as text, and back.  Reading fails (false) when the text names a
 * placeholder that the item has not, lacks one, or has one twice; text without any
 * placeholder is sound for a row of the memory (`plain`). */
void sulih_store_write_parts(const struct sulih_part *parts, size_t count,
			     struct sulih_buffer *out);
bool sulih_store_read_parts(struct sulih_view text, bool plain, struct sulih_arena *arena,
			    struct sulih_item *item);

/* What was said of an answer as text, and of an item to which it is given: that an editor should
 * look, not how the answer came about. */
void sulih_store_write_said(struct sulih_said said, struct sulih_buffer *out);
void sulih_store_repeat_said(struct sulih_view text, struct sulih_document *document,
			     const struct sulih_item *item);

/* An engine that asks the store first and puts what an inner engine translates into it.  It owns
 * the store, also when it cannot be opened, and the inner engine.  `options` are the caller's;
 * `make` gets the same but for on_done and context. */
int sulih_remembering_engine_open(struct sulih_store *store, long long now,
				  const struct sulih_engine_options *options,
				  sulih_engine_maker *make, void *context,
				  struct sulih_engine **engine,
				  struct sulih_error *error) SULIH_MUST_CHECK;

/* TMX 1.4b. */
void sulih_tmx_begin(struct sulih_view from_lang, struct sulih_buffer *out);
void sulih_tmx_unit(const struct sulih_store_row *row, struct sulih_buffer *out);
void sulih_tmx_end(struct sulih_buffer *out);
/* Reads a TMX file and gives every unit that has both languages (matched by their
 * primary subtag). SULIH_ERROR_INPUT: not TMX, or malformed; the message has the line. */
int sulih_tmx_read(struct sulih_view tmx, const char *name, const char *from_lang,
		   const char *to_lang,
		   int (*each)(void *context, struct sulih_view source, struct sulih_view target,
			       struct sulih_error *error),
		   void *context, struct sulih_error *error);

#endif
