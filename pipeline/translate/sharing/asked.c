#include "pipeline/translate/sharing/asked.h"

#include <stdlib.h>
#include <xxhash.h>

#include "pipeline/translate/context.h"

enum { FIRST_BUCKETS = 256 };

static struct sulih_asked **bucket_of(const struct sulih_asked_table *t, uint64_t hash)
{
	return &t->buckets[hash % t->bucket_count];
}

/* Without memory the chains get longer, nothing else. */
static void grow(struct sulih_asked_table *t)
{
	size_t old_count = t->bucket_count;
	struct sulih_asked **old = t->buckets, **new = calloc(2 * old_count, sizeof(*new));

	if (new == NULL)
		return;
	t->buckets = new;
	t->bucket_count = 2 * old_count;
	for (size_t i = 0; i < old_count; i++) {
		for (struct sulih_asked *one = old[i], *next; one != NULL; one = next) {
			struct sulih_asked **bucket = bucket_of(t, one->hash);

			next = one->next;
			one->next = *bucket;
			*bucket = one;
		}
	}
	free(old);
}

void sulih_asked_add(struct sulih_asked_table *t, struct sulih_asked *one)
{
	struct sulih_asked **bucket;

	if (t->count >= t->bucket_count)
		grow(t);
	bucket = bucket_of(t, one->hash);
	one->next = *bucket;
	*bucket = one;
	t->count++;
}

void sulih_asked_take_out(struct sulih_asked_table *t, struct sulih_asked *one)
{
	struct sulih_asked **place = bucket_of(t, one->hash);

	while (*place != one)
		place = &(*place)->next;
	*place = one->next;
	t->count--;
}

static struct sulih_view text_of(const struct sulih_asked *one)
{
	return sulih_running_slice(&one->document->segmentation, one->item->span);
}

static bool same_source(const struct sulih_item *a, const struct sulih_item *b)
{
	if (a->source.count != b->source.count || a->placeholders.count != b->placeholders.count)
		return false;
	for (size_t i = 0; i < a->source.count; i++)
		if (a->source.items[i].placeholder != b->source.items[i].placeholder ||
		    !sulih_view_equal(a->source.items[i].text, b->source.items[i].text))
			return false;
	for (size_t i = 0; i < a->placeholders.count; i++) {
		const struct sulih_placeholder *p = &a->placeholders.items[i];
		const struct sulih_placeholder *q = &b->placeholders.items[i];

		if (!sulih_view_equal(p->source, q->source) ||
		    !sulih_view_equal(p->target, q->target))
			return false;
	}
	return true;
}

static bool same_context(const struct sulih_asked *a, const struct sulih_asked *b)
{
	struct sulih_context x = sulih_context_of(a->document, a->item);
	struct sulih_context y = sulih_context_of(b->document, b->item);

	return sulih_view_equal(x.headline, y.headline) && sulih_view_equal(x.before, y.before);
}

static uint64_t hash_of(const struct sulih_asked_table *t, const struct sulih_asked *one)
{
	struct sulih_view text = text_of(one);
	uint64_t hash = XXH3_64bits(text.data, text.length);

	if (t->by_context) {
		struct sulih_context context = sulih_context_of(one->document, one->item);

		hash = XXH3_64bits_withSeed(context.headline.data, context.headline.length, hash);
		hash = XXH3_64bits_withSeed(context.before.data, context.before.length, hash);
	}
	return hash;
}

struct sulih_asked *sulih_asked_find(const struct sulih_asked_table *t, struct sulih_asked *like)
{
	struct sulih_asked *one;

	like->hash = hash_of(t, like);
	one = *bucket_of(t, like->hash);
	while (one != NULL &&
	       !(one->hash == like->hash && sulih_view_equal(text_of(one), text_of(like)) &&
		 same_source(one->item, like->item) && (!t->by_context || same_context(one, like))))
		one = one->next;
	return one;
}

struct sulih_asked *sulih_asked_new(struct sulih_asked_table *t)
{
	struct sulih_asked *one = t->free_list;

	if (one != NULL)
		t->free_list = one->next;
	else
		one = sulih_arena_alloc(&t->slots, sizeof(*one));
	if (one == NULL)
		return NULL;
	*one = (struct sulih_asked){ .last_twin = &one->twins };
	return one;
}

void sulih_asked_free(struct sulih_asked_table *t, struct sulih_asked *one)
{
	one->next = t->free_list;
	t->free_list = one;
}

int sulih_asked_table_init(struct sulih_asked_table *t, struct sulih_error *error)
{
	*t = (struct sulih_asked_table){ .bucket_count = FIRST_BUCKETS };
	t->buckets = calloc(t->bucket_count, sizeof(*t->buckets));
	return t->buckets != NULL ? 0 : sulih_fail_memory(error);
}

void sulih_asked_table_release(struct sulih_asked_table *t)
{
	sulih_arena_release(&t->slots);
	free(t->buckets);
}
