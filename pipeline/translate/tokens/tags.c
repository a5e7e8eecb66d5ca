/* Tokens that are tags: <x id="1">…</x>, <n1/>, <var>1</var>, however they were spelt anew. */
#include <strings.h>

#include "base/letter.h"
#include "pipeline/translate/tokens/scan.h"
#include "pipeline/translate/tokens/token.h"

enum { LONGEST_TAG = 160 };

/* "<", "&lt;", "＜", "\<"; returns its end or `at`. */
static size_t angle(struct sulih_view text, size_t at, bool closing)
{
	const char *entity = closing ? "&gt;" : "&lt;";
	size_t from = at, next;
	uint32_t c;

	while (sulih_scan_peek(text, from, &next) == '\\')
		from = next;
	c = sulih_scan_peek(text, from, &next);
	if (c == (closing ? '>' : '<') || c == (closing ? 0xFF1E : 0xFF1C))
		return next;
	return from < text.length && sulih_scan_starts(text, from, entity) ? from + 4 : at;
}

/* Reads "< / NAME"; returns its end or `at`. */
static size_t tag_name(struct sulih_view text, size_t at, const struct sulih_shape *shape,
		       bool *closing)
{
	size_t end = angle(text, at, false), next;

	if (end == at)
		return at;
	end = sulih_scan_skip_junk(text, end);
	*closing = sulih_scan_peek(text, end, &next) == '/';
	if (*closing)
		end = sulih_scan_skip_junk(text, next);
	for (const char *p = shape->element; *p; p++) {
		if (!sulih_scan_same_letter(sulih_scan_peek(text, end, &next), *p))
			return at;
		end = next;
	}
	return sulih_is_letter(sulih_scan_peek(text, end, &next)) ? at : end;
}

/* Where the tag's angle closes: the start of ">"; text.length when it never does. */
static size_t tag_end(struct sulih_view text, size_t from)
{
	size_t most = text.length - from > LONGEST_TAG ? from + LONGEST_TAG : text.length;

	for (size_t i = from; i < most; i++) {
		char c = text.data[i];

		if ((c == '>' || c == '&' || c == '\xEF') && angle(text, i, true) > i)
			return i;
		if (c == '<')
			break;
	}
	return text.length;
}

/* Behind the "=" of the attribute that holds the number; tag.length when it is not there. */
static size_t attribute_value(struct sulih_view tag, const struct sulih_shape *shape)
{
	const char *equals = strrchr(shape->before, '='), *name = equals;
	size_t length, next;

	while (name != NULL && name > shape->before && name[-1] != ' ')
		name--;
	length = name ? (size_t)(equals - name) : 0;
	for (size_t at = 0; length > 0 && at + length < tag.length; at++) {
		if (strncasecmp(tag.data + at, name, length) != 0 ||
		    (at > 0 && sulih_byte_is_letter(tag.data[at - 1])))
			continue;
		next = sulih_scan_skip_junk(tag, at + length);
		if (next < tag.length && tag.data[next] == '=')
			return next + 1;
	}
	return tag.length;
}

/* The number inside a tag, behind its attribute: id = &quot;p1&quot; */
static bool attribute_number(struct sulih_view tag, const struct sulih_shape *shape,
			     unsigned *number)
{
	size_t at = attribute_value(tag, shape), next;

	while (at < tag.length) {
		if (sulih_scan_starts(tag, at, "&#34;"))
			at += 5;
		else if (sulih_scan_digit(sulih_scan_peek(tag, at, &next)) >= 0)
			return sulih_scan_number(tag, at, number) > at;
		else
			at = next;
	}
	return false;
}

bool sulih_token_tag_at(struct sulih_view text, size_t at, const struct sulih_shape *shape,
			struct sulih_token *token)
{
	bool closing, empty;
	size_t name = tag_name(text, at, shape, &closing), stop, inner;

	if (name == at)
		return false;
	stop = tag_end(text, name);
	if (stop == text.length)
		return false;
	token->start = at;
	token->end = angle(text, stop, true);
	token->number = 0;
	empty = stop > name && text.data[stop - 1] == '/';
	token->kind = closing		      ? SULIH_TOKEN_CLOSE
		      : shape->keep && !empty ? SULIH_TOKEN_OPEN
					      : SULIH_TOKEN_WHOLE;
	if (closing)
		return true;
	if (shape->place == SULIH_SHAPE_ATTRIBUTE)
		return attribute_number(sulih_view_slice(text, name, stop), shape, &token->number);
	if (shape->place == SULIH_SHAPE_NAME)
		return sulih_scan_number(text, name, &token->number) > name;
	inner = sulih_scan_skip_junk(text, token->end);
	stop = sulih_scan_number(text, inner, &token->number);
	if (stop == inner)
		return false;
	stop = sulih_scan_skip_junk(text, stop);
	name = tag_name(text, stop, shape, &closing);
	if (name == stop || !closing || tag_end(text, name) == text.length)
		return false;
	token->end = angle(text, tag_end(text, name), true);
	return true;
}
