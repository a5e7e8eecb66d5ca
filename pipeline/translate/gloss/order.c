#include "pipeline/translate/gloss/clause.h"

#include "lists.h"

/* More words than these before a noun nobody reads. */
enum { CHAIN_MAX = 4 };

static bool has_manner(const struct unit *unit, const char *manner)
{
	return sulih_view_is(sulih_gloss_manner(unit), manner);
}

static bool has_clitic(const struct unit *unit)
{
	return unit_has(unit, SULIH_AFFIX_NYA | SULIH_AFFIX_KU | SULIH_AFFIX_MU | SULIH_AFFIX_LAH |
				      SULIH_AFFIX_PUN);
}

static bool is_name(const struct unit *unit)
{
	return unit->kind == UNIT_PLACEHOLDER && sulih_kind_is_name(unit->span_kind);
}

/* Kombes Pol: it goes with the name behind it and with no word before it. */
static bool is_rank(const struct unit *unit)
{
	return unit->kind == UNIT_WORD && unit->found &&
	       unit->word.row.table == &sulih_list_titles &&
	       sulih_view_is(sulih_row_column(&unit->word.row, 1), "rank");
}

/* ⟦Donald Trump⟧, or with his rank: Kombes Pol ⟦Arya Perdana⟧. */
static bool is_person_said(const struct unit *units, size_t at)
{
	if (units[at].joined && is_rank(&units[at]))
		at++;
	return units[at].joined && units[at].kind == UNIT_PLACEHOLDER &&
	       units[at].span_kind == SULIH_KIND_PERSON;
}

/* ⟦79th⟧ and ⟦1990s⟧ behind a noun go before it; ⟦21st century⟧ is a noun itself. */
static bool is_counting(const struct unit *unit)
{
	struct sulih_view says = unit->stands_for;

	return unit->kind == UNIT_PLACEHOLDER && says.length > 2 &&
	       memchr(says.data, ' ', says.length) == NULL && says.data[0] >= '0' &&
	       says.data[0] <= '9' &&
	       (unit->span_kind == SULIH_KIND_ORDINAL ||
		(unit->span_kind == SULIH_KIND_DATE && sulih_view_ends(says, SULIH_VIEW("0s"))));
}

static bool qualifies(const struct unit *unit)
{
	return unit_is(unit, SULIH_WORD_ADJECTIVE) || is_counting(unit);
}

static bool joins(const struct unit *unit)
{
	if (is_counting(unit)) /* akhir 1970-an: late 1970s */
		return unit->joined && !sulih_gloss_part_of_time(unit - 1);
	return unit->joined && unit->kind == UNIT_WORD && unit->found && !is_rank(unit) &&
	       (unit->word.word_class == SULIH_WORD_NOUN ||
		unit->word.word_class == SULIH_WORD_ADJECTIVE ||
		/* lebih, paling: said by the adjective behind */
		(unit->dropped && (unit_says(unit, "paling") || unit_says(unit, "lebih"))));
}

/* petugas siap membantu: the adjective goes with the verb. */
static bool tells(const struct unit *unit)
{
	return has_manner(unit, "telling") && unit[1].joined && unit_is(&unit[1], SULIH_WORD_VERB);
}

/* tingkat baru persahabatan: behind an adjective a noun begins its own row, "of friendship". */
static bool opens_chain(const struct unit *units, size_t head, size_t at)
{
	return at > head + 1 && unit_is(&units[at], SULIH_WORD_NOUN) && qualifies(&units[at - 1]) &&
	       !unit_says(&units[at - 1], "lalu") && !has_manner(&units[head], "time");
}

/* 1,5 ton beras: behind a number a measure takes no part in the row, "tons of rice". */
static bool measures(const struct unit *units, size_t at)
{
	return at > 0 && units[at].joined && has_manner(&units[at], "measure") &&
	       (sulih_gloss_is_many(&units[at - 1]) || sulih_view_is(units[at - 1].source, "1"));
}

/* One past the last noun or adjective of the row that begins with the noun at `head`. */
static size_t chain_end(const struct unit *units, size_t head)
{
	size_t end = head + 1;

	if (measures(units, head) && unit_is(&units[end], SULIH_WORD_NOUN))
		return end;
	while (end - head < CHAIN_MAX && !has_clitic(&units[end - 1]) && joins(&units[end]) &&
	       !has_manner(&units[end], "time") && !tells(&units[end]) &&
	       !(has_manner(&units[head], "time") && units[end].letters == LETTERS_LOWER &&
		 unit_is(&units[end], SULIH_WORD_NOUN)) &&
	       !opens_chain(units, head, end))
		end++;
	while (end - head > 1 && units[end - 1].dropped)
		end--;
	/* Before a name the last noun goes with the name: rumah ketua ⟦1⟧. */
	while (end - head > 1 && is_name(&units[end]) && units[end].joined &&
	       unit_is(&units[end - 1], SULIH_WORD_NOUN))
		end--;
	return end;
}

/* What -nya, -ku, -mu on the last word of the chain says: its, his, my, your. */
static const char *owner_of(const struct unit *head, const struct unit *last)
{
	struct sulih_row row;

	if (unit_has(last, SULIH_AFFIX_KU))
		return "my";
	if (unit_has(last, SULIH_AFFIX_MU))
		return "your";
	if (!unit_has(last, SULIH_AFFIX_NYA) || (head->joined && unit_says(head - 1, "yang")))
		return NULL; /* "whose" stands before it */
	if (unit_is(last, SULIH_WORD_NOUN))
		head = last;
	if (has_manner(head, "owned")) {
		row = sulih_table_find(&sulih_list_manners, head->key);
		return sulih_row_column(&row, 2).data;
	}
	return "its";
}

static void prefix(struct sentence *sentence, struct unit *unit, const char *words)
{
	unit->english = sulih_arena_printf(sentence->arena,
					   unit->kind == UNIT_PLACEHOLDER ? "%s" : "%s %.*s", words,
					   SULIH_VIEW_ARGS(unit->english));
	sentence->failed = sentence->failed || unit->english.data == NULL;
}

/* The first unit of the quantity before the noun: in "dua orang itu" the two go along. */
static size_t quantity_start(const struct unit *units, size_t head)
{
	size_t start = head;

	while (start > 0 && units[start].joined && head - start < 2 &&
	       (unit_is(&units[start - 1], SULIH_WORD_NUMERAL) || units[start - 1].dropped ||
		(units[start - 1].kind == UNIT_WORD && units[start - 1].found &&
		 unit_says(&units[start - 1], "semua"))))
		start--;
	if (start > 0 && units[start].joined && unit_is(&units[start - 1], SULIH_WORD_NOUN))
		return head; /* ibu dua anak itu */
	return start;
}

static struct sulih_view pointer_word(const struct unit *pointer, bool plural)
{
	if (unit_says(pointer, "ini"))
		return plural ? SULIH_VIEW("these") : SULIH_VIEW("this");
	if (unit_says(pointer, "itu"))
		return plural ? SULIH_VIEW("those") : SULIH_VIEW("that");
	return SULIH_VIEW("the");
}

/* A country before a noun is its adjective, Russian; a placeholder can say only US, North Korea. */
static bool may_modify(const struct unit *name)
{
	struct sulih_row row = sulih_table_find(&sulih_list_adjectives, name->stands_for);

	return name->span_kind == SULIH_KIND_ORGANIZATION || !row.listed ||
	       memchr(name->stands_for.data, ' ', name->stands_for.length) != NULL ||
	       sulih_view_equal(sulih_row_column(&row, 1), name->stands_for);
}

/* Presiden ⟦AS⟧ ⟦Donald Trump⟧: what the office belongs to comes first, US President …; so does
 * the country of a currency, US dollar. */
static bool owner_comes_first(const struct unit *units, size_t head, size_t at)
{
	if (units[at].kind == UNIT_PLACEHOLDER && units[at].joined && at == head + 1 &&
	    units[at].span_kind == SULIH_KIND_PLACE && unit_says(&units[head], "dolar"))
		return may_modify(&units[at]);
	return units[at].kind == UNIT_PLACEHOLDER && units[at].joined &&
	       (units[at].span_kind == SULIH_KIND_PLACE ||
		units[at].span_kind == SULIH_KIND_ORGANIZATION) &&
	       is_person_said(units, at + 1) && may_modify(&units[at]) &&
	       !is_counting(&units[at - 1]); /* 47th President of US */
}

/* Presiden ⟦AS⟧ ke-47, Kongres ⟦NU⟧ ke-34: 47th president of the US */
static bool is_numbered_behind(const struct unit *units, size_t at)
{
	return units[at].kind == UNIT_PLACEHOLDER && units[at].joined && units[at + 1].joined &&
	       (units[at].span_kind == SULIH_KIND_PLACE ||
		units[at].span_kind == SULIH_KIND_ORGANIZATION) &&
	       units[at + 1].span_kind == SULIH_KIND_ORDINAL && is_counting(&units[at + 1]);
}

/* rumah besar itu → that big house; bukunya → its book; teman saya → my friend */
static size_t turn_chain(struct sentence *sentence, size_t head)
{
	struct unit *units = sentence->units.items;
	size_t end = chain_end(units, head), first = head, at;
	const char *owner = owner_of(&units[head], &units[end - 1]);
	size_t pronoun = 0, pointer = 0, stop = end;

	if (owner == NULL && units[stop].kind == UNIT_WORD && units[stop].cased == CASE_OWNER)
		pronoun = stop++;
	if (units[stop].joined && is_pointer(&units[stop])) {
		pointer = stop++;
		first = quantity_start(units, head);
		units[pointer].english = pointer_word(&units[pointer], units[head].plural);
	}
	at = first;
	if (owner == NULL && stop == end && is_numbered_behind(units, end)) {
		sentence->order[at++] = end + 1;
		sentence->order[end + 1] = end;
		stop = end + 2;
	} else if (owner == NULL && stop == end && owner_comes_first(units, head, end)) {
		units[end].english = SULIH_VIEW(""); /* no "of" */
		sentence->order[at++] = stop++;
		for (size_t i = head; i < end; i++)
			if (units[i].letters == LETTERS_CAPITAL)
				units[i].letters = LETTERS_TITLE;
	}
	if (pointer > 0)
		sentence->order[at++] = pointer;
	for (size_t i = first; i < head; i++)
		sentence->order[at++] = i;
	if (pronoun > 0)
		sentence->order[at++] = pronoun;
	for (size_t i = end; i > head; i--)
		sentence->order[at++] = i - 1;
	if (owner != NULL)
		prefix(sentence, &units[end - 1], owner);
	return stop;
}

/* A name behind a noun: warga ⟦Medan⟧ is residents of Medan, but partai ⟦X⟧, ketua ⟦X⟧. */
static void say_of(struct unit *unit)
{
	const struct unit *noun = unit - 1;
	bool counted = is_counting(noun) && noun->joined; /* Presiden ke-7 ⟦RI⟧ */
	bool of = unit->span_kind == SULIH_KIND_PLACE || unit->span_kind == SULIH_KIND_ORGANIZATION;

	noun -= counted;
	if (!unit->joined || !unit_is(noun, SULIH_WORD_NOUN) || has_clitic(noun) ||
	    has_manner(noun, "named") || has_manner(noun, "time"))
		return;
	if (of || (unit->span_kind == SULIH_KIND_PERSON && has_manner(noun, "owned")))
		unit->english = SULIH_VIEW("of");
}

/* An auxiliary, a pronoun and a verb: English has the pronoun first. */
static bool asks_turn(const struct unit *unit)
{
	struct sulih_row row;

	if (unit->kind != UNIT_WORD || !unit->found || unit[1].kind != UNIT_WORD ||
	    !unit[1].joined || !unit_is(&unit[1], SULIH_WORD_PRONOUN) || !unit[2].joined ||
	    !unit_is(&unit[2], SULIH_WORD_VERB))
		return false;
	row = sulih_table_find(&sulih_list_auxiliaries, unit->key);
	return row.listed &&
	       (unit_is(unit, SULIH_WORD_PARTICLE) || unit_is(unit, SULIH_WORD_ADVERB));
}

/* Whether "of" stands before the unit: it hangs on a noun that no chain turned. */
static bool wants_of(const struct unit *units, size_t at)
{
	const struct unit *noun = &units[at] - 1;

	if (at == 0 || !units[at].joined)
		return false;
	/* ibu dua anak: mother of two children */
	if (unit_is(&units[at], SULIH_WORD_NUMERAL))
		return unit_is(noun, SULIH_WORD_NOUN) && !has_manner(noun, "time") &&
		       units[at + 1].joined && unit_is(&units[at + 1], SULIH_WORD_NOUN);
	if (!unit_is(&units[at], SULIH_WORD_NOUN) || has_manner(&units[at], "time") ||
	    is_rank(&units[at]))
		return false;
	if (measures(units, at - 1) && !has_clitic(noun))
		return true;
	if (unit_is(noun, SULIH_WORD_NOUN)) /* rumah ketua ⟦1⟧ */
		return !noun->dropped && !has_clitic(noun) && is_name(&units[at + 1]);
	if (at < 2 || !qualifies(noun) || !noun->joined || has_clitic(noun) ||
	    has_manner(noun, "telling") || unit_says(noun, "lalu"))
		return false;
	noun--; /* tingkat baru persahabatan */
	return unit_is(noun, SULIH_WORD_NOUN) && !has_clitic(noun) && !has_manner(noun, "time");
}

void sulih_gloss_order(struct sentence *sentence)
{
	struct unit *units = sentence->units.items;

	for (size_t i = 0; i < sentence->units.count; i++) {
		sentence->order[i] = i;
		if (i > 0 && is_name(&units[i]))
			say_of(&units[i]);
	}
	for (size_t i = 0; i < sentence->units.count && !sentence->failed;) {
		bool of = wants_of(units, i);
		size_t next = i + 1;

		if (asks_turn(&units[i])) { /* akan saya periksa: I will examine */
			sentence->order[i] = i + 1;
			sentence->order[i + 1] = i;
			next = i + 2;
		} else if (unit_is(&units[i], SULIH_WORD_NOUN) && !units[i].dropped) {
			next = turn_chain(sentence, i);
		}
		if (of)
			prefix(sentence, &units[sentence->order[i]], "of");
		i = next;
	}
}
