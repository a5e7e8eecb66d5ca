#include "segment/blocks/blocks.h"

#include "base/letter.h"
#include "base/table.h"
#include "base/utf8.h"
#include "lists.h"
#include "segment/blocks/dateline.h"
#include "segment/blocks/opening.h"
#include "segment/blocks/shape.h"
#include "segment/sentences/furniture.h"

/* A byline, a caption's credit or a heading is never longer (bytes). */
#define LINE_LONGEST 300

static bool is_space_or(struct sulih_view text, size_t at, const char *set)
{
	return text.data[at] == ' ' || strchr(set, text.data[at]) != NULL;
}

/* The end of a word of page-turn lines at `at` (`dari`, `Next`), or `at`. */
static size_t page_word_end(struct sulih_view text, size_t at)
{
	static const char *const words[] = { "dari",  "of",    "next", "prev", "selanjutnya",
					     "semua", "lihat", "show", "all",  "berikutnya" };
	size_t end = at;
	char room[24];
	struct sulih_view key;

	while (end < text.length && sulih_byte_is_letter(text.data[end]))
		end++;
	key = sulih_lower_key(sulih_view_slice(text, at, end), room, sizeof(room));
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (sulih_view_is(key, words[i]))
			return end;
	return at;
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

/* `(ant/ful)`, `[Red]`, `nus`, `***`, `(Tribunnews.com/Yunita)`: who wrote it. */
static bool is_reporter_code(struct sulih_view text, const struct shape *shape)
{
	bool bracket = text.data[0] == '(' || text.data[0] == '[';
	char last = text.data[text.length - 1];

	if (text.length > 70 || shape->finished)
		return false;
	if (bracket && (last == ')' || last == ']'))
		return memchr(text.data, '.', text.length) == NULL || shape->words <= 4 ||
		       memchr(text.data, '/', text.length) != NULL;
	if (text.length <= 12 && shape->letters >= 2 && shape->upper == 0 &&
	    memchr(text.data, ' ', text.length) == NULL)
		return memchr(text.data, '/', text.length) != NULL || text.length <= 3;
	return shape->letters == 0 && memchr(text.data, '*', text.length) != NULL;
}

/* `Selasa, 21 Okt 2025 10:30 WIB`, `Kompas.com - 20/10/2025, 10:30 WIB`, `CNN Indonesia`. */
static bool is_date_line(struct sulih_view text)
{
	size_t at = 0;
	bool known = false, date = false;

	if (text.length > 110)
		return false;
	while (at < text.length) {
		size_t length, end;
		char room[24];

		if (is_space_or(text, at, ",|-/:.()") || (unsigned char)text.data[at] >= 0x80) {
			at++;
			continue;
		}
		length = sulih_match_phrase(&sulih_list_outlets, text, at);
		if (length > 0) {
			known = true;
			at += length;
			continue;
		}
		for (end = at; end < text.length && !is_space_or(text, end, ",|/:()"); end++)
			;
		if (text.data[at] >= '0' && text.data[at] <= '9') {
			date = true;
		} else if (sulih_table_has(&sulih_list_calendar,
					   sulih_lower_key(sulih_view_slice(text, at, end), room,
							   sizeof(room)))) {
			known = true;
		} else {
			return false;
		}
		at = end;
	}
	return known && (date || text.length < 40);
}

static bool opening_holds(struct sulih_view text, const struct opening *opening,
			  const struct shape *shape)
{
	switch (opening->manner) {
	case OPENING_LINE:
		return nothing_follows(text, opening->end) || colon_follows(text, opening->end);
	case OPENING_COLON:
		if (opening->role == SULIH_ROLE_BYLINE && text.length < LINE_LONGEST &&
		    is_date_line(sulih_view_slice(text, opening->end, text.length)))
			return true;
		return colon_follows(text, opening->end) &&
		       (opening->role != SULIH_ROLE_BOILERPLATE || !shape->finished ||
			text.length < 120) &&
		       (opening->role != SULIH_ROLE_BYLINE || text.length < LINE_LONGEST);
	case OPENING_MID: {
		/* `Advertisement Warga …`, `Baca Juga Warga …`: text goes on behind it */
		size_t end = sulih_furniture_end(text, 0);
		struct opening next; /* `ADVERTISEMENT SCROLL TO RESUME CONTENT` */

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
		       shape->capitals + shape->small_function >= shape->words;
	case OPENING_NOTICE: /* not `Hak cipta lagu itu milik ahli warisnya.` */
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

/* `Budi Santoso - detikNews`, `Sari Dewi, CNN Indonesia`: a name, then the outlet. */
static bool is_signature(struct sulih_view text, const struct shape *shape)
{
	size_t at = text.length;

	if (text.length > 90 || shape->finished || shape->words < 2 || shape->words > 8 ||
	    shape->capitals + 1 < shape->words)
		return false;
	while (at > 0 && strchr("-|,/", text.data[at - 1]) == NULL &&
	       (unsigned char)text.data[at - 1] != 0x93)
		at--;
	if (at == 0)
		return false;
	while (at < text.length && text.data[at] == ' ')
		at++;
	return at < text.length &&
	       sulih_match_phrase(&sulih_list_outlets, text, at) == text.length - at;
}

/* `Ratna Dewi, Bagus Prasetyo` under the heading and the date line: who wrote it. */
static bool is_name_line(const struct sulih_segmentation *out, size_t index, struct sulih_view text,
			 const struct shape *shape)
{
	bool headed = false;

	if (index < 2 || index > 6 || out->blocks.items[index - 1].role != SULIH_ROLE_BYLINE ||
	    shape->words < 2 || shape->words > 8 || shape->capitals != shape->words ||
	    shape->finished || shape->asks || text.length > 90 ||
	    memchr(text.data, ':', text.length) != NULL)
		return false;
	for (size_t i = 0; i < index; i++)
		headed |= out->blocks.items[i].role == SULIH_ROLE_HEADING;
	return headed && (shape->words <= 4 || memchr(text.data, ',', text.length) != NULL);
}

static bool has_photo_word(struct sulih_view text)
{
	size_t at = 0;

	while (at < text.length) {
		size_t end = at;
		char room[32];

		while (end < text.length && !is_space_or(text, end, "/,.:()-;@"))
			end++;
		if (sulih_table_has(
			    &sulih_list_photo_words,
			    sulih_lower_key(sulih_view_slice(text, at, end), room, sizeof(room))))
			return true;
		at = end + 1;
	}
	return false;
}

/* `Warga mengantre beras. (ANTARA FOTO/Rivan)`, `… (Dok. Polres)`: a credit at the end. */
static bool has_photo_credit(struct sulih_view text, const struct shape *shape)
{
	size_t at = text.length - 1;
	char last = text.data[at];

	if (text.length > LINE_LONGEST + 200)
		return false;
	if (last == ')' || last == ']') {
		struct sulih_view credit;

		while (at > 0 && text.length - at < 100 && text.data[at] != '(' &&
		       text.data[at] != '[')
			at--;
		if (at == 0 || (text.data[at] != '(' && text.data[at] != '['))
			return false;
		credit = sulih_view_slice(text, at, text.length);
		if (has_photo_word(credit))
			return true;
		if (shape->agency_credit && text.length < 250 &&
		    memchr(text.data, '"', text.length) == NULL)
			return true;
		while (at > 0 && text.data[at - 1] == ' ')
			at--;
		/* (KOMPAS.com/BUDI), (REUTERS/…): a body ends with a stop before its code */
		return memchr(credit.data, '/', credit.length) != NULL && shape->slash_credit &&
		       at > 0 && strchr(".!?\"", text.data[at - 1]) == NULL;
	}
	return shape->tail_credit;
}

/* `KOMPAS.com/BUDI SANTOSO Warga mengantre …`: the credit first.  The end of its outlet. */
static size_t leading_credit(struct sulih_view text)
{
	size_t head = text.length < 60 ? text.length : 60;
	const char *slash = memchr(text.data, '/', head);
	size_t length = slash ? (size_t)(slash - text.data) : 0;

	return length > 0 && sulih_match_phrase(&sulih_list_outlets,
						sulih_view_slice(text, 0, length), 0) == length
		       ? length
		       : 0;
}

/* A photographer's name in capitals behind the outlet: then the text may have a stop. */
static bool is_shouted_credit(struct sulih_view text)
{
	enum { FEWEST = 4 };
	size_t outlet = leading_credit(text), at = outlet + 1;

	while (outlet > 0 && at < text.length && sulih_byte_is_upper(text.data[at]))
		at++;
	return outlet > 0 && at - outlet > FEWEST;
}

/* Under the heading a line that ends with an outlet's name in brackets is a caption, also
 * behind a stop: `Warga mengungsi. (Tempo/Ratna)`, `Danu (kiri). [Antara]`. */
static bool is_credited_line(const struct sulih_segmentation *out, size_t index,
			     struct sulih_view text)
{
	size_t at = text.length - 1, end;

	if (index == 0 || index > 4 || index + 1 >= out->blocks.count || text.length > 250 ||
	    (text.data[at] != ')' && text.data[at] != ']') ||
	    memchr(text.data, '"', text.length) != NULL)
		return false;
	for (size_t i = 0; i < index; i++)
		if (out->blocks.items[i].role == SULIH_ROLE_BODY)
			return false;
	while (at > 0 && text.data[at] != '(' && text.data[at] != '[')
		at--;
	for (end = ++at; end < text.length && strchr("/)]", text.data[end]) == NULL; end++)
		;
	return at > 1 && end > at &&
	       (sulih_match_phrase(&sulih_list_outlets, sulih_view_slice(text, 0, end), at) ==
			end - at ||
		sulih_view_ends(sulih_view_slice(text, at, end), SULIH_VIEW(".com")));
}

static bool is_caption(struct sulih_view text, const struct shape *shape)
{
	if (!shape->finished ? leading_credit(text) > 0
			     : !shape->inner_stop && is_shouted_credit(text))
		return true;
	return shape->words >= 3 && has_photo_credit(text, shape);
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
	if (shape->marker && (last || next < 70))
		return false;
	if (shape->upper == shape->letters && shape->letters > 3)
		return true;
	if (shape->words >= 2 && shape->small == 0 && shape->capitals >= 2 &&
	    (!last || shape->words > 3))
		return true;
	if (shape->words >= 3 && shape->capitals >= 3 &&
	    shape->capitals * 10 >= (shape->capitals + shape->small) * 7)
		return true;
	if (shape->asks || !shape->first_upper || last)
		return false;
	if (index == 0 && shape->words >= 3)
		return next >= 40;
	return shape->words <= 9 && next >= 70;
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

static enum sulih_role role_of_line(const struct sulih_segmentation *out, size_t index,
				    struct sulih_view text, const struct shape *shape)
{
	if (sulih_starts_with_copyright(text) || is_page_numbers(text))
		return SULIH_ROLE_BOILERPLATE;
	if (is_reporter_code(text, shape) || is_signature(text, shape) ||
	    is_name_line(out, index, text, shape))
		return SULIH_ROLE_BYLINE;
	if (is_caption(text, shape) || (shape->words >= 3 && is_credited_line(out, index, text)))
		return SULIH_ROLE_CAPTION;
	return is_heading(out, index, text, shape) ? SULIH_ROLE_HEADING : SULIH_ROLE_BODY;
}

static enum sulih_role role_of(const struct sulih_segmentation *out, size_t index,
			       struct sulih_block *block)
{
	struct sulih_view text = sulih_view_slice(out->running, block->span.start, block->span.end);
	struct opening opening;
	struct shape shape = { 0 };
	bool plain = is_plain_body(text) && !is_shouted_credit(text), shaped = !plain;
	size_t dateline;

	if (shaped)
		sulih_shape_of(text, &shape);
	if (sulih_find_opening(text, &opening)) {
		if (!shaped)
			sulih_shape_of(text, &shape);
		if (opening_holds(text, &opening, &shape))
			return opening.role;
	}
	if (plain && sulih_starts_with_copyright(text))
		return SULIH_ROLE_BOILERPLATE;
	if (!plain && is_date_line(text))
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
	struct sulih_view key;

	if (text.length > 40 || !sulih_find_opening(text, &opening) ||
	    !nothing_follows(text, opening.end))
		return false;
	key = sulih_lower_key(text, room, sizeof(room));
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (memmem(key.data, key.length, words[i], strlen(words[i])) != NULL)
			return true;
	return false;
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

void sulih_find_roles(struct sulih_segmentation *out)
{
	bool links = false;
	size_t last = out->blocks.count;

	for (size_t i = 0; i < out->blocks.count; i++) {
		struct sulih_block *block = &out->blocks.items[i];

		block->role = role_of(out, i, block);
		if (links && block->role == SULIH_ROLE_HEADING)
			block->role = SULIH_ROLE_BOILERPLATE;
		else
			links = block->role == SULIH_ROLE_BOILERPLATE &&
				announces_links(sulih_view_slice(out->running, block->span.start,
								 block->span.end));
	}
	if (last > 2 && is_writers_note(out, last - 1))
		out->blocks.items[last - 1].role = SULIH_ROLE_BOILERPLATE;
}
