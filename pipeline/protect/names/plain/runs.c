/* How far a run of capitals reaches: particles, initials, hyphens, numbers. */
#include "lists.h"
#include "pipeline/protect/names/plain/plain.h"

/* Small words between the parts of a name: bin, van der, de; of, for in English names. */
static uint32_t skip_particles(const struct name_finder *f, uint32_t at, uint32_t end)
{
	uint32_t i = at;
	uint32_t wanted = FACT_PARTICLE | FACT_ENGLISH;

	while (i < end && i < at + 3 && token_at(f, i)->kind == TOKEN_WORD &&
	       token_is_apart(f, i) && token_at(f, i)->shape == SHAPE_LOWER &&
	       (token_facts(f, i) & wanted ||
		/* The Life of a Showgirl */
		(i > at && sulih_view_is(token_lower(f, i), "a"))))
		i++;
	/* Lamria br. Pardede: the short form of "boru" */
	if (i == at + 1 && i + 1 < end && is_mark(f, i, '.') && !token_is_apart(f, i) &&
	    sulih_view_is(token_lower(f, at), "br") && token_is_capital(f, i + 1))
		return i + 1;
	/* Access by KAI; but Proud | by Heather Small */
	if (i > at && sulih_view_is(token_lower(f, i - 1), "by") && i < end &&
	    token_facts(f, i) & FACT_GIVEN)
		return at;
	if (i > at && i < end && token_is_apart(f, i) && token_may_name(f, i, false))
		return i;
	/* al-Assad after another part: Bashar al-Assad */
	if (i + 2 < end && token_facts(f, i) & FACT_ARTICLE && is_mark(f, i + 1, '-') &&
	    !token_is_apart(f, i + 1) && !token_is_apart(f, i + 2) && token_is_capital(f, i + 2))
		return i + 3;
	return at;
}

/* Aburizal "Ical" Bakrie: a nickname in quotation marks inside the name. */
static uint32_t after_nickname(const struct name_finder *f, uint32_t at, uint32_t end)
{
	uint32_t close = at + 2;

	/* Yosua "Young Lex" Sahala */
	if (close < end && token_is_apart(f, close) && token_is_capital(f, close))
		close++;
	if (close + 1 >= end || !token_is_apart(f, at) || token_is_apart(f, at + 1) ||
	    token_is_apart(f, close) || !token_is_apart(f, close + 1) ||
	    !token_is_capital(f, at + 1) || token_at(f, close)->kind != TOKEN_MARK ||
	    !token_may_name(f, close + 1, false))
		return at;
	return (is_mark(f, at, '"') && is_mark(f, close, '"')) ||
			       (is_mark(f, at, '\'') && is_mark(f, close, '\'')) ||
			       (is_mark(f, at, 0x2018) && is_mark(f, close, 0x2019)) ||
			       (is_mark(f, at, 0x201C) && is_mark(f, close, 0x201D))
		       ? close + 2
		       : at;
}

/* A stop inside a name: M. Natsir, St. Petersburg, W.R. Soepratman. */
static uint32_t after_stop(const struct name_finder *f, uint32_t at, uint32_t end)
{
	const struct name_token *before = token_at(f, at - 1);
	bool initial = before->kind == TOKEN_WORD && before->end - before->start == 1;

	/* H.J. de Graaf */
	if (at + 1 < end && !token_is_apart(f, at) && (initial || before->flags & TOKEN_DOTTED) &&
	    token_facts(f, at + 1) & FACT_LEAD) {
		uint32_t next = skip_particles(f, at + 1, end);

		return next > at + 1 ? next : at;
	}
	if (at + 1 >= end || token_is_apart(f, at) || !token_may_name(f, at + 1, false) ||
	    token_facts(f, at + 1) & FACT_FUNCTION)
		return at;
	if (initial || before->flags & TOKEN_DOTTED ||
	    token_facts(f, at - 1) & (FACT_SHORT | FACT_GROWN))
		return at + 2;
	/* TikTok Pte. Ltd.: one form of a firm and the next */
	if (token_facts(f, at - 1) & token_facts(f, at + 1) & FACT_ORG &&
	    before->end - before->start <= 4)
		return at + 2;
	return at;
}

static bool is_roman(const struct name_finder *f, uint32_t at)
{
	return token_at(f, at)->shape == SHAPE_UPPER && token_facts(f, at) & FACT_ROMAN;
}

/* A grammatical word with a capital between others (Tidak Akan, Soal): a headline ran into the
 * sentence. */
static bool token_is_heading(const struct name_finder *f, uint32_t at, uint32_t end)
{
	const uint32_t known = FACT_COMMON | FACT_LISTED;

	/* Angel Di Maria: where no place and no ordinary word follows, Di is Italian. */
	if (sulih_view_is(token_lower(f, at), "di") && at + 1 < end &&
	    !(token_facts(f, at - 1) & known) && !(token_facts(f, at + 1) & known))
		return false;
	/* Datuak Nan Sati, Datuak Rajo Nan Gadang: the article of Minang titles */
	if (sulih_view_is(token_lower(f, at), "nan") &&
	    token_facts(f, at - 1) & (FACT_GROWN | FACT_FAMILY))
		return false;
	return token_facts(f, at) & FACT_GRAMMAR && token_at(f, at)->shape == SHAPE_CAPITAL &&
	       at + 1 < end && token_is_capital(f, at + 1);
}

/* Huang Dong Ping: amid a Chinese name it is no particle */
static bool goes_on_family(const struct name_finder *f, uint32_t at)
{
	return token_facts(f, at) & FACT_FAMILY && token_facts(f, at - 1) & FACT_FAMILY;
}

/* Raja Juli Antoni: a month between the parts of a name, no date; later Raja Juli alone. */
static bool is_month_name(const struct name_finder *f, uint32_t at, uint32_t end)
{
	if (token_facts(f, at) & FACT_CALENDAR && token_is_capital(f, at) &&
	    token_is_capital(f, at - 1) && word_at(f, at)->named > 0 &&
	    word_at(f, at - 1)->named > 0)
		return true;
	return at + 1 < end && token_facts(f, at) & FACT_CALENDAR && token_is_capital(f, at) &&
	       token_is_apart(f, at + 1) &&
	       !(token_facts(f, at + 1) & (FACT_COMMON | FACT_LISTED)) &&
	       token_may_name(f, at + 1, false);
}

/* Avanza D 1920 AB, Garuda GA 402: a plate or flight behind a name is no part of it. */
bool begins_plate(const struct name_finder *f, uint32_t at, uint32_t end)
{
	const struct name_token *token = token_at(f, at);

	return at + 1 < end && token->shape == SHAPE_UPPER && token->end - token->start <= 2 &&
	       token_at(f, at + 1)->kind == TOKEN_NUMBER && token_is_apart(f, at + 1) &&
	       token_length(f, at + 1) >= 3 &&
	       sulih_table_has(&sulih_list_code_letters, token_text(f, token));
}

/* SPAM Bango | Tahap I: a stage that is counted behind the name. */
static bool begins_stage(const struct name_finder *f, uint32_t at, uint32_t end)
{
	return at + 1 < end && token_facts(f, at) & FACT_COMMON &&
	       (token_facts(f, at + 1) & FACT_ROMAN || token_at(f, at + 1)->kind == TOKEN_NUMBER) &&
	       token_is_cue(f, at, "stage");
}

/* Dukuh Ngemplak | RT 04 RW 09: the neighbourhood there. */
static bool begins_neighbourhood(const struct name_finder *f, uint32_t at, uint32_t end)
{
	return at + 1 < end && token_at(f, at)->shape == SHAPE_UPPER && token_length(f, at) == 2 &&
	       token_at(f, at + 1)->kind == TOKEN_NUMBER && token_is_cue(f, at, "neighbourhood");
}

/* ekspor ke Pakistan | US$ 3,52 miliar */
static bool begins_sum(const struct name_finder *f, uint32_t at, uint32_t end)
{
	return token_at(f, at)->shape == SHAPE_UPPER && at + 1 < end && is_mark(f, at + 1, '$') &&
	       !token_is_apart(f, at + 1);
}

/* Marco Bezzecchi | ITA | Aprilia Racing: in a row of results the letters of the country stand
 * between who races and for whom; `at` is the first word of the row, or they are. */
static bool parts_result(const struct name_finder *f, uint32_t at, uint32_t i, uint32_t end)
{
	enum { MARKER = 2 }; /* "5." */

	return token_at(f, i)->shape == SHAPE_UPPER && token_length(f, i) == 3 &&
	       !(token_at(f, i)->flags & TOKEN_SHOUTED) && i + 1 < end &&
	       token_is_apart(f, i + 1) && token_is_capital(f, i + 1) && at <= f->from + MARKER &&
	       i > at + 1 && token_is_cue(f, i, "nation");
}

/* BBMKG Wilayah II | Hartanto: the numeral ends what a body that no list has is called. */
static bool is_behind_grade(const struct name_finder *f, uint32_t at, uint32_t i)
{
	return i > at + 2 && is_roman(f, i - 1) && token_at(f, i - 2)->shape == SHAPE_CAPITAL &&
	       token_is_cue(f, i - 2, "graded");
}

/* A longer row of capitals is no name; the limit keeps the work linear. */
enum { RUN_MAX = 40 };

/* Another name, a sum, a stage or a heading begins at the word at `i` of the run from `at`. */
static bool begins_apart(const struct name_finder *f, uint32_t at, uint32_t i, uint32_t end)
{
	return token_at(f, i)->flags & TOKEN_FIRST || begins_plate(f, i, end) ||
	       begins_stage(f, i, end) || begins_sum(f, i, end) ||
	       (!token_is_apart(f, i - 1) && ends_couple(f, i)) ||
	       begins_neighbourhood(f, i, end) || parts_result(f, at, i, end) ||
	       is_behind_grade(f, at, i) ||
	       (token_is_heading(f, i, end) && !goes_on_family(f, i)) ||
	       /* DPRD Bali | I Nyoman Adi */
	       (token_facts(f, i) & FACT_ROMAN && begins_balinese(f, i, end));
}

bool are_inner_initials(const struct name_finder *f, uint32_t at, uint32_t i, uint32_t end)
{
	const uint32_t other = FACT_TITLE | FACT_COMMON | FACT_ORG | FACT_HEAD;
	/* a known short form has its last stop in it */
	const uint32_t next = token_length(f, i) == 4 ? i + 1 : i + 2;

	return i == at + 1 && token_at(f, i)->flags & TOKEN_DOTTED &&
	       (token_length(f, i) == 4 || (token_length(f, i) == 3 && is_mark(f, i + 1, '.'))) &&
	       next < end && token_is_apart(f, next) && token_at(f, next)->shape == SHAPE_CAPITAL &&
	       !(token_facts(f, next) & other) && !(token_facts(f, at) & other);
}

/* Where the run goes on behind the word at `i`; `i`: it ends there. */
static uint32_t after_word(const struct name_finder *f, uint32_t at, uint32_t i, uint32_t end)
{
	if (begins_apart(f, at, i, end))
		return i;
	if (token_may_name(f, i, false) || is_roman(f, i) || is_month_name(f, i, end) ||
	    are_inner_initials(f, at, i, end))
		return i + 1;
	return token_at(f, i)->shape == SHAPE_LOWER ? skip_particles(f, i, end) : i;
}

/* Barnes & Noble; but Anies Baswedan & Muhaimin Iskandar, Sdr. Andi & Sdri. Wati are two. */
static uint32_t after_ampersand(const struct name_finder *f, uint32_t i, uint32_t end)
{
	return i + 1 < end && token_is_capital(f, i + 1) &&
			       (token_facts(f, i + 1) & (FACT_TITLE | FACT_GIVEN)) != FACT_TITLE &&
			       !(ends_full_name(f, i) && begins_full_name(f, i, end))
		       ? i + 2
		       : i;
}

/* Honda S+ Shift */
static uint32_t after_plus(const struct name_finder *f, uint32_t i, uint32_t end)
{
	return i + 1 < end && !token_is_apart(f, i) && token_is_apart(f, i + 1) &&
			       token_is_capital(f, i + 1)
		       ? i + 2
		       : i;
}

/* Where the run goes on behind the mark at `i`; `i`: it ends there. */
static uint32_t after_mark(const struct name_finder *f, uint32_t i, uint32_t end)
{
	switch (token_at(f, i)->mark) {
	case '-':
		return after_hyphen(f, i, end);
	case '.':
		return after_stop(f, i, end);
	case '&':
		return i + 1 < end ? after_ampersand(f, i, end) : after_nickname(f, i, end);
	case '+':
		return after_plus(f, i, end);
	default:
		return after_nickname(f, i, end);
	}
}

uint32_t run_end(const struct name_finder *f, uint32_t at, uint32_t end)
{
	uint32_t i = at + 1;

	if (end - at > RUN_MAX)
		end = at + RUN_MAX;
	/* ITA | Aprilia Racing */
	if (token_at(f, at)->shape == SHAPE_UPPER && token_length(f, at) == 3 && at > f->from + 1 &&
	    token_is_apart(f, at) && token_is_capital(f, at - 1) && token_is_cue(f, at, "nation"))
		return i;
	while (i < end) {
		const struct name_token *token = token_at(f, i);
		uint32_t next = i;

		if (token->kind == TOKEN_WORD && token_is_apart(f, i))
			next = after_word(f, at, i, end);
		else if (token->kind == TOKEN_NUMBER)
			next = takes_number(f, at, i, end) ? i + 1 : i;
		else if (token->kind == TOKEN_MARK)
			next = after_mark(f, i, end);
		if (next == i)
			break;
		i = next;
	}
	return i;
}
