/*
 * The repair ladder.  A text goes up one rung whenever its answer has a fault:
 * alone, in another shape, in pieces, with its names in clear; one that the server
 * only ever refused is sent once more when all else is done.  What is still not
 * sound is delivered as its source and flagged.  No rung is tried twice, so every
 * text comes to an end.
 */
#include <stdio.h>
#include <stdlib.h>

#include "pipeline/translate/repair/repair.h"

static void climb(struct sulih_session *session, struct sulih_job *job);

void sulih_job_start(struct sulih_session *session, struct sulih_job *job)
{
	job->shape = sulih_rung_shape(session, job, 0);
	if (job->shape < session->endpoint.profile.shape_count) {
		sulih_rung_whole(session, job, false);
		return;
	}
	/* every shape could be mistaken for the writer's own words, or is always lost */
	job->rung = SULIH_RUNG_ALTERNATE;
	snprintf(job->refusal, sizeof(job->refusal), "no placeholders would survive");
	climb(session, job);
}

/* One rung up, over those that cannot apply. */
static void climb(struct sulih_session *session, struct sulih_job *job)
{
	size_t shape;

	if (job->rung == SULIH_RUNG_FIRST && sulih_lessons_pass_ladder(session, job))
		job->rung = SULIH_RUNG_SOURCE;
	switch (job->rung) {
	case SULIH_RUNG_FIRST:
		job->rung = SULIH_RUNG_ALONE;
		shape = sulih_rung_shape(session, job, job->shape);
		if ((job->faults & SULIH_FAULT_PLACEHOLDER) == 0 || shape == job->shape) {
			sulih_rung_whole(session, job, true);
			return;
		}
		__attribute__((fallthrough));
	case SULIH_RUNG_ALONE:
	case SULIH_RUNG_ALTERNATE:
		shape = sulih_rung_shape(session, job, job->shape + 1);
		if (sulih_job_is_masked(job) && shape < session->endpoint.profile.shape_count) {
			job->rung = SULIH_RUNG_ALTERNATE;
			job->shape = shape;
			sulih_rung_whole(session, job, true);
			return;
		}
		job->rung = SULIH_RUNG_SPLIT;
		if (sulih_rung_split(session, job))
			return;
		__attribute__((fallthrough));
	case SULIH_RUNG_SPLIT:
		job->rung = SULIH_RUNG_UNMASKED;
		if (sulih_rung_unmasked(session, job))
			return;
		__attribute__((fallthrough));
	case SULIH_RUNG_UNMASKED:
		job->rung = SULIH_RUNG_LAST;
		if (sulih_rung_last(session, job))
			return;
		__attribute__((fallthrough));
	default:
		sulih_job_give_up(session, job);
	}
}

/* A piece of a split is done, well or badly; the last one decides. */
static void piece_closed(struct sulih_session *session, struct sulih_job *job)
{
	struct sulih_parts target = { NULL, 0, 0 };
	unsigned faults = SULIH_FAULT_PLACEHOLDER;
	int code;

	if (--job->pieces_open > 0)
		return;
	if (!job->split_failed && sulih_job_alike(job)) {
		job->faults |= SULIH_FAULT_LOOP;
		job->split_failed = true;
	}
	if (!job->split_failed) {
		code = sulih_job_join(job, &target);
		if (code == SULIH_ERROR_MEMORY)
			sulih_fail_memory(session->error);
		else if (code == 0)
			faults = sulih_verify(job->item->source.items, job->item->source.count,
					      target.items, target.count, sulih_job_names(job),
					      &session->verify);
		if (code == 0 && (faults & SULIH_FAULTS_HARD) == 0) {
			sulih_job_finish(session, job, &target, faults);
			return;
		}
		job->faults |= faults;
	}
	SULIH_VECTOR_RELEASE(&target);
	if (session->dead)
		sulih_job_give_up(session, job);
	else
		climb(session, job);
}

static void read_unmasked(struct sulih_session *session, struct sulih_job *job,
			  struct sulih_view answer)
{
	struct sulih_parts target = { NULL, 0, 0 };
	unsigned faults = SULIH_FAULT_PLACEHOLDER;
	bool all = false;

	if (sulih_job_find_names(job, answer, session->endpoint.profile.unescape, &target, &all) !=
	    0)
		sulih_fail_memory(session->error);
	else if (all)
		faults =
			sulih_verify(job->item->source.items, job->item->source.count, target.items,
				     target.count, sulih_job_names(job), &session->verify);
	if (all && (faults & SULIH_FAULTS_HARD) == 0) {
		sulih_job_finish(session, job, &target, faults);
		return;
	}
	SULIH_VECTOR_RELEASE(&target);
	sulih_piece_failed(session, &job->whole, faults);
}

void sulih_piece_answered(struct sulih_session *session, struct sulih_piece *piece,
			  struct sulih_view answer)
{
	struct sulih_job *job = piece->job;
	unsigned faults;
	int state;

	job->item->attempts++;
	if (sulih_answer_is_canned(session, piece, answer)) {
		job->judged = true;
		sulih_piece_failed(session, piece, SULIH_FAULT_CANNED);
		return;
	}
	if (job->rung == SULIH_RUNG_UNMASKED) {
		read_unmasked(session, job, answer);
		return;
	}
	state = sulih_wire_read(answer, piece->parts, piece->count, sulih_job_names(job),
				piece->shape, session->endpoint.profile.unescape,
				&job->document->arena, &piece->target);
	if (state < 0) {
		sulih_fail_memory(session->error);
		sulih_piece_abandoned(session, piece);
		return;
	}
	faults = sulih_verify(piece->parts, piece->count, piece->target.items, piece->target.count,
			      sulih_job_names(job), &session->verify);
	if (state & (SULIH_WIRE_DUPLICATED | SULIH_WIRE_STRAY))
		faults |= SULIH_FAULT_PLACEHOLDER;
	if (piece == &job->whole && sulih_job_is_masked(job))
		sulih_lesson_of_tokens(session, job, (faults & SULIH_FAULT_PLACEHOLDER) == 0);
	/* nothing came of an empty answer either */
	job->judged = job->judged ||
		      (piece == &job->whole && (faults & ~(unsigned)SULIH_FAULT_EMPTY) != 0);
	if ((faults & SULIH_FAULTS_HARD) != 0 ||
	    ((faults & SULIH_FAULTS_SOFT) != 0 && job->rung == SULIH_RUNG_FIRST)) {
		sulih_piece_failed(session, piece, faults);
		return;
	}
	job->repaired = job->repaired || (state & SULIH_WIRE_REPAIRED) != 0;
	if (piece != &job->whole) {
		piece->answered = true;
		job->faults |= faults & SULIH_NOTES;
		piece_closed(session, job);
		return;
	}
	sulih_job_finish(session, job, &piece->target, faults);
}

void sulih_piece_failed(struct sulih_session *session, struct sulih_piece *piece, unsigned faults)
{
	struct sulih_job *job = piece->job;

	job->faults |= faults;
	session->cuts = session->cuts || (faults & SULIH_FAULT_TRUNCATED) != 0;
	if (session->dead) {
		sulih_piece_abandoned(session, piece);
	} else if (piece != &job->whole) {
		job->split_failed = true;
		piece_closed(session, job);
	} else {
		climb(session, job);
	}
}

void sulih_piece_too_large(struct sulih_session *session, struct sulih_piece *piece)
{
	struct sulih_job *job = piece->job;

	/* Other shapes are no shorter; only cutting helps. */
	if (piece == &job->whole && job->rung < SULIH_RUNG_SPLIT) {
		job->rung = SULIH_RUNG_ALTERNATE;
		job->shape = session->endpoint.profile.shape_count;
	}
	sulih_piece_failed(session, piece, 0);
}

void sulih_piece_abandoned(struct sulih_session *session, struct sulih_piece *piece)
{
	struct sulih_job *job = piece->job;

	if (piece != &job->whole) {
		job->split_failed = true;
		if (--job->pieces_open > 0)
			return;
	}
	sulih_job_give_up(session, job);
}
