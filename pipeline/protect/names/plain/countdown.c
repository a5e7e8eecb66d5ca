/* H-3 Lebaran, H+2 Natal: days before and after the day of an event, H the day itself. */
#include "base/letter.h"
#include "pipeline/protect/names/names.h"

/* 1, 07, 30: the days; 0 where it is no such number. */
static unsigned read_days(struct sulih_view digits)
{
	unsigned days = 0;

	if (digits.length > 3)
		return 0;
	for (size_t i = 0; i < digits.length; i++) {
		if (!sulih_byte_is_digit(digits.data[i]))
			return 0;
		days = days * 10 + (unsigned)(digits.data[i] - '0');
	}
	return days;
}

/* "three days before Christmas", "the day after Christmas" */
static struct sulih_view compose_days(struct name_finder *f, unsigned days, bool before,
				      struct sulih_view digits, struct sulih_view event)
{
	static const char *const spelled[] = { "",     "the", "two",   "three", "four",
					       "five", "six", "seven", "eight", "nine" };
	struct sulih_view count =
		days < SULIH_COUNT(spelled) ? sulih_view_of(spelled[days]) : digits;

	return NAME_JOIN(f, count, days == 1 ? SULIH_VIEW(" day ") : SULIH_VIEW(" days "),
			 before ? SULIH_VIEW("before ") : SULIH_VIEW("after "), event);
}

/* English does not know the H: with a listed event behind it the days are counted in words, alone
 * it is left to the translator. */
uint32_t parse_countdown(struct name_finder *f, struct name_scene *scene, uint32_t at)
{
	uint32_t sign = at + 1, number = at + 2, next = at + 3;
	struct name_found found = { .at = at,
				    .end = next,
				    .kind = SULIH_KIND_NAME,
				    .ruling = SULIH_LEAVE,
				    .why = "descriptive" };
	struct sulih_view digits;
	struct name_match event;
	unsigned days;

	if (next > scene->end || token_is_apart(f, sign) || token_is_apart(f, number) ||
	    !(is_mark(f, sign, '-') || is_mark(f, sign, '+') || is_mark(f, sign, 0x2013)) ||
	    token_at(f, number)->kind != TOKEN_NUMBER)
		return at;
	digits = token_text(f, token_at(f, number));
	days = read_days(digits);
	if (days == 0)
		return at;
	if (next < scene->end && token_is_apart(f, next) && token_is_capital(f, next) &&
	    match_map(f, next, scene->end, &event) && event.kind == SULIH_KIND_EVENT) {
		found.end = next + event.count;
		found.kind = SULIH_KIND_EVENT;
		found.ruling = SULIH_MAP;
		found.why = "list";
		found.target = compose_days(f, days, !is_mark(f, sign, '+'), digits,
					    event.target.length ? event.target
								: tokens_text(f, next, found.end));
	}
	return name_take(f, scene, found);
}
