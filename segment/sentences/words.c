#include "segment/sentences/words.h"

#include "base/letter.h"
#include "base/table.h"
#include "lists.h"

#define KEY_ROOM 80

enum abbreviation sulih_abbreviation(struct sulih_view word, bool *noun)
{
	static const char *const kinds[] = {
		[ABBREVIATION_TITLE] = "title",	      [ABBREVIATION_COMPANY] = "company",
		[ABBREVIATION_NUMBER] = "number",     [ABBREVIATION_NUMERIC] = "numeric",
		[ABBREVIATION_CURRENCY] = "currency", [ABBREVIATION_PHRASE] = "phrase",
		[ABBREVIATION_DEGREE] = "degree",     [ABBREVIATION_SUFFIX] = "suffix",
		[ABBREVIATION_ETC] = "etc",	      [ABBREVIATION_UNIT] = "unit",
		[ABBREVIATION_MONTH] = "month",
	};
	char room[KEY_ROOM];
	struct sulih_row row;
	struct sulih_view kind, flag;

	*noun = false;
	if (word.length == 0 || word.length > 20)
		return ABBREVIATION_NONE;
	row = sulih_table_find(&sulih_list_abbreviations,
			       sulih_lower_key(word, room, sizeof(room)));
	if (!row.listed)
		return ABBREVIATION_NONE;
	kind = sulih_row_column(&row, 1);
	flag = sulih_row_column(&row, 2);
	if (sulih_view_is(flag, "cap") && sulih_is_lower((unsigned char)word.data[0]))
		return ABBREVIATION_NONE;
	*noun = flag.length > 0;
	for (unsigned i = ABBREVIATION_TITLE; i <= ABBREVIATION_MONTH; i++)
		if (sulih_view_is(kind, kinds[i]))
			return (enum abbreviation)i;
	return ABBREVIATION_NONE;
}

static struct sulih_row look_up(const struct sulih_table *table, struct sulih_view word)
{
	char room[KEY_ROOM];

	return sulih_table_find(table, sulih_lower_key(word, room, sizeof(room)));
}

bool sulih_starts_strongly(struct sulih_view word)
{
	struct sulih_row row = look_up(&sulih_list_starters, word);

	return row.listed && sulih_view_is(sulih_row_column(&row, 1), "strong");
}

bool sulih_is_plain_word(struct sulih_view word)
{
	return look_up(&sulih_list_starters, word).listed;
}

bool sulih_is_label_noun(struct sulih_view word)
{
	return look_up(&sulih_list_labels, word).listed;
}

bool sulih_is_attribution(struct sulih_view word)
{
	return look_up(&sulih_list_attributions, word).listed;
}

bool sulih_is_roman(struct sulih_view word)
{
	if (word.length == 0 || word.length > 8)
		return false;
	for (size_t i = 0; i < word.length; i++)
		if (memchr("IVXLCDM", word.data[i], 7) == NULL)
			return false;
	return true;
}

bool sulih_is_domain_label(struct sulih_view word)
{
	static const char *const labels[] = { "com", "id",   "co",  "net",  "org",  "tv",  "gov",
					      "edu", "io",   "ac",  "ai",   "pdf",  "jpg", "jpeg",
					      "png", "doc",  "xls", "mp3",  "mp4",  "zip", "exe",
					      "js",  "html", "csv", "txt",  "docx", "go",  "web",
					      "sch", "mil",  "my",  "info", "xlsx", "apk" };
	char room[KEY_ROOM];
	struct sulih_view key = sulih_lower_key(word, room, sizeof(room));

	for (size_t i = 0; i < sizeof(labels) / sizeof(labels[0]); i++)
		if (sulih_view_is(key, labels[i]))
			return true;
	return false;
}
