#include "segment/blocks/furniture/boilerplate.h"

#include "base/letter.h"
#include "base/table.h"
#include "lists.h"
#include "segment/blocks/furniture/opening.h"

static bool is_space_or(struct sulih_view text, size_t at, const char *set)
{
	return text.data[at] == ' ' || strchr(set, text.data[at]) != NULL;
}

/* `word` is small already. */
static bool is_cue(struct sulih_view word, const char *class)
{
	return sulih_table_says(&sulih_list_line_cues, word, class);
}

bool sulih_is_line_cue(struct sulih_view word, const char *class)
{
	enum { LONGEST = 40 };
	char room[LONGEST];

	return is_cue(sulih_lower_key(word, room, sizeof(room)), class);
}

/* The end of a word of page-turn lines at `at` (`dari`, `Next`), or `at`. */
static size_t page_word_end(struct sulih_view text, size_t at)
{
	size_t end = at;

	while (end < text.length && sulih_byte_is_letter(text.data[end]))
		end++;
	return sulih_is_line_cue(sulih_view_slice(text, at, end), "page") ? end : at;
}

bool sulih_nothing_follows(struct sulih_view text, size_t at)
{
	while (at < text.length) {
		size_t end = at;

		if (sulih_byte_is_digit(text.data[at]) || is_space_or(text, at, ":.!?()]|/-*>\"'"))
			end++;
		else
			end = page_word_end(text, at);
		if (end == at)
			return false;
		at = end;
	}
	return true;
}

/* `2 dari 3 halaman` */
static bool is_page_of(struct sulih_view text)
{
	char room[24];
	struct sulih_view key = sulih_lower_key(text, room, sizeof(room));

	return text.length < sizeof(room) && sulih_byte_is_digit(text.data[0]) &&
	       sulih_view_ends(key, SULIH_VIEW(" halaman")) &&
	       sulih_nothing_follows(sulih_view_slice(text, 0, text.length - 8), 0);
}

/* `1 2 3 Next`: the numbers of an article's pages. */
static bool is_page_numbers(struct sulih_view text)
{
	return text.length < 40 && text.data[0] == '1' && text.length > 2 && text.data[1] == ' ' &&
	       sulih_nothing_follows(text, 0);
}

/* `12 Komentar`, `2 menit baca`, `1.204 kali dibaca`: what the page counts. */
static bool is_count(struct sulih_view text)
{
	static const char *const counted[] = { "komentar",	"comments",	"menit baca",
					       "menit membaca", "min read",	"minute read",
					       "kali dibaca",	"kali dilihat", "views",
					       "shares",	"dilihat",	"dibaca",
					       "pembaca" };
	char room[32];
	size_t at = 0;

	while (at < text.length && (sulih_byte_is_digit(text.data[at]) || text.data[at] == '.'))
		at++;
	return at > 0 && at < 8 && at + 1 < text.length && text.data[at] == ' ' &&
	       SULIH_VIEW_IS_ONE_OF(sulih_lower_key(sulih_view_slice(text, at + 1, text.length),
						    room, sizeof(room)),
				    counted);
}

/* `Berita TribunSolo.com lainnya di Google News`: the page's channel elsewhere. */
static bool is_channel_line(struct sulih_view text)
{
	char room[120];
	struct sulih_view key = sulih_lower_key(text, room, sizeof(room));

	if (sulih_view_ends(key, SULIH_VIEW("!")))
		key.length--;
	return sulih_table_starts(&sulih_list_line_cues, key, "invite") &&
	       sulih_table_ends(&sulih_list_line_cues, key, key.length, "channel");
}

/* `Video Pilihan Editor`, `Lanjutkan membaca di bawah iklan`: every word is one of a page's menu.
 */
bool sulih_is_menu(struct sulih_view text)
{
	enum { LONGEST = 60 };
	unsigned menu = 0;
	char room[LONGEST + 4];
	struct sulih_view rest;

	if (text.length > LONGEST || !sulih_byte_is_upper(text.data[0]))
		return false;
	rest = sulih_lower_key(text, room, sizeof(room));
	while (rest.length > 0 && strchr(".:", rest.data[rest.length - 1]) != NULL)
		rest.length--;
	while (rest.length > 0) {
		struct sulih_view word = sulih_view_cut(&rest, ' ');

		if (is_cue(word, "menu"))
			menu++;
		else if (!is_cue(word, "menu-small"))
			return false;
	}
	return menu >= 2;
}

/* `Penulis, guru besar di Bandung`: a note about the writer, without a name or a stop. */
static bool is_nameless_note(struct sulih_view text)
{
	enum { LONGEST = 120 };
	size_t at = 0;

	while (at < text.length && strchr("*) ", text.data[at]) != NULL)
		at++;
	return text.length <= LONGEST &&
	       sulih_view_starts(sulih_view_slice(text, at, text.length),
				 SULIH_VIEW("Penulis, ")) &&
	       text.data[text.length - 1] != '.';
}

/* `pic.twitter.com/Ab12`, `— Humas (@humas) May 5, 2025`: what is left of an embedded post. */
static bool is_post_mark(struct sulih_view text)
{
	static const char *const dashes[] = { "- ", "\xE2\x80\x94 ", "\xE2\x80\x93 " };

	if (sulih_view_starts(text, SULIH_VIEW("pic.twitter.com/")))
		return memchr(text.data, ' ', text.length) == NULL;
	return SULIH_VIEW_STARTS_WITH_ONE_OF(text, dashes) &&
	       sulih_byte_is_digit(text.data[text.length - 1]) &&
	       sulih_view_holds(text, SULIH_VIEW(" (@"));
}

/* `Informasi lebih lanjut klik di sini`: what stood behind the link is not on the page. */
static bool ends_with_link(struct sulih_view text)
{
	enum { LONGEST = 120 };
	static const char *const ends[] = { " klik di sini", " klik disini",  " klik link ini",
					    " Klik di sini", " KLIK DI SINI", " klik tautan ini" };

	return text.length <= LONGEST && SULIH_VIEW_ENDS_WITH_ONE_OF(text, ends) > 0;
}

/* `Berlangganan Suara Kita untuk membaca artikel ini.`: what the page hides. */
bool sulih_asks_for_login(struct sulih_view text)
{
	enum { LONGEST = 160 };
	static const char *const ends[] = { " untuk membaca artikel", " untuk membaca berita ini",
					    " untuk melanjutkan membaca", " untuk lanjut membaca",
					    " untuk membaca selengkapnya" };

	return text.length <= LONGEST && SULIH_VIEW_HOLDS_ONE_OF(text, ends);
}

/* `Informasi lain mengenai Rusia dan Ukraina`, `Berita lainnya di rubrik ini`: more on the subject,
 * behind a link; with a stop it is a sentence. */
static bool is_more_line(struct sulih_view text)
{
	enum { LONGEST = 120, MOST_WORDS = 4 };
	char room[LONGEST];
	struct sulih_view rest = sulih_lower_key(text, room, sizeof(room));
	bool more = false;

	if (rest.length == 0 || strchr(".?!,", text.data[text.length - 1]) != NULL ||
	    !is_cue(sulih_view_cut(&rest, ' '), "matter"))
		return false;
	for (size_t i = 0; i < MOST_WORDS && rest.length > 0; i++) {
		struct sulih_view word = sulih_view_cut(&rest, ' ');

		if (is_cue(word, "about"))
			return more && rest.length > 0;
		more |= is_cue(word, "more"); /* Artikel menarik lainnya tentang … */
	}
	return false;
}

/* `Home > Nasional > Politik`, `Beranda / Daerah`: where on the site the page stands. */
static bool is_trail(struct sulih_view text)
{
	enum { LONGEST = 80 };
	static const char *const trails[] = { "Home > ",    "Home / ",	  "Home \xC2\xBB ",
					      "Beranda > ", "Beranda / ", "Beranda \xC2\xBB " };

	return text.length <= LONGEST && SULIH_VIEW_STARTS_WITH_ONE_OF(text, trails) > 0;
}

/* `#jalanrusak #sukamaju`, `https://suarakita.com/jalan`: nothing but marks of a subject, or an
 * address. */
static bool is_tags_or_address(struct sulih_view text)
{
	static const char *const schemes[] = { "https://", "http://" };

	if (SULIH_VIEW_STARTS_WITH_ONE_OF(text, schemes) > 0)
		return memchr(text.data, ' ', text.length) == NULL;
	if (text.data[0] != '#' || text.length < 3)
		return false;
	for (size_t at = 1; at < text.length; at++)
		if (text.data[at - 1] == ' ' && text.data[at] != '#')
			return false;
	return true;
}

bool sulih_starts_with_copyright(struct sulih_view text)
{
	static const char *const signs[] = { "\xC2\xA9", "(c) ", "(C) " };

	return SULIH_VIEW_STARTS_WITH_ONE_OF(text, signs) > 0;
}

bool sulih_is_boilerplate(size_t index, struct sulih_view text)
{
	return sulih_starts_with_copyright(text) || is_page_numbers(text) || is_page_of(text) ||
	       is_count(text) || is_post_mark(text) || ends_with_link(text) || is_trail(text) ||
	       is_tags_or_address(text) || sulih_is_menu(text) || is_nameless_note(text) ||
	       (index > 0 && (is_channel_line(text) || is_more_line(text)));
}

bool sulih_announces_links(struct sulih_view text)
{
	struct opening opening;
	struct sulih_view key;
	char room[48];

	if (text.length > 40 || !sulih_find_opening(text, &opening) ||
	    !sulih_nothing_follows(text, opening.end))
		return false;
	key = sulih_lower_key(text, room, sizeof(room));
	for (size_t at = 0; at < key.length; at++)
		if ((at == 0 || key.data[at - 1] == ' ') &&
		    sulih_table_starts(&sulih_list_line_cues, sulih_view_slice(key, at, key.length),
				       "links"))
			return true;
	return false;
}
