#include "segment/quotes/pairing/marks.h"

#include "base/bytes.h"
#include "base/error.h"
#include "base/letter.h"
#include "base/utf8.h"
#include "lists.h"

struct shape {
	uint32_t code_point;
	uint8_t family;
	uint8_t side;
};

static const struct shape shapes[] = {
	{ '"', MARK_DOUBLE, MARK_EITHER },
	{ '\'', MARK_SINGLE, MARK_EITHER },
	{ '`', MARK_SINGLE, MARK_OPENS },
	{ 0xAB, MARK_GUILLEMET, MARK_OPENS },
	{ 0xB4, MARK_SINGLE, MARK_CLOSES },
	{ 0xBB, MARK_GUILLEMET, MARK_CLOSES },
	{ 0x2018, MARK_SINGLE, MARK_OPENS },
	{ 0x2019, MARK_SINGLE, MARK_CLOSES },
	{ 0x201A, MARK_SINGLE, MARK_OPENS },
	{ 0x201B, MARK_SINGLE, MARK_OPENS },
	{ 0x201C, MARK_DOUBLE, MARK_OPENS },
	{ 0x201D, MARK_DOUBLE, MARK_CLOSES },
	{ 0x201E, MARK_DOUBLE, MARK_OPENS },
	{ 0x201F, MARK_DOUBLE, MARK_OPENS },
	{ 0x2039, MARK_SINGLE_GUILLEMET, MARK_OPENS },
	{ 0x203A, MARK_SINGLE_GUILLEMET, MARK_CLOSES },
	{ 0x300C, MARK_CORNER, MARK_OPENS },
	{ 0x300D, MARK_CORNER, MARK_CLOSES },
	{ 0x300E, MARK_DOUBLE_CORNER, MARK_OPENS },
	{ 0x300F, MARK_DOUBLE_CORNER, MARK_CLOSES },
	{ 0x301D, MARK_DOUBLE, MARK_OPENS },
	{ 0x301E, MARK_DOUBLE, MARK_CLOSES },
	{ 0x301F, MARK_DOUBLE, MARK_CLOSES },
	{ 0xFF02, MARK_DOUBLE, MARK_EITHER },
	{ 0xFF07, MARK_SINGLE, MARK_EITHER },
};

/* First bytes of all marks. */
static const bool may_begin_mark[256] = { ['"'] = true,	 ['\''] = true, ['`'] = true, [0xC2] = true,
					  [0xE2] = true, [0xE3] = true, [0xEF] = true };

static const struct shape *shape_of(uint32_t code_point)
{
	for (size_t i = 0; i < SULIH_COUNT(shapes); i++)
		if (shapes[i].code_point == code_point)
			return &shapes[i];
	return NULL;
}

static const struct shape *shape_at(struct sulih_view text, size_t at, size_t end, size_t *used)
{
	*used = 1;
	if (at >= end || !may_begin_mark[(unsigned char)text.data[at]])
		return NULL;
	return shape_of(sulih_utf8_decode(text.data + at, end - at, used));
}

/* Code point that begins at `at`, or a blank at the paragraph's end. */
static uint32_t code_point_at(struct sulih_view text, size_t at, size_t end)
{
	size_t used;

	return at < end ? sulih_utf8_decode(text.data + at, end - at, &used) : ' ';
}

static bool is_letter_or_digit(uint32_t c)
{
	return sulih_is_letter(c) || sulih_is_digit(c);
}

static bool is_dash(uint32_t c)
{
	return c == '-' || c == 0x2013 || c == 0x2014 || c == '/' || c == 0x2212;
}

/* What a run of marks has on its two sides. */
struct sides {
	uint32_t before, after;
	bool dots_after; /* "...dan": a pause before the first word */
};

static bool begins_after(uint32_t c)
{
	return sulih_is_space(c) || c == '(' || c == '[' || c == '{' || c == '<' || c == '=' ||
	       c == ':' || c == '>' || c == '|' || c == '*';
}

static bool ends_before(uint32_t c)
{
	return sulih_is_space(c) || c == ',' || c == '.' || c == ';' || c == ':' || c == '!' ||
	       c == '?' || c == ')' || c == ']' || c == '}' || c == 0x2026 || c == '<' || c == '|';
}

/* The side of which the neighbours speak: an opening mark has a blank or a
 * bracket before it and a word behind it ("Kami siap), a closing one the reverse. */
static enum mark_side place_of(const struct sides *sides)
{
	bool open = begins_after(sides->before), close = ends_before(sides->after);

	if (open && (!close || sides->dots_after || sides->after == '['))
		return sulih_is_space(sides->after) ? MARK_EITHER : MARK_OPENS;
	if (open && close)
		return sulih_is_space(sides->after) || !sulih_is_space(sides->before) ? MARK_EITHER
										      : MARK_CLOSES;
	if (close)
		return is_dash(sides->before) && !sulih_is_space(sides->after) ? MARK_EITHER
									       : MARK_CLOSES;
	if (is_dash(sides->after) && !is_dash(sides->before))
		return MARK_CLOSES; /* "Ada-Tiada"-nya */
	if (is_dash(sides->before))
		return MARK_OPENS; /* pra-"reformasi" */
	return MARK_EITHER;	   /* menjawab,"Kami siap,"lalu */
}

/* '98, ’45: the century left out. */
static bool is_short_year(struct sulih_view text, size_t at, size_t end)
{
	return end - at >= 2 && sulih_byte_is_digit(text.data[at]) &&
	       sulih_byte_is_digit(text.data[at + 1]) &&
	       !is_letter_or_digit(code_point_at(text, at + 2, end));
}

/* The transliterated ayn of Arabic stands before a known word: 'Aisyiyah, ‘Idul Fitri.
 * The same word with a mark right behind it is a word in quotes. */
static bool is_ayn(struct sulih_view text, size_t at, size_t end)
{
	char room[32];
	size_t stop = at, used;

	while (stop < end && stop - at < sizeof(room) && sulih_byte_is_letter(text.data[stop]))
		stop++;
	if (stop == at || shape_at(text, stop, end, &used) != NULL)
		return false;
	return sulih_table_has(
		&sulih_list_ayn_words,
		sulih_lower_key(sulih_view_slice(text, at, stop), room, sizeof(room)));
}

/* rock 'n' roll; *past gets the place behind the second apostrophe */
static bool is_and(struct sulih_view text, size_t at, size_t end, size_t *past)
{
	size_t used;
	const struct shape *second;

	if (at >= end || (text.data[at] | 32) != 'n')
		return false;
	second = shape_at(text, at + 1, end, &used);
	if (second == NULL || second->family != MARK_SINGLE)
		return false;
	*past = at + 1 + used;
	return true;
}

static bool is_apostrophe(struct sulih_view text, const struct sides *sides, size_t behind,
			  size_t end)
{
	if (is_letter_or_digit(sides->before) && is_letter_or_digit(sides->after))
		return true; /* Jum'at, Qur'an, 5'10 */
	if (is_letter_or_digit(sides->before))
		return false;
	return is_short_year(text, behind, end) || is_ayn(text, behind, end);
}

/* Two marks side by side that stand for one: ''Kami'', ““Kami””, ""Kami"". */
static bool is_twin(const struct shape *one, const struct shape *other)
{
	if (one->family == MARK_SINGLE)
		return one->code_point == other->code_point;
	return one->family == MARK_DOUBLE && other->family == MARK_DOUBLE;
}

static int add_run(struct sulih_view text, size_t start, size_t behind, struct sides sides,
		   struct quote_marks *marks)
{
	size_t at = start, used, used2;

	while (at < behind) {
		const struct shape *shape = shape_at(text, at, behind, &used);
		const struct shape *next = shape_at(text, at + used, behind, &used2);
		struct quote_mark *mark = SULIH_VECTOR_ADD(&marks->list);

		if (mark == NULL)
			return SULIH_ERROR_MEMORY;
		mark->offset = at;
		mark->length = (uint8_t)used;
		mark->family = shape->family;
		mark->shape = shape->side;
		mark->straight = shape->side == MARK_EITHER;
		mark->place = (uint8_t)place_of(&sides);
		mark->after_digit = at == start && sulih_is_digit(sides.before);
		if (next != NULL && is_twin(shape, next)) {
			mark->split = (uint8_t)used;
			mark->length = (uint8_t)(used + used2);
			mark->of_singles = shape->family == MARK_SINGLE;
			mark->family = MARK_DOUBLE;
		}
		at += mark->length;
	}
	return 0;
}

/* 0° 50' 01": the seconds of an angle behind its minutes. */
static bool is_seconds(struct sulih_view text, size_t start, size_t at)
{
	const char *d = text.data;
	size_t from = at;

	while (from > start && (sulih_byte_is_digit(d[from - 1]) || d[from - 1] == ','))
		from--;
	if (from == at)
		return false;
	while (from > start && d[from - 1] == ' ')
		from--;
	return from > start + 1 && d[from - 1] == '\'' && sulih_byte_is_digit(d[from - 2]);
}

/* Looks at the run of marks that begins at `at`; *past gets where to go on. */
static int collect_run(struct sulih_view text, struct sulih_span paragraph, size_t at, size_t *past,
		       struct quote_marks *marks)
{
	size_t behind = at, used, count = 0, before;
	const struct shape *shape, *first = NULL;
	struct sides sides;

	while ((shape = shape_at(text, behind, paragraph.end, &used)) != NULL) {
		first = first ? first : shape;
		behind += used;
		count++;
	}
	if (count == 0) {
		*past = at + used;
		return 0;
	}
	*past = behind;
	sides.before = at > paragraph.start ? sulih_utf8_before(text.data, at, &before) : ' ';
	sides.after = code_point_at(text, behind, paragraph.end);
	sides.dots_after =
		sides.after == 0x2026 ||
		(sides.after == '.' && code_point_at(text, behind + 1, paragraph.end) == '.');
	if (count == 1 && first->family == MARK_SINGLE) {
		if (is_apostrophe(text, &sides, behind, paragraph.end))
			return 0;
		if (!is_letter_or_digit(sides.before) && is_and(text, behind, paragraph.end, past))
			return 0;
	}
	if (count == 1 && first->family == MARK_DOUBLE && is_seconds(text, paragraph.start, at))
		return 0;
	return add_run(text, at, behind, sides, marks);
}

int sulih_collect_marks(struct sulih_view text, struct sulih_span paragraph,
			struct quote_marks *marks)
{
	size_t at = paragraph.start, end = paragraph.end, past;

	while ((at = sulih_bytes_find(text.data, at, end, "\"'`", 0xC2)) < end) {
		if (collect_run(text, paragraph, at, &past, marks) != 0)
			return SULIH_ERROR_MEMORY;
		at = past;
	}
	return 0;
}
