/* What tools change besides a unit's target, and what they leave as it was. */
#include <libxml/tree.h>
#include <stdlib.h>

#include "base/letter.h"
#include "base/space.h"
#include "pipeline/format/xliff_tree.h"
#include "pipeline/format/xliff_unit.h"
#include "pipeline/protect/masks/twice.h"
#include "pipeline/translate/verify/verify.h"

/* Whether `text` is `pattern`, in which each SULIH_XLIFF_CODE_MARK stands for anything: what stands
 * before the first mark begins it, what stands behind the last one ends it, and the pieces between
 * follow each other, each where it is found first. */
static bool matches(struct sulih_view pattern, struct sulih_view text)
{
	size_t rest = pattern.length;
	struct sulih_view piece = sulih_view_cut(&pattern, SULIH_XLIFF_CODE_MARK);

	if (piece.length == rest)
		return sulih_view_equal(text, piece);
	if (!sulih_view_starts(text, piece))
		return false;
	for (size_t end = piece.length;;) {
		const char *found;

		text = sulih_view_slice(text, end, text.length);
		rest = pattern.length;
		piece = sulih_view_cut(&pattern, SULIH_XLIFF_CODE_MARK);
		if (piece.length == rest)
			return sulih_view_ends(text, piece);
		found = memmem(text.data, text.length, piece.data, piece.length);
		if (found == NULL)
			return false;
		end = (size_t)(found - text.data) + piece.length;
	}
}

/* Whether a source is that of the text: its doubled words may be written out (anak2 → anak-anak).
 */
static bool is_source_of(struct sulih_view source, struct sulih_view text)
{
	struct sulih_figures_ahead ahead = { { 0 }, { 0 } };
	struct sulih_buffer out = SULIH_BUFFER_INIT;
	bool kept = matches(source, text);

	if (!kept && sulih_write_twice(text, (struct sulih_span){ 0, text.length }, &ahead, &out))
		kept = out.failed != 0 || matches(source, sulih_buffer_view(&out));
	sulih_buffer_release(&out);
	return kept;
}

/* All of a unit's <source> or <target>, codes as marks. */
static void put_all(const struct sulih_xliff_unit *u, const char *name, struct sulih_buffer *out)
{
	const xmlNode *own = NULL;

	while ((own = sulih_xliff_next_own(u, name, own)) != NULL)
		sulih_xliff_put_bare(own, out);
}

bool sulih_xliff_source_kept(const struct sulih_xliff_unit *u)
{
	struct sulih_buffer source = SULIH_BUFFER_INIT;
	bool kept;

	put_all(u, "source", &source);
	/* tools indent a source as they do a target */
	kept = source.failed != 0 || is_source_of(sulih_space_cut(sulih_buffer_view(&source)),
						  sulih_space_cut(sulih_view_of(u->text)));
	sulih_buffer_release(&source);
	return kept;
}

static size_t primary_length(struct sulih_view code)
{
	size_t length = 0;

	while (length < code.length && sulih_byte_is_letter(code.data[length]))
		length++;
	return length;
}

bool sulih_xliff_same_language(struct sulih_view a, struct sulih_view b)
{
	size_t length = primary_length(a);

	if (length != primary_length(b))
		return false;
	for (size_t i = 0; i < length; i++)
		if (sulih_byte_lower(a.data[i]) != sulih_byte_lower(b.data[i]))
			return false;
	return true;
}

struct sulih_view sulih_xliff_other_language(const struct sulih_xliff_unit *u,
					     struct sulih_view language)
{
	for (const xmlNode *n = sulih_xliff_following(u->node, u->node, "target"); n != NULL;
	     n = sulih_xliff_following(u->node, n, "target")) {
		struct sulih_view said = sulih_xliff_attribute(n, "lang");

		/* matches of a memory (alt-trans, mtc:match) may be in any language */
		if (n->parent != u->node && !sulih_xliff_is_piece(n->parent))
			continue;
		if (said.length > 0 && !sulih_xliff_same_language(said, language))
			return said;
	}
	return SULIH_VIEW("");
}

/* The figures of the codes are the writer's too: a translator may write one out. */
static bool same_numbers(const struct sulih_xliff_unit *u, struct sulih_view source,
			 struct sulih_view target)
{
	const struct sulih_part from = { .text = source }, to = { .text = target };
	size_t count = json_array_size(u->codes);
	struct sulih_placeholder *codes = calloc(count + 1, sizeof(*codes));
	bool same = true;

	for (size_t i = 0; codes != NULL && i < count; i++)
		codes[i].target = sulih_view_of(json_string_value(json_array_get(u->codes, i)));
	if (codes != NULL)
		same = (sulih_verify_numbers(&from, 1, &to, 1,
					     (struct sulih_wire_names){ codes, count }) &
			SULIH_FAULT_NUMBER) == 0;
	free(codes);
	return same;
}

bool sulih_xliff_numbers_kept(const struct sulih_xliff_unit *u)
{
	struct sulih_buffer source = SULIH_BUFFER_INIT, target = SULIH_BUFFER_INIT;
	bool kept;

	put_all(u, "source", &source);
	put_all(u, "target", &target);
	kept = source.failed != 0 || target.failed != 0 ||
	       same_numbers(u, sulih_buffer_view(&source), sulih_buffer_view(&target));
	sulih_buffer_release(&source);
	sulih_buffer_release(&target);
	return kept;
}

static size_t glued_in(const struct sulih_xliff_unit *u, const char *name)
{
	size_t glued = sulih_xliff_glued(u, sulih_xliff_child(u->node, name));

	for (const xmlNode *n = u->node->children; n != NULL; n = n->next)
		if (sulih_xliff_is_piece(n))
			glued += sulih_xliff_glued(u, sulih_xliff_child(n, name));
	return glued;
}

bool sulih_xliff_codes_apart(const struct sulih_xliff_unit *u)
{
	return json_array_size(u->codes) == 0 || glued_in(u, "target") <= glued_in(u, "source");
}

/* Whether a state says that somebody wants the target as it is. */
static bool is_settled(const xmlNode *node)
{
	static const char *const states[] = { "translated", "reviewed", "final", "signed-off" };
	struct sulih_view state = sulih_xliff_attribute(node, "state");

	return SULIH_VIEW_IS_ONE_OF(state, states) ||
	       sulih_view_is(sulih_xliff_attribute(node, "approved"), "yes") ||
	       sulih_view_is(sulih_xliff_attribute(node, "translate"), "no");
}

/* Words that no name or code is: a sentence of names is the same in both languages. */
static bool has_small_words(struct sulih_view text)
{
	enum { FEW = 3 };
	size_t words = 0;

	for (size_t at = 0; at + 1 < text.length; at++)
		words += text.data[at] == ' ' && sulih_byte_is_lower(text.data[at + 1]);
	return words >= FEW;
}

bool sulih_xliff_untouched(const struct sulih_xliff_unit *u)
{
	struct sulih_buffer source = SULIH_BUFFER_INIT, target = SULIH_BUFFER_INIT;
	bool same;

	put_all(u, "source", &source);
	put_all(u, "target", &target);
	same = source.failed == 0 && has_small_words(sulih_buffer_view(&source)) &&
	       sulih_view_equal(sulih_buffer_view(&source), sulih_buffer_view(&target)) &&
	       !is_settled(u->node) && !is_settled(sulih_xliff_child(u->node, "target")) &&
	       !is_settled(sulih_xliff_child(u->node, "segment"));
	sulih_buffer_release(&source);
	sulih_buffer_release(&target);
	return same;
}
