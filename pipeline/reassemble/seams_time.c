/* Seams of times: on a day, in a month or year, at an hour, in the seventies. */
#include "base/letter.h"
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
	static const char *const months[] = { "January",   "February", "March",	   "April",
					      "May",	   "June",     "July",	   "August",
					      "September", "October",  "November", "December" };
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
	if (!SULIH_VIEW_IS_ONE_OF(sulih_view_slice(t, 0, letters), months))
		return NULL;
	/* "June 2024" but "June 19" */
	digits = letters + 1;
	while (digits < t.length && sulih_byte_is_digit(t.data[digits]))
		digits++;
	return digits - letters - 1 == 4 || letters == t.length ? "in" : "on";
}

void sulih_seam_set_preposition(const struct sulih_seam *seam, struct sulih_buffer *out,
				size_t from)
{
	static const char *const small[] = { "on", "in", "at" };
	static const char *const large[] = { "On", "In", "At" };
	struct sulih_view word = sulih_seam_last_word(out, from);
	const char *wanted = preposition_of(seam->placeholder);

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

/* "in 1970s": the seventies have an article. */
void sulih_seam_put_the_decade(const struct sulih_seam *seam, struct sulih_buffer *out, size_t from)
{
	static const char *const before[] = { "in", "In", "since", "Since", "from", "during",
					      "of", "by", "until", "the",   "into", "to" };
	struct sulih_view t = seam->placeholder->target, word = sulih_seam_last_word(out, from);

	if (seam->placeholder->kind != SULIH_KIND_DATE || t.length != 5 || t.data[4] != 's' ||
	    !sulih_byte_is_digit(t.data[3]) || sulih_view_is(word, "the"))
		return;
	if (SULIH_VIEW_IS_ONE_OF(word, before))
		sulih_buffer_puts(out, "the ");
}
