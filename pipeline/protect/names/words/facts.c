/* What the lists know about a word, looked up once for every distinct word. */
#include "pipeline/protect/names/listed/match.h"

#include "base/letter.h"
#include "base/lexicon/words.h"
#include "base/utf8.h"
#include "lists.h"

/* The MAP lists, the one that wins a tie first. */
const struct sulih_table *const names_map_tables[NAMES_MAP_TABLES] = {
	&sulih_list_acronyms,	 &sulih_list_institutions, &sulih_list_organizations,
	&sulih_list_provinces,	 &sulih_list_exonyms,	   &sulih_list_regencies,
	&sulih_list_events,	 &sulih_list_products,	   &sulih_list_peoples,
	&sulih_list_icu_regions,
};

/* What the index of words calls them. */
static const uint32_t map_lists[NAMES_MAP_TABLES] = {
	SULIH_IN_acronyms, SULIH_IN_institutions, SULIH_IN_organizations, SULIH_IN_provinces,
	SULIH_IN_exonyms,  SULIH_IN_regencies,	  SULIH_IN_events,	  SULIH_IN_products,
	SULIH_IN_peoples,  SULIH_IN_icu_regions,
};

static uint32_t class_fact(struct sulih_view class)
{
	static const struct {
		const char *class;
		uint32_t fact;
	} facts[] = {
		{ "particle", FACT_PARTICLE },
		{ "lead", FACT_PARTICLE | FACT_LEAD },
		{ "small", FACT_LEAD },
		{ "article", FACT_ARTICLE },
		{ "english", FACT_ENGLISH },
		{ "short", FACT_SHORT },
		{ "grown", FACT_GROWN },
		{ "weekday", FACT_CALENDAR | FACT_FUNCTION },
		{ "month", FACT_CALENDAR | FACT_FUNCTION },
		{ "work", FACT_WORK },
		{ "language", FACT_LANGUAGE },
		{ "pronoun", FACT_FUNCTION | FACT_GRAMMAR },
		{ "preposition", FACT_FUNCTION | FACT_GRAMMAR },
		{ "conjunction", FACT_FUNCTION | FACT_GRAMMAR },
		{ "party", FACT_COMMON | FACT_PARTY },
		{ "noun", FACT_COMMON },
		{ "plain", FACT_COMMON | FACT_PLAIN },
		{ "term", FACT_COMMON | FACT_TERM },
		{ "abbreviation", FACT_CALENDAR | FACT_FUNCTION },
		{ "roman", FACT_ROMAN },
	};

	for (size_t i = 0; i < SULIH_COUNT(facts); i++) {
		if (sulih_view_is(class, facts[i].class))
			return facts[i].fact;
	}
	return 0;
}

static uint32_t class_facts(struct sulih_row row, uint32_t otherwise)
{
	uint32_t fact;

	if (!row.listed)
		return 0;
	fact = class_fact(sulih_row_column(&row, 1));
	return fact ? fact : otherwise;
}

struct sulih_view name_recase(struct sulih_view lower, bool all, char *room, size_t size)
{
	size_t out = 0, used;

	for (size_t at = 0; at < lower.length; at += used) {
		bool upper = all || at == 0;
		uint32_t c;

		if (out + 4 > size)
			return sulih_view_make(room, 0);
		if ((unsigned char)lower.data[at] < 0x80) { /* nearly all */
			char ascii = lower.data[at];

			room[out++] =
				upper && sulih_byte_is_lower(ascii) ? (char)(ascii - 32) : ascii;
			used = 1;
			continue;
		}
		c = sulih_utf8_decode(lower.data + at, lower.length - at, &used);
		out += sulih_utf8_encode(upper ? sulih_to_upper(c) : c, room + out);
	}
	return sulih_view_make(room, out);
}

/* Longer words begin no key of the lists. */
enum { KEY_WORD_MAX = 96 };

enum sulih_span_kind listed_kind(struct sulih_view name)
{
	for (int kind = SULIH_KIND_PERSON; kind <= SULIH_KIND_NAME; kind++) {
		const char *other = sulih_kind_name((enum sulih_span_kind)kind);

		if (name.length > 0 && name.data[0] == other[0] && sulih_view_is(name, other))
			return (enum sulih_span_kind)kind;
	}
	return SULIH_KIND_NAME;
}

struct name_match name_match_of(struct sulih_row row, uint32_t count)
{
	struct sulih_view target = sulih_row_column(&row, 2);

	return (struct name_match){ .count = count,
				    .kind = listed_kind(sulih_row_column(&row, 1)),
				    .ruling = target.length ? SULIH_MAP : SULIH_COPY,
				    .target = target,
				    .note = sulih_row_column(&row, 4),
				    .row = row,
				    .why = "list" };
}

/* Lists whose keys have capitals. */
#define SPELT_LISTS                                                                                \
	(SULIH_IN_acronyms | SULIH_IN_institutions | SULIH_IN_organizations | SULIH_IN_provinces | \
	 SULIH_IN_exonyms | SULIH_IN_regencies | SULIH_IN_events | SULIH_IN_products |             \
	 SULIH_IN_peoples | SULIH_IN_icu_regions | SULIH_IN_senses | SULIH_IN_given_names)

/* A word as a list may have it, with a capital or all in capitals. */
struct spelling {
	struct sulih_view text; /* empty: it is too long for any */
	uint32_t hash;
};

static struct spelling spell(const struct name_word *word, bool all, char *room)
{
	struct sulih_view text = name_recase(word->lower, all, room, KEY_WORD_MAX);

	return (struct spelling){ text, sulih_table_hash(text) };
}

static struct sulih_row find_spelling(const struct sulih_table *table, struct spelling key)
{
	return sulih_table_find_hashed(table, key.text, key.hash);
}

static struct map_start find_start(struct spelling key, uint32_t lists)
{
	struct map_start start = { .open = 0 };

	for (unsigned i = 0; i < NAMES_MAP_TABLES && key.text.length > 0; i++) {
		struct sulih_row row;

		if (!(lists & map_lists[i]))
			continue;
		row = find_spelling(names_map_tables[i], key);
		if (row.listed && start.match.count == 0)
			start.match = name_match_of(row, 1);
		if (row.longer)
			start.open |= 1u << i;
	}
	return start;
}

static uint32_t map_facts(struct spelling title, struct spelling upper, uint32_t lists,
			  struct map_word *found)
{
	found->title = find_start(title, lists);
	found->upper = find_start(upper, lists);
	return (found->title.match.count || found->title.open ? FACT_MAP : 0) |
	       (found->upper.match.count || found->upper.open ? FACT_MAP_UPPER : 0);
}

/* The list of senses has acronyms and names as they are written. */
static uint32_t senses_fact(struct spelling title, struct spelling upper)
{
	return find_spelling(&sulih_list_senses, upper).entry ||
			       find_spelling(&sulih_list_senses, title).entry
		       ? FACT_SENSES
		       : 0;
}

static bool has_stop(const struct name_word *word)
{
	return memchr(word->lower.data, '.', word->lower.length) != NULL;
}

/* The list of titles is written without stops: "msi" for M.Si. */
static uint32_t title_fact(const struct name_word *word, const struct phrase_word *phrase)
{
	char room[32];
	size_t length = 0;

	if (!has_stop(word))
		return phrase->title.entry != NULL ? FACT_TITLE : 0;
	for (size_t i = 0; i < word->lower.length && length < sizeof(room); i++) {
		if (word->lower.data[i] != '.')
			room[length++] = word->lower.data[i];
	}
	return sulih_table_find(&sulih_list_titles, sulih_view_make(room, length)).entry
		       ? FACT_TITLE
		       : 0;
}

/* Verbs that always report words; the weak ones need a quotation mark and are left to it. */
static uint32_t saying_facts(const struct name_word *word)
{
	struct sulih_row row = WORD_ROW(word, saying_verbs);
	struct sulih_view class;

	if (!row.listed || !sulih_view_is(sulih_row_column(&row, 2), "strong"))
		return 0;
	class = sulih_row_column(&row, 1);
	if (sulih_view_is(class, "precedes"))
		return FACT_SAYING;
	return sulih_view_is(class, "according") ? 0 : FACT_SAID;
}

/* Parts of persons' names are listed with their capital. */
static uint32_t given_fact(struct spelling title)
{
	struct sulih_row row = find_spelling(&sulih_list_given_names, title);
	struct sulih_view kind;

	if (!row.listed)
		return 0;
	kind = sulih_row_column(&row, 1);
	return sulih_view_is(kind, "family") || sulih_view_is(kind, "clan")
		       ? FACT_GIVEN | FACT_FAMILY
		       : FACT_GIVEN;
}

/* Whether the word is an ordinary one with `suffix`. */
static bool is_bare_verb(const struct name_word *word, struct sulih_view suffix)
{
	enum { STEM_MIN = 5 };
	struct sulih_view stem = word->lower;

	if (stem.length < STEM_MIN + suffix.length || !sulih_view_ends(stem, suffix))
		return false;
	stem.length -= suffix.length;
	return sulih_word_known(stem);
}

/* A stem of two letters is no evidence: "An" and "Li" are also names.  Headlines write verbs
 * without their prefix: Janjikan, Padati; but Kejari is an office that the lists have. */
static bool is_common(const struct name_word *word)
{
	return word->lower.length > 2 &&
	       (sulih_word_known(word->lower) || is_bare_verb(word, SULIH_VIEW("kan")) ||
		(!(word->facts & (FACT_LISTED | FACT_GIVEN | FACT_HEAD)) &&
		 is_bare_verb(word, SULIH_VIEW("i"))));
}

void word_learn(struct name_word *word, struct phrase_word *phrase)
{
	*phrase = (struct phrase_word){ 0 };
	if (word->lists == 0 && !has_stop(word)) /* most of the words that are seldom */
		return;
	phrase->title = WORD_ROW(word, titles);
	phrase->head = WORD_ROW(word, heads);
	word->facts = class_facts(WORD_ROW(word, function_words), FACT_FUNCTION) |
		      class_facts(WORD_ROW(word, particles), FACT_PARTICLE) |
		      title_fact(word, phrase) | (phrase->head.entry != NULL ? FACT_HEAD : 0) |
		      saying_facts(word) | (WORD_ROW(word, prefixes).entry ? FACT_PREFIX : 0) |
		      (WORD_ROW(word, clitics).entry ? FACT_CLITIC : 0) |
		      (WORD_ROW(word, compass).entry ? FACT_COMPASS : 0);
	if (word->facts & FACT_FUNCTION)
		word->facts |= FACT_COMMON;
}

/* What the lists say of it with a capital, or all in capitals. */
static uint32_t spelt_facts(const struct name_word *word, struct map_word *map)
{
	char title_room[KEY_WORD_MAX], upper_room[KEY_WORD_MAX];
	struct spelling title = spell(word, false, title_room),
			upper = spell(word, true, upper_room);

	return given_fact(title) | map_facts(title, upper, word->lists, map) |
	       senses_fact(title, upper);
}

void word_learn_capital(struct name_word *word, struct map_word *map)
{
	word->facts |= FACT_LEARNED | (WORD_ROW(word, body_words).entry ? FACT_ORG : 0) |
		       (WORD_ROW(word, numbered).entry ? FACT_NUMBERED : 0);
	if (word->lists & SPELT_LISTS)
		word->facts |= spelt_facts(word, map);
	if (!(word->facts & FACT_COMMON) && is_common(word))
		word->facts |= FACT_COMMON;
	/* "tim" is a team long before it is a Tim; "I" is a numeral. */
	if (word->facts & FACT_PLAIN || word->lower.length == 1)
		word->facts &= ~(uint32_t)FACT_GIVEN;
}

unsigned word_parts(struct name_word *word)
{
	struct sulih_word found;

	if (word->parts == 0 && !sulih_word_find(word->lower, &found))
		word->parts = PART_NONE;
	else if (word->parts == 0)
		word->parts =
			(uint16_t)(1u << found.word_class | (found.affixes == 0 ? PART_BARE : 0));
	return word->parts;
}

struct sulih_row given_row(const struct name_finder *f, uint32_t at)
{
	char room[KEY_WORD_MAX];
	const struct name_word *word = word_at(f, at);

	if (!(word->lists & SULIH_IN_given_names))
		return (struct sulih_row){ .listed = false };
	return find_spelling(&sulih_list_given_names, spell(word, false, room));
}

bool word_ends_like(struct sulih_view lower, const char *class)
{
	enum { LONGEST = 6 };

	return sulih_table_ends(&sulih_list_word_endings, lower, LONGEST, class);
}
