/* H-3 Lebaran, H+2 Natal: days before and after the day of an event, H the day itself. */
#include "base/letter.h"
#include "pipeline/protect/names/names.h"

struct day_sign {
	unsigned days; /* 0: there is none */
	bool before;
	struct sulih_view digits;
};

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

/* "H-3" at `at`: three tokens */
static struct day_sign read_sign(const struct name_finder *f, uint32_t at, uint32_t limit)
{
	uint32_t sign = at + 1, number = at + 2;
	struct day_sign none = { 0 };

	if (at + 3 > limit || !sulih_view_is(token_lower(f, at), "h") || token_is_apart(f, sign) ||
	    token_is_apart(f, number) ||
	    !(is_mark(f, sign, '-') || is_mark(f, sign, '+') || is_mark(f, sign, 0x2013)) ||
	    token_at(f, number)->kind != TOKEN_NUMBER)
		return none;
	return (struct day_sign){ .days = read_days(token_text(f, token_at(f, number))),
				  .before = !is_mark(f, sign, '+'),
				  .digits = token_text(f, token_at(f, number)) };
}

/* "H-7 hingga H+7": the sign behind the first, which ends before `at`; of no days where there is
 * none. */
static struct day_sign read_second(const struct name_finder *f, uint32_t at, uint32_t limit)
{
	if (at < limit && token_is_cue(f, at, "until"))
		return read_sign(f, at + 1, limit);
	return (struct day_sign){ 0 };
}

/* "three days", "the day"; "one day" in a range */
static struct sulih_view compose_count(struct name_finder *f, struct day_sign sign, bool range)
{
	static const char *const spelled[] = { "",     "the", "two",   "three", "four",
					       "five", "six", "seven", "eight", "nine" };
	struct sulih_view count =
		sign.days < SULIH_COUNT(spelled) ? sulih_view_of(spelled[sign.days]) : sign.digits;

	if (sign.days == 1)
		return range ? SULIH_VIEW("one day") : SULIH_VIEW("the day");
	return NAME_JOIN(f, count, SULIH_VIEW(" days"));
}

static struct sulih_view side_of(struct day_sign sign)
{
	return sign.before ? SULIH_VIEW(" before ") : SULIH_VIEW(" after ");
}

/* "three days before Christmas", "three days to one day before Lebaran", "seven days before to
 * seven days after Lebaran" */
static struct sulih_view compose_days(struct name_finder *f, struct day_sign first,
				      struct day_sign second, struct sulih_view event)
{
	struct sulih_view side = side_of(first), count;

	if (second.days == 0)
		return NAME_JOIN(f, compose_count(f, first, false), side, event);
	count = compose_count(f, second, true);
	if (first.before == second.before)
		return NAME_JOIN(f, compose_count(f, first, true), SULIH_VIEW(" to "), count, side,
				 event);
	return NAME_JOIN(f, compose_count(f, first, true), side, SULIH_VIEW("to "), count,
			 side_of(second), event);
}

/* English does not know the H: with a listed event behind it the days are counted in words, alone
 * it is left to the translator. */
uint32_t parse_countdown(struct name_finder *f, struct name_scene *scene, uint32_t at)
{
	uint32_t next = at + 3;
	struct name_found found = { .at = at,
				    .end = next,
				    .kind = SULIH_KIND_NAME,
				    .ruling = SULIH_LEAVE,
				    .why = "descriptive" };
	struct day_sign first = read_sign(f, at, scene->end), second;
	struct name_match event;

	if (first.days == 0)
		return at;
	second = read_second(f, next, scene->end);
	if (second.days != 0)
		next += 4;
	if (next < scene->end && token_is_apart(f, next) && token_is_capital(f, next) &&
	    match_map(f, next, scene->end, &event) && event.kind == SULIH_KIND_EVENT) {
		found.end = next + event.count;
		found.kind = SULIH_KIND_EVENT;
		found.ruling = SULIH_MAP;
		found.why = "list";
		found.target = compose_days(f, first, second,
					    event.target.length ? event.target
								: tokens_text(f, next, found.end));
	}
	return name_take(f, scene, found);
}
