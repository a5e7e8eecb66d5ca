/* An item's result: parts, state, rung, diagnostics, counts; then its ticket goes back. */
#include <stdlib.h>

#include "pipeline/translate/repair/repair.h"

static const char *const rung_names[] = { NULL,	      "alone", "alternate", "split",
					  "unmasked", "alone", "source" };

static const struct {
	unsigned fault;
	enum sulih_diagnostic_id id;
	const char *words;
} faults[] = {
	{ SULIH_FAULT_CANNED, SULIH_DIAGNOSTIC_REPLY_SUSPECT,
	  "the engine gave the same answer to other texts" },
	{ SULIH_FAULT_EMPTY, SULIH_DIAGNOSTIC_REPLY_EMPTY, "the answer was empty" },
	{ SULIH_FAULT_PLACEHOLDER, SULIH_DIAGNOSTIC_PLACEHOLDER_LOST,
	  "the answer had not each placeholder once" },
	{ SULIH_FAULT_NUMBER, SULIH_DIAGNOSTIC_NUMBER_CHANGED, "the answer changed a number" },
	{ SULIH_FAULT_LOOP, SULIH_DIAGNOSTIC_REPLY_LOOPS, "the answer repeated itself" },
	{ SULIH_FAULT_TRUNCATED, SULIH_DIAGNOSTIC_REPLY_TRUNCATED,
	  "the answer ended before the source" },
	{ SULIH_FAULT_LENGTH, SULIH_DIAGNOSTIC_REPLY_SUSPECT, "the answer was far too long" },
	{ SULIH_FAULT_SCRIPT, SULIH_DIAGNOSTIC_REPLY_SUSPECT,
	  "the answer had letters of another script" },
	{ SULIH_FAULT_TALK, SULIH_DIAGNOSTIC_REPLY_SUSPECT,
	  "the answer spoke about the text, or had markup of its own" },
	{ SULIH_FAULT_SUSPECT, SULIH_DIAGNOSTIC_REPLY_SUSPECT, "the answer may lack its end" },
	{ SULIH_FAULT_SENTENCES, SULIH_DIAGNOSTIC_SENTENCE_COUNT,
	  "the answer has many more or many fewer sentences than the source" },
	{ SULIH_FAULT_COUNT, SULIH_DIAGNOSTIC_NUMBER_CHANGED,
	  "the answer has a number in words that the source does not say" },
	{ SULIH_NOTE_ECHO, SULIH_DIAGNOSTIC_REPLY_ECHO, "the engine gave the source back" },
	{ SULIH_NOTE_RESIDUE, SULIH_DIAGNOSTIC_REPLY_SUSPECT, "the answer is still Indonesian" },
};

static struct sulih_span span_of(const struct sulih_job *job)
{
	return sulih_document_source_span(job->document, job->item->span);
}

static void diagnose_faults(struct sulih_job *job, unsigned which)
{
	for (size_t i = 0; i < SULIH_COUNT(faults); i++)
		if (which & faults[i].fault)
			sulih_diagnose(&job->document->diagnostics, faults[i].id, span_of(job),
				       "%s", faults[i].words);
}

static const char *first_fault(const struct sulih_job *job)
{
	for (size_t i = 0; i < SULIH_COUNT(faults); i++)
		if (job->faults & faults[i].fault)
			return faults[i].words;
	return job->refusal[0] ? job->refusal : "the server gave no usable answer";
}

static void give_back(struct sulih_session *session, struct sulih_job *job)
{
	void *ticket = job->ticket;

	sulih_job_unsplit(job);
	session->face.counts.items++;
	session->done++;
	session->open--;
	job->next = session->job_pool;
	session->job_pool = job;
	session->options.on_done(session->options.context, ticket);
}

void sulih_job_finish(struct sulih_session *session, struct sulih_job *job,
		      struct sulih_parts *target, unsigned notes)
{
	struct sulih_item *item = job->item;
	struct sulih_diagnostics *diagnostics = &job->document->diagnostics;
	bool raised = job->rung != SULIH_RUNG_FIRST;
	bool pieces = job->rung == SULIH_RUNG_SPLIT, clear = job->rung == SULIH_RUNG_UNMASKED;

	sulih_lesson_of_text(session, job, true);
	/* the item takes the parts over; what it had goes */
	free(item->target.items);
	item->target.items = target->items;
	item->target.count = target->count;
	item->target.capacity = target->capacity;
	*target = (struct sulih_parts){ NULL, 0, 0 };
	item->state = raised || job->repaired ? SULIH_ITEM_REPAIRED : SULIH_ITEM_TRANSLATED;
	item->rung = raised ? rung_names[job->rung] : job->repaired ? "restored" : NULL;
	session->face.counts.repaired += item->state == SULIH_ITEM_REPAIRED;
	if (job->repaired)
		sulih_diagnose(diagnostics, SULIH_DIAGNOSTIC_PLACEHOLDER_REPAIRED, span_of(job),
			       "a damaged placeholder was recognised");
	if (raised)
		sulih_diagnose(diagnostics, SULIH_DIAGNOSTIC_SEGMENT_RETRIED, span_of(job),
			       "%s; sound after sending it %s", first_fault(job),
			       job->rung == SULIH_RUNG_ALONE	   ? "again alone"
			       : job->rung == SULIH_RUNG_ALTERNATE ? "with other tokens"
			       : pieces				   ? "in pieces"
			       : clear				   ? "with its names in clear"
								   : "once more at the end");
	/* "and" cut to "a" passes for a word: of an engine that cuts, short pieces say nothing */
	if ((pieces || clear) && session->cuts)
		sulih_diagnose(diagnostics, SULIH_DIAGNOSTIC_REPLY_TRUNCATED, span_of(job),
			       "this engine cuts answers; this one came %s and may lack something",
			       pieces ? "in pieces" : "with its names in clear");
	diagnose_faults(job, notes & (SULIH_NOTES | SULIH_FAULTS_SOFT));
	give_back(session, job);
}

void sulih_job_give_up(struct sulih_session *session, struct sulih_job *job)
{
	struct sulih_item *item = job->item;

	/* the next run may find the endpoint alive: the job stays open, its document unwritten */
	if (session->stopped && session->dead)
		return;
	if (sulih_item_keep_source(item, SULIH_ITEM_UNTRANSLATED) != 0)
		sulih_fail_memory(session->error);
	item->rung = rung_names[SULIH_RUNG_SOURCE];
	sulih_lesson_of_text(session, job, false);
	session->face.counts.untranslated++;
	diagnose_faults(job, job->faults & SULIH_FAULTS_HARD);
	sulih_diagnose(&job->document->diagnostics, SULIH_DIAGNOSTIC_SEGMENT_UNTRANSLATED,
		       span_of(job), "the source stands in its place: %s",
		       session->dead && job->faults == 0 ? session->cause : first_fault(job));
	give_back(session, job);
}
