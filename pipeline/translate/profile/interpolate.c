/* Strings with ${…} in them. */
#include <stdio.h>

#include "base/json_write.h"
#include "pipeline/translate/profile/expand.h"

bool sulih_expand_is_builtin(struct sulih_view name)
{
	static const char *const names[] = { "text",  "source", "target", "context", "legend",
					     "count", "i",	"token",  "markup" };

	return SULIH_VIEW_IS_ONE_OF(name, names);
}

int sulih_expand_value(struct sulih_expansion *x, struct sulih_view name, char room[24],
		       struct sulih_view *value, struct sulih_error *error)
{
	for (size_t i = 0; i < x->variable_count; i++) {
		if (sulih_view_equal(x->variables[i].name, name)) {
			*value = x->variables[i].value;
			return 0;
		}
	}
	*value = SULIH_VIEW("");
	if (sulih_view_is(name, "text")) {
		if (x->at < x->text_count)
			*value = x->texts[x->at];
	} else if (sulih_view_is(name, "context")) {
		*value = x->context;
	} else if (sulih_view_is(name, "legend")) {
		*value = x->legend;
	} else if (sulih_view_is(name, "markup")) {
		*value = x->markup;
	} else if (sulih_view_is(name, "count") || sulih_view_is(name, "i")) {
		snprintf(room, 24, "%zu", name.length == 1 ? x->at + 1 : x->text_count);
		*value = sulih_view_of(room);
	} else {
		return sulih_fail(error, SULIH_ERROR_CONFIG, "the variable %.*s has no value",
				  SULIH_VIEW_ARGS(name));
	}
	return 0;
}

void sulih_percent_encode(struct sulih_buffer *out, struct sulih_view text, bool slashes)
{
	static const char digits[] = "0123456789ABCDEF";

	for (size_t i = 0; i < text.length; i++) {
		unsigned char c = (unsigned char)text.data[i];
		char three[3] = { '%', digits[c >> 4], digits[c & 15] };

		if ((c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') || c == '-' ||
		    c == '.' || c == '_' || c == '~' || (slashes && c == '/'))
			sulih_buffer_putc(out, (char)c);
		else
			sulih_buffer_append(out, three, 3);
	}
}

static int put(struct sulih_buffer *out, struct sulih_view text, enum sulih_escape escape,
	       struct sulih_error *error)
{
	switch (escape) {
	case SULIH_ESCAPE_NONE:
		sulih_buffer_add(out, text);
		break;
	case SULIH_ESCAPE_JSON:
		sulih_json_escape(out, text);
		break;
	case SULIH_ESCAPE_PERCENT:
		sulih_percent_encode(out, text, false);
		break;
	case SULIH_ESCAPE_URL:
		sulih_percent_encode(out, text, true);
		break;
	case SULIH_ESCAPE_HEADER:
		/* A line end would begin a header of the text's own making. */
		for (size_t i = 0; i < text.length; i++)
			if (text.data[i] == '\r' || text.data[i] == '\n' || text.data[i] == '\0')
				return sulih_fail(error, SULIH_ERROR_CONFIG,
						  "a line end in a header's value");
		sulih_buffer_add(out, text);
		break;
	}
	return 0;
}

int sulih_expand_string(const char *text, struct sulih_expansion *x, enum sulih_escape escape,
			struct sulih_buffer *out, struct sulih_error *error)
{
	const enum sulih_escape literal = escape == SULIH_ESCAPE_URL ? SULIH_ESCAPE_NONE : escape;

	for (;;) {
		const char *open = strstr(text, "${");
		const char *close = open ? strchr(open, '}') : NULL;
		struct sulih_view value;
		char room[24];
		int code;

		if (close == NULL)
			return put(out, sulih_view_of(text), literal, error);
		code = put(out, sulih_view_make(text, (size_t)(open - text)), literal, error);
		if (code == 0)
			code = sulih_expand_value(
				x, sulih_view_make(open + 2, (size_t)(close - open) - 2), room,
				&value, error);
		if (code == 0)
			code = put(out, value, escape, error);
		if (code != 0)
			return code;
		text = close + 1;
	}
}
