/*
 * What a run learns of its endpoint, so that a rung that never held is not paid for
 * with every text.  Nothing is held against it for good: every so often a text goes
 * up the whole ladder, and one success ends the verdict.
 */
#include <stdio.h>

#include "pipeline/translate/repair/repair.h"

enum {
	PROOF = 12,	      /* texts that lost their placeholders in a shape even alone */
	PROOF_OF_NO_USE = 24, /* texts that came to nothing on any rung */
	AGAIN = 32,	      /* the whole ladder for one text of so many */
	WORTH_TELLING = 20    /* texts that lost placeholders at first */
};

static void tell(const struct sulih_session *session, const char *line)
{
	if (session->options.on_message != NULL)
		session->options.on_message(session->options.people, SULIH_WARNING, line);
}

/* A third or more: that is not chance, and the user can choose other tokens. */
static void tell_of_losses(struct sulih_session *session)
{
	struct sulih_lessons *l = &session->lessons;
	const struct sulih_shape *shape = &session->endpoint.profile.shapes[0];
	char line[400];

	if (l->told_of_losses || l->lost < WORTH_TELLING || l->lost < (l->lost + l->kept) / 3)
		return;
	l->told_of_losses = true;
	snprintf(line, sizeof(line),
		 "engine %s: of %zu texts %zu came back without their placeholders (%s1%s); such "
		 "texts are sent again, with other ones or in pieces, which costs more and reads "
		 "worse; 'sulih probe' finds which ones survive there",
		 session->face.name, l->lost + l->kept, l->lost, shape->before, shape->after);
	tell(session, line);
}

void sulih_lesson_of_tokens(struct sulih_session *session, const struct sulih_job *job, bool kept)
{
	struct sulih_lessons *l = &session->lessons;

	if (kept)
		l->shapes[job->shape].kept++;
	else if (job->rung != SULIH_RUNG_FIRST) /* a batch may be to blame */
		l->shapes[job->shape].lost++;
	if (job->rung != SULIH_RUNG_FIRST || job->shape != 0)
		return;
	l->kept += kept;
	l->lost += !kept;
	tell_of_losses(session);
}

void sulih_lesson_of_text(struct sulih_session *session, const struct sulih_job *job, bool sound)
{
	struct sulih_lessons *l = &session->lessons;
	char line[200];

	l->sound += sound;
	l->useless += !sound && job->faults != 0;
	if (l->sound > 0 || l->useless != PROOF_OF_NO_USE)
		return;
	snprintf(line, sizeof(line),
		 "engine %s: of %zu texts none has a translation that can be believed; until one "
		 "has, others are sent once only",
		 session->face.name, l->useless);
	tell(session, line);
}

static bool is_passed_over(size_t *times)
{
	return ++*times % AGAIN != 0;
}

bool sulih_lessons_pass_shape(struct sulih_session *session, size_t shape)
{
	struct sulih_lessons *l = &session->lessons;

	return l->shapes[shape].lost >= PROOF && l->shapes[shape].kept == 0 &&
	       is_passed_over(&l->shapes[shape].passed_over);
}

bool sulih_lessons_pass_ladder(struct sulih_session *session, const struct sulih_job *job)
{
	struct sulih_lessons *l = &session->lessons;
	bool useless = l->useless >= PROOF_OF_NO_USE && l->sound == 0 && job->faults != 0;
	bool refused = session->refused >= PROOF && job->faults == 0 && job->refusal[0] != '\0';

	return (useless || refused) && is_passed_over(&l->passed_over);
}
