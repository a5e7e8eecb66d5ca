#include "pipeline/translate/gloss/clause.h"

#include "base/letter.h"
#include "lists.h"

/* How far back a verb looks for the one it tells of; keeps the time linear. */
enum { SUBJECT_REACH = 12 };

enum effect sulih_gloss_effect(const struct unit *unit)
{
	static const char *const names[] = { "",	 "base", "not",	 "notyet", "perfect",
					     "progress", "ing",	 "asks", "verb" };
	struct sulih_row row;
	struct sulih_view name;

	if (unit->kind != UNIT_WORD || !unit->found)
		return EFFECT_NONE;
	row = sulih_table_find(&sulih_list_auxiliaries, unit->key);
	name = sulih_row_column(&row, 1);
	for (unsigned i = 1; row.listed && i < SULIH_COUNT(names); i++)
		if (sulih_view_is(name, names[i]))
			return (enum effect)i;
	return EFFECT_NONE;
}

bool sulih_gloss_is_many(const struct unit *unit)
{
	if (unit->kind == UNIT_PLACEHOLDER)
		return unit->span_kind == SULIH_KIND_NUMBER;
	if (unit->kind == UNIT_WORD && !unit->found && unit->source.data[0] >= '0' &&
	    unit->source.data[0] <= '9') /* a bare figure: 12 mobil */
		return !sulih_view_is(unit->source, "1");
	if (unit_is(unit, SULIH_WORD_NUMERAL))
		return !unit_says(unit, "satu") && !sulih_view_is(unit->key, "pertama");
	return unit_says(unit, "para") || unit_says(unit, "beberapa") ||
	       unit_says(unit, "sejumlah") || unit_says(unit, "banyak") ||
	       unit_says(unit, "berbagai") || unit_says(unit, "semua") ||
	       unit_says(unit, "sebagian") || unit_says(unit, "sedikit") ||
	       unit_says(unit, "pelbagai") || unit_says(unit, "salah satu") ||
	       unit_says(unit, "sekelompok") || unit_says(unit, "serangkaian") ||
	       unit_says(unit, "sebagian besar");
}

struct sulih_view sulih_gloss_manner(const struct unit *unit)
{
	struct sulih_row row;

	if (unit->kind != UNIT_WORD || !unit->found)
		return sulih_view_make("", 0);
	row = sulih_table_find(&sulih_list_manners, unit->key);
	return sulih_row_column(&row, 1);
}

struct sulih_row sulih_gloss_person(const struct unit *unit)
{
	static const struct sulih_row none;

	return unit->kind == UNIT_WORD && unit->found
		       ? sulih_table_find(&sulih_list_pronouns, unit->key)
		       : none;
}

/* Whether the one the verb tells of is more than one: "was" or "were". */
bool sulih_gloss_plural_subject(const struct unit *verb)
{
	const struct unit *unit = before(verb);

	for (int i = 0; unit != NULL && i < SUBJECT_REACH; i++, unit = before(unit)) {
		if (unit_says(unit, "mereka") || unit_says(unit, "kami") || unit_says(unit, "kita"))
			return true;
		if (unit_is(unit, SULIH_WORD_NOUN) && unit->plural)
			return true;
		if (is_verb(unit) || unit_is(unit, SULIH_WORD_PREPOSITION))
			return false;
	}
	return false;
}

/* dihadiri pula oleh gubernur: "by" is said by oleh. */
static void settle_by(struct unit *verb)
{
	const struct unit *next = after(verb);
	struct sulih_view gloss = verb->word.gloss;

	if (!sulih_view_ends(gloss, SULIH_VIEW(" by")))
		return;
	for (int i = 0; i < 2 && next != NULL &&
			(unit_is(next, SULIH_WORD_ADVERB) || unit_is(next, SULIH_WORD_PARTICLE));
	     i++)
		next = after(next);
	if (next != NULL && unit_says(next, "oleh"))
		verb->word.gloss = sulih_view_slice(gloss, 0, gloss.length - 3);
}

/* dukungan terhadap warga: support for, serangan terhadap: attack on; else against. */
static void settle_terhadap(struct unit *unit)
{
	const struct unit *noun = before(unit);
	char room[48];
	struct sulih_view key;
	struct sulih_row row;

	if (noun == NULL || noun->kind != UNIT_WORD || !noun->found)
		return;
	key = sulih_lower_key(noun->source, room, sizeof(room));
	if (key.length > 5 && sulih_view_ends(key, SULIH_VIEW("nya")))
		key.length -= 3;
	row = sulih_table_find(&sulih_list_toward, key);
	if (row.listed)
		unit->word.gloss = sulih_row_column(&row, 1);
}

/* 1998, 2024-2025 */
static bool is_year(const struct unit *unit)
{
	struct sulih_view text = unit->source;

	for (size_t i = 0; i < text.length; i++)
		if (text.data[i] < '0' || text.data[i] > '9')
			return i == 4 && text.data[i] == '-';
	return unit->kind == UNIT_WORD && text.length == 4 &&
	       (text.data[0] == '1' || text.data[0] == '2');
}

/* tahun 1998, bulan Mei 2024, pada tanggal 5 Mei: the figure says by itself what it is. */
static bool is_said_by_figure(const struct unit *unit)
{
	const struct unit *next = after(unit), *left = before(unit);
	bool date = next != NULL && next->kind == UNIT_PLACEHOLDER &&
		    (next->span_kind == SULIH_KIND_DATE || next->span_kind == SULIH_KIND_RANGE);

	if (next == NULL || unit->word.affixes != 0)
		return false;
	if (unit_says(unit, "tanggal"))
		return date && left != NULL && unit_is(left, SULIH_WORD_PREPOSITION);
	if (left != NULL && sulih_gloss_is_many(left)) /* dua tahun 2020-2021 */
		return false;
	if (unit_says(unit, "tahun"))
		return date || is_year(next);
	return date && (unit_says(unit, "bulan") || unit_says(unit, "hari"));
}

bool sulih_gloss_part_of_time(const struct unit *unit)
{
	return unit->kind == UNIT_WORD && unit->found && unit->word.affixes == 0 &&
	       (unit_says(unit, "awal") || unit_says(unit, "akhir") ||
		unit_says(unit, "pertengahan"));
}

/* awal 1970-an, akhir Mei 2024, pertengahan abad ke-20: early, late, mid */
static void settle_part_of_time(struct unit *unit)
{
	const struct unit *next = after(unit);

	if (next == NULL ||
	    (next->kind == UNIT_PLACEHOLDER
		     ? next->span_kind != SULIH_KIND_DATE &&
			       !sulih_view_ends(next->stands_for, SULIH_VIEW(" century"))
		     : !is_year(next)))
		return;
	unit->word.gloss = unit_says(unit, "awal")    ? SULIH_VIEW("early")
			   : unit_says(unit, "akhir") ? SULIH_VIEW("late")
						      : SULIH_VIEW("mid");
	unit->word.word_class = unit->word.head_class = SULIH_WORD_ADJECTIVE;
}

void sulih_gloss_settle_small(struct unit *unit)
{
	const struct unit *next = after(unit);

	if (is_said_by_figure(unit)) {
		unit->word.gloss = SULIH_VIEW("");
		unit->dropped = true;
		return;
	}
	if (is_verb(unit))
		settle_by(unit);
	if (sulih_gloss_part_of_time(unit))
		settle_part_of_time(unit);
	if (unit_says(unit, "terhadap"))
		settle_terhadap(unit);
	if (unit_says(unit, "jadi") && unit->opens && unit->word.affixes == 0) {
		/* Jadi kami datang: so we came */
		unit->word.gloss = SULIH_VIEW("so");
		unit->word.word_class = unit->word.head_class = SULIH_WORD_CONJUNCTION;
	} else if (unit_says(unit, "selama") && next != NULL && sulih_gloss_is_many(next)) {
		unit->word.gloss = SULIH_VIEW("for"); /* selama dua tahun */
	} else if (unit_says(unit, "pak") && (next == NULL || next->kind != UNIT_PLACEHOLDER) &&
		   !(next != NULL && next->letters != LETTERS_LOWER)) {
		unit->word.gloss = SULIH_VIEW("sir"); /* Siap, Pak! */
	}
}
