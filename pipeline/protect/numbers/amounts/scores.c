/* Scores (2-1, 21-15), which are copied; ranges of the same look are left to quantity. */
#include "pipeline/protect/numbers/amounts/quantity.h"

enum { SCORE_REACH = 6 };

static long small(const struct figures *f, size_t i)
{
	struct decimal value;

	sulih_decimal_read(sulih_figures_text(f, sulih_figures_token(f, i)), &value);
	return sulih_decimal_small(&value);
}

static bool score_word_near(const struct figures *f, size_t i)
{
	for (size_t back = 1; back <= SCORE_REACH && back <= i; back++)
		if (sulih_figures_is_role(f, i - back, ROLE_SCORE))
			return true;
	return sulih_figures_is_role(f, i + 3, ROLE_SCORE);
}

/* Persija vs Persib 1-2. The rounds of a game stand behind its names, and nothing behind them. */
static bool ends_behind_name(const struct figures *f, size_t i)
{
	const struct token *after = sulih_figures_token(f, i + 3);

	return i > 0 && sulih_figures_token(f, i - 1)->capital && sulih_figures_token(f, i)->gap &&
	       after->kind == TOKEN_MARK && !after->gap &&
	       (after->mark == '.' || after->mark == ',' || after->mark == ')');
}

/* Persija 1-2 Persib */
static bool between_names(const struct figures *f, size_t i)
{
	return i > 0 && sulih_figures_token(f, i - 1)->capital &&
	       sulih_figures_token(f, i + 3)->capital && sulih_figures_token(f, i)->gap &&
	       sulih_figures_token(f, i + 3)->gap;
}

/* Sen (IND/7) vs Chou (TPE/2) 17-21, 24-22: behind the bracket of a player, and "vs" before him. */
static bool behind_players(const struct figures *f, size_t i)
{
	enum { REACH = 16 };

	if (i == 0 || !sulih_figures_is_mark(f, i - 1, ')') || !sulih_figures_token(f, i)->gap)
		return false;
	for (size_t back = 2; back <= REACH && back <= i; back++)
		if (sulih_view_is(sulih_figures_text(f, sulih_figures_token(f, i - back)), "vs"))
			return true;
	return false;
}

/* What stands behind the minutes of a race: 1:26.204, 1'26.204 */
static bool is_colon(const struct figures *f, size_t i)
{
	const struct token *t = sulih_figures_token(f, i);

	return t->kind == TOKEN_MARK && !t->gap &&
	       (t->mark == ':' || t->mark == '\'' || t->mark == 0x2019 || t->mark == 0x2032);
}

/* 1:26.204, 1:26,204: minutes, seconds and their fraction; the index behind, or 0. 1:25.000
 * is the scale of a map. */
static size_t race_time(struct figures *f, size_t i)
{
	/* 3:14:48,5 has hours too */
	bool hours = is_colon(f, i + 3) && sulih_figures_is_digits(f, i + 2) &&
		     sulih_figures_length(sulih_figures_token(f, i + 2)) == 2 &&
		     !sulih_figures_token(f, i + 2)->gap;
	size_t last = hours ? i + 4 : i + 2;
	const struct token *t = sulih_figures_token(f, last);
	struct sulih_view text = sulih_figures_text(f, t);
	struct decimal value;
	char *mark;

	if (!is_colon(f, i + 1) || !sulih_figures_is_digits(f, i) ||
	    sulih_figures_length(sulih_figures_token(f, i)) > 2 || t->kind != TOKEN_NUMBER ||
	    t->gap || text.length < 4 || (text.data[2] != '.' && text.data[2] != ',') ||
	    sulih_decimal_read(text, &value) == NUMBER_OTHER || text.data[0] > '5' ||
	    sulih_view_ends(text, SULIH_VIEW("000")))
		return 0;
	sulih_figures_begin(f);
	sulih_buffer_add(&f->target,
			 sulih_view_slice(f->text, sulih_figures_token(f, i)->start, t->end));
	mark = f->target.data ? memchr(f->target.data, ',', f->target.length) : NULL;
	if (mark != NULL)
		*mark = '.';
	sulih_buffer_add(&f->value, sulih_buffer_view(&f->target));
	sulih_figures_convert(f, i, last + 1, SULIH_KIND_TIME, "time of a race");
	f->raced = true;
	return last + 1;
}

/* George Russell (Mercedes) +23.546: the seconds behind the winner, no thousands, behind the
 * bracket of a team, or where the document has the time of a race. */
static size_t race_gap(struct figures *f, size_t i)
{
	static const char *const after[] = { "detik", "dan" };
	struct sulih_view text = sulih_figures_text(f, sulih_figures_token(f, i));
	const struct token *behind = sulih_figures_token(f, i + 1);
	size_t point = text.length > 4 ? text.length - 4 : 0;

	if (i < 2 || point < 1 || point > 2 || text.data[point] != '.' ||
	    !sulih_figures_is_mark(f, i - 1, '+') || sulih_figures_token(f, i)->gap ||
	    !sulih_figures_token(f, i - 1)->gap ||
	    !(f->raced || sulih_figures_is_mark(f, i - 2, ')')) ||
	    (behind->kind == TOKEN_WORD && sulih_figures_length(behind) > 1 &&
	     !SULIH_VIEW_IS_ONE_OF(sulih_figures_text(f, behind), after)))
		return 0;
	sulih_figures_begin(f);
	sulih_figures_copy(f, i, i + 1, SULIH_KIND_TIME, "time of a race");
	return i + 1;
}

/* In a headline all words have capitals: "Suhu 24-33 Derajat", "Gaji 5-6 Jutaan". */
static bool is_counted(const struct figures *f, size_t i)
{
	const struct token *t = sulih_figures_token(f, i);

	return t->role == ROLE_YEAR || t->role == ROLE_SCALE_ABOUT ||
	       sulih_figures_is_cue(f, i, "date-between") || sulih_measure_read(f, i).end != 0;
}

/* 6-4, 4-6, 7-6(5), 7-5: one score makes the next. */
static bool follows_score(const struct figures *f, size_t i)
{
	size_t past = i - f->score_end;

	return f->score_end > 0 &&
	       (past <= 3 || (past == 4 && sulih_figures_is_mark(f, f->score_end, '(')));
}

/* skor 1:3; else a time. */
static size_t with_colon(struct figures *f, size_t i)
{
	size_t end = race_time(f, i);

	if (end != 0 || !sulih_figures_is_tight(f, i + 1, ':') ||
	    sulih_figures_token(f, i + 2)->gap || !sulih_figures_is_digits(f, i) ||
	    !sulih_figures_is_digits(f, i + 2) || !score_word_near(f, i))
		return end;
	sulih_figures_begin(f);
	sulih_figures_copy(f, i, i + 3, SULIH_KIND_SCORE, "score");
	return f->score_end = i + 3;
}

/* "Bayi 0-6 bulan": an age or a time; but "menang 0-6 bulan lalu". */
static bool is_span_of_time(const struct figures *f, size_t i)
{
	return sulih_figures_is_cue(f, i, "span") && !sulih_figures_is_cue(f, i + 1, "ago");
}

/* 2-1, 21-15, 102-98; what stands before decides whether 5-6 is one. */
size_t sulih_figure_score(struct figures *f, size_t i)
{
	const struct token *a = sulih_figures_token(f, i), *b = sulih_figures_token(f, i + 2);
	size_t end;
	bool near;
	long x, y;

	if (is_colon(f, i + 1))
		return with_colon(f, i);
	if (a->kind == TOKEN_NUMBER && !a->gap && (end = race_gap(f, i)) != 0)
		return end;
	if (!sulih_figures_is_digits(f, i) || !sulih_figures_is_mark(f, i + 1, '-') ||
	    !sulih_figures_is_digits(f, i + 2) || sulih_figures_length(a) > 3 ||
	    sulih_figures_length(b) > 3 || b->gap != sulih_figures_token(f, i + 1)->gap)
		return 0;
	near = score_word_near(f, i) || (between_names(f, i) && !is_counted(f, i + 3)) ||
	       ends_behind_name(f, i) || behind_players(f, i) || follows_score(f, i);
	/* "2 - 1" with blanks may be a list or a sum: only beside a word of the game */
	if (b->gap && !near)
		return 0;
	/* 3-5-2, 0812-345-678, 12 - 11 - 2025 */
	if (sulih_figures_is_mark(f, i + 3, '-') && sulih_figures_token(f, i + 3)->gap == b->gap &&
	    sulih_figures_token(f, i + 4)->kind == TOKEN_NUMBER)
		return 0;
	if (sulih_figures_token(f, i + 3)->role == ROLE_SCALE ||
	    sulih_figures_token(f, i + 3)->role == ROLE_SCALE_ABOUT ||
	    sulih_figures_token(f, i + 3)->role == ROLE_MONTH)
		return 0;
	/* Boeing 737-800 */
	if (sulih_figures_length(a) == 3 && !near)
		return 0;
	/* 0-100 km/jam */
	if (!near && sulih_measure_read(f, i + 3).end != 0)
		return 0;
	x = small(f, i);
	y = small(f, i + 2);
	if (!near && x > 0 && x < y)
		return 0; /* an ordinary range: quantity */
	if (x < y && !score_word_near(f, i) && is_span_of_time(f, i + 3))
		return 0;
	sulih_figures_begin(f);
	sulih_figures_copy(f, i, i + 3, SULIH_KIND_SCORE, "score");
	f->score_end = i + 3;
	return i + 3;
}
