#include "pipeline/translate/gloss/units.h"

#include "base/letter.h"
#include "base/utf8.h"
#include "lists.h"
#include "pipeline/translate/tokens/wire.h"

/* A letter, a digit, or a hyphen or apostrophe between two of them. */
static size_t word_end(struct sulih_view text, size_t at)
{
	while (at < text.length) {
		size_t used, more;
		uint32_t c = sulih_utf8_decode(text.data + at, text.length - at, &used);

		if (sulih_is_letter(c) || sulih_is_digit(c)) {
			at += used;
			continue;
		}
		if ((c != '-' && c != '\'') || at + 1 >= text.length)
			break;
		c = sulih_utf8_decode(text.data + at + 1, text.length - at - 1, &more);
		if (!sulih_is_letter(c) && !sulih_is_digit(c))
			break;
		at += 1 + more;
	}
	return at;
}

static enum unit_letters letters_of(struct sulih_view word)
{
	size_t upper = 0, lower = 0, used;
	bool first = false;

	for (size_t at = 0; at < word.length; at += used) {
		uint32_t c = sulih_utf8_decode(word.data + at, word.length - at, &used);

		first = first || (at == 0 && sulih_is_upper(c));
		upper += sulih_is_upper(c);
		lower += sulih_is_lower(c);
	}
	if (upper > 1 && lower == 0)
		return LETTERS_UPPER;
	return first ? LETTERS_CAPITAL : LETTERS_LOWER;
}

static struct unit *add_unit(struct sentence *sentence, enum unit_kind kind, struct sulih_view gap)
{
	struct unit *unit = SULIH_VECTOR_ADD(&sentence->units);

	if (unit == NULL) {
		sentence->failed = true;
		return NULL;
	}
	unit->kind = kind;
	unit->gap = gap;
	unit->joined = sentence->units.count > 1 && sulih_view_is(gap, " ");
	return unit;
}

/* The text between the last unit and the next; pieces of several parts are put together. */
static struct sulih_view join_gap(struct sentence *sentence, struct sulih_view a,
				  struct sulih_view b)
{
	struct sulih_view joined;

	if (a.length == 0 || b.length == 0)
		return a.length ? a : b;
	joined = SULIH_ARENA_JOIN(sentence->arena, a, b);
	sentence->failed = sentence->failed || joined.data == NULL;
	return joined;
}

static struct sulih_view read_words(struct sentence *sentence, struct sulih_view text,
				    struct sulih_view gap)
{
	size_t at = 0, start = 0;

	while (at < text.length && !sentence->failed) {
		size_t end = word_end(text, at), used;
		struct unit *unit;

		if (end == at) {
			sulih_utf8_decode(text.data + at, text.length - at, &used);
			at += used;
			continue;
		}
		gap = join_gap(sentence, gap, sulih_view_slice(text, start, at));
		unit = add_unit(sentence, UNIT_WORD, gap);
		gap = sulih_view_make("", 0);
		if (unit != NULL) {
			unit->source = sulih_view_slice(text, at, end);
			unit->letters = letters_of(unit->source);
		}
		start = at = end;
	}
	return join_gap(sentence, gap, sulih_view_slice(text, start, text.length));
}

static void set_placeholder(struct unit *unit, unsigned number,
			    const struct sulih_placeholder *placeholders, size_t count)
{
	const struct sulih_placeholder *one =
		sulih_wire_name((struct sulih_wire_names){ placeholders, count }, number);

	unit->placeholder = number;
	unit->span_kind = one != NULL ? one->kind : SULIH_KIND_COUNT;
	if (one != NULL)
		unit->stands_for = one->target;
}

/* ke-89 → 89th, an adjective: the 89th minute */
static bool find_ordinal(struct sentence *sentence, struct unit *unit)
{
	struct sulih_view word = unit->source;
	size_t n = word.length;
	const char *end = "th";

	if (!sulih_view_starts(word, SULIH_VIEW("ke-")) || n < 4)
		return false;
	for (size_t i = 3; i < n; i++)
		if (word.data[i] < '0' || word.data[i] > '9')
			return false;
	if (n < 5 || word.data[n - 2] != '1')
		end = word.data[n - 1] == '1'	? "st"
		      : word.data[n - 1] == '2' ? "nd"
		      : word.data[n - 1] == '3' ? "rd"
						: "th";
	unit->word.gloss =
		SULIH_ARENA_JOIN(sentence->arena, sulih_view_slice(word, 3, n), sulih_view_of(end));
	sentence->failed = sentence->failed || unit->word.gloss.data == NULL;
	unit->word.word_class = unit->word.head_class = SULIH_WORD_ADJECTIVE;
	unit->found = true;
	unit->key = SULIH_VIEW("ke-");
	return true;
}

static void look_up(struct sentence *sentence, struct unit *unit)
{
	char room[GLOSS_KEY_MAX];
	struct sulih_view key = sulih_lower_key(unit->source, room, sizeof(room));

	if (find_ordinal(sentence, unit))
		return;
	if (key.length == 0 || !sulih_word_find(key, &unit->word))
		return;
	unit->found = true;
	unit->key = sulih_row_column(&unit->word.row, 0);
	if (unit->word.bound.length == 0)
		return;
	unit->word.gloss = SULIH_ARENA_JOIN(sentence->arena, unit->word.bound, unit->word.gloss);
	sentence->failed = sentence->failed || unit->word.gloss.data == NULL;
}

/* M.Si., a.n., S.Pd.: what a stop ties to a short form is none of the language's words. */
static bool is_short_form(const struct unit *units, size_t at)
{
	return at > 0 && sulih_view_is(units[at].gap, ".") && units[at - 1].kind == UNIT_WORD &&
	       units[at - 1].source.length <= 3;
}

/* ⟦Jakarta⟧lah, ⟦Twitter⟧-nya: English has no word for what hangs on a name. */
static bool hangs_on_name(const struct unit *left, const struct unit *unit)
{
	static const char *const clitics[] = { "lah", "kah", "pun", "nya" };
	struct sulih_view word = unit->source;
	char room[8];

	if (left->kind != UNIT_PLACEHOLDER || unit->kind != UNIT_WORD || unit->gap.length > 1 ||
	    (unit->gap.length == 1 && unit->gap.data[0] != '-'))
		return false;
	if (word.length == 4 && word.data[0] == '-')
		word = sulih_view_slice(word, 1, 4);
	if (word.length != 3)
		return false;
	word = sulih_lower_key(word, room, sizeof(room));
	return SULIH_VIEW_IS_ONE_OF(word, clitics);
}

/* se-⟦Jawa Tengah⟧: across Central Java */
static void read_all_over(struct unit *left, struct unit *name)
{
	bool apart = sulih_view_is(name->gap, "-");

	if (name->kind != UNIT_PLACEHOLDER || left->kind != UNIT_WORD ||
	    !(apart ? sulih_view_is(left->source, "se")
		    : name->gap.length == 0 && sulih_view_is(left->source, "se-")))
		return;
	left->found = true;
	left->key = SULIH_VIEW("se-");
	left->word = (struct sulih_word){ .gloss = SULIH_VIEW("across"),
					  .word_class = SULIH_WORD_PREPOSITION,
					  .head_class = SULIH_WORD_PREPOSITION };
	name->gap = SULIH_VIEW(" ");
	name->joined = true;
}

/* Joins phrases into one unit and looks up the rest. */
static void find_units(struct sentence *sentence)
{
	struct unit *units = sentence->units.items;
	size_t count = sentence->units.count, kept = 0;

	for (size_t i = 0; i < count;) {
		struct unit unit = units[i];
		size_t words = 1;

		if (kept > 0 && hangs_on_name(&units[kept - 1], &unit)) {
			i++;
			continue;
		}
		if (kept > 0) {
			read_all_over(&units[kept - 1], &units[i]);
			unit = units[i];
		}
		if (unit.kind == UNIT_WORD && !is_short_form(units, i)) {
			words = sulih_gloss_phrase(sentence, &units[i], count - i);
			unit = units[i];
			if (words > 0) {
				const struct sulih_view last = units[i + words - 1].source;

				if (words > 1 && unit.letters == LETTERS_CAPITAL &&
				    letters_of(last) == LETTERS_CAPITAL)
					unit.letters = LETTERS_TITLE;
				unit.source.length =
					(size_t)(last.data + last.length - unit.source.data);
			} else {
				look_up(sentence, &unit);
				words = 1;
			}
		}
		units[kept++] = unit;
		i += words;
	}
	sentence->units.count = kept;
}

static void mark_openings(struct sentence *sentence)
{
	bool opens = true;

	for (size_t i = 0; i < sentence->units.count; i++) {
		struct unit *unit = &sentence->units.items[i];

		for (size_t k = 0; k < unit->gap.length; k++)
			opens = opens || strchr(".!?:\"-", unit->gap.data[k]) != NULL ||
				(unsigned char)unit->gap.data[k] >= 0x80;
		unit->opens = opens;
		opens = false;
	}
}

int sulih_gloss_read(struct sentence *sentence, const struct sulih_part *parts, size_t count,
		     const struct sulih_placeholder *placeholders, size_t placeholder_count)
{
	struct sulih_view gap = { "", 0 };

	for (size_t i = 0; i < count && !sentence->failed; i++) {
		struct unit *unit;

		if (parts[i].placeholder == 0) {
			gap = read_words(sentence, parts[i].text, gap);
			continue;
		}
		unit = add_unit(sentence, UNIT_PLACEHOLDER, gap);
		gap = sulih_view_make("", 0);
		if (unit == NULL)
			break;
		set_placeholder(unit, parts[i].placeholder, placeholders, placeholder_count);
	}
	if (!sentence->failed)
		add_unit(sentence, UNIT_END, gap);
	if (sentence->failed)
		return SULIH_ERROR_MEMORY;
	find_units(sentence);
	mark_openings(sentence);
	return 0;
}
