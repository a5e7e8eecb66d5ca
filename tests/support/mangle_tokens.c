/* What bad engines do to placeholders: dropped, doubled, renumbered, escaped, turned round. */
#include "tests/support/mangle_tokens.h"

#include <stdio.h>
#include <stdlib.h>

static const char *const shapes[][2] = {
	{ "⟦", "⟧" },
	{ "[[", "]]" },
	{ "[", "]" },
	{ "{", "}" },
	{ "XN", "X" },
	{ "<x id=\"", "\"/>" },
	{ "<x id=\"", "\">" },
	{ "<span translate=\"no\" id=\"p", "\">" },
	{ "<span class=\"notranslate\" id=\"p", "\">" },
	{ "<var>", "</var>" },
	{ "<n", "/>" },
};

bool mangle_token_at(struct sulih_view text, size_t at, struct mangle_token *token)
{
	for (size_t i = 0; i < SULIH_COUNT(shapes); i++) {
		struct sulih_view rest = sulih_view_slice(text, at, text.length);
		size_t open = strlen(shapes[i][0]), digits = 0;

		if (!sulih_view_starts(rest, sulih_view_of(shapes[i][0])))
			continue;
		while (open + digits < rest.length && digits < 6 &&
		       rest.data[open + digits] >= '0' && rest.data[open + digits] <= '9')
			digits++;
		if (digits == 0 ||
		    !sulih_view_starts(sulih_view_slice(rest, open + digits, rest.length),
				       sulih_view_of(shapes[i][1])))
			continue;
		token->start = at;
		token->end = at + open + digits + strlen(shapes[i][1]);
		token->open = shapes[i][0];
		token->close = shapes[i][1];
		snprintf(token->number, sizeof(token->number), "%.*s", (int)digits,
			 rest.data + open);
		return true;
	}
	return false;
}

static void put_token(struct sulih_buffer *out, const struct mangle_token *token,
		      const char *number)
{
	sulih_buffer_printf(out, "%s%s%s", token->open, number, token->close);
}

static void put_each(struct sulih_buffer *out, const char *text, const char *before_each)
{
	for (; *text; text++) {
		if ((*text & 0xC0) != 0x80)
			sulih_buffer_puts(out, before_each);
		sulih_buffer_putc(out, *text);
	}
}

static void put_cased(struct sulih_buffer *out, const char *text, bool upper)
{
	for (; *text; text++) {
		bool letter = (*text | 32) >= 'a' && (*text | 32) <= 'z';

		sulih_buffer_putc(out, letter ? (char)(upper ? *text & ~32 : *text | 32) : *text);
	}
}

static void put_wide(struct sulih_buffer *out, const char *text)
{
	for (; *text; text++) {
		if (*text > ' ' && *text < 0x7F)
			sulih_buffer_put_code_point(out, (uint32_t)*text + 0xFEE0);
		else
			sulih_buffer_putc(out, *text);
	}
}

static void put_entities(struct sulih_buffer *out, const char *text, char bracket,
			 const char *entity)
{
	for (; *text; text++) {
		if (*text == bracket)
			sulih_buffer_puts(out, entity);
		else if (*text == '"')
			sulih_buffer_puts(out, "&quot;");
		else
			sulih_buffer_putc(out, *text);
	}
}

/* Ways to spoil one token; `count` is its place among the text's tokens, from 0. */
typedef void spoil(const char *mode, const struct mangle_token *token, size_t count,
		   struct sulih_buffer *out);

/* drop, drop-first; drop-letters and drop-brackets drop one shape of two. */
static void drop(const char *mode, const struct mangle_token *token, size_t count,
		 struct sulih_buffer *out)
{
	bool kept = strcmp(mode, "drop-first") == 0 ? count > 0
		    : mode[4] == '-'		    ? (token->open[0] == 'X') != (mode[5] == 'l')
						    : false;

	if (kept)
		put_token(out, token, token->number);
}

static void duplicate(const char *mode, const struct mangle_token *token, size_t count,
		      struct sulih_buffer *out)
{
	(void)count;
	put_token(out, token, token->number);
	sulih_buffer_puts(out, mode[9] ? " " : " again ");
	put_token(out, token, token->number);
}

static void respace(const char *mode, const struct mangle_token *token, size_t count,
		    struct sulih_buffer *out)
{
	(void)mode;
	(void)count;
	sulih_buffer_printf(out, "%s %s %s", token->open, token->number, token->close);
}

static void change_case(const char *mode, const struct mangle_token *token, size_t count,
			struct sulih_buffer *out)
{
	(void)count;
	put_cased(out, token->open, mode[0] == 'u');
	sulih_buffer_puts(out, token->number);
	put_cased(out, token->close, mode[0] == 'u');
}

/* Another number, or its word. */
static void renumber(const char *mode, const struct mangle_token *token, size_t count,
		     struct sulih_buffer *out)
{
	static const char *const words[] = { "nol", "satu", "dua", "tiga", "empat", "lima" };
	int number = atoi(token->number);
	char other[12];

	(void)count;
	snprintf(other, sizeof(other), "%d", number + 20);
	put_token(out, token, mode[0] == 'r' ? other : words[number < 6 ? number : 0]);
}

static void escape(const char *mode, const struct mangle_token *token, size_t count,
		   struct sulih_buffer *out)
{
	(void)mode;
	(void)count;
	put_each(out, token->open, "\\");
	sulih_buffer_puts(out, token->number);
	put_each(out, token->close, "\\");
}

static void widen(const char *mode, const struct mangle_token *token, size_t count,
		  struct sulih_buffer *out)
{
	(void)mode;
	(void)count;
	put_wide(out, token->open);
	put_wide(out, token->number);
	put_wide(out, token->close);
}

static void part(const char *mode, const struct mangle_token *token, size_t count,
		 struct sulih_buffer *out)
{
	(void)mode;
	(void)count;
	sulih_buffer_printf(out, "%s\xE2\x80\x8B%s\xE2\x80\x8B%s", token->open, token->number,
			    token->close);
}

static void look_alike(const char *mode, const struct mangle_token *token, size_t count,
		       struct sulih_buffer *out)
{
	(void)mode;
	(void)count;
	if (token->open[0] == 'X' || token->open[0] == '<')
		put_token(out, token, token->number);
	else
		sulih_buffer_printf(out, "【%s】", token->number);
}

static void halve(const char *mode, const struct mangle_token *token, size_t count,
		  struct sulih_buffer *out)
{
	(void)mode;
	(void)count;
	sulih_buffer_printf(out, "%s%s", token->open, token->number);
}

static void star(const char *mode, const struct mangle_token *token, size_t count,
		 struct sulih_buffer *out)
{
	(void)mode;
	(void)count;
	sulih_buffer_putc(out, '*');
	put_token(out, token, token->number);
}

/* As a web page has it; of the angle brackets only the outer one. */
static void make_entities(const char *mode, const struct mangle_token *token, size_t count,
			  struct sulih_buffer *out)
{
	(void)mode;
	(void)count;
	put_entities(out, token->open, '<', "&lt;");
	sulih_buffer_puts(out, token->number);
	put_entities(out, token->close, '>', "&gt;");
}

static const struct {
	const char *mode;
	spoil *apply;
} ways[] = {
	{ "drop", drop },	   { "drop-first", drop },     { "drop-letters", drop },
	{ "drop-brackets", drop }, { "duplicate", duplicate }, { "duplicate-near", duplicate },
	{ "respace", respace },	   { "lower", change_case },   { "upper", change_case },
	{ "renumber", renumber },  { "translate", renumber },  { "escape", escape },
	{ "wide", widen },	   { "zero-width", part },     { "look-alike", look_alike },
	{ "half", halve },	   { "star", star },	       { "entity", make_entities },
};

static spoil *way_of(const char *mode)
{
	for (size_t i = 0; i < SULIH_COUNT(ways); i++)
		if (strcmp(mode, ways[i].mode) == 0)
			return ways[i].apply;
	return NULL;
}

bool mangle_tokens(const char *mode, struct sulih_view text, struct sulih_buffer *out)
{
	spoil *apply = way_of(mode);
	struct mangle_token token;
	size_t count = 0, at = 0;

	if (apply == NULL)
		return false;
	while (at < text.length) {
		if (mangle_token_at(text, at, &token)) {
			apply(mode, &token, count++, out);
			at = token.end;
		} else {
			sulih_buffer_putc(out, text.data[at++]);
		}
	}
	return true;
}

void mangle_reverse_tokens(struct sulih_view text, struct sulih_buffer *out)
{
	struct mangle_token tokens[64];
	size_t count = 0, at = 0, used = 0;

	for (size_t i = 0; i < text.length && count < 64; i++)
		if (mangle_token_at(text, i, &tokens[count]))
			i = tokens[count++].end - 1;
	while (at < text.length) {
		if (used < count && tokens[used].start == at) {
			const struct mangle_token *other = &tokens[count - 1 - used];

			sulih_buffer_add(out, sulih_view_slice(text, other->start, other->end));
			at = tokens[used++].end;
		} else {
			sulih_buffer_putc(out, text.data[at++]);
		}
	}
}
