#include "tests/support/mangle.h"

#include "tests/support/mangle_tokens.h"

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

static size_t character_start(struct sulih_view text, size_t at)
{
	while (at > 0 && at < text.length && ((unsigned char)text.data[at] & 0xC0) == 0x80)
		at--;
	return at;
}

static void change_digits(struct sulih_view text, bool drop, struct sulih_buffer *out)
{
	struct mangle_token token;

	for (size_t at = 0; at < text.length; at++) {
		char c = text.data[at];

		if (mangle_token_at(text, at, &token)) {
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

/* Ways that only add something to the text. */
static const struct {
	const char *mode, *before, *after;
} additions[] = {
	{ "stray", "", " [99] XN99X" },
	{ "loop-end", "", " and so on and so on and so on and so on and so on" },
	{ "hum", "", " hahahahahahahahahahahahahahahahaha" },
	{ "explain", "Here is the translation that you asked for. ",
	  " Please note that some of the words can have several meanings. I hope that this helps "
	  "you further with your reading of the news." },
	{ "foreign", "", " 价格上涨" },
	{ "broken-utf8", "", " \xEF\xBF\xBD\xEF\xBF\xBD" },
	{ "invent", "", " In 1887 they left." },
	{ "pad", "\n  ", " \r\n" },
	{ "unseen", "\xE2\x80\x8B\xE2\x80\xAA&#8203;", "\xC2\xAD\xE2\x81\xA0\xE2\x80\xA8 &shy;" },
};

static bool add(const char *mode, struct sulih_view text, struct sulih_buffer *out)
{
	for (size_t i = 0; i < SULIH_COUNT(additions); i++) {
		if (strcmp(mode, additions[i].mode) != 0)
			continue;
		sulih_buffer_puts(out, additions[i].before);
		sulih_buffer_add(out, text);
		sulih_buffer_puts(out, additions[i].after);
		return true;
	}
	return false;
}

bool mangle_text(const char *mode, struct sulih_view text, struct sulih_buffer *out)
{
	struct sulih_view half = { text.data, character_start(text, text.length / 2) };
	struct sulih_view most = { text.data, character_start(text, text.length * 8 / 10) };

	if (strcmp(mode, "reorder") == 0)
		mangle_reverse_tokens(text, out);
	else if (strcmp(mode, "truncate") == 0)
		sulih_buffer_add(out, half);
	else if (strcmp(mode, "no-end") == 0)
		sulih_buffer_add(out, most);
	else if (strcmp(mode, "loop") == 0)
		for (int i = 0; i < 12; i++)
			sulih_buffer_puts(out, "the price of ");
	else if (strcmp(mode, "empty") == 0)
		sulih_buffer_puts(out, "");
	else if (strcmp(mode, "blank") == 0)
		sulih_buffer_puts(out, " \n ");
	else if (strcmp(mode, "constant") == 0)
		sulih_buffer_puts(out, "Please wait.");
	else if (strcmp(mode, "dots") == 0)
		sulih_buffer_puts(out, "...");
	else if (strcmp(mode, "long") == 0)
		for (int i = 0; i < 9; i++)
			sulih_buffer_printf(out, "%.*s and part %c more. ", SULIH_VIEW_ARGS(text),
					    'a' + i);
	else if (strcmp(mode, "numbers") == 0 || strcmp(mode, "no-numbers") == 0)
		change_digits(text, mode[2] == '-', out);
	else if (strcmp(mode, "web") == 0)
		escape_web(text, out);
	else
		return add(mode, text, out) || mangle_tokens(mode, text, out);
	return true;
}
