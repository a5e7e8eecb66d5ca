#include "segment/blocks/headings.h"

#include "base/letter.h"
#include "segment/blocks/lines.h"
#include "segment/blocks/furniture/opening.h"
#include "segment/blocks/signed/signed.h"

static struct sulih_view text_of(const struct sulih_segmentation *out, size_t index)
{
	if (index >= out->blocks.count)
		return SULIH_VIEW("");
	return sulih_running_slice(out, out->blocks.items[index].span);
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
	enum { MOST_WORDS = 6, SHORTEST = 24, SHORTEST_FIRST = 40 };
	struct sulih_view next = text_of(out, index + 1);

	/* `1. Jaga Pola Makan` may open a text */
	return shape->words <= MOST_WORDS &&
	       next.length >= (index > 0 ? SHORTEST : SHORTEST_FIRST) &&
	       (index == 0 || ends_as_sentence(text_of(out, index - 1)) ||
		/* `Berikut tandanya:`, then `1. Sering haus` above its paragraph */
		(shape->marker && sulih_view_ends(text_of(out, index - 1), SULIH_VIEW(":")))) &&
	       ends_as_sentence(next) &&
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

/* `15.30 WIB - Harapan Jaya vs Putra Kelana`, `Nomor: 12/PL/2025`: items of a timetable or a
 * notice. */
static bool is_entry(struct sulih_view text)
{
	const char *colon = memmem(text.data, text.length, ": ", 2);

	if (text.length > 6 && sulih_byte_is_digit(text.data[0]) &&
	    sulih_byte_is_digit(text.data[1]) && strchr(".:", text.data[2]) != NULL &&
	    sulih_byte_is_digit(text.data[3]) && sulih_byte_is_digit(text.data[4]))
		return text.data[5] == ' ' || text.data[5] == '-';
	return colon != NULL && colon + 3 < text.data + text.length &&
	       sulih_byte_is_digit(colon[2]) && memchr(text.data, ' ', text.length) == colon + 1 &&
	       memchr(colon + 2, ' ', text.length - (size_t)(colon + 2 - text.data)) == NULL;
}

/* `17.45 WIB: Ratna Dewi Raih Emas` above its paragraph: a title of a ticker. */
static bool is_timed_title(const struct sulih_segmentation *out, size_t index,
			   const struct shape *shape)
{
	enum { FEWEST = 3, SHORTEST = 40 };
	struct sulih_view next = text_of(out, index + 1);

	return shape->capitals >= FEWEST &&
	       shape->capitals * 10 >= (shape->capitals + shape->small) * 7 &&
	       next.length >= SHORTEST && !is_entry(next) && ends_as_sentence(next) &&
	       ends_as_sentence(text_of(out, index - 1));
}

/* `Harapan Jaya (4-3-3): Bagus; Ratna, …`: the players of a team. */
static bool is_lineup(struct sulih_view text)
{
	const char *colon = memchr(text.data, ':', text.length > 40 ? 40 : text.length);

	return colon != NULL &&
	       memchr(colon, ';', text.length - (size_t)(colon - text.data)) != NULL;
}

/* Whether the lines beside it are data too; above an article one alone is its kicker. */
static bool is_among_data(const struct sulih_segmentation *out, size_t index)
{
	if (index == 0)
		return is_datum(text_of(out, 1)) && is_datum(text_of(out, 2));
	return is_datum(text_of(out, index + 1)) ||
	       (is_datum(text_of(out, index + 2)) && index + 3 == out->blocks.count) ||
	       is_lineup(text_of(out, index - 1)) ||
	       (index > 1 && is_datum(text_of(out, index - 1)));
}

/* `Bagus Prasetyo`, and `Solo, Jawa Tengah` below it: who wrote a letter. */
static bool signs_letter(const struct sulih_segmentation *out, size_t index,
			 const struct shape *shape)
{
	enum { MOST_WORDS = 4, LONGEST = 40 };
	struct sulih_view next = text_of(out, index + 1);

	return index > 1 && index + 2 == out->blocks.count && shape->words <= MOST_WORDS &&
	       next.length < LONGEST &&
	       (ends_as_sentence(text_of(out, index - 1)) ||
		out->blocks.items[index - 1].role == SULIH_ROLE_BYLINE) &&
	       (!ends_as_sentence(next) || sulih_view_is(next, "ttd."));
}

/* `Bahan-bahan`, `Cara membuat`: the parts of a recipe, whose items need no markers. */
static bool heads_recipe(struct sulih_view text)
{
	static const char *const parts[] = {
		"bahan",	   "bahan-bahan",     "bahan utama",	"bumbu",
		"bumbu halus",	   "bahan pelengkap", "bahan kuah",	"bahan isian",
		"bahan saus",	   "cara membuat",    "cara memasak",	"cara pembuatan",
		"cara menyajikan", "cara mengolah",   "langkah-langkah"
	};
	char room[24];

	return SULIH_VIEW_IS_ONE_OF(sulih_lower_key(text, room, sizeof(room)), parts);
}

/* `Bahan` on its own above a list: blank lines part it from what stands around it. */
static bool heads_list(const struct sulih_segmentation *out, size_t index,
		       const struct shape *shape)
{
	enum { MOST_WORDS = 4 };
	const struct sulih_block *block = &out->blocks.items[index];
	struct sulih_view next = text_of(out, index + 1);

	return index > 0 && shape->words <= MOST_WORDS &&
	       (sulih_has_marker(next, (struct sulih_span){ 0, next.length }) ||
		/* `Spesifikasi singkat` above `Mesin: 155 cc`, `Tenaga: 15,1 PS` */
		(is_datum(next) && is_datum(text_of(out, index + 2)))) &&
	       block->span.start >= block[-1].span.end + 2 &&
	       block[1].span.start >= block->span.end + 2;
}

/* `Harapan Jaya 3-0 Putra Kelana`: one of several results. */
static bool has_result(struct sulih_view text)
{
	for (size_t at = 2; at + 4 < text.length; at++)
		if (text.data[at] == '-' && sulih_byte_is_digit(text.data[at - 1]) &&
		    text.data[at - 2] == ' ' && sulih_byte_is_digit(text.data[at + 1]) &&
		    text.data[at + 2] == ' ' && sulih_byte_is_upper(text.data[at + 3]))
			return true;
	return false;
}

/* `Katanya, "Besok libur." Benarkah?`: a mark that ends a sentence, then another begins. */
static bool holds_sentences(struct sulih_view text)
{
	for (size_t at = 1; at + 2 < text.length; at++) {
		char before = text.data[at - 1];

		if (before == '"' && at > 1)
			before = text.data[at - 2];
		if (text.data[at] == ' ' && sulih_byte_is_upper(text.data[at + 1]) &&
		    (before == '?' || before == '!' || (before == '.' && text.data[at - 1] == '"')))
			return true;
	}
	return false;
}

/* `Minggu, 10 Maret 2024 14:12 WIB`, `Penulis: Ratna Dewi`: the page's lines below a headline. */
static bool is_page_line(struct sulih_view text)
{
	struct opening opening;

	if (sulih_is_date_line(text))
		return true;
	return sulih_find_opening(text, &opening) && opening.role != SULIH_ROLE_BOILERPLATE &&
	       (opening.end == text.length || text.data[opening.end] == ':' ||
		opening.manner == OPENING_PERSON);
}

/* `5. Teguh Imanto, Semarang` behind `4. Surya Bakti (33), Doro`: the last item of a list that has
 * no paragraphs between its items. */
static bool ends_list(const struct sulih_segmentation *out, size_t index)
{
	enum { LONGEST_ITEM = 70 };
	struct sulih_view before;

	if (index < 2)
		return false;
	before = text_of(out, index - 1);
	return before.length < LONGEST_ITEM && !ends_as_sentence(before) &&
	       sulih_has_marker(before, (struct sulih_span){ 0, before.length });
}

bool sulih_is_heading(const struct sulih_segmentation *out, size_t index, struct sulih_view text,
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
	if (last && index == 0 && holds_sentences(text))
		return false;
	if (shape->marker && ends_list(out, index))
		return false;
	/* `- KTP asli`: an item of a list, of which there may be only one */
	if (sulih_has_bullet(text) ||
	    (index > 0 && has_result(text) &&
	     (has_result(text_of(out, index - 1)) || has_result(text_of(out, index + 1)))))
		return false;
	if ((index > 0 && is_entry(text) && !is_timed_title(out, index, shape)) ||
	    (is_datum(text) && is_among_data(out, index)))
		return false;
	if (shape->upper == shape->letters && shape->letters > 3)
		return true;
	if (shape->words >= 2 && shape->small == 0 && shape->capitals >= 2 &&
	    (!last || shape->words > 3) && !signs_letter(out, index, shape))
		return true;
	/* `Bagaimana dengan warga seperti Orang Rimba?`: a question that names make look like a
	 * title */
	if (index > 0 && shape->asks && shape->small > 1)
		return false;
	if (shape->words >= 3 && shape->capitals >= 3 &&
	    !(last && index > 1 && shape->words == 3) &&
	    shape->capitals * 10 >= (shape->capitals + shape->small) * 7)
		return true;
	/* `Siapa yang diuntungkan dari kenaikan upah?` above an article */
	if (index == 0 && !last && shape->asks && shape->first_upper)
		return shape->words >= 4 && text.data[text.length - 1] == '?' &&
		       (is_page_line(text_of(out, 1)) || next >= 70 ||
			(out->blocks.count > 2 && text_of(out, 2).length >= 70));
	if (shape->asks || !shape->first_upper || last)
		return false;
	if (index == 0 && shape->words >= 3)
		return next >= 40 || is_page_line(text_of(out, 1));
	if (index == 0) /* `Pengumuman` */
		return next >= 40 && out->blocks.count > 2 && ends_as_sentence(text_of(out, 1));
	/* `Impor masih menghantui garam rakyat` below a headline, above who wrote it */
	if (index <= 2 && out->blocks.items[index - 1].role == SULIH_ROLE_HEADING &&
	    shape->words >= 3 && is_page_line(text_of(out, index + 1)))
		return true;
	return shape->words <= 9 &&
	       (next >= 70 || heads_recipe(text) || parts_sentences(out, index, shape) ||
		heads_list(out, index, shape));
}
