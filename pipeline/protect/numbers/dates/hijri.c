/*
 * The Islamic calendar: 1 Syawal 1446 H, 10 Muharam, Ramadan 1446 Hijriah, 1446 H/2025 M.
 *
 * Its days are never counted over to the Christian era: the day of a month depends on the sighting
 * of the moon, and Muhammadiyah and the government differ.
 */
#include "pipeline/protect/numbers/dates/calendar.h"
#include "pipeline/protect/numbers/figures.h"

enum { FIRST_OF_TWO_RABI = 3, FIRST_OF_TWO_JUMADA = 5 };

/* English names as in the Oxford and Merriam-Webster dictionaries and Gulf newspapers. */
static const char *const names[] = { "Muharram",      "Safar",	       "Rabi al-Awwal",
				     "Rabi al-Thani", "Jumada al-Ula", "Jumada al-Thani",
				     "Rajab",	      "Sha’ban",       "Ramadan",
				     "Shawwal",	      "Dhu al-Qa’dah", "Dhu al-Hijjah" };

static long whole(const struct figures *f, size_t i, size_t most)
{
	const struct token *t = sulih_figures_token(f, i);
	struct decimal value;

	if (t->kind != TOKEN_NUMBER || sulih_figures_length(t) > most ||
	    sulih_decimal_read(sulih_figures_text(f, t), &value) != NUMBER_PLAIN)
		return -1;
	return sulih_decimal_small(&value);
}

/* The month at `i` and the index behind it; Rabiul Awal and Jumadil Akhir are two words. */
static size_t read_month(const struct figures *f, size_t i, int *month)
{
	const struct token *t = sulih_figures_token(f, i);

	if (t->role != ROLE_HIJRI || !t->capital)
		return 0;
	*month = t->value;
	if (t->english[0] == '\0')
		return i + 1;
	if (sulih_figures_is_cue(f, i + 1, "hijri-second"))
		++*month;
	else if (!sulih_figures_is_cue(f, i + 1, "hijri-first"))
		return 0;
	return i + 2;
}

/* "H", "H.", "Hijriah": the index behind it, or 0. "H. Amir" is a hajji. */
static size_t read_era(const struct figures *f, size_t i)
{
	if (sulih_figures_is_cue(f, i, "hijri-era"))
		return i + 1;
	if (!sulih_figures_is_word(f, i, "H"))
		return 0;
	if (sulih_figures_is_tight(f, i + 1, '.'))
		return sulih_figures_token(f, i + 2)->kind == TOKEN_WORD ? 0 : i + 1;
	return i + 1;
}

/* "/2025 M", " atau 2025 Masehi" behind a year of the Hijra: the index behind it, or `i`. */
static size_t put_christian_year(struct figures *f, size_t i)
{
	const struct token *joint = sulih_figures_token(f, i), *sign;
	long year = whole(f, i + 1, 4);

	if (joint->kind != TOKEN_MARK || (joint->mark != '/' && joint->mark != '-') || year < 1000)
		return i;
	if (!sulih_figures_is_word(f, i + 2, "M") && !sulih_figures_is_word(f, i + 2, "Masehi"))
		return i;
	sign = sulih_figures_token(f, i + 2);
	sulih_buffer_add(&f->target, sulih_view_slice(f->text, sulih_figures_token(f, i - 1)->end,
						      sign->start));
	if (!sign->gap)
		sulih_buffer_putc(&f->target, ' ');
	sulih_buffer_puts(&f->target, "CE");
	return i + 3;
}

/* The year behind a month, or one that says that it is of the Hijra. */
static size_t put_year(struct figures *f, size_t i, bool after_month, bool after_day)
{
	long year = whole(f, i, 4);
	size_t end = year > 0 && year <= 1600 ? read_era(f, i + 1) : 0;

	/* "12 Muharam 1446" is of the Hijra without a sign as well; what is not said is not added
	 */
	if (end == 0 && (!after_day || year < 1000 || year > 1600))
		return i;
	sulih_buffer_printf(&f->target, "%s%ld%s", after_month ? " " : "", year,
			    end != 0 ? " AH" : "");
	return put_christian_year(f, end != 0 ? end : i + 1);
}

static size_t propose(struct figures *f, size_t first, size_t end)
{
	size_t count = f->candidates->list.count;

	sulih_figures_convert(f, first, end, SULIH_KIND_DATE, "Hijri date");
	/* the month is in the list of feasts, and "H" may begin a name */
	if (f->candidates->list.count > count)
		f->candidates->list.items[count].priority = SULIH_PRIORITY_MAP + 1;
	return end;
}

/* The day of a range, "1-3 Syawal": the index of the month, or 0. */
static size_t read_days(const struct figures *f, size_t i)
{
	if (whole(f, i, 2) < 1 || whole(f, i, 2) > 30)
		return 0;
	if (!sulih_figures_is_tight(f, i + 1, '-'))
		return i + 1;
	return whole(f, i + 2, 2) > whole(f, i, 2) && whole(f, i + 2, 2) <= 30 ? i + 3 : 0;
}

size_t sulih_figure_hijri(struct figures *f, size_t i)
{
	bool number = sulih_figures_token(f, i)->kind == TOKEN_NUMBER;
	size_t at = number ? read_days(f, i) : i, end;
	int month;

	sulih_figures_begin(f);
	end = at != 0 ? read_month(f, at, &month) : 0;
	if (end != 0) {
		if (number) {
			sulih_buffer_add(&f->target,
					 sulih_view_slice(f->text, sulih_figures_token(f, i)->start,
							  sulih_figures_token(f, at - 1)->end));
			sulih_buffer_putc(&f->target, ' ');
		}
		sulih_buffer_puts(&f->target, names[month - 1]);
		at = put_year(f, end, true, number);
		/* a month alone is a feast or a given name: the recogniser of names knows */
		return number || at != end ? propose(f, i, at) : 0;
	}
	if (!number || sulih_figures_length(sulih_figures_token(f, i)) != 4)
		return 0;
	end = put_year(f, i, false, false);
	return end != i ? propose(f, i, end) : 0;
}
