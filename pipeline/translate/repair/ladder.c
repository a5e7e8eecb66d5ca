/*
 * The repair ladder.  A text goes up one rung whenever its answer has a fault:
 * alone, in another shape, in pieces, with its names in clear; one that the server
 * only ever refused is sent once more when all else is done.  What is still not
 * sound is delivered as its source and flagged.  No rung is tried twice, so every
 * text comes to an end.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "pipeline/translate/repair/repair.h"

static void climb(struct sulih_session *session, struct sulih_job *job);

static struct sulih_wire_names names_of(const struct sulih_job *job)
{
	return (struct sulih_wire_names){ job->item->placeholders.items,
					  job->item->placeholders.count };
}

static bool is_masked(const struct sulih_job *job)
{
	return job->item->placeholders.count > 0;
}

/* The next shape from `from` on that the text's own words do not imitate, and the endpoint does
 * not lose. */
static size_t usable_shape(struct sulih_session *session, const struct sulih_job *job, size_t from)
{
	const struct sulih_profile *p = &session->endpoint.profile;

	for (; from < p->shape_count; from++)
		if (!is_masked(job) ||
		    (!sulih_wire_collides(job->item->source.items, job->item->source.count,
					  &p->shapes[from]) &&
		     !sulih_lessons_pass_shape(session, from)))
			break;
	return from;
}

static void write_wire(struct sulih_piece *piece)
{
	sulih_buffer_clear(&piece->wire);
	sulih_wire_write(piece->parts, piece->count, names_of(piece->job), piece->shape,
			 &piece->wire);
}

static bool is_too_long(const struct sulih_session *session, const struct sulih_piece *piece)
{
	size_t most = session->endpoint.profile.max_text_bytes;

	return most > 0 && piece->wire.length > most;
}

static void send(struct sulih_session *session, struct sulih_piece *piece, bool alone)
{
	write_wire(piece);
	if (piece->wire.failed != 0) {
		sulih_fail_memory(session->error);
		sulih_piece_abandoned(session, piece);
	} else if (is_too_long(session, piece)) {
		sulih_piece_too_large(session, piece);
	} else {
		sulih_queue_put(alone ? &session->repairs : &session->fresh, piece);
	}
}

static void set_whole(struct sulih_session *session, struct sulih_job *job)
{
	struct sulih_piece *piece = &job->whole;

	piece->job = job;
	piece->parts = job->item->source.items;
	piece->count = job->item->source.count;
	piece->shape = &session->endpoint.profile.shapes[job->shape];
}

static void send_whole(struct sulih_session *session, struct sulih_job *job, bool alone)
{
	set_whole(session, job);
	send(session, &job->whole, alone);
}

void sulih_job_start(struct sulih_session *session, struct sulih_job *job)
{
	job->shape = usable_shape(session, job, 0);
	if (job->shape < session->endpoint.profile.shape_count) {
		send_whole(session, job, false);
		return;
	}
	/* every shape could be mistaken for the writer's own words, or is always lost */
	job->rung = SULIH_RUNG_ALTERNATE;
	snprintf(job->refusal, sizeof(job->refusal), "no placeholders would survive");
	climb(session, job);
}

static bool send_split(struct sulih_session *session, struct sulih_job *job)
{
	size_t piece = 0;

	job->split_failed = false;
	if (sulih_job_split(job) != 0) {
		sulih_fail_memory(session->error);
		return false;
	}
	if (job->piece_count == 0)
		return false;
	job->pieces_open = job->piece_count;
	for (size_t i = 0; i < job->cut_count; i++) {
		struct sulih_piece *one = &job->pieces[piece];

		if (job->cuts[i].piece == SIZE_MAX)
			continue;
		piece++;
		one->job = job;
		one->parts = &job->cuts[i].part;
		one->count = 1;
		one->shape = &session->endpoint.profile.shapes[0];
	}
	/* sending may fail at once and take the pieces away: count first */
	for (size_t i = 0, count = job->piece_count; i < count && job->piece_count == count; i++)
		send(session, &job->pieces[i], true);
	return true;
}

/* The text with its names in place of the tokens. */
static bool send_unmasked(struct sulih_session *session, struct sulih_job *job)
{
	const struct sulih_shape *shape = &session->endpoint.profile.shapes[0];

	if (!sulih_job_write_clear(job, shape, &job->whole.wire))
		return false;
	if (job->whole.wire.failed != 0) {
		sulih_fail_memory(session->error);
		return false;
	}
	/* names may be longer than the tokens that were sent in their place */
	if (is_too_long(session, &job->whole))
		return false;
	/* a text that collides with every shape comes here without having been sent whole */
	job->whole.job = job;
	job->whole.shape = shape;
	sulih_queue_put(&session->repairs, &job->whole);
	return true;
}

/* What the server refused all along, and never answered badly, may have met a passing trouble:
 * it waits until nothing else is left. */
static bool send_last(struct sulih_session *session, struct sulih_job *job)
{
	job->shape = usable_shape(session, job, 0);
	if (job->judged || !session->flow.succeeded ||
	    job->shape >= session->endpoint.profile.shape_count)
		return false;
	set_whole(session, job);
	write_wire(&job->whole);
	if (job->whole.wire.failed != 0 || is_too_long(session, &job->whole))
		return false;
	sulih_queue_put(&session->last, &job->whole);
	return true;
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
		shape = usable_shape(session, job, job->shape);
		if ((job->faults & SULIH_FAULT_PLACEHOLDER) == 0 || shape == job->shape) {
			send_whole(session, job, true);
			return;
		}
		__attribute__((fallthrough));
	case SULIH_RUNG_ALONE:
	case SULIH_RUNG_ALTERNATE:
		shape = usable_shape(session, job, job->shape + 1);
		if (is_masked(job) && shape < session->endpoint.profile.shape_count) {
			job->rung = SULIH_RUNG_ALTERNATE;
			job->shape = shape;
			send_whole(session, job, true);
			return;
		}
		job->rung = SULIH_RUNG_SPLIT;
		if (send_split(session, job))
			return;
		__attribute__((fallthrough));
	case SULIH_RUNG_SPLIT:
		job->rung = SULIH_RUNG_UNMASKED;
		if (send_unmasked(session, job))
			return;
		__attribute__((fallthrough));
	case SULIH_RUNG_UNMASKED:
		job->rung = SULIH_RUNG_LAST;
		if (send_last(session, job))
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
					      target.items, target.count, names_of(job),
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
		faults = sulih_verify(job->item->source.items, job->item->source.count,
				      target.items, target.count, names_of(job), &session->verify);
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
	state = sulih_wire_read(answer, piece->parts, piece->count, names_of(job), piece->shape,
				session->endpoint.profile.unescape, &job->document->arena,
				&piece->target);
	if (state < 0) {
		sulih_fail_memory(session->error);
		sulih_piece_abandoned(session, piece);
		return;
	}
	faults = sulih_verify(piece->parts, piece->count, piece->target.items, piece->target.count,
			      names_of(job), &session->verify);
	if (state & (SULIH_WIRE_DUPLICATED | SULIH_WIRE_STRAY))
		faults |= SULIH_FAULT_PLACEHOLDER;
	if (piece == &job->whole && is_masked(job))
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
