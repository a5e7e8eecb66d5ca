/* Seams of times: on a day, in a month or year, at an hour, in the seventies. */
#include "base/letter.h"
#include "lists.h"
#include "pipeline/reassemble/seams_inside.h"

static bool ends_with_pada(struct sulih_view text)
{
	while (text.length > 0 && text.data[text.length - 1] == ' ')
		text.length--;
	return sulih_view_ends(text, SULIH_VIEW("pada")) ||
	       sulih_view_ends(text, SULIH_VIEW("Pada"));
}

/* The preposition of a time in English: on a day, in a month or year, at an hour; NULL: not sure.
 */
static const char *preposition_of(const struct sulih_placeholder *p)
{
	struct sulih_view t = p->target;
	size_t digits = 0, letters = 0;

	if (p->kind == SULIH_KIND_TIME)
		return t.length > 0 && sulih_byte_is_digit(t.data[0]) ? "at" : NULL;
	if (p->kind != SULIH_KIND_DATE && p->kind != SULIH_KIND_RANGE)
		return NULL;
	while (digits < t.length && sulih_byte_is_digit(t.data[digits]))
		digits++;
	while (letters < t.length && sulih_byte_is_letter(t.data[letters]))
		letters++;
	if (digits == 4)
		return "in";
	if (digits > 0)
		return p->kind == SULIH_KIND_DATE ? "on" : NULL;
	if (letters > 3 && memcmp(t.data + letters - 3, "day", 3) == 0)
		return "on";
	if (!sulih_table_says(&sulih_list_english_words, sulih_view_slice(t, 0, letters), "month"))
		return NULL;
	/* "June 2024" but "June 19" */
	digits = letters + 1;
	while (digits < t.length && sulih_byte_is_digit(t.data[digits]))
		digits++;
	return digits - letters - 1 == 4 || letters == t.length ? "in" : "on";
}

/* "arrived ⟦14:30⟧", "on ⟦14:30⟧": pukul and jam stand in the token, and an engine that sees no
 * hour has no "at".  Not behind another preposition (around, until), a verb that says what time it
 * is, or another token or mark. */
static void put_the_hour(const struct sulih_seam *seam, struct sulih_buffer *out, size_t from)
{
	static const char *const hours[] = { "pukul ", "Pukul ", "pkl", "jam ", "Jam " };
	struct sulih_view word = sulih_seam_last_word(out, from), t = seam->target;
	char room[16];

	if (seam->placeholder->kind != SULIH_KIND_TIME || seam->headline || t.length < 4 ||
	    !sulih_byte_is_digit(t.data[0]) || word.length == 0)
		return;
	if (sulih_view_is(word, "on") || sulih_view_is(word, "in"))
		sulih_seam_replace_last(out, word, "at");
	else if (SULIH_VIEW_STARTS_WITH_ONE_OF(seam->placeholder->source, hours) > 0 &&
		 !sulih_table_says(&sulih_list_english_words,
				   sulih_lower_key(word, room, sizeof(room)), "hour") &&
		 sulih_byte_is_lower(word.data[0]))
		sulih_buffer_puts(out, "at ");
}

void sulih_seam_set_preposition(const struct sulih_seam *seam, struct sulih_buffer *out,
				size_t from)
{
	static const char *const small[] = { "on", "in", "at" };
	static const char *const large[] = { "On", "In", "At" };
	struct sulih_view word = sulih_seam_last_word(out, from);
	const char *wanted = preposition_of(seam->placeholder);

	put_the_hour(seam, out, from);
	if (wanted == NULL || !ends_with_pada(seam->source_before) || sulih_view_is(word, wanted))
		return;
	if (SULIH_VIEW_IS_ONE_OF(word, small))
		sulih_seam_replace_last(out, word, wanted);
	else if (SULIH_VIEW_IS_ONE_OF(word, large) && sulih_byte_lower(word.data[0]) != wanted[0])
		sulih_seam_replace_last(out, word,
					wanted[0] == 'o'   ? "On"
					: wanted[0] == 'i' ? "In"
							   : "At");
}

static bool is_decade(enum sulih_span_kind kind, struct sulih_view target)
{
	return kind == SULIH_KIND_DATE && target.length == 5 && target.data[4] == 's' &&
	       sulih_byte_is_digit(target.data[3]);
}

static bool is_century(enum sulih_span_kind kind, struct sulih_view target)
{
	return kind == SULIH_KIND_ORDINAL && target.length > 0 &&
	       sulih_byte_is_digit(target.data[0]) &&
	       (sulih_view_ends(target, SULIH_VIEW(" century")) ||
		sulih_view_ends(target, SULIH_VIEW(" centuries")));
}

/* "in 1970s", "in 19th century": the seventies and the century have an article. */
void sulih_seam_put_the_decade(const struct sulih_seam *seam, struct sulih_buffer *out, size_t from)
{
	struct sulih_view t = seam->placeholder->target, word = sulih_seam_last_word(out, from);

	if (!is_decade(seam->placeholder->kind, t) && !is_century(seam->placeholder->kind, t))
		return;
	if (sulih_table_says(&sulih_list_english_words, word, "decade") ||
	    sulih_view_is(word, "In") || sulih_view_is(word, "Since"))
		sulih_buffer_puts(out, "the ");
}
