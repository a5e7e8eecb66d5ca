/*
 * The repair ladder: what becomes of a text whose answer will not do.  It takes the
 * session's pieces and gives the session new ones to send; batches and the network
 * are not its business.
 */
#ifndef SULIH_PIPELINE_TRANSLATE_REPAIR_REPAIR_H
#define SULIH_PIPELINE_TRANSLATE_REPAIR_REPAIR_H

#include "pipeline/translate/session/session.h"

/* ladder.c: a text's way up. */
int sulih_job_start(struct sulih_session *session, struct sulih_job *job);
void sulih_piece_answered(struct sulih_session *session, struct sulih_piece *piece,
			  struct sulih_view answer);
/* The piece got no usable answer; `faults` say why (0: the server refused it). */
void sulih_piece_failed(struct sulih_session *session, struct sulih_piece *piece, unsigned faults);
/* The request was too large for the server even alone. */
void sulih_piece_too_large(struct sulih_session *session, struct sulih_piece *piece);
/* Gives the item back untranslated. */
void sulih_piece_abandoned(struct sulih_session *session, struct sulih_piece *piece);

/* split.c */
int sulih_job_split(struct sulih_job *job); /* 0, or negative: memory; no pieces: not to be split */
void sulih_job_unsplit(struct sulih_job *job);
/* Whether pieces that have no word in common came back as the same words: an engine that says
 * one thing to everything. */
bool sulih_job_alike(const struct sulih_job *job);
/* Puts the pieces' answers together into `out`. */
int sulih_job_join(struct sulih_job *job, struct sulih_parts *out);
/* Looks for the placeholders' words in an answer to the unmasked text. */
int sulih_job_find_names(struct sulih_job *job, struct sulih_view answer,
			 enum sulih_unescape unescape, struct sulih_parts *out, bool *all);

#endif
