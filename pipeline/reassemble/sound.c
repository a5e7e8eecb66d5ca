#include "pipeline/reassemble/sound.h"

#include "base/letter.h"

/* eight, eleven, eighteen and their thousands: "an 8", "an 11,000", "an 1800s house" */
static bool number_takes_an(struct sulih_view text)
{
	size_t n = 0;

	while (n < text.length && sulih_byte_is_digit(text.data[n]))
		n++;
	if (text.data[0] == '8')
		return true;
	if (n != 2 && n != 4)
		return false;
	return text.length > 1 && text.data[0] == '1' &&
	       (text.data[1] == '8' || (text.data[1] == '1' && n == 2));
}

/* The sign of a currency is said behind its number; US$ and the like are said first. */
static struct sulih_view skip_sign(struct sulih_view text)
{
	static const char *const signs[] = { "$", "\xE2\x82\xAC", "\xC2\xA3", "\xC2\xA5", "Rp" };

	size_t n = SULIH_VIEW_STARTS_WITH_ONE_OF(text, signs);

	return n < text.length && sulih_byte_is_digit(text.data[n])
		       ? sulih_view_slice(text, n, text.length)
		       : text;
}

/* KPK, MP, FBI are spelled out; NATO, ASEAN, UNESCO are said as words. */
static bool is_spelled(struct sulih_view text)
{
	size_t n = 0;
	bool vowel = false;

	while (n < text.length && text.data[n] >= 'A' && text.data[n] <= 'Z') {
		vowel = vowel || (n > 0 && strchr("AEIOU", text.data[n]) != NULL);
		n++;
	}
	if (n < text.length && sulih_byte_is_letter(text.data[n]))
		return n > 1 && text.data[n] == 's';
	return n == 1 ? false : n > 1 && (n <= 3 || !vowel);
}

bool sulih_takes_an(struct sulih_view text)
{
	/* said with a consonant: a UN envoy, a European, a one-day visit */
	static const char *const consonant[] = { "uni",	 "use",	 "usu",	    "ukr",    "uga",
						 "urug", "euro", "eul",	    "ewe",    "one ",
						 "one-", "once", "utility", "uranium" };
	static const char *const silent_h[] = { "hour", "honest", "honor", "honour", "heir" };
	char room[sizeof("utility") - 1]; /* the longest of them */
	struct sulih_view start;

	text = skip_sign(text);
	if (text.length == 0)
		return false;
	if (sulih_byte_is_digit(text.data[0]))
		return number_takes_an(text);
	if (is_spelled(text))
		return strchr("AEFHILMNORSX", text.data[0]) != NULL;
	start = sulih_view_make(room, text.length < sizeof(room) ? text.length : sizeof(room));
	for (size_t i = 0; i < start.length; i++)
		room[i] = sulih_byte_lower(text.data[i]);
	if (SULIH_VIEW_STARTS_WITH_ONE_OF(start, consonant))
		return false;
	return SULIH_VIEW_STARTS_WITH_ONE_OF(start, silent_h) || strchr("aeiou", room[0]) != NULL;
}
