/*
 * Inside the HTTP engine: jobs, pieces and batches.
 *
 * A job is an item with its ticket.  What is sent for it is a piece: the whole
 * masked text, or one of several after the ladder has split it.  Pieces wait in
 * queues (fresh ones are batched, repairs go alone, the last when the others are
 * empty); a batch is one request with everything needed to send it again.
 */
#ifndef SULIH_PIPELINE_TRANSLATE_SESSION_SESSION_H
#define SULIH_PIPELINE_TRANSLATE_SESSION_SESSION_H

#include "pipeline/translate/answer/reply.h"
#include "pipeline/translate/endpoint/endpoint.h"
#include "pipeline/translate/session/flow.h"
#include "pipeline/translate/verify/verify.h"

/* The repair ladder, from the bottom. */
enum sulih_rung {
	SULIH_RUNG_FIRST,
	SULIH_RUNG_ALONE,     /* sent again by itself */
	SULIH_RUNG_ALTERNATE, /* in another token shape */
	SULIH_RUNG_SPLIT,     /* cut at its placeholders or clauses */
	SULIH_RUNG_UNMASKED,  /* with the names themselves, looked for in the answer */
	SULIH_RUNG_LAST,      /* by itself once more, when all else is done */
	SULIH_RUNG_SOURCE     /* given up */
};

struct sulih_piece {
	struct sulih_piece *next;
	struct sulih_job *job;
	const struct sulih_part *parts;
	size_t count;
	const struct sulih_shape *shape;
	struct sulih_buffer wire;
	struct sulih_parts target;
	bool answered; /* `target` is sound (pieces of a split) */
};

/* One step of a split text: a piece, or what goes through as it is. */
struct sulih_cut {
	struct sulih_part part;
	size_t piece; /* index, or SIZE_MAX */
};

struct sulih_job {
	struct sulih_job *next;
	struct sulih_job *next_of_all; /* a run may end while it is under way */
	struct sulih_document *document;
	struct sulih_item *item;
	void *ticket;
	enum sulih_rung rung;
	size_t shape; /* index into the profile's shapes */
	struct sulih_piece whole;
	struct sulih_piece *pieces;
	size_t piece_count, pieces_open;
	bool split_failed;
	struct sulih_cut *cuts;
	size_t cut_count;
	unsigned faults;   /* of every answer so far */
	bool repaired;	   /* a token was put right */
	bool judged;	   /* the whole text had an answer, and that would not do */
	char refusal[120]; /* what the server said of it */
};

struct sulih_batch {
	struct sulih_batch *next, *next_of_all;
	struct sulih_piece **pieces;
	size_t count, capacity;
	struct sulih_view *texts;
	struct sulih_buffer body, url, context, legend;
	size_t characters;
	unsigned attempts, throttles; /* answers that were failures; throttles */
	bool token_renewed;
	bool half; /* of a batch that failed: its failures are no news of the server */
	int64_t first_start, started, not_before;
};

struct sulih_queue {
	struct sulih_piece *first, *last;
	size_t count;
};

/* What the run has learned of the endpoint (repair/lessons.c); texts are counted. */
struct sulih_lessons {
	struct {
		size_t kept, lost; /* came back with their placeholders; without them, alone */
		size_t passed_over;
	} shapes[SULIH_MOST_SHAPES];
	size_t kept, lost;     /* at first, in the first shape */
	size_t sound, useless; /* have a translation; have none, though the server answered */
	size_t passed_over;
	bool told_of_losses;
};

/* An answer that came to long texts which have nothing in common (repair/canned.c). */
struct sulih_canned {
	unsigned long long hash; /* of the answer */
	size_t count;		 /* of those texts */
	char *sources[2];	 /* the first of them */
};

struct sulih_session {
	struct sulih_engine face; /* first */
	struct sulih_engine_options options;
	struct sulih_endpoint endpoint;
	struct sulih_flow flow;
	struct sulih_verify_options verify;
	struct sulih_queue fresh, repairs;
	struct sulih_queue last;     /* goes when nothing else is left to do */
	struct sulih_batch *delayed; /* by not_before */
	struct sulih_batch *batch_pool, *all_batches;
	struct sulih_job *job_pool, *all_jobs;
	size_t done;	 /* tickets given back since the last run() */
	size_t open;	 /* jobs not given back */
	unsigned wrong;	 /* refusals and unreadable answers in a row, before any success */
	unsigned choked; /* texts the server failed on alone, in a row */
	/* in a row, behind a success: batches that were turned away whatever they held, and lone
	 * texts that were refused */
	unsigned turned_away, refused;
	bool cuts;    /* the engine was seen to cut answers */
	bool dead;    /* nothing more is sent; what is open comes back untranslated */
	bool stopped; /* nothing more is sent; what is open stays so */
	bool warned_of_twins, warned_of_trouble;
	struct sulih_lessons lessons;
	struct sulih_canned canned[16];
	size_t next_canned;
	char cause[240];
	struct sulih_error *error; /* of the current run(): memory */
};

/* batch.c: requests out of pieces. */
struct sulih_batch *sulih_batch_new(struct sulih_session *session, size_t capacity);
void sulih_batch_recycle(struct sulih_session *session, struct sulih_batch *batch);
void sulih_batch_release_all(struct sulih_session *session);
/* Takes pieces from the queues and makes their request; NULL: none waits, or error. */
struct sulih_batch *sulih_batch_pack(struct sulih_session *session);
int sulih_batch_build(struct sulih_session *session, struct sulih_batch *batch);
struct sulih_expansion sulih_batch_expansion(const struct sulih_session *session,
					     const struct sulih_batch *batch);
void sulih_queue_put(struct sulih_queue *queue, struct sulih_piece *piece);
struct sulih_piece *sulih_queue_take(struct sulih_queue *queue);

/* answers.c: what an answer means for its batch. */
void sulih_batch_answered(void *session, void *batch, const struct sulih_http_answer *answer);

/* retry.c: what becomes of a batch without texts. */
void sulih_batch_delay(struct sulih_session *session, struct sulih_batch *batch, int64_t until);
void sulih_batch_try_later(struct sulih_session *session, struct sulih_batch *batch, int64_t delay);
/* Halves it, or sends its one text up the ladder. */
void sulih_batch_bisect(struct sulih_session *session, struct sulih_batch *batch, bool too_large,
			const char *why);
void sulih_batch_abandon(struct sulih_session *session, struct sulih_batch *batch);
bool sulih_batch_is_suspect(const struct sulih_batch *batch);
/* The network or the server failed; `reached`: it answered at all. */
void sulih_batch_failed(struct sulih_session *session, struct sulih_batch *batch, bool reached,
			const char *why);
void sulih_batch_throttled(struct sulih_session *session, struct sulih_batch *batch,
			   long long retry_after_s, const char *why);
void sulih_session_drain(struct sulih_session *session);

/* words.c: what is said to people. */
/* Nothing more is sent; everything open comes back untranslated. */
void sulih_session_die(struct sulih_session *session, const char *format, ...) SULIH_PRINTF(2, 3);
void sulih_session_hide(const struct sulih_session *session, const char *message, char *out,
			size_t size);
/* What is wrong with TLS where a server says so in a page; NULL: nothing. */
const char *sulih_session_tls_trouble(const struct sulih_reply *reply, long status);
/* Where a redirect leads, as the server's words; without a query, which may hold a key. */
void sulih_session_note_move(struct sulih_reply *reply, const struct sulih_http_answer *answer);
void sulih_session_explain(char *out, size_t size, const struct sulih_reply *reply, long status);
void sulih_session_warn_of_twins(struct sulih_session *session);
/* Why nothing comes for a while, once a run: nobody should think that the program hangs. */
void sulih_session_warn_of_trouble(struct sulih_session *session, const char *why,
				   const char *what_now);

/* report.c: the item's result, its diagnostics, the counts. */
void sulih_job_finish(struct sulih_session *session, struct sulih_job *job,
		      struct sulih_parts *target, unsigned notes);
void sulih_job_give_up(struct sulih_session *session, struct sulih_job *job);

#endif
