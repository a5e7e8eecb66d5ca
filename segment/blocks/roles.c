#include "segment/blocks/blocks.h"

#include "base/letter.h"
#include "base/table.h"
#include "base/utf8.h"
#include "lists.h"
#include "segment/blocks/dateline.h"
#include "segment/blocks/lines.h"
#include "segment/blocks/opening.h"
#include "segment/blocks/shape.h"
#include "segment/blocks/signed.h"
#include "segment/sentences/furniture.h"

static bool is_space_or(struct sulih_view text, size_t at, const char *set)
{
	return text.data[at] == ' ' || strchr(set, text.data[at]) != NULL;
}

/* The end of a word of page-turn lines at `at` (`dari`, `Next`), or `at`. */
static size_t page_word_end(struct sulih_view text, size_t at)
{
	static const char *const words[] = { "dari",	    "of",	  "next",  "prev",
					     "selanjutnya", "semua",	  "lihat", "show",
					     "all",	    "berikutnya", "kali",  "menit" };
	size_t end = at;
	char room[24];

	while (end < text.length && sulih_byte_is_letter(text.data[end]))
		end++;
	return SULIH_VIEW_IS_ONE_OF(
		       sulih_lower_key(sulih_view_slice(text, at, end), room, sizeof(room)), words)
		       ? end
		       : at;
}

/* Nothing but figures, punctuation and page-turn words from `at` on: `Halaman: 1 2 3 Next`. */
static bool nothing_follows(struct sulih_view text, size_t at)
{
	while (at < text.length) {
		size_t end = at;

		if ((text.data[at] >= '0' && text.data[at] <= '9') ||
		    is_space_or(text, at, ":.!?()]|/-*>\"'"))
			end++;
		else
			end = page_word_end(text, at);
		if (end == at)
			return false;
		at = end;
	}
	return true;
}

/* `1 2 3 Next`: the numbers of an article's pages. */
static bool is_page_numbers(struct sulih_view text)
{
	return text.length < 40 && text.data[0] == '1' && text.length > 2 && text.data[1] == ' ' &&
	       nothing_follows(text, 0);
}

static bool colon_follows(struct sulih_view text, size_t at)
{
	while (at < text.length && text.data[at] == ' ')
		at++;
	return at < text.length && (text.data[at] == ':' || text.data[at] == '|');
}

static bool opening_holds(struct sulih_view text, const struct opening *opening,
			  const struct shape *shape)
{
	switch (opening->manner) {
	case OPENING_LINE:
		return nothing_follows(text, opening->end) || colon_follows(text, opening->end);
	case OPENING_DATED:
		return text.length < LINE_LONGEST &&
		       sulih_is_date_line(sulih_view_slice(text, opening->end, text.length));
	case OPENING_COLON:
		if (opening->role == SULIH_ROLE_BYLINE && text.length < LINE_LONGEST &&
		    sulih_is_date_line(sulih_view_slice(text, opening->end, text.length)))
			return true;
		return colon_follows(text, opening->end) &&
		       (opening->role != SULIH_ROLE_BOILERPLATE || !shape->finished ||
			text.length < 120) &&
		       (opening->role != SULIH_ROLE_BYLINE || text.length < LINE_LONGEST);
	case OPENING_MID: {
		/* `Advertisement Warga …`, `Baca Juga Warga …`: text goes on behind it */
		size_t end = sulih_furniture_end(text, 0);
		struct opening next; /* `ADVERTISEMENT SCROLL TO RESUME CONTENT` */

		if (sulih_opening_is_sentence(text, opening, false))
			return false;
		return end == 0 || end >= text.length ||
		       (sulih_find_opening(sulih_view_slice(text, end, text.length), &next) &&
			next.role == SULIH_ROLE_BOILERPLATE &&
			nothing_follows(text, end + next.end));
	}
	case OPENING_HEAD:
		return true;
	case OPENING_PERSON:
		if (colon_follows(text, opening->end))
			return text.length < LINE_LONGEST;
		return !shape->finished && shape->words >= 2 && shape->words <= 9 &&
		       shape->capitals + shape->small_function + !shape->first_upper >=
			       shape->words; /* `by Ratna Dewi` too */
	case OPENING_NOTICE:		     /* not `Hak cipta lagu itu milik ahli warisnya.` */
		return !shape->finished || !sulih_opening_goes_on(text, opening);
	case OPENING_SHORT:
		if (opening->role == SULIH_ROLE_CAPTION && nothing_follows(text, opening->end))
			return true; /* `Ilustrasi` */
		return colon_follows(text, opening->end) ||
		       (!shape->finished && text.length < LINE_LONGEST && shape->words >= 2 &&
			shape->capitals * 2 < shape->words + 3);
	}
	return false;
}

static struct sulih_view text_of(const struct sulih_segmentation *out, size_t index)
{
	if (index >= out->blocks.count)
		return SULIH_VIEW("");
	return sulih_view_slice(out->running, out->blocks.items[index].span.start,
				out->blocks.items[index].span.end);
}

static bool ends_as_sentence(struct sulih_view text)
{
	char last = text.length > 0 ? text.data[text.length - 1] : ' ';

	if (last == '"' && text.length > 1)
		last = text.data[text.length - 2];
	return last == '.' || sulih_view_ends(text, SULIH_VIEW(".\xE2\x80\x9D"));
}

/* `Stok menipis` between two paragraphs, which may be short themselves. */
static bool parts_sentences(const struct sulih_segmentation *out, size_t index,
			    const struct shape *shape)
{
	enum { MOST_WORDS = 6, SHORTEST = 24 };
	struct sulih_view next = text_of(out, index + 1);

	return index > 0 && shape->words <= MOST_WORDS && next.length >= SHORTEST &&
	       ends_as_sentence(text_of(out, index - 1)) && ends_as_sentence(next) &&
	       !sulih_has_marker(next, (struct sulih_span){ 0, next.length });
}

/* `Nama: Bagus Prasetyo`, `Lahir: Solo, 3 Maret 1990`: one of several lines of data. */
static bool is_datum(struct sulih_view text)
{
	enum { LONGEST_LABEL = 24, LONGEST = 80 };
	size_t colon = 0;
	struct opening opening;

	while (colon < text.length && colon < LONGEST_LABEL && text.data[colon] != ':')
		colon++;
	return colon > 1 && colon + 2 < text.length && text.length <= LONGEST &&
	       text.data[colon] == ':' && text.data[colon + 1] == ' ' &&
	       text.data[text.length - 1] != '.' && !sulih_find_opening(text, &opening);
}

/* `Berita TribunSolo.com lainnya di Google News`: the page's channel elsewhere. */
static bool is_channel_line(struct sulih_view text)
{
	static const char *const channels[] = { "google news",	    "whatsapp channel",
						"saluran whatsapp", "kanal telegram",
						"channel telegram", "app store",
						"play store",	    "google play",
						"spotify" };
	static const char *const invites[] = { "berita",    "ikuti",	 "artikel",  "baca",
					       "cek",	    "update",	 "follow",   "simak",
					       "gabung",    "informasi", "download", "unduh",
					       "dengarkan", "instal" };
	char room[120];
	struct sulih_view key = sulih_lower_key(text, room, sizeof(room));

	if (sulih_view_ends(key, SULIH_VIEW("!")))
		key.length--;
	return key.length > 0 && SULIH_VIEW_ENDS_WITH_ONE_OF(key, channels) > 0 &&
	       SULIH_VIEW_STARTS_WITH_ONE_OF(key, invites) > 0;
}

/* `Bagus Prasetyo`, and `Solo, Jawa Tengah` below it: who wrote a letter. */
static bool signs_letter(const struct sulih_segmentation *out, size_t index,
			 const struct shape *shape)
{
	enum { MOST_WORDS = 4, LONGEST = 40 };
	struct sulih_view next = text_of(out, index + 1);

	return index > 1 && index + 2 == out->blocks.count && shape->words <= MOST_WORDS &&
	       next.length < LONGEST && ends_as_sentence(text_of(out, index - 1)) &&
	       !ends_as_sentence(next);
}

/* In capitals, in Title Case, or short without a stop above a paragraph. */
static bool is_heading(const struct sulih_segmentation *out, size_t index, struct sulih_view text,
		       const struct shape *shape)
{
	bool last = index + 1 >= out->blocks.count;
	size_t next = last ? 0
			   : out->blocks.items[index + 1].span.end -
				      out->blocks.items[index + 1].span.start;

	if (shape->words == 0 || shape->words > 30 || text.length > LINE_LONGEST ||
	    shape->finished || shape->inner_stop)
		return false;
	if (shape->marker && (last || (next < 70 && !parts_sentences(out, index, shape))))
		return false;
	if (index > 0 && is_datum(text) &&
	    (is_datum(text_of(out, index + 1)) || (index > 1 && is_datum(text_of(out, index - 1)))))
		return false;
	if (shape->upper == shape->letters && shape->letters > 3)
		return true;
	if (shape->words >= 2 && shape->small == 0 && shape->capitals >= 2 &&
	    (!last || shape->words > 3) && !signs_letter(out, index, shape))
		return true;
	if (shape->words >= 3 && shape->capitals >= 3 &&
	    !(last && index > 1 && shape->words == 3) &&
	    shape->capitals * 10 >= (shape->capitals + shape->small) * 7)
		return true;
	if (shape->asks || !shape->first_upper || last)
		return false;
	if (index == 0 && shape->words >= 3)
		return next >= 40;
	return shape->words <= 9 && (next >= 70 || parts_sentences(out, index, shape));
}

/* Most blocks end with a stop and open with no words of the list: plain body. */
static bool is_plain_body(struct sulih_view text)
{
	return (text.data[text.length - 1] == '.' &&
		(text.length < 2 || text.data[text.length - 2] != '.')) ||
	       (text.length > 2 && text.data[text.length - 1] == '"' &&
		text.data[text.length - 2] == '.') ||
	       text.length > 2 * LINE_LONGEST;
}

/* `pic.twitter.com/Ab12`, `— Humas (@humas) May 5, 2025`: what is left of an embedded post. */
static bool is_post_mark(struct sulih_view text)
{
	if (sulih_view_starts(text, SULIH_VIEW("pic.twitter.com/")))
		return memchr(text.data, ' ', text.length) == NULL;
	return (sulih_view_starts(text, SULIH_VIEW("- ")) ||
		sulih_view_starts(text, SULIH_VIEW("\xE2\x80\x94 ")) ||
		sulih_view_starts(text, SULIH_VIEW("\xE2\x80\x93 "))) &&
	       text.data[text.length - 1] >= '0' && text.data[text.length - 1] <= '9' &&
	       sulih_view_holds(text, SULIH_VIEW(" (@"));
}

static enum sulih_role role_of_line(const struct sulih_segmentation *out, size_t index,
				    struct sulih_view text, const struct shape *shape)
{
	if (sulih_starts_with_copyright(text) || is_page_numbers(text) || is_post_mark(text) ||
	    (index > 0 && is_channel_line(text)))
		return SULIH_ROLE_BOILERPLATE;
	if (sulih_is_byline(out, index, text, shape))
		return SULIH_ROLE_BYLINE;
	if (sulih_is_caption(out, index, text, shape))
		return SULIH_ROLE_CAPTION;
	return is_heading(out, index, text, shape) ? SULIH_ROLE_HEADING : SULIH_ROLE_BODY;
}

/* `VIDEO: Detik-detik Banjir Menerjang Pasar` above an article is its title: the word says
 * what the page shows.  A caption there has small letters or a credit. */
static bool names_genre(const struct sulih_segmentation *out, size_t index, struct sulih_view text,
			const struct opening *opening, const struct shape *shape)
{
	enum { FEWEST = 5 };

	return opening->genre && index == 0 && out->blocks.count > 1 && !shape->finished &&
	       colon_follows(text, opening->end) && shape->words >= FEWEST &&
	       shape->capitals * 10 >= (shape->capitals + shape->small) * 7 &&
	       memchr(text.data, '/', text.length) == NULL;
}

/* `Foto: Ratna Dewi, Teks: Bagus`: who wrote and who photographed the article. */
static bool is_double_credit(struct sulih_view text, const struct opening *opening)
{
	static const char *const writers[] = { "Teks:", "Naskah:", "Penulis:", "Narasi:" };

	return opening->role == SULIH_ROLE_CAPTION && text.length <= LINE_LONGEST / 2 &&
	       colon_follows(text, opening->end) &&
	       SULIH_VIEW_HOLDS_ONE_OF(sulih_view_slice(text, opening->end, text.length), writers);
}

static enum sulih_role role_of(const struct sulih_segmentation *out, size_t index,
			       struct sulih_block *block)
{
	struct sulih_view text = sulih_view_slice(out->running, block->span.start, block->span.end);
	struct opening opening;
	struct shape shape = { 0 };
	bool plain = is_plain_body(text) && !sulih_is_shouted_credit(text), shaped = !plain;
	size_t dateline;

	if (shaped)
		sulih_shape_of(text, &shape);
	if (sulih_find_opening(text, &opening)) {
		if (!shaped)
			sulih_shape_of(text, &shape);
		if (opening_holds(text, &opening, &shape) &&
		    !names_genre(out, index, text, &opening, &shape))
			return is_double_credit(text, &opening) ? SULIH_ROLE_BYLINE : opening.role;
	}
	if (plain && sulih_starts_with_copyright(text))
		return SULIH_ROLE_BOILERPLATE;
	if (!plain && sulih_is_date_line(text))
		return SULIH_ROLE_BYLINE;
	dateline = sulih_find_dateline(text);
	if (dateline > 0) {
		block->dateline.start = block->span.start;
		block->dateline.end = block->span.start + dateline;
		return SULIH_ROLE_BODY;
	}
	return plain ? SULIH_ROLE_BODY : role_of_line(out, index, text, &shape);
}

/* `Baca juga:`, `TERPOPULER`: titles of other articles follow on lines of their own. */
static bool announces_links(struct sulih_view text)
{
	static const char *const words[] = { "juga",	"pula",	   "terkait",	  "populer",
					     "lainnya", "pilihan", "rekomendasi", "trending" };
	struct opening opening;
	char room[48];

	if (text.length > 40 || !sulih_find_opening(text, &opening) ||
	    !nothing_follows(text, opening.end))
		return false;
	return SULIH_VIEW_HOLDS_ONE_OF(sulih_lower_key(text, room, sizeof(room)), words);
}

/* `Bagus Prasetyo adalah dosen …` at the end of what he signed is a note about him. */
static bool is_writers_note(const struct sulih_segmentation *out, size_t index)
{
	const struct sulih_block *block = &out->blocks.items[index];
	struct sulih_view text = sulih_view_slice(out->running, block->span.start, block->span.end);
	const char *is = text.length > 300 ? NULL : memmem(text.data, text.length, " adalah ", 8);
	size_t name = is ? (size_t)(is - text.data) : 0;

	if (name < 5 || name > 60 || block->role != SULIH_ROLE_BODY)
		return false;
	for (size_t i = 0; i < index && i < 8; i++) {
		const struct sulih_span *span = &out->blocks.items[i].span;

		if (out->blocks.items[i].role == SULIH_ROLE_BYLINE &&
		    memmem(out->running.data + span->start, span->end - span->start, text.data,
			   name) != NULL)
			return true;
	}
	return false;
}

/* The last link of a list may be too short to be a heading: two words with capitals. */
static bool is_title(const struct sulih_segmentation *out, const struct sulih_block *block)
{
	struct sulih_view text = sulih_view_slice(out->running, block->span.start, block->span.end);
	struct shape shape;

	if (block->role != SULIH_ROLE_BODY || text.length > LINE_LONGEST / 2)
		return false;
	sulih_shape_of(text, &shape);
	return shape.words >= 2 && !shape.finished && !shape.inner_stop &&
	       shape.capitals + shape.small_function == shape.words;
}

void sulih_find_roles(struct sulih_segmentation *out)
{
	bool links = false;
	size_t last = out->blocks.count;

	for (size_t i = 0; i < out->blocks.count; i++) {
		struct sulih_block *block = &out->blocks.items[i];

		block->role = role_of(out, i, block);
		if (links && (block->role == SULIH_ROLE_HEADING || is_title(out, block)))
			block->role = SULIH_ROLE_BOILERPLATE;
		else
			links = block->role == SULIH_ROLE_BOILERPLATE &&
				announces_links(sulih_view_slice(out->running, block->span.start,
								 block->span.end));
	}
	if (last > 2 && is_writers_note(out, last - 1))
		out->blocks.items[last - 1].role = SULIH_ROLE_BOILERPLATE;
}
