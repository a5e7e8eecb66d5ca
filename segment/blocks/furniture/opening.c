#include "segment/blocks/furniture/opening.h"

#include "base/fold.h"
#include "lists.h"

#define PHRASE_ROOM 96

static bool word_byte(unsigned char c)
{
	return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') || c >= 0xC3 ||
	       (c >= 0x80 && c < 0xC0) || c == '-' || c == '/';
}

/* The end of the word at `at`: letters, digits, and dots between them (kompas.com). */
static size_t word_end(struct sulih_view text, size_t at)
{
	while (at < text.length) {
		unsigned char c = (unsigned char)text.data[at];

		if (sulih_byte_is_letter(text.data[at])) {
			at++;
			continue;
		}
		if (c == 0xE2 || !(word_byte(c) || (c == '.' && at + 1 < text.length &&
						    word_byte((unsigned char)text.data[at + 1]))))
			break;
		at++;
	}
	return at;
}

/* Walks word by word; *row gets the longest listed phrase. */
static size_t match(const struct sulih_table *table, struct sulih_view text, size_t at,
		    struct sulih_row *row)
{
	char room[PHRASE_ROOM];
	size_t length = 0, best = 0, start = at;

	for (;;) {
		size_t end = word_end(text, at);
		struct sulih_row found;
		struct sulih_view key;

		if (end == at || length + (end - at) * 2 + 1 > sizeof(room))
			break;
		if (length == 0 && !sulih_fold_may_find(table, sulih_view_slice(text, at, end)))
			break;
		key = sulih_lower_key(sulih_view_slice(text, at, end), room + length,
				      sizeof(room) - length);
		if (key.length == 0)
			break;
		length += key.length;
		found = sulih_table_find(table, sulih_view_make(room, length));
		if (found.listed) {
			*row = found;
			best = end - start;
		}
		if (!found.longer || end >= text.length)
			break;
		end += text.data[end] == ','; /* `Yuk, gabung` */
		if (end >= text.length || text.data[end] != ' ')
			break;
		room[length++] = ' ';
		at = end + 1;
	}
	return best;
}

size_t sulih_match_phrase(const struct sulih_table *table, struct sulih_view text, size_t at)
{
	struct sulih_row row;

	return match(table, text, at, &row);
}

static const struct {
	const char *name;
	enum opening_manner manner;
} manners[] = {
	{ "line", OPENING_LINE },   { "dated", OPENING_DATED },	  { "colon", OPENING_COLON },
	{ "head", OPENING_HEAD },   { "mid", OPENING_MID },	  { "person", OPENING_PERSON },
	{ "short", OPENING_SHORT }, { "notice", OPENING_NOTICE },
};

/* • ► ★ and the like: punctuation and signs of three bytes. */
static bool starts_bullet(struct sulih_view text, size_t at)
{
	return at + 3 < text.length && (unsigned char)text.data[at] == 0xE2;
}

bool sulih_find_opening(struct sulih_view text, struct opening *opening)
{
	size_t at = 0, length;
	struct sulih_row row;
	struct sulih_view role, manner;

	/* brackets, stars, dashes and marks that dress a line: `[Gambas:…]`, `- Baca juga` */
	while (at < text.length && at < 6 &&
	       (text.data[at] == '-' || !word_byte((unsigned char)text.data[at]) ||
		starts_bullet(text, at)))
		at += starts_bullet(text, at) ? 3 : 1;
	length = match(&sulih_list_openings, text, at, &row);
	if (length == 0)
		return false;
	role = sulih_row_column(&row, 1);
	manner = sulih_row_column(&row, 2);
	opening->role = sulih_view_is(role, "byline")	 ? SULIH_ROLE_BYLINE
			: sulih_view_is(role, "caption") ? SULIH_ROLE_CAPTION
							 : SULIH_ROLE_BOILERPLATE;
	opening->end = at + length;
	opening->genre = sulih_view_is(sulih_row_column(&row, 3), "genre");
	for (size_t i = 0; i < SULIH_COUNT(manners); i++)
		if (sulih_view_is(manner, manners[i].name))
			opening->manner = manners[i].manner;
	return true;
}

bool sulih_opening_goes_on(struct sulih_view text, const struct opening *opening)
{
	return opening->end + 1 < text.length && text.data[opening->end] == ' ' &&
	       sulih_byte_is_lower(text.data[opening->end + 1]);
}

/* Words that point at what stands elsewhere: `di bawah ini`, `berikut`. */
static bool points(struct sulih_view text)
{
	static const char *const pointers[] = { " di sini", " di bawah",     " berikut", " pilihan",
						" halaman", " selengkapnya", " tautan",	 " kanal",
						" laman",   " aplikasi ",    " .com",	 " link" };

	return SULIH_VIEW_HOLDS_ONE_OF(text, pointers);
}

bool sulih_opening_is_sentence(struct sulih_view text, const struct opening *opening, bool amid)
{
	bool small = sulih_opening_goes_on(text, opening);
	struct sulih_row row;

	if (opening->role != SULIH_ROLE_BOILERPLATE || text.data[text.length - 1] != '.' ||
	    points(text))
		return false;
	if (amid && strchr("LST", text.data[0]) != NULL && text.data[1] != 'C')
		return true; /* `Lihat video itu`: verbs of looking, not `SCROLL TO …` */
	return small && strchr("BLST", text.data[0]) != NULL &&
	       match(&sulih_list_link_words, text, opening->end + 1, &row) == 0;
}
