/* What may be seen of an endpoint's talk: all but its secrets. */
#include <strings.h>

#include "base/character.h"
#include "pipeline/translate/endpoint/endpoint.h"

/* A short key may be part of a host's name by chance. */
enum { SHORTEST_HIDDEN = 4, SHORTEST_TOLD = 8 };

/* Bytes of "\u002f": a byte at the end of text that was cut may be spelt by fewer. */
enum { LONGEST_SPELT = 6 };

/* Two digits as a byte, or -1. */
static int hex_byte(const char *two)
{
	int high = sulih_digit_value(two[0], true), low = sulih_digit_value(two[1], true);

	return high < 0 || low < 0 ? -1 : high * 16 + low;
}

/* One byte as it may be spelt at text[at]: as it is, "%2F", "+" for a blank, "\\/", "\\u002f".
 * Its length there, or 0. */
static size_t match_byte(struct sulih_view text, size_t at, char wanted)
{
	const char *p = text.data + at;
	size_t left = text.length - at;

	if (left >= 3 && p[0] == '%' && hex_byte(p + 1) == (unsigned char)wanted)
		return 3;
	if (left >= 6 && p[0] == '\\' && p[1] == 'u' && p[2] == '0' && p[3] == '0' &&
	    hex_byte(p + 4) == (unsigned char)wanted)
		return 6;
	if (left >= 2 && p[0] == '\\' && p[1] == wanted &&
	    (wanted == '"' || wanted == '\\' || wanted == '/'))
		return 2;
	if (left >= 1 && (p[0] == wanted || (p[0] == '+' && wanted == ' ')))
		return 1;
	return 0;
}

/* Length of the secret that stands at `at`, or 0.  With `cut`, of text that was shortened, also the
 * beginning of one that its end cuts off. */
static size_t match_secret(struct sulih_view text, size_t at, struct sulih_view secret, bool cut)
{
	size_t from = at;

	for (size_t i = 0; i < secret.length; i++) {
		size_t length = at < text.length ? match_byte(text, at, secret.data[i]) : 0;

		if (length == 0 && cut && i >= SHORTEST_HIDDEN && text.length - at < LONGEST_SPELT)
			return text.length - from;
		if (length == 0)
			return 0;
		at += length;
	}
	return at - from;
}

bool sulih_endpoint_reveals(const struct sulih_endpoint *e, struct sulih_view text)
{
	for (size_t i = 0; i < e->variables.count; i++) {
		const struct sulih_variable *one = &e->variables.items[i];

		if (!one->secret || one->value.length < SHORTEST_TOLD)
			continue;
		for (size_t at = 0; at < text.length; at++)
			if (match_secret(text, at, one->value, false) > 0)
				return true;
	}
	return false;
}

static void hide(const struct sulih_endpoint *e, struct sulih_view text, bool cut,
		 struct sulih_buffer *out)
{
	for (size_t at = 0; at < text.length;) {
		size_t skip = 0;

		for (size_t i = 0; i < e->variables.count; i++) {
			const struct sulih_variable *one = &e->variables.items[i];
			size_t length = 0;

			if (one->secret && one->value.length >= SHORTEST_HIDDEN)
				length = match_secret(text, at, one->value, cut);
			skip = length > skip ? length : skip;
		}
		if (skip > 0)
			sulih_buffer_puts(out, "***");
		else
			sulih_buffer_putc(out, text.data[at]);
		at += skip ? skip : 1;
	}
}

void sulih_endpoint_hide(const struct sulih_endpoint *e, struct sulih_view text,
			 struct sulih_buffer *out)
{
	hide(e, text, false, out);
}

/* "***" is shorter than what it stands for, so that there is room. */
void sulih_endpoint_hide_cut(const struct sulih_endpoint *e, char *message)
{
	struct sulih_buffer hidden = SULIH_BUFFER_INIT;
	size_t length = strlen(message);

	hide(e, sulih_view_make(message, length), true, &hidden);
	if (hidden.failed != 0 || hidden.length > length)
		message[0] = '\0';
	else
		memcpy(message, sulih_buffer_view(&hidden).data, hidden.length + 1);
	sulih_buffer_release(&hidden);
}

/* Headers whose value is a secret in some form: basic and signed ones are not the key itself. */
static bool hides_value(struct sulih_view line)
{
	static const char *const names[] = { "authorization:", "proxy-authorization:",
					     "x-amz-security-token:", "cookie:", "set-cookie:" };

	for (size_t i = 0; i < SULIH_COUNT(names); i++)
		if (line.length > strlen(names[i]) &&
		    strncasecmp(line.data, names[i], strlen(names[i])) == 0)
			return true;
	return false;
}

void sulih_endpoint_trace(void *endpoint, char direction, struct sulih_view text)
{
	const struct sulih_endpoint *e = endpoint;
	struct sulih_buffer line = SULIH_BUFFER_INIT;

	while (text.length > 0) {
		const char *end = memchr(text.data, '\n', text.length);
		size_t length = end ? (size_t)(end - text.data) : text.length;
		struct sulih_view one = sulih_view_make(text.data, length);

		if (one.length > 0 && one.data[one.length - 1] == '\r')
			one.length--;
		sulih_buffer_clear(&line);
		sulih_buffer_printf(&line, "%c ", direction);
		if (hides_value(one))
			sulih_buffer_printf(
				&line, "%.*s: ***",
				(int)((const char *)memchr(one.data, ':', one.length) - one.data),
				one.data);
		else
			sulih_endpoint_hide(e, one, &line);
		if (one.length > 0 && line.failed == 0)
			e->options->on_trace(e->options->people, line.data);
		text = sulih_view_slice(text, end ? length + 1 : length, text.length);
	}
	sulih_buffer_release(&line);
}
