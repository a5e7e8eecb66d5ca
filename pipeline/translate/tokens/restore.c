/*
 * The way back: an answer's tokens become placeholders again.
 *
 * First every token is found, then it is decided which one stands for which
 * placeholder, and last the text between them is cut into parts.  A damaged token
 * counts only when its number was sent and the source's own words have nothing
 * that looks the same ("ayat (1)" is no placeholder).
 */
#include <stdlib.h>

#include "base/letter.h"
#include "base/utf8.h"
#include "pipeline/translate/tokens/dress.h"
#include "pipeline/translate/tokens/glue.h"
#include "pipeline/translate/tokens/token.h"

struct found {
	struct sulih_token token;
	bool used; /* stands for its placeholder */
	bool drop; /* remains of a token: taken out of the text */
};

struct reading {
	struct sulih_view text; /* cleaned answer, in the arena */
	const struct sulih_part *source;
	size_t source_count;
	struct sulih_wire_names names;
	const struct sulih_shape *shape;
	enum sulih_unescape unescape; /* of what is still to be decoded */
	struct sulih_arena *arena;
	SULIH_VECTOR(struct found) found;
	int state; /* SULIH_WIRE_* */
};

static bool is_sent(const struct reading *r, unsigned number)
{
	for (size_t i = 0; i < r->source_count; i++)
		if (number != 0 && r->source[i].placeholder == number)
			return true;
	return false;
}

/* Whether the source's own words hold something like a token of that number. */
static bool source_has(const struct reading *r, unsigned number)
{
	struct sulih_token token;

	for (size_t i = 0; i < r->source_count; i++) {
		struct sulih_view text = r->source[i].text;

		if (r->source[i].placeholder != 0)
			continue;
		for (size_t at = 0; at < text.length; at++) {
			if (!sulih_token_may_start(text.data[at], r->shape) ||
			    !sulih_token_at(text, at, r->shape, &token))
				continue;
			if (token.number == number)
				return true;
			at = token.end - 1;
		}
	}
	return false;
}

static int find_tokens(struct reading *r)
{
	struct sulih_token token;

	for (size_t at = 0; at < r->text.length; at++) {
		struct found *found;

		if (!sulih_token_may_start(r->text.data[at], r->shape) ||
		    !sulih_token_at(r->text, at, r->shape, &token))
			continue;
		if (!token.exact && token.kind != SULIH_TOKEN_CLOSE &&
		    (!is_sent(r, token.number) || source_has(r, token.number)))
			continue;
		found = SULIH_VECTOR_ADD(&r->found);
		if (found == NULL)
			return SULIH_ERROR_MEMORY;
		found->token = token;
		at = token.end - 1;
	}
	return 0;
}

/* A sign that the engine put before a token, and that the source has nowhere: Apertium marks with a
 * star what it does not know, escaped Markdown has a backslash. */
static void take_signs(struct reading *r, char sign)
{
	for (size_t i = 0; i < r->source_count; i++)
		if (r->source[i].placeholder == 0 && r->source[i].text.length > 0 &&
		    memchr(r->source[i].text.data, sign, r->source[i].text.length) != NULL)
			return;
	for (size_t i = 0; i < r->found.count; i++) {
		struct sulih_token *token = &r->found.items[i].token;

		if (token->start == 0 || r->text.data[token->start - 1] != sign)
			continue;
		token->start--;
		token->exact = false;
	}
}

static size_t skip_blanks(struct sulih_view text, size_t at)
{
	while (at < text.length && text.data[at] == ' ')
		at++;
	return at;
}

static struct sulih_view words_of(const struct reading *r, unsigned number, bool target)
{
	const struct sulih_placeholder *one = sulih_wire_name(r->names, number);

	if (one == NULL)
		return SULIH_VIEW("");
	return target ? one->target : one->source;
}

/* An engine that empties an element leaves its words beside it: take them in. */
static bool take_words(struct reading *r, struct sulih_token *token)
{
	for (int target = 0; target < 2; target++) {
		struct sulih_view words = words_of(r, token->number, target);
		size_t after = skip_blanks(r->text, token->end), before = token->start;

		if (words.length == 0)
			continue;
		if (sulih_view_starts(sulih_view_slice(r->text, after, r->text.length), words)) {
			token->end = after + words.length;
			return true;
		}
		while (before > 0 && r->text.data[before - 1] == ' ')
			before--;
		if (sulih_view_ends(sulih_view_slice(r->text, 0, before), words)) {
			token->start = before - words.length;
			return true;
		}
	}
	return false;
}

/* Joins opening and closing tags; what stood between them is thrown away. */
static void join_elements(struct reading *r)
{
	for (size_t i = 0; i < r->found.count; i++) {
		struct found *one = &r->found.items[i];
		struct found *next = i + 1 < r->found.count ? one + 1 : NULL;
		bool closed = next != NULL && next->token.kind == SULIH_TOKEN_CLOSE;
		bool empty;

		if (one->token.kind == SULIH_TOKEN_CLOSE) {
			if (!one->drop)
				r->state |= SULIH_WIRE_REPAIRED;
			one->drop = true;
			continue;
		}
		if (one->token.kind == SULIH_TOKEN_WHOLE) {
			if (r->shape->keep) {
				take_words(r, &one->token);
				one->token.exact = false;
			}
			continue;
		}
		if (closed) {
			empty = skip_blanks(r->text, one->token.end) == next->token.start;
			one->token.end = next->token.end;
			next->drop = true;
			if (empty && take_words(r, &one->token))
				one->token.exact = false;
		} else if (!take_words(r, &one->token)) {
			/* nobody knows which words belong to it */
			one->token.number = 0;
			one->drop = true;
			r->state |= SULIH_WIRE_DUPLICATED;
		} else {
			one->token.exact = false;
		}
	}
}

static bool only_blanks(struct sulih_view text, size_t from, size_t to)
{
	return from >= to || skip_blanks(text, from) >= to;
}

/* Of two tokens of one number the exact one stays, else the first. */
static void choose(struct reading *r, unsigned number)
{
	struct found *kept = NULL;

	for (size_t i = 0; i < r->found.count; i++) {
		struct found *one = &r->found.items[i];

		if (one->drop || one->token.number != number)
			continue;
		if (kept == NULL || (one->token.exact && !kept->token.exact))
			kept = one;
	}
	if (kept == NULL) {
		r->state |= SULIH_WIRE_LOST;
		return;
	}
	kept->used = true;
	if (!kept->token.exact)
		r->state |= SULIH_WIRE_REPAIRED;
	for (size_t i = 0; i < r->found.count; i++) {
		struct found *one = &r->found.items[i];
		bool near;

		if (one == kept || one->drop || one->token.number != number)
			continue;
		near = one > kept ? only_blanks(r->text, kept->token.end, one->token.start)
				  : only_blanks(r->text, one->token.end, kept->token.start);
		if (!one->token.exact && !near && !r->shape->element[0])
			continue; /* a look-alike beside the real one is plain text */
		one->drop = true;
		r->state |= near ? SULIH_WIRE_REPAIRED : SULIH_WIRE_DUPLICATED;
	}
}

static int add_text(struct reading *r, size_t from, size_t to, struct sulih_parts *out)
{
	struct sulih_part *part;

	if (from >= to)
		return 0;
	part = SULIH_VECTOR_ADD(out);
	if (part == NULL)
		return SULIH_ERROR_MEMORY;
	part->text =
		sulih_answer_decode(sulih_view_slice(r->text, from, to), r->unescape, r->arena);
	return part->text.data == NULL ? SULIH_ERROR_MEMORY : 0;
}

static int cut_parts(struct reading *r, struct sulih_parts *out)
{
	size_t from = 0;
	int code = 0;

	for (size_t i = 0; i < r->found.count && code == 0; i++) {
		const struct found *one = &r->found.items[i];
		struct sulih_part *part;

		if (one->token.start < from || (!one->used && !one->drop))
			continue;
		code = add_text(r, from, one->token.start, out);
		from = one->token.end;
		if (code != 0 || one->drop)
			continue;
		part = SULIH_VECTOR_ADD(out);
		if (part == NULL)
			return SULIH_ERROR_MEMORY;
		part->placeholder = one->token.number;
	}
	return code ? code : add_text(r, from, r->text.length, out);
}

int sulih_wire_read(struct sulih_view answer, const struct sulih_part *source, size_t source_count,
		    struct sulih_wire_names names, const struct sulih_shape *shape,
		    enum sulih_unescape unescape, struct sulih_arena *arena,
		    struct sulih_parts *out)
{
	struct reading r = { .source = source,
			     .source_count = source_count,
			     .names = names,
			     .shape = shape,
			     .unescape = sulih_unescape_rule(unescape, shape, source, source_count),
			     .arena = arena };
	bool masked = false;
	int code;

	out->count = 0;
	r.text = sulih_answer_line(answer, arena);
	/* a plain token may be written as references ("&#91;1&#93;"), a tag is told by its shape */
	if (shape->markup == SULIH_MARKUP_NONE) {
		r.text = sulih_answer_decode(r.text, r.unescape, arena);
		r.unescape = SULIH_UNESCAPE_NONE;
	}
	if (r.text.data == NULL)
		return SULIH_ERROR_MEMORY;
	for (size_t i = 0; i < source_count; i++)
		masked = masked || source[i].placeholder != 0;
	/* Without tokens sent, whatever looks like one is the writer's own. */
	if (masked) {
		code = find_tokens(&r);
		if (code != 0)
			goto out;
		take_signs(&r, '*');
		take_signs(&r, '\\');
		join_elements(&r);
		for (size_t i = 0; i < source_count; i++)
			if (source[i].placeholder != 0)
				choose(&r, source[i].placeholder);
		for (size_t i = 0; i < r.found.count; i++)
			if (!r.found.items[i].used && !r.found.items[i].drop &&
			    r.found.items[i].token.exact)
				r.state |= SULIH_WIRE_STRAY;
	}
	code = cut_parts(&r, out);
	if (code == 0)
		sulih_undress(source, source_count, out);
	if (code == 0 && masked)
		sulih_reglue(source, source_count, out);
out:
	SULIH_VECTOR_RELEASE(&r.found);
	return code != 0 ? code : r.state;
}
