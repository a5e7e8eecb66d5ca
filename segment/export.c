#include "segment/export.h"

#include <stdlib.h>

#include "base/letter.h"
#include "base/table.h"
#include "lists.h"

/* Kinds of abbreviations that are told apart in neither form, with blanks between: one rule or
 * line each group. */
static const char before_name[] = "title company number phrase currency";
static const char behind_name[] = "degree suffix";
static const char at_end[] = "etc unit";
static const char before_figure[] = "numeric month";

static void put_xml(struct sulih_buffer *out, const char *text)
{
	for (; *text; text++) {
		if (*text == '<')
			sulih_buffer_puts(out, "&lt;");
		else if (*text == '&')
			sulih_buffer_puts(out, "&amp;");
		else
			sulih_buffer_putc(out, *text);
	}
}

static void put_rule(struct sulih_buffer *out, bool is_break, const char *before, const char *after)
{
	sulih_buffer_printf(out, "      <rule break=\"%s\">\n        <beforebreak>",
			    is_break ? "yes" : "no");
	put_xml(out, before);
	sulih_buffer_puts(out, "</beforebreak>\n        <afterbreak>");
	put_xml(out, after);
	sulih_buffer_puts(out, "</afterbreak>\n      </rule>\n");
}

/* A key as a pattern: stops and other signs are literal, blanks may follow inner stops. */
static void put_pattern(struct sulih_buffer *out, struct sulih_view key)
{
	for (size_t i = 0; i < key.length; i++) {
		if (strchr(".+*?()[]{}|\\^$", key.data[i]) != NULL)
			sulih_buffer_putc(out, '\\');
		sulih_buffer_putc(out, key.data[i]);
		if (key.data[i] == '.')
			sulih_buffer_puts(out, "\\s?");
	}
}

/* `(?i:a|b|c)` of the keys whose second column is one of `kinds`. */
static void put_words(struct sulih_buffer *out, const struct sulih_table *table, const char *kinds)
{
	const char *bar = "";

	sulih_buffer_puts(out, "(?i:");
	for (uint32_t i = 0; i < table->count; i++) {
		struct sulih_row row = sulih_table_row(table, i);

		if (!row.listed ||
		    (kinds != NULL &&
		     !sulih_view_has_word(sulih_view_of(kinds), sulih_row_column(&row, 1))))
			continue;
		sulih_buffer_puts(out, bar);
		put_pattern(out, sulih_row_column(&row, 0));
		bar = "|";
	}
	sulih_buffer_putc(out, ')');
}

static void put_list_rule(struct sulih_buffer *out, bool is_break, const struct sulih_table *table,
			  const char *kinds, const char *before, const char *after)
{
	struct sulih_buffer pattern = SULIH_BUFFER_INIT;

	sulih_buffer_puts(&pattern, "\\b");
	put_words(&pattern, table, kinds);
	sulih_buffer_puts(&pattern, before);
	if (sulih_buffer_status(&pattern, NULL) == 0)
		put_rule(out, is_break, sulih_buffer_view(&pattern).data, after);
	else
		out->failed = pattern.failed;
	sulih_buffer_release(&pattern);
}

static char *starters(void)
{
	struct sulih_buffer pattern = SULIH_BUFFER_INIT;
	size_t length;

	sulih_buffer_puts(&pattern, "(?=\\p{Lu})");
	put_words(&pattern, &sulih_list_starters, "strong");
	sulih_buffer_puts(&pattern, "\\b");
	return sulih_buffer_take(&pattern, &length);
}

static void put_rules(struct sulih_buffer *out, const char *starter)
{
	put_rule(out, true, "\\n", "");
	put_rule(out, false, "^\\s*(?:\\d{1,3}|\\p{L}|[IVXL]+)\\.\\s+", "");
	put_rule(out, false, "[.?!\xE2\x80\xA6][\"\xE2\x80\x9D'\xE2\x80\x99)]*\\s*", "[,;:]");
	put_rule(out, false, "[?!\xE2\x80\xA6][\"\xE2\x80\x9D'\xE2\x80\x99)]*\\s+", "\\p{Ll}");
	put_rule(out, false, "\\.\\.[\"\xE2\x80\x9D'\xE2\x80\x99)]*\\s+", "\\p{Ll}");
	put_list_rule(out, true, &sulih_list_abbreviations, behind_name, "\\.\\s+", starter);
	put_list_rule(out, true, &sulih_list_abbreviations, before_name, "\\.\\s+", starter);
	put_list_rule(out, true, &sulih_list_labels, NULL, "\\s+(?:\\p{Lu}|[IVXL]+)\\.\\s+",
		      "\\p{Lu}");
	put_list_rule(out, false, &sulih_list_abbreviations, before_name, "\\.\\s*", "");
	put_list_rule(out, false, &sulih_list_abbreviations, behind_name, "\\.\\s*", "");
	put_list_rule(out, false, &sulih_list_abbreviations, at_end, "\\.\\s+", "\\p{Ll}");
	put_list_rule(out, false, &sulih_list_abbreviations, before_figure, "\\.\\s+", "\\d");
	put_rule(out, true, "\\b\\p{Lu}\\.\\s+", starter);
	put_rule(out, false, "\\b\\p{Lu}\\.\\s*", "\\p{L}");
}

/* `.” kata dia`: the words of attribution stand behind the border. */
static void put_attribution(struct sulih_buffer *out)
{
	struct sulih_buffer pattern = SULIH_BUFFER_INIT;

	sulih_buffer_puts(&pattern, "(?=\\p{Ll})");
	put_words(&pattern, &sulih_list_attributions, NULL);
	sulih_buffer_puts(&pattern, "\\b");
	if (sulih_buffer_status(&pattern, NULL) == 0)
		put_rule(out, false, "\\.[\"\xE2\x80\x9D'\xE2\x80\x99]\\s+",
			 sulih_buffer_view(&pattern).data);
	else
		out->failed = pattern.failed;
	sulih_buffer_release(&pattern);
}

void sulih_export_srx(struct sulih_buffer *out)
{
	char *starter = starters();

	if (starter == NULL) {
		out->failed = SULIH_ERROR_MEMORY;
		return;
	}
	sulih_buffer_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
			       "<srx xmlns=\"http://www.lisa.org/srx20\" version=\"2.0\">\n"
			       "  <header segmentsubflows=\"yes\" cascade=\"yes\">\n"
			       "    <formathandle type=\"start\" include=\"no\"/>\n"
			       "    <formathandle type=\"end\" include=\"yes\"/>\n"
			       "    <formathandle type=\"isolated\" include=\"no\"/>\n"
			       "  </header>\n  <body>\n    <languagerules>\n"
			       "      <languagerule languagerulename=\"Indonesian\">\n");
	put_attribution(out);
	put_rules(out, starter);
	put_rule(out, true, "[.?!\xE2\x80\xA6]+[\"\xE2\x80\x9D'\xE2\x80\x99)\\]]*\\s+", "");
	put_rule(out, true, "\\p{Ll}[.?!][\"\xE2\x80\x9D\xE2\x80\x99)]*", "\\p{Lu}\\p{Ll}");
	sulih_buffer_puts(out, "      </languagerule>\n    </languagerules>\n    <maprules>\n"
			       "      <languagemap languagepattern=\"(?i)id.*\" "
			       "languagerulename=\"Indonesian\"/>\n"
			       "      <languagemap languagepattern=\"(?i)in(-.*)?\" "
			       "languagerulename=\"Indonesian\"/>\n"
			       "    </maprules>\n  </body>\n</srx>\n");
	free(starter);
}

/* How a prefix is written: `s.pd`, `S.Pd`, `S.PD`. */
enum spelling { SPELLING_SMALL, SPELLING_TITLE, SPELLING_CAPITALS };

static void put_spelling(struct sulih_buffer *out, struct sulih_view key, enum spelling spelling)
{
	bool start = true;

	for (size_t i = 0; i < key.length; i++) {
		char c = key.data[i];

		if (sulih_byte_is_lower(c) &&
		    (spelling == SPELLING_CAPITALS || (spelling == SPELLING_TITLE && start)))
			c -= 'a' - 'A';
		sulih_buffer_putc(out, c);
		start = c == '.';
	}
}

/* Moses compares exactly, so each spelling has a line; of a lone letter (A to Z are listed)
 * and of letters with stops between them (`A.N`) title case and capitals are one. */
static void put_prefix(struct sulih_buffer *out, struct sulih_view key, const char *tail)
{
	bool initials = true;

	for (size_t i = 1; i < key.length; i++)
		initials &= key.data[i] == '.' || key.data[i - 1] == '.';
	for (enum spelling s = SPELLING_SMALL; s <= SPELLING_CAPITALS; s++) {
		if (s == SPELLING_CAPITALS && initials)
			break;
		put_spelling(out, key, s);
		sulih_buffer_puts(out, tail);
		sulih_buffer_putc(out, '\n');
	}
}

static void put_prefixes(struct sulih_buffer *out, const char *kinds, const char *tail, bool nouns)
{
	const struct sulih_table *table = &sulih_list_abbreviations;

	for (uint32_t i = 0; i < table->count; i++) {
		struct sulih_row row = sulih_table_row(table, i);
		bool noun = sulih_row_column(&row, 2).length > 0;

		if (row.listed && noun == nouns &&
		    sulih_view_has_word(sulih_view_of(kinds), sulih_row_column(&row, 1)))
			put_prefix(out, sulih_row_column(&row, 0), tail);
	}
}

void sulih_export_nonbreaking_prefixes(struct sulih_buffer *out)
{
	sulih_buffer_puts(out, "# Indonesian nonbreaking prefixes for Moses' sentence splitter\n"
			       "# (nonbreaking_prefix.id).  A stop behind one ends no sentence;\n"
			       "# with #NUMERIC_ONLY# not before a figure.\n");
	for (char c = 'A'; c <= 'Z'; c++)
		sulih_buffer_printf(out, "%c\n", c);
	put_prefixes(out, before_name, "", false);
	put_prefixes(out, behind_name, "", false);
	put_prefixes(out, before_name, " #NUMERIC_ONLY#", true);
	put_prefixes(out, before_figure, " #NUMERIC_ONLY#", false);
	put_prefixes(out, before_figure, " #NUMERIC_ONLY#", true);
}
