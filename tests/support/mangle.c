#include "tests/support/mangle.h"

#include <stdio.h>
#include <stdlib.h>

static const char *const words[][2] = {
	{ "adalah", "is" }, { "akan", "will" },	 { "antara", "between" }, { "dalam", "inside" },
	{ "dan", "and" },   { "dari", "from" },	 { "dengan", "with" },	  { "itu", "that" },
	{ "ini", "this" },  { "juga", "also" },	 { "karena", "because" }, { "kepada", "to" },
	{ "oleh", "by" },   { "pada", "on" },	 { "telah", "has" },	  { "tidak", "not" },
	{ "untuk", "for" }, { "yang", "which" }, { "kata", "said" },	  { "orang", "people" },
};

static bool is_word_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       (unsigned char)c >= 0x80;
}

void mangle_translate(struct sulih_view text, struct sulih_buffer *out)
{
	size_t at = 0;

	while (at < text.length) {
		size_t end = at;
		struct sulih_view word;

		while (end < text.length && is_word_byte(text.data[end]))
			end++;
		word = sulih_view_slice(text, at, end);
		for (size_t i = 0; i < SULIH_COUNT(words); i++)
			if (sulih_view_is(word, words[i][0]))
				word = sulih_view_of(words[i][1]);
		sulih_buffer_add(out, word);
		if (end < text.length)
			sulih_buffer_putc(out, text.data[end++]);
		at = end;
	}
}

/* A token as sulih sends it. */
struct token {
	size_t start, end;
	const char *open, *close; /* what stands around the number */
	char number[8];
};

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

static bool token_at(struct sulih_view text, size_t at, struct token *token)
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

static void put_token(struct sulih_buffer *out, const struct token *token, const char *number)
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

/* One token, spoilt; `count` is its place among the text's tokens, from 0. */
static bool put_spoilt(const char *mode, const struct token *token, size_t count,
		       struct sulih_buffer *out)
{
	static const char *const numbers[] = { "nol", "satu", "dua", "tiga", "empat", "lima" };
	int number = atoi(token->number);
	char other[12];

	if (strcmp(mode, "drop") == 0)
		return true;
	if (strcmp(mode, "drop-first") == 0) {
		if (count > 0)
			put_token(out, token, token->number);
		return true;
	}
	if (strcmp(mode, "drop-letters") == 0 || strcmp(mode, "drop-brackets") == 0) {
		if ((token->open[0] == 'X') != (mode[5] == 'l'))
			put_token(out, token, token->number);
		return true;
	}
	if (strcmp(mode, "duplicate") == 0 || strcmp(mode, "duplicate-near") == 0) {
		put_token(out, token, token->number);
		sulih_buffer_puts(out, mode[9] ? " " : " again ");
		put_token(out, token, token->number);
		return true;
	}
	if (strcmp(mode, "respace") == 0) {
		sulih_buffer_printf(out, "%s %s %s", token->open, token->number, token->close);
		return true;
	}
	if (strcmp(mode, "lower") == 0 || strcmp(mode, "upper") == 0) {
		put_cased(out, token->open, mode[0] == 'u');
		sulih_buffer_puts(out, token->number);
		put_cased(out, token->close, mode[0] == 'u');
		return true;
	}
	if (strcmp(mode, "renumber") == 0 || strcmp(mode, "translate") == 0) {
		snprintf(other, sizeof(other), "%d", number + 20);
		put_token(out, token, mode[0] == 'r' ? other : numbers[number < 6 ? number : 0]);
		return true;
	}
	if (strcmp(mode, "escape") == 0) {
		put_each(out, token->open, "\\");
		sulih_buffer_puts(out, token->number);
		put_each(out, token->close, "\\");
		return true;
	}
	if (strcmp(mode, "wide") == 0) {
		put_wide(out, token->open);
		put_wide(out, token->number);
		put_wide(out, token->close);
		return true;
	}
	if (strcmp(mode, "zero-width") == 0) {
		sulih_buffer_printf(out, "%s\xE2\x80\x8B%s\xE2\x80\x8B%s", token->open,
				    token->number, token->close);
		return true;
	}
	if (strcmp(mode, "look-alike") == 0) {
		if (token->open[0] == 'X' || token->open[0] == '<')
			put_token(out, token, token->number);
		else
			sulih_buffer_printf(out, "【%s】", token->number);
		return true;
	}
	if (strcmp(mode, "half") == 0) {
		sulih_buffer_printf(out, "%s%s", token->open, token->number);
		return true;
	}
	if (strcmp(mode, "star") == 0) {
		sulih_buffer_putc(out, '*');
		put_token(out, token, token->number);
		return true;
	}
	if (strcmp(mode, "entity") == 0) {
		for (const char *p = token->open; *p; p++)
			sulih_buffer_printf(out,
					    *p == '<'	? "&lt;"
					    : *p == '"' ? "&quot;"
							: "%c",
					    *p);
		sulih_buffer_puts(out, token->number);
		for (const char *p = token->close; *p; p++)
			sulih_buffer_printf(out,
					    *p == '>'	? "&gt;"
					    : *p == '"' ? "&quot;"
							: "%c",
					    *p);
		return true;
	}
	return false;
}

static bool spoil_tokens(const char *mode, struct sulih_view text, struct sulih_buffer *out)
{
	struct token token;
	size_t count = 0, at = 0;

	while (at < text.length) {
		if (token_at(text, at, &token)) {
			if (!put_spoilt(mode, &token, count++, out))
				return false;
			at = token.end;
		} else {
			sulih_buffer_putc(out, text.data[at++]);
		}
	}
	/* a text without tokens still tells whether there is such a mode */
	token = (struct token){ .open = "[", .close = "]", .number = "1" };
	if (count == 0) {
		struct sulih_buffer scratch = SULIH_BUFFER_INIT;
		bool known = put_spoilt(mode, &token, 0, &scratch);

		sulih_buffer_release(&scratch);
		return known;
	}
	return true;
}

/* All tokens, the last first. */
static void reverse_tokens(struct sulih_view text, struct sulih_buffer *out)
{
	struct token tokens[64];
	size_t count = 0, at = 0, used = 0;

	for (size_t i = 0; i < text.length && count < 64; i++)
		if (token_at(text, i, &tokens[count]))
			i = tokens[count++].end - 1;
	while (at < text.length) {
		if (used < count && tokens[used].start == at) {
			const struct token *other = &tokens[count - 1 - used];

			sulih_buffer_add(out, sulih_view_slice(text, other->start, other->end));
			at = tokens[used++].end;
		} else {
			sulih_buffer_putc(out, text.data[at++]);
		}
	}
}

static size_t character_start(struct sulih_view text, size_t at)
{
	while (at > 0 && at < text.length && ((unsigned char)text.data[at] & 0xC0) == 0x80)
		at--;
	return at;
}

static void change_digits(struct sulih_view text, bool drop, struct sulih_buffer *out)
{
	struct token token;

	for (size_t at = 0; at < text.length; at++) {
		char c = text.data[at];

		if (token_at(text, at, &token)) {
			sulih_buffer_add(out, sulih_view_slice(text, at, token.end));
			at = token.end - 1;
		} else if (c >= '0' && c <= '9') {
			if (!drop)
				sulih_buffer_putc(out, c == '9' ? '1' : (char)(c + 1));
		} else {
			sulih_buffer_putc(out, c);
		}
	}
}

/* As an engine writes that was made for web pages. */
static void escape_web(struct sulih_view text, struct sulih_buffer *out)
{
	static const char *const escapes[][2] = { { "&", "&amp;" },
						  { "'", "&apos;" },
						  { "é", "&eacute;" } };

	while (text.length > 0) {
		struct sulih_view one = sulih_view_slice(text, 0, 1);
		const char *with = NULL;

		for (size_t i = 0; i < 3 && with == NULL; i++)
			if (sulih_view_starts(text, sulih_view_of(escapes[i][0]))) {
				one.length = strlen(escapes[i][0]);
				with = escapes[i][1];
			}
		sulih_buffer_add(out, with ? sulih_view_of(with) : one);
		text = sulih_view_slice(text, one.length, text.length);
	}
}

bool mangle_text(const char *mode, struct sulih_view text, struct sulih_buffer *out)
{
	struct sulih_view all = text;

	if (strcmp(mode, "reorder") == 0)
		reverse_tokens(text, out);
	else if (strcmp(mode, "stray") == 0)
		sulih_buffer_printf(out, "%.*s [99] XN99X", SULIH_VIEW_ARGS(text));
	else if (strcmp(mode, "truncate") == 0)
		sulih_buffer_add(out,
				 sulih_view_slice(all, 0, character_start(all, all.length / 2)));
	else if (strcmp(mode, "no-end") == 0)
		sulih_buffer_add(
			out, sulih_view_slice(all, 0, character_start(all, all.length * 8 / 10)));
	else if (strcmp(mode, "loop") == 0)
		for (int i = 0; i < 12; i++)
			sulih_buffer_puts(out, "the price of ");
	else if (strcmp(mode, "loop-end") == 0)
		sulih_buffer_printf(out, "%.*s and so on and so on and so on and so on and so on",
				    SULIH_VIEW_ARGS(text));
	else if (strcmp(mode, "hum") == 0)
		sulih_buffer_printf(out, "%.*s hahahahahahahahahahahahahahahahaha",
				    SULIH_VIEW_ARGS(text));
	else if (strcmp(mode, "empty") == 0)
		sulih_buffer_puts(out, "");
	else if (strcmp(mode, "blank") == 0)
		sulih_buffer_puts(out, " \n ");
	else if (strcmp(mode, "dots") == 0)
		sulih_buffer_puts(out, "...");
	else if (strcmp(mode, "long") == 0)
		for (int i = 0; i < 9; i++)
			sulih_buffer_printf(out, "%.*s and part %c more. ", SULIH_VIEW_ARGS(text),
					    'a' + i);
	else if (strcmp(mode, "explain") == 0)
		sulih_buffer_printf(out,
				    "Here is the translation that you asked for. %.*s Please note "
				    "that some of the words can have several meanings. I hope that "
				    "this helps you further with your reading of the news.",
				    SULIH_VIEW_ARGS(text));
	else if (strcmp(mode, "foreign") == 0)
		sulih_buffer_printf(out, "%.*s 价格上涨", SULIH_VIEW_ARGS(text));
	else if (strcmp(mode, "broken-utf8") == 0)
		sulih_buffer_printf(out, "%.*s \xEF\xBF\xBD\xEF\xBF\xBD", SULIH_VIEW_ARGS(text));
	else if (strcmp(mode, "numbers") == 0 || strcmp(mode, "no-numbers") == 0)
		change_digits(text, mode[2] == '-', out);
	else if (strcmp(mode, "invent") == 0)
		sulih_buffer_printf(out, "%.*s In 1887 they left.", SULIH_VIEW_ARGS(text));
	else if (strcmp(mode, "web") == 0)
		escape_web(text, out);
	else if (strcmp(mode, "pad") == 0)
		sulih_buffer_printf(out, "\n  %.*s \r\n", SULIH_VIEW_ARGS(text));
	else
		return spoil_tokens(mode, text, out);
	return true;
}
