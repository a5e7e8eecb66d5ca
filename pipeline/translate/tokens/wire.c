/* Shapes, and the way out: parts to wire text. */
#include "pipeline/translate/tokens/wire.h"

#include "base/letter.h"
#include "base/utf8.h"
#include "pipeline/translate/tokens/glue.h"
#include "pipeline/translate/tokens/token.h"

#define PLAIN(name, place, before, after)                                                          \
	{                                                                                          \
		name, SULIH_MARKUP_NONE, place, false, before, after, "", ""                       \
	}
#define TAG(name, markup, place, keep, before, after, close, element)                              \
	{                                                                                          \
		name, markup, place, keep, before, after, close, element                           \
	}

static const struct sulih_shape shapes[] = {
	PLAIN("brackets", SULIH_SHAPE_BRACKETED, "⟦", "⟧"),
	PLAIN("square", SULIH_SHAPE_BRACKETED, "[", "]"),
	PLAIN("letters", SULIH_SHAPE_LETTERED, "XN", "X"),
	PLAIN("double-square", SULIH_SHAPE_BRACKETED, "[[", "]]"),
	PLAIN("curly", SULIH_SHAPE_BRACKETED, "{", "}"),
	TAG("xml", SULIH_MARKUP_XML, SULIH_SHAPE_ATTRIBUTE, true, "<x id=\"", "\">", "</x>", "x"),
	TAG("xml-empty", SULIH_MARKUP_XML, SULIH_SHAPE_ATTRIBUTE, false, "<x id=\"", "\"/>", "",
	    "x"),
	TAG("span", SULIH_MARKUP_HTML, SULIH_SHAPE_ATTRIBUTE, true, "<span translate=\"no\" id=\"p",
	    "\">", "</span>", "span"),
	TAG("notranslate", SULIH_MARKUP_HTML, SULIH_SHAPE_ATTRIBUTE, true,
	    "<span class=\"notranslate\" id=\"p", "\">", "</span>", "span"),
	TAG("var", SULIH_MARKUP_HTML, SULIH_SHAPE_CONTENT, false, "<var>", "</var>", "", "var"),
	TAG("tag", SULIH_MARKUP_XML, SULIH_SHAPE_NAME, false, "<n", "/>", "", "n"),
};

const struct sulih_shape *sulih_shape_at(size_t index)
{
	return index < SULIH_COUNT(shapes) ? &shapes[index] : NULL;
}

const struct sulih_shape *sulih_shape_named(struct sulih_view name)
{
	for (size_t i = 0; i < SULIH_COUNT(shapes); i++)
		if (sulih_view_is(name, shapes[i].name))
			return &shapes[i];
	return NULL;
}

static bool put(char *room, size_t size, struct sulih_view text)
{
	if (text.length >= size)
		return false;
	memcpy(room, text.data, text.length);
	room[text.length] = '\0';
	return true;
}

/* Which element an opening text begins, and where in it the number stands. */
static bool parse_tag(struct sulih_shape *shape)
{
	size_t end = 1;

	while (sulih_byte_is_letter(shape->before[end]))
		end++;
	if (end == 1 || !put(shape->element, sizeof(shape->element),
			     sulih_view_make(shape->before + 1, end - 1)))
		return false;
	if (shape->before[end] == '\0')
		shape->place = SULIH_SHAPE_NAME;
	else if (strchr(shape->before + end, '>') != NULL)
		shape->place = SULIH_SHAPE_CONTENT;
	else
		shape->place = SULIH_SHAPE_ATTRIBUTE;
	return true;
}

int sulih_shape_parse(struct sulih_view open, struct sulih_view close, enum sulih_markup markup,
		      bool keep, struct sulih_shape *out, struct sulih_error *error)
{
	const char *mark = memmem(open.data, open.length, "${n}", 4);
	size_t at = mark ? (size_t)(mark - open.data) : 0;
	bool letters;

	memset(out, 0, sizeof(*out));
	out->name = "custom";
	out->markup = markup;
	out->keep = keep;
	if (mark == NULL || at == 0 || at + 4 == open.length)
		return sulih_fail(error, SULIH_ERROR_CONFIG,
				  "a token needs ${n} with something on both sides");
	if (!put(out->before, sizeof(out->before), sulih_view_slice(open, 0, at)) ||
	    !put(out->after, sizeof(out->after), sulih_view_slice(open, at + 4, open.length)) ||
	    !put(out->close, sizeof(out->close), close))
		return sulih_fail(error, SULIH_ERROR_CONFIG, "a token is too long");
	if (out->before[0] == '<') {
		if (markup == SULIH_MARKUP_NONE)
			return sulih_fail(error, SULIH_ERROR_CONFIG,
					  "a tag as token needs \"markup\": \"xml\" or \"html\"");
		if (!parse_tag(out))
			return sulih_fail(error, SULIH_ERROR_CONFIG, "the tag has no usable name");
		return 0;
	}
	if (keep || close.length > 0)
		return sulih_fail(error, SULIH_ERROR_CONFIG, "only a tag can hold the words");
	letters = sulih_byte_is_letter(out->before[at - 1]) && sulih_byte_is_letter(out->after[0]);
	out->place = letters ? SULIH_SHAPE_LETTERED : SULIH_SHAPE_BRACKETED;
	return 0;
}

bool sulih_wire_collides(const struct sulih_part *parts, size_t count,
			 const struct sulih_shape *shape)
{
	struct sulih_token token;

	for (size_t i = 0; i < count; i++) {
		struct sulih_view text = parts[i].text;

		if (parts[i].placeholder != 0)
			continue;
		for (size_t at = 0; at < text.length; at++)
			if (sulih_token_may_start(text.data[at], shape) &&
			    sulih_token_at(text, at, shape, &token) &&
			    /* a lone </x> of the text would be taken for a token's other half */
			    (token.exact || token.kind == SULIH_TOKEN_CLOSE))
				return true;
	}
	return false;
}

static void put_escaped(struct sulih_view text, enum sulih_markup markup, struct sulih_buffer *out)
{
	size_t from = 0;

	if (markup == SULIH_MARKUP_NONE) {
		sulih_buffer_add(out, text);
		return;
	}
	for (size_t i = 0; i < text.length; i++) {
		const char *with = text.data[i] == '&'	 ? "&amp;"
				   : text.data[i] == '<' ? "&lt;"
				   : text.data[i] == '>' ? "&gt;"
							 : NULL;

		if (with == NULL)
			continue;
		sulih_buffer_add(out, sulih_view_slice(text, from, i));
		sulih_buffer_puts(out, with);
		from = i + 1;
	}
	sulih_buffer_add(out, sulih_view_slice(text, from, text.length));
}

const struct sulih_placeholder *sulih_wire_name(struct sulih_wire_names names, unsigned number)
{
	/* those of an item stand in order, from 1 */
	if (number >= 1 && number <= names.count && names.items[number - 1].number == number)
		return &names.items[number - 1];
	for (size_t i = 0; i < names.count; i++)
		if (names.items[i].number == number)
			return &names.items[i];
	return NULL;
}

/* The words inside a protected element help the engine to choose articles and
 * prepositions.  A whole quote would be billed twice: a stand-in is enough. */
static struct sulih_view kept_words(unsigned number, struct sulih_wire_names names)
{
	const struct sulih_placeholder *one = sulih_wire_name(names, number);

	if (one == NULL)
		return SULIH_VIEW("");
	return one->kind == SULIH_KIND_QUOTE ? SULIH_VIEW("“…”") : one->source;
}

void sulih_wire_write(const struct sulih_part *parts, size_t count, struct sulih_wire_names names,
		      const struct sulih_shape *shape, struct sulih_buffer *out)
{
	bool apart = shape->place == SULIH_SHAPE_LETTERED;

	for (size_t i = 0; i < count; i++) {
		if (parts[i].placeholder == 0) {
			put_escaped(parts[i].text, shape->markup, out);
			continue;
		}
		/* the blank goes on the way back (glue.h) */
		if (apart && sulih_glued_left(parts, i))
			sulih_buffer_putc(out, ' ');
		sulih_buffer_puts(out, shape->before);
		sulih_buffer_put_number(out, parts[i].placeholder);
		sulih_buffer_puts(out, shape->after);
		if (shape->keep)
			put_escaped(kept_words(parts[i].placeholder, names), shape->markup, out);
		sulih_buffer_puts(out, shape->close);
		if (apart && sulih_glued_right(parts, count, i) && parts[i + 1].placeholder == 0)
			sulih_buffer_putc(out, ' ');
	}
}
