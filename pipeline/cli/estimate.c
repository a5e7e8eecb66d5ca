#include "pipeline/cli/estimate.h"

#include <stdlib.h>
#include <xxhash.h>

#include "base/seen.h"
#include "base/utf8.h"

struct counting {
	struct sulih_engine face; /* first */
	struct sulih_engine *real;
	struct sulih_engine_options options;
	struct sulih_estimate *estimate;
	struct sulih_buffer wire;
	struct sulih_seen seen; /* what is sent, the first time as the how many */
};

/* What makes two items one request: their words, and what the placeholders stand for. */
static uint64_t hash_of(struct counting *c, const struct sulih_item *item)
{
	struct sulih_buffer key = SULIH_BUFFER_INIT;
	uint64_t hash;

	sulih_buffer_add(&key, sulih_buffer_view(&c->wire));
	for (size_t i = 0; i < item->placeholders.count; i++) {
		sulih_buffer_putc(&key, '\0');
		sulih_buffer_add(&key, item->placeholders.items[i].source);
		sulih_buffer_putc(&key, '\0');
		sulih_buffer_add(&key, item->placeholders.items[i].target);
	}
	hash = XXH3_64bits(sulih_buffer_view(&key).data, key.length);
	sulih_buffer_release(&key);
	return hash;
}

static int count(struct counting *c, const struct sulih_item *item, struct sulih_error *error)
{
	size_t earlier = 0;
	int status;

	sulih_buffer_clear(&c->wire);
	sulih_parts_write(item->source.items, item->source.count, &c->wire);
	/* behind other words an engine that is given them is asked again */
	if (c->estimate->keeps && !c->face.uses_context) {
		status = sulih_seen_add(&c->seen, hash_of(c, item), c->seen.count + 1, &earlier,
					error);
		if (status != 0)
			return status;
		if (earlier > 0) {
			c->estimate->repeated++;
			return 0;
		}
	}
	c->estimate->sent++;
	c->estimate->characters += sulih_utf8_count(sulih_buffer_view(&c->wire));
	return sulih_buffer_status(&c->wire, error);
}

static int submit(struct sulih_engine *engine, struct sulih_document *document,
		  struct sulih_item *item, void *ticket, struct sulih_error *error)
{
	struct counting *c = (struct counting *)engine;
	bool skipped = item->state == SULIH_ITEM_SKIPPED;

	(void)document;
	if (!skipped && count(c, item, error) != 0)
		return error->code;
	/* given up: no store keeps it */
	if (sulih_item_keep_source(item, skipped ? SULIH_ITEM_SKIPPED : SULIH_ITEM_UNTRANSLATED) !=
	    0)
		return sulih_fail_memory(error);
	c->options.on_done(c->options.context, ticket);
	return 0;
}

static void free_engine(struct sulih_engine *engine)
{
	struct counting *c = (struct counting *)engine;

	c->real->free(c->real);
	sulih_buffer_release(&c->wire);
	sulih_seen_release(&c->seen);
	free(c);
}

int sulih_estimate_engine_open(struct sulih_engine *real,
			       const struct sulih_engine_options *options,
			       struct sulih_estimate *estimate, struct sulih_engine **engine,
			       struct sulih_error *error)
{
	struct counting *c = calloc(1, sizeof(*c));

	*engine = NULL;
	if (c == NULL) {
		real->free(real);
		return sulih_fail_memory(error);
	}
	c->real = real;
	c->options = *options;
	c->estimate = estimate;
	c->face = (struct sulih_engine){ .name = real->name,
					 .fingerprint = real->fingerprint,
					 .uses_context = real->uses_context,
					 .submit = submit,
					 .run = sulih_engine_run_at_once,
					 .appetite = sulih_engine_appetite_of_one,
					 .free = free_engine };
	*engine = &c->face;
	return 0;
}

void sulih_estimate_add(struct sulih_estimate *estimate, const struct sulih_document *document)
{
	estimate->documents += !document->continues;
	for (size_t i = 0; i < document->items.count; i++) {
		enum sulih_item_state state = document->items.items[i].state;

		estimate->texts++;
		estimate->wordless += state == SULIH_ITEM_SKIPPED;
		estimate->remembered +=
			state == SULIH_ITEM_TRANSLATED || state == SULIH_ITEM_REPAIRED;
	}
}

void sulih_estimate_print(const struct sulih_estimate *estimate, FILE *out)
{
	fprintf(out,
		"documents    %10zu\ntexts        %10zu\n  wordless   %10zu\n  remembered %10zu\n"
		"  repeated   %10zu\n  to be sent %10zu\ncharacters   %10zu\n",
		estimate->documents, estimate->texts, estimate->wordless, estimate->remembered,
		estimate->repeated, estimate->sent, estimate->characters);
}
