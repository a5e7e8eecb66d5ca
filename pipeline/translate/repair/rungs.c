/*
 * The rungs of the repair ladder: what of a text is sent on each, and whether it can be.  Which
 * of them comes next is not their business (ladder.c).
 */
#include <stdint.h>

#include "pipeline/translate/repair/repair.h"

size_t sulih_rung_shape(struct sulih_session *session, const struct sulih_job *job, size_t from)
{
	const struct sulih_profile *p = &session->endpoint.profile;

	for (; from < p->shape_count; from++)
		if (!sulih_job_is_masked(job) ||
		    (!sulih_wire_collides(job->item->source.items, job->item->source.count,
					  &p->shapes[from]) &&
		     !sulih_lessons_pass_shape(session, from)))
			break;
	return from;
}

static void write_wire(struct sulih_piece *piece)
{
	sulih_buffer_clear(&piece->wire);
	sulih_wire_write(piece->parts, piece->count, sulih_job_names(piece->job), piece->shape,
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

void sulih_rung_whole(struct sulih_session *session, struct sulih_job *job, bool alone)
{
	set_whole(session, job);
	send(session, &job->whole, alone);
}

bool sulih_rung_split(struct sulih_session *session, struct sulih_job *job)
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

bool sulih_rung_unmasked(struct sulih_session *session, struct sulih_job *job)
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

bool sulih_rung_last(struct sulih_session *session, struct sulih_job *job)
{
	job->shape = sulih_rung_shape(session, job, 0);
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
