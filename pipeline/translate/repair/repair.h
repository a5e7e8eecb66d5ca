/*
 * The repair ladder: what becomes of a text whose answer will not do.  It takes the
 * session's pieces and gives the session new ones to send; batches and the network
 * are not its business.
 */
#ifndef SULIH_PIPELINE_TRANSLATE_REPAIR_REPAIR_H
#define SULIH_PIPELINE_TRANSLATE_REPAIR_REPAIR_H

#include "pipeline/translate/session/session.h"

/* ladder.c: a text's way up. */
void sulih_job_start(struct sulih_session *session, struct sulih_job *job);
void sulih_piece_answered(struct sulih_session *session, struct sulih_piece *piece,
			  struct sulih_view answer);
/* The piece got no usable answer; `faults` say why (0: the server refused it). */
void sulih_piece_failed(struct sulih_session *session, struct sulih_piece *piece, unsigned faults);
/* The request was too large for the server even alone. */
void sulih_piece_too_large(struct sulih_session *session, struct sulih_piece *piece);
/* Gives the item back untranslated. */
void sulih_piece_abandoned(struct sulih_session *session, struct sulih_piece *piece);

/* rungs.c: what is sent on each.  A text or piece that cannot be sent is failed or abandoned as if
 * the server had refused it. */
/* The next shape of placeholders from `from` on that the text's own words do not imitate, and the
 * endpoint does not lose; the profile's shape_count: none is left. */
size_t sulih_rung_shape(struct sulih_session *session, const struct sulih_job *job, size_t from);
/* All of it in the shape job->shape: `alone`, or with others. */
void sulih_rung_whole(struct sulih_session *session, struct sulih_job *job, bool alone);
/* The others give whether there was something to send.  In pieces. */
bool sulih_rung_split(struct sulih_session *session, struct sulih_job *job);
/* With its names in place of the tokens. */
bool sulih_rung_unmasked(struct sulih_session *session, struct sulih_job *job);
/* What the server refused all along, and never answered badly, may have met a passing trouble:
 * it waits until nothing else is left. */
bool sulih_rung_last(struct sulih_session *session, struct sulih_job *job);

/* What the text's tokens stand for; borrowed from its item. */
static inline struct sulih_wire_names sulih_job_names(const struct sulih_job *job)
{
	return (struct sulih_wire_names){ job->item->placeholders.items,
					  job->item->placeholders.count };
}

static inline bool sulih_job_is_masked(const struct sulih_job *job)
{
	return job->item->placeholders.count > 0;
}

/* lessons.c: what is learned, and which rungs are passed over therefore. */
/* A masked text was answered whole: with its placeholders, or without. */
void sulih_lesson_of_tokens(struct sulih_session *session, const struct sulih_job *job, bool kept);
/* A text is done: with a translation, or without. */
void sulih_lesson_of_text(struct sulih_session *session, const struct sulih_job *job, bool sound);
bool sulih_lessons_pass_shape(struct sulih_session *session, size_t shape);
bool sulih_lessons_pass_ladder(struct sulih_session *session, const struct sulih_job *job);

/* canned.c */
/* Whether the answer is one that the endpoint gives to everything; learns from it. */
bool sulih_answer_is_canned(struct sulih_session *session, const struct sulih_piece *piece,
			    struct sulih_view answer);
void sulih_canned_release(struct sulih_session *session);

/* split.c */
int sulih_job_split(struct sulih_job *job); /* 0, or negative: memory; no pieces: not to be split */
void sulih_job_unsplit(struct sulih_job *job);
/* Whether pieces that have no word in common came back as the same words: an engine that says
 * one thing to everything. */
bool sulih_job_alike(const struct sulih_job *job);
/* Puts the pieces' answers together into `out`. */
int sulih_job_join(struct sulih_job *job, struct sulih_parts *out);

/* clear.c */
/* The text with its names in place of the tokens; false: it has none, or words that are a
 * quote's, which stay out of it. */
bool sulih_job_write_clear(const struct sulih_job *job, const struct sulih_shape *shape,
			   struct sulih_buffer *wire);
/* Adds text to the last part when that is text, so that parts stay whole. */
int sulih_job_append(struct sulih_job *job, struct sulih_parts *out, struct sulih_view text);
/* Looks for the placeholders' words in an answer to the unmasked text. */
int sulih_job_find_names(struct sulih_job *job, struct sulih_view answer,
			 enum sulih_unescape unescape, struct sulih_parts *out, bool *all);

#endif
