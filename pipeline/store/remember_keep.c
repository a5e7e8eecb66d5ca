/* What came is put into the store, and waits for it in memory while it does not take it. */
#include "pipeline/store/remember.h"

#include "base/clock.h"

/* A store that does not take what it is given is tried again, soon at first and then seldomer; how
 * long to wait for its lock while answers come in; how much may wait in memory. */
enum { FIRST_PAUSE_US = 200000, MOST_PAUSE_US = 5000000, LOCK_MS = 200 };
enum { MOST_WAITING = 64 << 20 };
/* How many of those are looked through for a repeat, one after the other: so few that a look is
 * cheap beside one into the store. */
enum { MOST_LOOKED_THROUGH = 1024 };
/* Waiting for the disk may take a hundredth of the time. */
enum { SETTLE_SHARE = 100 };

static struct sulih_store_row row_of(const struct sulih_remembering *r,
				     const struct sulih_waiting_row *one)
{
	const char *source = sulih_buffer_view(&r->texts).data + one->start;
	const char *target = source + one->source, *masked = target + one->target;

	return (struct sulih_store_row){
		.engine = sulih_view_of(r->inner->name),
		.from_lang = r->options.from_lang,
		.to_lang = r->options.to_lang,
		.source = sulih_view_make(source, one->source),
		.target = sulih_view_make(target, one->target),
		.masked = sulih_view_make(masked, one->masked),
		.said = sulih_view_make(masked + one->masked, one->said),
		.made = r->now,
	};
}

static int put_waiting(struct sulih_remembering *r, struct sulih_error *error)
{
	int status = 0;

	for (size_t i = 0; i < r->waiting.count && status == 0; i++) {
		const struct sulih_store_row row = row_of(r, &r->waiting.items[i]);

		status = r->store->is->put(r->store, &r->waiting.items[i].key, &row, error);
	}
	return status;
}

bool sulih_remembering_find_waiting(const struct sulih_remembering *r,
				    const struct sulih_store_key *key, struct sulih_view *masked,
				    struct sulih_view *said)
{
	size_t count = r->waiting.count;
	size_t first = count > MOST_LOOKED_THROUGH ? count - MOST_LOOKED_THROUGH : 0;

	for (size_t i = count; i-- > first;) {
		const struct sulih_waiting_row *one = &r->waiting.items[i];

		if (memcmp(&one->key, key, sizeof(*key)) == 0) {
			const struct sulih_store_row row = row_of(r, one);

			*masked = row.masked;
			*said = row.said;
			return true;
		}
	}
	return false;
}

static void try_again_later(struct sulih_remembering *r, long long began)
{
	if (!r->troubled) {
		r->troubled_since = began;
		r->pause_us = FIRST_PAUSE_US;
	}
	r->troubled = true;
	r->try_at = sulih_clock_us() + r->pause_us;
	r->pause_us = r->pause_us < MOST_PAUSE_US / 2 ? 2 * r->pause_us : MOST_PAUSE_US;
}

/* Puts what waits into the store, all in one step: a step a row would take longer than all else
 * that is done for an answer.  What the store does not take goes on waiting. */
static void keep(struct sulih_remembering *r, int lock_ms, struct sulih_error *error)
{
	long long began = sulih_clock_us();
	int status;

	if ((r->waiting.count == 0 && r->company.given_up.count == 0) || r->store->why_read != NULL)
		return;
	sulih_remembering_end_finding(r);
	status = r->store->is->begin(r->store, lock_ms, error);
	r->locked = status != 0;
	if (status == 0)
		status = put_waiting(r, error);
	if (status == 0)
		status = sulih_company_release(r, error);
	if (status == 0)
		status = r->store->is->commit(r->store, error);
	if (status != 0) {
		r->store->is->give_up(r->store);
		try_again_later(r, began);
		return;
	}
	r->troubled = false;
	r->face.counts.kept += r->waiting.count;
	r->unsettled = r->unsettled || r->waiting.count > 0;
	r->waiting.count = r->company.given_up.count = 0;
	sulih_buffer_clear(&r->texts);
}

/* An answer that was paid for is to outlive a power failure, but the network stands still while
 * the disk is waited for: so the slower it is, the seldomer.  That is at each step where answers
 * take their time, and about once a second where hundreds come and the disk turns. */
static void settle(struct sulih_remembering *r)
{
	struct sulih_error error = SULIH_ERROR_INIT;
	long long began = sulih_clock_us(), ended;

	r->unsettled = false;
	if (r->store->is->settle(r->store, &error) != 0 && !r->lamented) {
		r->lamented = true;
		sulih_remembering_say(r, SULIH_WARNING,
				      "%s; a power failure may cost answers that it holds",
				      error.message);
	}
	ended = sulih_clock_us();
	r->settle_at = ended + SETTLE_SHARE * (ended - began);
}

static void offer(struct sulih_remembering *r, int lock_ms, struct sulih_error *error)
{
	keep(r, lock_ms, error);
	if (!r->troubled || r->told ||
	    (r->locked &&
	     sulih_clock_us() < r->troubled_since + SULIH_LOCK_WORTH_A_WORD_MS * 1000LL))
		return;
	r->told = true;
	sulih_remembering_say(r, SULIH_WARNING, "%s; answers wait in memory until it takes them",
			      error->message);
}

void sulih_remembering_keep(struct sulih_remembering *r)
{
	struct sulih_error error = SULIH_ERROR_INIT;

	if (!r->troubled || sulih_clock_us() >= r->try_at)
		offer(r, LOCK_MS, &error);
	if (r->unsettled && sulih_clock_us() >= r->settle_at)
		settle(r);
}

/* The answer as it is printed: with the words of its placeholders. */
static void write_target(const struct sulih_item *item, struct sulih_buffer *out)
{
	for (size_t i = 0; i < item->target.count; i++) {
		const struct sulih_placeholder *p =
			sulih_item_placeholder(item, item->target.items[i].placeholder);

		sulih_buffer_add(out, p == NULL			    ? item->target.items[i].text
				      : p->kind == SULIH_KIND_QUOTE ? p->source
								    : p->target);
	}
}

void sulih_remembering_put(struct sulih_remembering *r, const struct sulih_given_item *given,
			   struct sulih_said said)
{
	const struct sulih_item *item = given->item;
	struct sulih_waiting_row *one = NULL;
	struct sulih_buffer *texts = &r->texts;
	size_t before = texts->length, source, target, masked;

	/* copies: the document may be gone when the store takes it */
	if (before < MOST_WAITING)
		one = SULIH_VECTOR_ADD(&r->waiting);
	if (one == NULL) {
		r->face.counts.unkept++;
		return;
	}
	sulih_buffer_add(texts, sulih_store_item_text(given->document, item));
	source = texts->length;
	write_target(item, texts);
	target = texts->length;
	sulih_store_write_parts(item->target.items, item->target.count, texts);
	masked = texts->length;
	sulih_store_write_said(said, texts);
	*one = (struct sulih_waiting_row){
		.key = given->key,
		.start = before,
		.source = source - before,
		.target = target - source,
		.masked = masked - target,
		.said = texts->length - masked,
	};
	if (texts->failed == 0)
		return;
	/* out of memory: what waits is lost, and counted */
	r->face.counts.unkept += r->waiting.count;
	r->waiting.count = 0;
	sulih_buffer_release(texts);
}

void sulih_remembering_keep_last(struct sulih_remembering *r)
{
	struct sulih_error error = SULIH_ERROR_INIT;

	offer(r, SULIH_LOCK_WORTH_A_WORD_MS + LOCK_MS, &error);
	if (r->troubled && r->locked)
		keep(r, SULIH_STORE_PATIENCE_MS, &error);
	if (r->troubled)
		sulih_remembering_say(r, SULIH_WARNING, "%s", error.message);
	if (r->unsettled)
		settle(r);
	r->face.counts.unkept += r->waiting.count;
	r->waiting.count = 0;
	if (r->face.counts.unkept > 0)
		sulih_remembering_say(
			r, SULIH_WARNING,
			"answers that could not be kept: %zu; the next run asks for them again",
			r->face.counts.unkept);
}
