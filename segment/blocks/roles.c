#include "base/letter.h"
#include "segment/blocks/blocks.h"
#include "segment/blocks/furniture/boilerplate.h"
#include "segment/blocks/datelines/dateline.h"
#include "segment/blocks/datelines/dateline_unknown.h"
#include "segment/blocks/headings.h"
#include "segment/blocks/lines.h"
#include "segment/blocks/furniture/opening.h"
#include "segment/blocks/shape.h"
#include "segment/blocks/signed/signed.h"
#include "segment/blocks/furniture/told.h"
#include "segment/sentences/furniture.h"

static bool colon_follows(struct sulih_view text, size_t at)
{
	while (at < text.length && text.data[at] == ' ')
		at++;
	/* `[VIDEO] Detik-detik …` */
	return at < text.length && (text.data[at] == ':' || text.data[at] == '|' ||
				    (text.data[at] == ']' && text.data[0] == '['));
}

static bool is_dated_line(struct sulih_view text, const struct opening *opening)
{
	return text.length < LINE_LONGEST &&
	       sulih_is_date_line(sulih_view_slice(text, opening->end, text.length));
}

static bool colon_opens(struct sulih_view text, const struct opening *opening,
			const struct shape *shape)
{
	if (opening->role == SULIH_ROLE_BYLINE && is_dated_line(text, opening))
		return true;
	return colon_follows(text, opening->end) &&
	       (opening->role != SULIH_ROLE_BOILERPLATE || !shape->finished || text.length < 120) &&
	       (opening->role != SULIH_ROLE_BYLINE || text.length < LINE_LONGEST);
}

/* Nothing but furniture; behind `Advertisement Warga …`, `Baca Juga Warga …` text goes on. */
static bool is_furniture_alone(struct sulih_view text, const struct opening *opening)
{
	size_t end = sulih_furniture_end(text, 0);
	struct opening next; /* `ADVERTISEMENT SCROLL TO RESUME CONTENT` */

	if (sulih_opening_is_sentence(text, opening, false))
		return false;
	return end == 0 || sulih_nothing_follows(text, end) ||
	       (sulih_find_opening(sulih_view_slice(text, end, text.length), &next) &&
		next.role == SULIH_ROLE_BOILERPLATE && sulih_nothing_follows(text, end + next.end));
}

/* `by Ratna Dewi` too */
static bool person_follows(struct sulih_view text, const struct opening *opening,
			   const struct shape *shape)
{
	if (colon_follows(text, opening->end)) /* `Wartawan: Kapan Bapak ditahan?` is talk */
		return text.length < LINE_LONGEST && !shape->asks;
	if (opening->end < text.length && text.data[opening->end] == ',')
		return false; /* `Penulis, guru besar di Bandung` */
	return !shape->finished && shape->words >= 2 && shape->words <= 9 &&
	       shape->capitals + shape->small_function + !shape->first_upper >= shape->words;
}

static bool is_short(struct sulih_view text, const struct opening *opening,
		     const struct shape *shape)
{
	if (opening->role == SULIH_ROLE_CAPTION && sulih_nothing_follows(text, opening->end))
		return true; /* `Ilustrasi` */
	return colon_follows(text, opening->end) ||
	       (!shape->finished && text.length < LINE_LONGEST && shape->words >= 2 &&
		shape->capitals * 2 < shape->words + 3);
}

/* `(Simak juga penjelasan itu.) Hingga kini …`: the page's words end with their bracket, and a
 * sentence follows. */
static bool is_bracketed_before_text(struct sulih_view text, const struct opening *opening)
{
	const char *close = text.data[0] != '(' ? NULL
						: memchr(text.data + opening->end, ')',
							 text.length - opening->end);

	return close != NULL && close + 20 < text.data + text.length && close[1] == ' ' &&
	       sulih_byte_is_upper(close[2]) && text.data[text.length - 1] == '.';
}

static bool opening_holds(struct sulih_view text, const struct opening *opening,
			  const struct shape *shape)
{
	if (is_bracketed_before_text(text, opening) || sulih_is_told(text, opening))
		return false;
	/* `Reporter` on a line of its own, the name below it */
	if (opening->role == SULIH_ROLE_BYLINE && opening->end == text.length)
		return true;
	switch (opening->manner) {
	case OPENING_LINE:
		return sulih_nothing_follows(text, opening->end) ||
		       colon_follows(text, opening->end);
	case OPENING_DATED:
		return is_dated_line(text, opening);
	case OPENING_COLON:
		return colon_opens(text, opening, shape);
	case OPENING_MID:
		return is_furniture_alone(text, opening);
	case OPENING_HEAD:
		return true;
	case OPENING_PERSON:
		return person_follows(text, opening, shape);
	case OPENING_NOTICE: /* not `Hak cipta lagu itu milik ahli warisnya.` */
		return !shape->finished || !sulih_opening_goes_on(text, opening);
	case OPENING_SHORT:
		return is_short(text, opening, shape);
	}
	return false;
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
	if (sulih_is_boilerplate(index, text))
		return SULIH_ROLE_BOILERPLATE;
	if (sulih_is_byline(out, index, text, shape))
		return SULIH_ROLE_BYLINE;
	if (sulih_is_caption(out, index, text, shape))
		return SULIH_ROLE_CAPTION;
	return sulih_is_heading(out, index, text, shape) ? SULIH_ROLE_HEADING : SULIH_ROLE_BODY;
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
	       memchr(text.data, '/', text.length) == NULL && text.data[text.length - 1] != ')';
}

/* `Foto: Ratna Dewi, Teks: Bagus`: who wrote and who photographed the article. */
static bool is_double_credit(struct sulih_view text, const struct opening *opening)
{
	static const char *const writers[] = { "Teks:", "Naskah:", "Penulis:", "Narasi:" };

	return opening->role == SULIH_ROLE_CAPTION && text.length <= LINE_LONGEST / 2 &&
	       colon_follows(text, opening->end) &&
	       SULIH_VIEW_HOLDS_ONE_OF(sulih_view_slice(text, opening->end, text.length), writers);
}

/* `19.30 WIB` amid a ticker says when something happened, not when the page appeared. */
static bool is_clock_time(struct sulih_view text)
{
	return text.length <= 10 && sulih_byte_is_digit(text.data[0]) && text.length > 4 &&
	       (text.data[2] == '.' || text.data[2] == ':') && sulih_byte_is_digit(text.data[3]) &&
	       sulih_byte_is_digit(text.data[4]);
}

static enum sulih_role role_of(const struct sulih_segmentation *out, size_t index,
			       struct sulih_block *block)
{
	struct sulih_view text = sulih_running_slice(out, block->span);
	struct opening opening;
	struct shape shape = { 0 };
	bool plain = is_plain_body(text) && !sulih_is_shouted_credit(text), shaped = !plain;
	size_t dateline;

	if (shaped)
		sulih_shape_of(text, &shape);
	if (sulih_find_opening(text, &opening)) {
		if (!shaped)
			sulih_shape_of(text, &shape);
		if (names_genre(out, index, text, &opening, &shape))
			return SULIH_ROLE_HEADING;
		if (opening_holds(text, &opening, &shape))
			return is_double_credit(text, &opening) ? SULIH_ROLE_BYLINE : opening.role;
		if (opening.role == SULIH_ROLE_BOILERPLATE && sulih_asks_for_login(text))
			return SULIH_ROLE_BOILERPLATE;
	}
	if (plain && (sulih_starts_with_copyright(text) ||
		      (index + 4 > out->blocks.count && sulih_opens_writers_note(text))))
		return SULIH_ROLE_BOILERPLATE;
	if (!plain && sulih_is_date_line(text) &&
	    (!is_clock_time(text) || sulih_opens_article(out, index)))
		return SULIH_ROLE_BYLINE;
	if (sulih_is_invitation(text) || (plain && sulih_is_menu(text)))
		return SULIH_ROLE_BOILERPLATE;
	dateline = sulih_find_dateline(text);
	if (dateline == 0 && sulih_opens_article(out, index))
		dateline = sulih_find_unknown_dateline(text);
	if (dateline > 0) {
		block->dateline.start = block->span.start;
		block->dateline.end = block->span.start + dateline;
		return SULIH_ROLE_BODY;
	}
	if (plain)
		return sulih_tells_places(out, index, text) ? SULIH_ROLE_CAPTION : SULIH_ROLE_BODY;
	return role_of_line(out, index, text, &shape);
}

/* The last link of a list may be too short to be a heading: two words with capitals. */
static bool is_title(const struct sulih_segmentation *out, const struct sulih_block *block)
{
	struct sulih_view text = sulih_running_slice(out, block->span);
	struct shape shape;

	if (block->role != SULIH_ROLE_BODY || text.length > LINE_LONGEST / 2)
		return false;
	sulih_shape_of(text, &shape);
	return shape.words >= 2 && !shape.finished && !shape.inner_stop &&
	       shape.capitals + shape.small_function == shape.words;
}

/* `bumdes`, `lereng merapi` below `Tag:`: marks of the subject, each on a line. */
static bool is_subject_mark(const struct sulih_segmentation *out, const struct sulih_block *block)
{
	enum { LONGEST = 40 };
	struct sulih_view text = sulih_running_slice(out, block->span);

	return block->role == SULIH_ROLE_BODY && text.length <= LONGEST &&
	       strchr(".!?:\"", text.data[text.length - 1]) == NULL;
}

static bool announces_marks(struct sulih_view text)
{
	static const char *const heads[] = { "tag", "tags", "tag terkait", "topik", "kata kunci" };
	char room[24];
	struct sulih_view key = sulih_lower_key(text, room, sizeof(room));

	while (key.length > 0 && strchr(" :", key.data[key.length - 1]) != NULL)
		key.length--;
	return SULIH_VIEW_IS_ONE_OF(key, heads);
}

void sulih_find_roles(struct sulih_segmentation *out)
{
	bool links = false, marks = false;
	size_t last = out->blocks.count;

	for (size_t i = 0; i < out->blocks.count; i++) {
		struct sulih_block *block = &out->blocks.items[i];

		block->role = role_of(out, i, block);
		if ((links && (block->role == SULIH_ROLE_HEADING || is_title(out, block))) ||
		    (marks && is_subject_mark(out, block))) {
			block->role = SULIH_ROLE_BOILERPLATE;
			continue;
		}
		if (block->role == SULIH_ROLE_BOILERPLATE || marks)
			marks = announces_marks(sulih_running_slice(out, block->span));
		links = block->role == SULIH_ROLE_BOILERPLATE &&
			sulih_announces_links(sulih_running_slice(out, block->span));
	}
	/* what the page adds may stand behind the note about the writer */
	while (last > 2 && out->blocks.items[last - 1].role == SULIH_ROLE_BOILERPLATE)
		last--;
	if (last > 2 && sulih_is_writers_note(out, last - 1))
		out->blocks.items[last - 1].role = SULIH_ROLE_BOILERPLATE;
}
