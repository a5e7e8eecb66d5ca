/*
 * An answer's plain text: one line, its character references decoded exactly once
 * where the profile says that there are some.
 */
#include "base/bytes.h"
#include "base/character.h"
#include "base/utf8.h"
#include "pipeline/translate/tokens/wire.h"

enum { LONGEST_REFERENCE = 34 }; /* "&CounterClockwiseContourIntegral;" */

/* "#39" or "#x27"; false when it is none. */
static bool numbered(struct sulih_view name, uint32_t *c)
{
	bool hexadecimal = name.length > 2 && (name.data[1] | 32) == 'x';
	uint32_t value = 0;

	for (size_t i = hexadecimal ? 2 : 1; i < name.length; i++) {
		int digit = sulih_digit_value(name.data[i], hexadecimal);

		if (digit < 0)
			return false;
		if (value <= 0x10FFFF)
			value = value * (hexadecimal ? 16 : 10) + (uint32_t)digit;
	}
	*c = sulih_character_numbered(value);
	return *c != SULIH_REPLACEMENT || value == SULIH_REPLACEMENT;
}

static bool named_in_xml(struct sulih_view name, uint32_t *c)
{
	static const struct {
		const char *name;
		char c;
	} names[] = {
		{ "amp", '&' }, { "lt", '<' }, { "gt", '>' }, { "quot", '"' }, { "apos", '\'' }
	};

	for (size_t i = 0; i < SULIH_COUNT(names); i++)
		if (sulih_view_is(name, names[i].name)) {
			*c = (unsigned char)names[i].c;
			return true;
		}
	return false;
}

/* The reference at text.data[at], an ampersand; where it ends, or `at` when it is none.  Without
 * its semicolon it is none: "AT&T" and "?a=1&copy=2" are the writer's own. */
static size_t reference_end(struct sulih_view text, size_t at, enum sulih_unescape rule,
			    uint32_t c[2])
{
	size_t most = text.length - at > LONGEST_REFERENCE ? LONGEST_REFERENCE : text.length - at;
	const char *end = memchr(text.data + at, ';', most);
	struct sulih_view name;

	c[1] = 0;
	if (end == NULL || end == text.data + at + 1)
		return at;
	name = sulih_view_make(text.data + at + 1, (size_t)(end - text.data) - at - 1);
	if (name.data[0] == '#' ? !numbered(name, c)
	    : rule == SULIH_UNESCAPE_XML
		    ? !named_in_xml(name, c)
		    : !sulih_character_named(sulih_view_make(name.data, name.length + 1), c, NULL))
		return at;
	return (size_t)(end - text.data) + 1;
}

/* What nobody sees and some engines write: a soft hyphen, a zero-width blank, marks and overrides
 * of direction, a byte-order mark.  Joiners stay: other languages are spelt with them. */
static bool is_invisible(uint32_t c)
{
	return c == 0xAD || c == 0x200B || c == 0x200E || c == 0x200F ||
	       (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
}

/* U+0085, U+2028, U+2029 and what else U+0080 to U+009F are: a line end or a control. */
static bool is_wide_control(uint32_t c)
{
	return (c >= 0x80 && c <= 0x9F) || c == 0x2028 || c == 0x2029;
}

static void decode(struct sulih_view text, enum sulih_unescape rule, struct sulih_buffer *out)
{
	size_t from = 0, at = 0;

	while (rule != SULIH_UNESCAPE_NONE && at < text.length) {
		const char *mark = memchr(text.data + at, '&', text.length - at);
		uint32_t c[2];
		size_t end;

		if (mark == NULL)
			break;
		at = (size_t)(mark - text.data);
		end = reference_end(text, at, rule, c);
		if (end == at) {
			at++;
			continue;
		}
		sulih_buffer_add(out, sulih_view_slice(text, from, at));
		/* "&#10;" and "&#8232;" would be line ends */
		if (c[0] < 0x20 || c[0] == 0x7F || is_wide_control(c[0]))
			sulih_buffer_putc(out, ' ');
		else if (!is_invisible(c[0]))
			sulih_buffer_put_code_point(out, c[0]);
		if (c[1] != 0)
			sulih_buffer_put_code_point(out, c[1]);
		from = at = end;
	}
	sulih_buffer_add(out, sulih_view_slice(text, from, text.length));
}

static bool has_ampersand(struct sulih_view text)
{
	return text.length > 0 && memchr(text.data, '&', text.length) != NULL;
}

/* Text engines that were made for the web escape what nobody asked them to; but an ampersand
 * of the writer's own may come back as it is. */
enum sulih_unescape sulih_unescape_rule(enum sulih_unescape rule, const struct sulih_shape *shape,
					const struct sulih_part *sent, size_t count)
{
	if (rule != SULIH_UNESCAPE_AS_SENT)
		return rule;
	if (shape->markup == SULIH_MARKUP_NONE)
		for (size_t i = 0; i < count; i++)
			if (sent[i].placeholder == 0 && has_ampersand(sent[i].text))
				return SULIH_UNESCAPE_NONE;
	return SULIH_UNESCAPE_HTML;
}

static uint64_t controls_among(uint64_t bytes)
{
	return sulih_bytes_between(bytes, 0, 0x1F) | sulih_bytes_between(bytes, 0x7F, 0x7F);
}

/* The same for characters of more than a byte, in place; gives the new length. */
static size_t drop_unseen(char *bytes, size_t length)
{
	struct sulih_view line = { bytes, length };
	size_t to = 0, used;

	for (size_t at = 0; at < length; at += used) {
		size_t from = at;
		uint32_t c;

		at = sulih_utf8_skip_ascii(line, at);
		while (at < length && (unsigned char)bytes[at] < 0x80)
			at++;
		memmove(bytes + to, bytes + from, at - from);
		to += at - from;
		if (at == length)
			break;
		c = sulih_utf8_decode(bytes + at, length - at, &used);
		if (is_wide_control(c) && to > 0 && bytes[to - 1] != ' ')
			bytes[to++] = ' ';
		if (is_wide_control(c) || is_invisible(c))
			continue;
		memmove(bytes + to, bytes + at, used);
		to += used;
	}
	return to;
}

/* Without line ends, control characters, what is invisible and outer blanks: what goes out is one
 * line, and a format's lines are not the engine's business. */
struct sulih_view sulih_answer_line(struct sulih_view answer, struct sulih_arena *arena)
{
	char *bytes = sulih_arena_alloc(arena, answer.length + 1);
	size_t length = 0;

	if (bytes == NULL)
		return (struct sulih_view){ NULL, 0 };
	for (size_t at = 0; at < answer.length;) {
		size_t from = at;

		if (length > 0 || answer.data[from] != ' ') {
			at = sulih_bytes_skip(answer, at, controls_among);
			while (at < answer.length && (unsigned char)answer.data[at] >= 0x20 &&
			       answer.data[at] != 0x7F)
				at++;
		}
		memcpy(bytes + length, answer.data + from, at - from);
		length += at - from;
		/* a control character, or a blank before everything */
		if (at < answer.length && length > 0 && bytes[length - 1] != ' ')
			bytes[length++] = ' ';
		at++;
	}
	length = drop_unseen(bytes, length);
	while (length > 0 && bytes[length - 1] == ' ')
		length--;
	return sulih_view_make(bytes, length);
}

struct sulih_view sulih_answer_decode(struct sulih_view text, enum sulih_unescape rule,
				      struct sulih_arena *arena)
{
	struct sulih_buffer decoded = SULIH_BUFFER_INIT;

	if (rule == SULIH_UNESCAPE_NONE || !has_ampersand(text))
		return text;
	decode(text, rule, &decoded);
	text = decoded.failed ? (struct sulih_view){ NULL, 0 }
			      : sulih_arena_copy(arena, sulih_buffer_view(&decoded));
	sulih_buffer_release(&decoded);
	return text;
}
