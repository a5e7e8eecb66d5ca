#include "segment/blocks/furniture/told.h"

#include "base/fold.h"
#include "base/letter.h"
#include "base/table.h"
#include "lists.h"
#include "segment/sentences/words.h"

/* What the words behind an opening show. */
struct signs {
	bool attributes;  /* `…, pesan Kapolsek.` */
	bool points_back; /* `itu`, `ia`, `mereka` */
	bool of_page;	  /* `aplikasi`, `kanal`: what pages speak of */
	bool addresses;	  /* `klik`, `redaksi`, `Anda`, a domain: the page and its readers */
};

static struct sulih_view without_marks(struct sulih_view word)
{
	while (word.length > 0 && strchr(".,:;!?()\"'", word.data[word.length - 1]) != NULL)
		word.length--;
	while (word.length > 0 && strchr("(\"'", word.data[0]) != NULL)
		word = sulih_view_slice(word, 1, word.length);
	return word;
}

/* `, kata Darmi`, `, keluhnya.`; not `, dikutip dari Antara.`, which pages say too */
static bool attributes(struct sulih_view word, bool last)
{
	return (!last || sulih_view_ends(word, SULIH_VIEW("nya"))) &&
	       !sulih_view_starts(word, SULIH_VIEW("di")) && sulih_is_attribution(word);
}

static struct signs look_at(struct sulih_view rest)
{
	struct signs signs = { false, false, false, false };
	bool comma = false;

	while (rest.length > 0) {
		struct sulih_view token = sulih_view_cut(&rest, ' '), word = without_marks(token),
				  key;
		struct sulih_row row;
		char room[48];

		if (word.length == 0)
			continue;
		if (sulih_byte_is_lower(word.data[0]))
			signs.attributes |= comma && attributes(word, rest.length == 0);
		comma = token.data[token.length - 1] == ',';
		signs.addresses |= memchr(word.data, '.', word.length) != NULL;
		key = sulih_lower_key(word, room, sizeof(room));
		row = sulih_table_find(&sulih_list_line_cues, key);
		if (!row.listed)
			continue;
		signs.points_back |=
			sulih_byte_is_lower(word.data[0]) && sulih_row_says(&row, "told");
		signs.of_page |= sulih_row_says(&row, "reader");
		signs.addresses |= sulih_row_says(&row, "address");
	}
	return signs;
}

bool sulih_tells(struct sulih_view words)
{
	struct signs signs = look_at(words);

	return signs.attributes || signs.points_back;
}

/* `Simak: air di sumur itu keruh.`: a title would have a capital. */
static bool is_title_behind(struct sulih_view text, size_t at)
{
	while (at < text.length && strchr(" :|\"(", text.data[at]) != NULL)
		at++;
	return at < text.length && !sulih_byte_is_lower(text.data[at]);
}

/* `Artikel ini …`, `Penulis adalah …`, `Yuk …`: no more is needed to know a page by. */
static bool says_enough(struct sulih_view text, size_t end)
{
	static const char *const heads[] = { "Penulis",
					     "PENULIS",
					     "Yuk",
					     "Mari ",
					     "Ayo ",
					     "Klik",
					     "Unduh",
					     "Download",
					     "Scroll",
					     "Silakan ",
					     "Dilarang mengutip",
					     "Dilarang menyalin",
					     "Dilarang memperbanyak" };

	size_t at = 0;

	while (at < end && !sulih_byte_is_letter(text.data[at])) /* `*) Penulis adalah …` */
		at++;
	text = sulih_view_slice(text, at, end);
	return sulih_view_holds(text, SULIH_VIEW(" ini")) ||
	       SULIH_VIEW_STARTS_WITH_ONE_OF(text, heads) > 0;
}

/* No sign tells, but the words go on as a sentence does: `Masuk ke akun korban, ia menguras …`,
 * `Laporan wartawan yang …`. */
static bool goes_on_telling(struct sulih_view text, const struct opening *opening)
{
	enum { SHORTEST_SIGNED = 60 };

	if (opening->manner != OPENING_HEAD || !sulih_opening_goes_on(text, opening) ||
	    says_enough(text, opening->end))
		return false;
	if (opening->role == SULIH_ROLE_BYLINE && text.length >= SHORTEST_SIGNED) {
		/* `Diperbarui pada 3 Maret …` */
		for (size_t at = opening->end; at < text.length; at++)
			if (sulih_byte_is_digit(text.data[at]))
				return false;
		return true;
	}
	return opening->role == SULIH_ROLE_BOILERPLATE;
}

bool sulih_is_told(struct sulih_view text, const struct opening *opening)
{
	enum { LONGEST = 400 };
	struct signs signs;

	if (text.length > LONGEST || text.data[text.length - 1] != '.' ||
	    opening->end + 2 >= text.length)
		return false;
	if (text.data[opening->end] == ':' && is_title_behind(text, opening->end))
		return false;
	signs = look_at(sulih_view_slice(text, opening->end, text.length));
	if (signs.attributes)
		return true;
	if (signs.addresses || (signs.of_page && !signs.points_back))
		return false;
	/* `Laporan: tiga korban tewas.`: names would have capitals */
	return signs.points_back || goes_on_telling(text, opening) ||
	       (opening->role == SULIH_ROLE_BYLINE && text.data[opening->end] == ':');
}
