/* Requests out of pieces. */
#include <stdlib.h>

#include "base/utf8.h"
#include "pipeline/translate/context.h"
#include "pipeline/translate/repair/repair.h"

/* What a text costs beyond its own bytes in any of the request shapes. */
enum { BYTES_AROUND_TEXT = 64, BYTES_AROUND_BODY = 2048, BYTES_A_TOKEN = 3 };

void sulih_queue_put(struct sulih_queue *queue, struct sulih_piece *piece)
{
	piece->next = NULL;
	if (queue->last != NULL)
		queue->last->next = piece;
	else
		queue->first = piece;
	queue->last = piece;
	queue->count++;
}

struct sulih_piece *sulih_queue_take(struct sulih_queue *queue)
{
	struct sulih_piece *piece = queue->first;

	if (piece == NULL)
		return NULL;
	queue->first = piece->next;
	if (queue->first == NULL)
		queue->last = NULL;
	queue->count--;
	return piece;
}

/* One from the pool, whose rooms stay, or a new one; NULL: out of memory. */
static struct sulih_batch *take_batch(struct sulih_session *session)
{
	struct sulih_batch *batch = session->batch_pool;

	if (batch != NULL) {
		session->batch_pool = batch->next;
		*batch = (struct sulih_batch){ .next_of_all = batch->next_of_all,
					       .pieces = batch->pieces,
					       .capacity = batch->capacity,
					       .texts = batch->texts,
					       .body = batch->body,
					       .url = batch->url,
					       .context = batch->context,
					       .legend = batch->legend };
		return batch;
	}
	batch = calloc(1, sizeof(*batch));
	if (batch != NULL) {
		batch->next_of_all = session->all_batches;
		session->all_batches = batch;
	}
	return batch;
}

static bool make_room(struct sulih_batch *batch, size_t capacity)
{
	if (batch->capacity >= capacity)
		return true;
	free(batch->pieces);
	free(batch->texts);
	batch->pieces = calloc(capacity, sizeof(*batch->pieces));
	batch->texts = calloc(capacity, sizeof(*batch->texts));
	batch->capacity = batch->pieces != NULL && batch->texts != NULL ? capacity : 0;
	return batch->capacity > 0;
}

struct sulih_batch *sulih_batch_new(struct sulih_session *session, size_t capacity)
{
	struct sulih_batch *batch = take_batch(session);

	if (batch != NULL && !make_room(batch, capacity)) {
		sulih_batch_recycle(session, batch);
		batch = NULL;
	}
	if (batch == NULL)
		sulih_fail_memory(session->error);
	return batch;
}

void sulih_batch_recycle(struct sulih_session *session, struct sulih_batch *batch)
{
	batch->next = session->batch_pool;
	session->batch_pool = batch;
}

void sulih_batch_release_all(struct sulih_session *session)
{
	while (session->all_batches != NULL) {
		struct sulih_batch *batch = session->all_batches;

		session->all_batches = batch->next_of_all;
		free(batch->pieces);
		free(batch->texts);
		sulih_buffer_release(&batch->body);
		sulih_buffer_release(&batch->url);
		sulih_buffer_release(&batch->context);
		sulih_buffer_release(&batch->legend);
		free(batch);
	}
}

static struct sulih_context context_of(const struct sulih_piece *piece)
{
	return sulih_context_of(piece->job->document, piece->job->item);
}

/* Bytes a text takes in the body, by the larger side: a form triples what is not ASCII. */
static size_t cost_of(const struct sulih_profile *profile, const struct sulih_piece *piece)
{
	size_t factor = profile->encoding == SULIH_ENCODING_JSON ? 1 : 3;
	size_t length = piece->wire.length;

	if (profile->uses_context && profile->mode != SULIH_BATCH_KEYED)
		length += context_of(piece).before.length;
	return length * factor + BYTES_AROUND_TEXT;
}

static size_t characters_of(const struct sulih_piece *piece)
{
	return sulih_utf8_count(sulih_buffer_view(&piece->wire));
}

static bool fits(const struct sulih_session *session, const struct sulih_batch *batch,
		 const struct sulih_piece *piece, size_t bytes)
{
	const struct sulih_profile *p = &session->endpoint.profile;
	const struct sulih_piece *first = batch->pieces[0];

	if (batch->count >= p->max_items || piece->shape != first->shape)
		return false;
	if (p->uses_context && piece->job->document != first->job->document)
		return false;
	if (bytes + cost_of(p, piece) > p->max_body_bytes)
		return false;
	if (p->max_characters > 0 && batch->characters + characters_of(piece) > p->max_characters)
		return false;
	return p->max_tokens == 0 || (bytes + piece->wire.length) / BYTES_A_TOKEN <= p->max_tokens;
}

/* Whether the engine sees the sentence before this one anyway: in keyed requests the texts
 * stand in one message, in the others each is translated by itself. */
static bool follows(const struct sulih_profile *p, const struct sulih_batch *batch, size_t i)
{
	return p->mode == SULIH_BATCH_KEYED && i > 0 &&
	       batch->pieces[i]->job->item->segment == batch->pieces[i - 1]->job->item->segment + 1;
}

/* A request has one context: the headline, and before which sentences its own stand.  So each
 * text has in view what its key in the memory says (store/key.c). */
static void write_context(const struct sulih_profile *p, struct sulih_batch *batch)
{
	struct sulih_view last = SULIH_VIEW("");

	sulih_buffer_clear(&batch->context);
	/* the headline itself, when it comes first, has none; in one message all see it */
	for (size_t i = 0;
	     i < (p->mode == SULIH_BATCH_KEYED ? 1 : batch->count) && batch->context.length == 0;
	     i++)
		sulih_buffer_add(&batch->context, context_of(batch->pieces[i]).headline);
	for (size_t i = 0; i < batch->count; i++) {
		struct sulih_context c = context_of(batch->pieces[i]);

		if (c.before.length == 0 || c.before.data == last.data || follows(p, batch, i))
			continue;
		if (batch->context.length > 0)
			sulih_buffer_putc(&batch->context, '\n');
		sulih_buffer_add(&batch->context, c.before);
		last = c.before;
	}
}

/* "s1: ⟦1⟧ = Joko Widodo (person)": a language model translates better when it knows. */
static void write_legend(struct sulih_batch *batch)
{
	sulih_buffer_clear(&batch->legend);
	for (size_t i = 0; i < batch->count; i++) {
		const struct sulih_piece *piece = batch->pieces[i];
		const struct sulih_item *item = piece->job->item;

		for (size_t k = 0; k < item->placeholders.count; k++) {
			const struct sulih_placeholder *one = &item->placeholders.items[k];

			if (one->kind == SULIH_KIND_MARK)
				continue;
			sulih_buffer_printf(&batch->legend, "s%zu: %s%u%s = ", i + 1,
					    piece->shape->before, one->number, piece->shape->after);
			if (one->kind == SULIH_KIND_QUOTE)
				sulih_buffer_puts(&batch->legend, "a quotation");
			else
				sulih_buffer_printf(&batch->legend, "%.*s (%s)",
						    SULIH_VIEW_ARGS(one->target),
						    sulih_kind_name(one->kind));
			sulih_buffer_putc(&batch->legend, '\n');
		}
	}
}

struct sulih_expansion sulih_batch_expansion(const struct sulih_session *session,
					     const struct sulih_batch *batch)
{
	const struct sulih_endpoint *e = &session->endpoint;

	return (struct sulih_expansion){
		.variables = e->variables.items,
		.variable_count = e->variables.count,
		.texts = batch->texts,
		.text_count = batch->count,
		.context = sulih_buffer_view(&batch->context),
		.legend = sulih_buffer_view(&batch->legend),
		.markup = sulih_view_of(e->profile.markup_values[batch->pieces[0]->shape->markup]),
	};
}

int sulih_batch_build(struct sulih_session *session, struct sulih_batch *batch)
{
	const struct sulih_profile *p = &session->endpoint.profile;
	struct sulih_expansion x;
	int code;

	batch->characters = 0;
	for (size_t i = 0; i < batch->count; i++) {
		batch->texts[i] = sulih_buffer_view(&batch->pieces[i]->wire);
		batch->characters += characters_of(batch->pieces[i]);
	}
	if (p->uses_context)
		write_context(p, batch);
	if (p->uses_legend)
		write_legend(batch);
	code = sulih_buffer_status(&batch->context, session->error);
	if (code == 0)
		code = sulih_buffer_status(&batch->legend, session->error);
	x = sulih_batch_expansion(session, batch);
	sulih_buffer_clear(&batch->body);
	sulih_buffer_clear(&batch->url);
	if (code == 0 && p->encoding == SULIH_ENCODING_JSON)
		code = sulih_expand_json(p->body, &x, &batch->body, session->error);
	else if (code == 0 && p->encoding == SULIH_ENCODING_FORM)
		code = sulih_expand_pairs(p->body, &x, &batch->body, session->error);
	if (code == 0 && session->endpoint.query_has_text)
		code = sulih_endpoint_url(&session->endpoint, &x, &batch->url, session->error);
	if (code == 0)
		code = sulih_buffer_status(&batch->body, session->error);
	return code;
}

struct sulih_batch *sulih_batch_pack(struct sulih_session *session)
{
	const struct sulih_profile *p = &session->endpoint.profile;
	struct sulih_queue *queue = session->repairs.first ? &session->repairs
				    : session->fresh.first ? &session->fresh
							   : &session->last;
	struct sulih_batch *batch;
	size_t bytes = BYTES_AROUND_BODY;

	if (queue->first == NULL ||
	    (queue == &session->last && (session->flow.in_flight > 0 || session->delayed != NULL)))
		return NULL;
	batch = sulih_batch_new(session, p->max_items);
	if (batch == NULL)
		return NULL;
	do {
		bytes += cost_of(p, queue->first);
		batch->characters += characters_of(queue->first);
		batch->pieces[batch->count++] = sulih_queue_take(queue);
	} while (queue == &session->fresh && queue->first != NULL &&
		 fits(session, batch, queue->first, bytes));
	if (sulih_batch_build(session, batch) == 0)
		return batch;
	sulih_session_die(session, "%s",
			  session->error ? session->error->message : "out of memory");
	for (size_t i = 0; i < batch->count; i++)
		sulih_piece_abandoned(session, batch->pieces[i]);
	sulih_batch_recycle(session, batch);
	return NULL;
}
