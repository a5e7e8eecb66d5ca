#include <stdlib.h>
#define XXH_STATIC_LINKING_ONLY /* the size of a hash state */
#include <xxhash.h>

#include "base/utf8.h"
#include "pipeline/store/store.h"
#include "pipeline/translate/context.h"

/* In stored text a placeholder is U+001A number U+001A: clean text and checked answers hold no
 * controls. */
enum { MARK = 0x1A };

static void add(XXH3_state_t *state, struct sulih_view text)
{
	uint64_t length = text.length;

	/* lengths keep "ab" + "c" and "a" + "bc" apart */
	XXH3_128bits_update(state, &length, sizeof(length));
	if (text.length > 0)
		XXH3_128bits_update(state, text.data, text.length);
}

static struct sulih_store_key finish(XXH3_state_t *state)
{
	struct sulih_store_key key;
	XXH128_canonical_t canonical;

	XXH128_canonicalFromHash(&canonical, XXH3_128bits_digest(state));
	memcpy(key.bytes, canonical.digest, sizeof(key.bytes));
	return key;
}

static void add_placeholder(XXH3_state_t *state, const struct sulih_placeholder *p)
{
	XXH3_128bits_update(state, &p->number, sizeof(p->number));
	add(state, p->source);
	add(state, p->target);
}

struct sulih_view sulih_store_item_text(const struct sulih_document *document,
					const struct sulih_item *item)
{
	return sulih_running_slice(&document->segmentation, item->span);
}

struct sulih_store_key sulih_store_item_key(const struct sulih_engine *engine,
					    const struct sulih_engine_options *options,
					    const struct sulih_document *document,
					    const struct sulih_item *item)
{
	_Alignas(64) XXH3_state_t state;

	XXH3_128bits_reset(&state);
	add(&state, sulih_view_of(engine->name));
	XXH3_128bits_update(&state, &engine->fingerprint, sizeof(engine->fingerprint));
	add(&state, sulih_view_of(options->url));
	for (size_t i = 0; options->variables != NULL && options->variables[i] != NULL; i++)
		add(&state, sulih_view_of(options->variables[i]));
	add(&state, options->from_lang);
	add(&state, options->to_lang);
	for (size_t i = 0; i < item->source.count; i++) {
		const struct sulih_part *part = &item->source.items[i];
		const struct sulih_placeholder *p = sulih_item_placeholder(item, part->placeholder);

		if (p != NULL)
			add_placeholder(&state, p);
		else
			add(&state, part->text);
	}
	/* "Dia menolak." is "He refused." behind one sentence and "She refused." behind another */
	if (engine->uses_context) {
		struct sulih_context context = sulih_context_of(document, item);

		add(&state, context.headline);
		add(&state, context.before);
	}
	return finish(&state);
}

struct sulih_store_key sulih_store_memory_key(struct sulih_view from_lang,
					      struct sulih_view to_lang, struct sulih_view source)
{
	_Alignas(64) XXH3_state_t state;

	XXH3_128bits_reset(&state);
	add(&state, SULIH_VIEW("tmx"));
	add(&state, from_lang);
	add(&state, to_lang);
	add(&state, source);
	return finish(&state);
}

void sulih_store_write_parts(const struct sulih_part *parts, size_t count, struct sulih_buffer *out)
{
	for (size_t i = 0; i < count; i++) {
		if (parts[i].placeholder != 0)
			sulih_buffer_printf(out, "%c%u%c", MARK, parts[i].placeholder, MARK);
		else
			sulih_buffer_add(out, parts[i].text);
	}
}

static bool add_part(struct sulih_item *item, struct sulih_view text, unsigned placeholder)
{
	struct sulih_part *part;

	if (placeholder == 0 && text.length == 0)
		return true;
	part = SULIH_VECTOR_ADD(&item->target);
	if (part == NULL)
		return false;
	*part = (struct sulih_part){ .text = text, .placeholder = placeholder };
	return true;
}

/* Each placeholder of the item once, in any order. */
static bool complete(const struct sulih_item *item)
{
	size_t seen = 0;

	for (size_t i = 0; i < item->target.count; i++) {
		unsigned number = item->target.items[i].placeholder;

		if (number == 0)
			continue;
		seen++;
		for (size_t k = 0; k < i; k++)
			if (item->target.items[k].placeholder == number)
				return false;
	}
	return seen == item->placeholders.count;
}

bool sulih_store_read_parts(struct sulih_view text, bool plain, struct sulih_arena *arena,
			    struct sulih_item *item)
{
	struct sulih_view kept = sulih_arena_copy(arena, text);
	size_t from = 0;

	item->target.count = 0;
	/* what another program has put there may be no text, or nothing: no sentence is lost for it
	 */
	if (kept.data == NULL || kept.length == 0 || sulih_utf8_valid_prefix(kept) != kept.length)
		return false;
	while (from < kept.length) {
		const char *mark = memchr(kept.data + from, MARK, kept.length - from);
		size_t at = mark ? (size_t)(mark - kept.data) : kept.length;
		unsigned long number;
		char *end;

		if (!add_part(item, sulih_view_slice(kept, from, at), 0))
			return false;
		if (mark == NULL)
			break;
		number = strtoul(mark + 1, &end, 10);
		if (*end != MARK || number < 1 || number > item->placeholders.count ||
		    !add_part(item, (struct sulih_view){ NULL, 0 }, (unsigned)number))
			return false;
		from = (size_t)(end - kept.data) + 1;
	}
	return plain || complete(item);
}
