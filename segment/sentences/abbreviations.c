/*
 * Stops that belong to a short form: abbreviations, initials, labels.
 */
#include "segment/sentences/rules.h"

#include "base/letter.h"
#include "segment/sentences/words.h"

static bool closes_something(char c)
{
	return c == ')' || c == ']' || c == '"' || (unsigned char)c >= 0x80;
}

/* `M.|Si.`, `ABC.|Tbk`: what stands on both sides of the stop is one abbreviation, or
 * the next token is one that stands behind a name. */
static bool makes_abbreviation(const struct candidate *k)
{
	struct sulih_view word = sulih_candidate_word(k), last = sulih_behind_last(word, "."), next;
	size_t end = k->letter;
	enum abbreviation kind;
	char room[24];
	bool noun;

	while (end < k->limit && end - k->letter < 12 && strchr(" ,;)\"", k->data[end]) == NULL)
		end++;
	while (end > k->letter && k->data[end - 1] == '.')
		end--;
	next = sulih_view_make(k->data + k->letter, end - k->letter);
	kind = sulih_abbreviation(next, &noun);
	if (kind == ABBREVIATION_DEGREE || kind == ABBREVIATION_SUFFIX)
		return true;
	if (next.length == 0 || last.length + next.length + 1 > sizeof(room))
		return false;
	memcpy(room, last.data, last.length);
	room[last.length] = '.';
	memcpy(room + last.length + 1, next.data, next.length);
	return sulih_abbreviation(sulih_view_make(room, last.length + 1 + next.length), &noun) !=
	       ABBREVIATION_NONE;
}

/* `Soc.|Sc.` of a degree that no list knows: short parts with capitals, stops between them,
 * and such a part behind. */
static bool is_degree_part(const struct candidate *k, struct sulih_view word)
{
	enum { LONGEST = 5 };
	struct sulih_view next = sulih_word_at(k, k->letter);
	size_t end = k->letter + next.length, length = 0;

	if (memchr(word.data, '.', word.length) == NULL || next.length > LONGEST ||
	    end >= k->limit || (k->data[end] != '.' && k->data[end] != ','))
		return false;
	for (size_t i = 0; i < word.length; i++) {
		if (length == 0 && !sulih_byte_is_upper(word.data[i]))
			return false;
		length = word.data[i] == '.' ? 0 : length + 1;
		if (length > LONGEST)
			return false;
	}
	return true;
}

/* `Jkt.–Bdg.`: a dash without blanks between two short forms. */
static bool joins_short_forms(const struct candidate *k, struct sulih_view word)
{
	enum { LONGEST = 4 };

	return word.length <= LONGEST && sulih_byte_is_upper(word.data[0]) && k->next == k->end &&
	       (k->data[k->next] == '-' || (unsigned char)k->data[k->next] == 0xE2) &&
	       k->follow == FOLLOW_UPPER && !k->opened;
}

/* `Dr.(H.C.)`, `Mayjen.(Purn.)`: a bracket stands close behind a title. */
static bool is_bracketed_title(const struct candidate *k, struct sulih_view word)
{
	bool noun;

	return k->data[k->next] == '(' && sulih_abbreviation(word, &noun) == ABBREVIATION_TITLE;
}

/* `S.H.`, `A.Yani`, `Dr.Soetomo`, `PT.Timah`: an abbreviation, then no blank. */
enum verdict sulih_rule_glued_abbreviation(const struct candidate *k)
{
	struct sulih_view word = sulih_candidate_word(k);
	bool noun;

	if (!sulih_candidate_glued(k) || k->closed || k->bracket || k->mark != MARK_STOP)
		return PASS;
	if (k->opened)
		return is_bracketed_title(k, word) ? KEEP : PASS;
	if (word.length == 0)
		return k->stop > k->block && closes_something(k->data[k->stop - 1]) ? PASS : KEEP;
	if (makes_abbreviation(k) || is_degree_part(k, word) || joins_short_forms(k, word))
		return KEEP;
	word = sulih_behind_last(word, ".");
	if (sulih_is_single_letter(word)) {
		struct sulih_view next = sulih_word_at(k, k->letter);

		return next.length > 3 && sulih_starts_strongly(next) ? PASS : KEEP;
	}
	switch (sulih_abbreviation(word, &noun)) {
	case ABBREVIATION_NONE:
	case ABBREVIATION_UNIT:
	case ABBREVIATION_ETC:
	case ABBREVIATION_SUFFIX:
		return PASS;
	default:
		return noun && sulih_is_plain_word(sulih_word_at(k, k->letter)) ? PASS : KEEP;
	}
}

/* `Budi, M.Gov.St. menutup …`: behind a comma, short parts with capitals and stops between. */
static bool is_unknown_degree(const struct candidate *k, struct sulih_view word)
{
	enum { LONGEST = 5 };
	size_t length = 0, parts = 0, small = 0;

	if (k->word.start < k->block + 2 || k->data[k->word.start - 2] != ',')
		return false;
	for (size_t i = 0; i < word.length; i++) {
		if (length == 0 && !sulih_byte_is_upper(word.data[i]))
			return false;
		parts += length == 0;
		small += sulih_byte_is_lower(word.data[i]);
		length = word.data[i] == '.' ? 0 : length + 1;
		if (length > LONGEST)
			return false;
	}
	return parts >= 2 && small > 0;
}

/* The abbreviation before the stop, also when blanks were put into it: `S. H.`, `Ph. D.` */
static enum abbreviation abbreviation_before(const struct candidate *k, bool *noun)
{
	struct sulih_view word = sulih_candidate_word(k), before;
	enum abbreviation kind = sulih_abbreviation(word, noun);
	char room[16];

	if (kind == ABBREVIATION_NONE && is_unknown_degree(k, word))
		return ABBREVIATION_DEGREE;
	if (kind == ABBREVIATION_NONE && memchr(word.data, '.', word.length) != NULL) {
		struct sulih_view last = sulih_behind_last(word, "."); /* `ditunda.dr. Budi` */

		return last.length > 1 ? sulih_abbreviation(last, noun) : kind;
	}
	if (kind != ABBREVIATION_NONE || word.length == 0 || word.length > 5)
		return kind;
	before = sulih_token_before(k, k->word.start);
	if (before.length < 2 || before.length > 5 || before.data[before.length - 1] != '.')
		return kind;
	memcpy(room, before.data, before.length);
	memcpy(room + before.length, word.data, word.length);
	return sulih_abbreviation(sulih_view_make(room, before.length + word.length), noun);
}

/* Whether a subject and its verb follow: a capital word, then a small one. */
static bool subject_follows(const struct candidate *k)
{
	struct sulih_view word = sulih_word_after(k, sulih_word_at(k, k->letter));

	return word.length > 1 && sulih_byte_is_lower(word.data[0]);
}

static bool degree_follows(const struct candidate *k)
{
	bool noun;
	size_t end = k->letter;
	struct sulih_view next;

	while (end < k->limit && end - k->letter < 16 && k->data[end] != ' ' && k->data[end] != ',')
		end++;
	while (end > k->letter && k->data[end - 1] == '.')
		end--;
	next = sulih_view_make(k->data + k->letter, end - k->letter);
	return sulih_abbreviation(next, &noun) == ABBREVIATION_DEGREE;
}

static enum verdict before_name(const struct candidate *k, bool noun)
{
	struct sulih_view next = sulih_word_at(k, k->letter);

	if (k->follow != FOLLOW_UPPER || sulih_view_is(next, "Si") || sulih_view_is(next, "Sang"))
		return KEEP; /* `a.k.a. Si Hitam`: the article of a nickname */
	if (sulih_view_is(next, "Seribu") && sulih_view_is(sulih_candidate_word(k), "Kep"))
		return KEEP; /* the Thousand Islands, no thousand of anything */
	if (sulih_starts_strongly(next) || (noun && sulih_is_plain_word(next)))
		return CUT;
	return KEEP;
}

/* `S.H. Mintardja`, `M.A. Rahman`: letters that no comma parts from a name are initials. */
static bool are_initials(const struct candidate *k)
{
	size_t at = k->word.start;

	for (size_t i = k->word.start; i < k->word.end; i++)
		if (k->data[i] != '.' && i + 1 < k->word.end && k->data[i + 1] != '.')
			return false;
	while (at > k->block &&
	       (k->data[at - 1] == ' ' || k->data[at - 1] == '.' ||
		(at >= k->block + 2 && k->data[at - 2] == ' ' && at + 3 > k->word.start)))
		at--;
	return at == k->block || (k->data[at - 1] != ',' && k->data[at - 1] != ')');
}

static enum verdict behind_name(const struct candidate *k)
{
	struct sulih_view next = sulih_word_at(k, k->letter);

	if (k->follow == FOLLOW_LOWER || k->follow == FOLLOW_DIGIT)
		return KEEP;
	if (k->opened)
		return k->data[k->next] == '(' ? KEEP : CUT;
	if (degree_follows(k))
		return KEEP;
	return sulih_is_plain_word(next) || subject_follows(k) ? CUT : KEEP;
}

/* `KM. Sinar Laut tenggelam`: in capitals and without a figure before it no kilometre, but a
 * motor ship (kapal motor). */
static bool is_ship(const struct candidate *k)
{
	struct sulih_view word = sulih_candidate_word(k);
	struct sulih_view before = sulih_token_before(k, k->word.start);

	return sulih_view_is(word, "KM") && k->follow == FOLLOW_UPPER &&
	       (before.length == 0 || !sulih_byte_is_digit(before.data[before.length - 1]));
}

/* `Sp.M(K).`: the bracket of a consultant belongs to the degree. */
static bool is_consultant(const struct candidate *k)
{
	enum { LONGEST = 5 };
	size_t open = k->stop;
	bool noun;
	struct sulih_view degree;

	if (open <= k->sentence || k->data[open - 1] != ')')
		return false;
	while (open > k->sentence && k->stop - open < LONGEST && k->data[open] != '(')
		open--;
	if (k->data[open] != '(')
		return false;
	degree = sulih_token_ending(k, open);
	return sulih_abbreviation(degree, &noun) == ABBREVIATION_DEGREE;
}

/* `Rahman dkk. (2019)`: the year of a source. */
static bool is_year_in_brackets(const struct candidate *k)
{
	return k->follow == FOLLOW_DIGIT && k->data[k->next] == '(' && k->letter == k->next + 1 &&
	       sulih_word_at(k, k->letter).length >= 4;
}

/* `Allah Swt. Maha Pengasih`: what is said of God goes on with a capital. */
static bool praise_goes_on(const struct candidate *k)
{
	return k->follow == FOLLOW_UPPER && !k->opened &&
	       sulih_view_is(sulih_word_at(k, k->letter), "Maha");
}

/* Titles, degrees, forms of firms, addresses: by the kind of the abbreviation. */
enum verdict sulih_rule_abbreviation(const struct candidate *k)
{
	bool noun;

	if (is_consultant(k))
		return behind_name(k);
	switch (abbreviation_before(k, &noun)) {
	case ABBREVIATION_NONE:
		return PASS;
	case ABBREVIATION_COMPANY:
	case ABBREVIATION_NUMBER:
		/* `PT. Aneka Tambang`, `Jl. Para Pahlawan`: names hold function words too */
		if (k->follow == FOLLOW_UPPER && !subject_follows(k))
			return KEEP;
		return before_name(k, noun);
	case ABBREVIATION_TITLE:
	case ABBREVIATION_CURRENCY:
	case ABBREVIATION_PHRASE:
		return before_name(k, noun);
	case ABBREVIATION_NUMERIC:
		return k->follow == FOLLOW_DIGIT ? KEEP : PASS;
	case ABBREVIATION_DEGREE:
		if (k->word.start ==
		    k->sentence) /* `Ns. Budi, S.Kep.`: behind no name, so before one */
			return before_name(k, noun);
		return are_initials(k) ? PASS : behind_name(k);
	case ABBREVIATION_SUFFIX:
		return behind_name(k);
	case ABBREVIATION_UNIT:
		if (is_ship(k))
			return before_name(k, false);
		if (k->follow == FOLLOW_DIGIT && sulih_byte_is_upper(k->data[k->word.start]))
			return KEEP; /* `Km. 12` */
		return k->follow == FOLLOW_LOWER ? KEEP : CUT;
	case ABBREVIATION_ETC:
		if (is_year_in_brackets(k) || praise_goes_on(k))
			return KEEP;
		/* `C.S. Lewis` is no cum suis */
		if (sulih_byte_is_upper(k->data[k->word.start]) && are_initials(k))
			return PASS;
		return k->follow == FOLLOW_LOWER ? KEEP : CUT;
	case ABBREVIATION_MONTH:
		return k->follow == FOLLOW_LOWER || k->follow == FOLLOW_DIGIT ? KEEP : CUT;
	}
	return PASS;
}

/* An address goes on: `No.`, `Kec.` */
static bool number_follows(const struct candidate *k)
{
	struct sulih_view next = sulih_word_at(k, k->letter);
	size_t end = k->letter + next.length;
	bool noun;

	return end < k->limit && k->data[end] == '.' &&
	       sulih_abbreviation(next, &noun) == ABBREVIATION_NUMBER;
}

/* `Kelas XII. Mereka lulus`, not `Bab IV. Penutup`: behind a label that opens a block. */
static bool sentence_follows(const struct candidate *k)
{
	struct sulih_view next = sulih_word_at(k, k->letter);

	return k->follow == FOLLOW_UPPER && subject_follows(k) && sulih_starts_strongly(next);
}

/* `vitamin A. Kekurangan …`, `Perang Dunia II. Ia …`: a label ends a sentence. */
enum verdict sulih_rule_label(const struct candidate *k)
{
	struct sulih_view word = sulih_candidate_word(k);
	struct sulih_view before;

	if (!sulih_is_single_letter(word) && !sulih_is_roman(word))
		return PASS;
	if (k->follow == FOLLOW_UPPER && number_follows(k))
		return KEEP; /* `Blok C. No. 5` */
	before = sulih_token_before(k, k->word.start);
	if (before.length > 0 && sulih_is_label_noun(before))
		return before.data == k->data + k->block &&
				       !sulih_view_ends(before, SULIH_VIEW("nya")) &&
				       !sentence_follows(k)
			       ? KEEP
			       : CUT;
	return word.length > 1 && sulih_is_roman(word) ? CUT : PASS;
}

/* `S. Lestari menang`, `H. Amin, Lc.`: words that are parts of names too.  What begins
 * sentences (`Salah satu …`) is a name only where no other word of the sentence follows. */
static bool is_name_behind(const struct candidate *k, struct sulih_view next)
{
	struct sulih_view after = sulih_word_after(k, next);

	if (!sulih_is_name_part(next) ||
	    (sulih_is_roman(sulih_candidate_word(k)) && sulih_is_title(next)))
		return false; /* `Buwono X. Sultan …` */
	return !sulih_starts_strongly(next) || !subject_follows(k) || sulih_view_is(after, "dan");
}

/* `… di kolom A. BNPB mencatat …`: an acronym with its verb, and a common word before the
 * letter, which no name has. */
static bool acronym_speaks(const struct candidate *k, struct sulih_view next)
{
	struct sulih_view before = sulih_token_before(k, k->word.start);

	if (next.length < 3 || before.length < 2 || !sulih_byte_is_lower(before.data[0]))
		return false;
	for (size_t i = 0; i < next.length; i++)
		if (!sulih_byte_is_upper(next.data[i]))
			return false;
	return subject_follows(k);
}

/* `sejauh 100 m. Ia menang`: a small letter behind a figure is a unit. */
static bool is_unit_letter(const struct candidate *k)
{
	struct sulih_view before = sulih_token_before(k, k->word.start);

	return k->word.end == k->word.start + 1 && sulih_byte_is_lower(k->data[k->word.start]) &&
	       before.length > 0 && sulih_byte_is_digit(before.data[before.length - 1]);
}

/* `Gempa M. 5,6`: magnitude, before one digit and its decimal. */
static bool is_magnitude(const struct candidate *k)
{
	return k->follow == FOLLOW_DIGIT && sulih_view_is(sulih_candidate_word(k), "M") &&
	       k->letter + 2 < k->limit && strchr(",.", k->data[k->letter + 1]) != NULL &&
	       sulih_byte_is_digit(k->data[k->letter + 2]);
}

/* `W.R. Supratman`, `Joko P. Santoso`: single letters before a name. */
enum verdict sulih_rule_initial(const struct candidate *k)
{
	struct sulih_view word = sulih_candidate_word(k), next;
	bool several;

	if (!sulih_is_single_letter(sulih_behind_last(word, ".-")))
		return PASS;
	several = memchr(word.data, '.', word.length) != NULL;
	if (k->follow == FOLLOW_DIGIT && k->data[k->next] == '(')
		return KEEP; /* `Ny. S. (34)`: the age */
	if (is_magnitude(k))
		return KEEP;
	if (k->follow == FOLLOW_UPPER && is_unit_letter(k))
		return CUT;
	if (k->follow != FOLLOW_UPPER)
		return k->follow == FOLLOW_LOWER ? KEEP : PASS;
	next = sulih_word_at(k, k->letter);
	if (is_name_behind(k, next))
		return KEEP;
	if (sulih_starts_strongly(next) || (!several && acronym_speaks(k, next)))
		return CUT;
	return !several && sulih_is_plain_word(next) && subject_follows(k) ? CUT : KEEP;
}

/* An unknown short form without a vowel is no word: `bdk. juga`, `Ngr. Rai`. */
enum verdict sulih_rule_unknown_short_form(const struct candidate *k)
{
	struct sulih_view word = sulih_candidate_word(k);

	if ((k->follow != FOLLOW_LOWER && k->follow != FOLLOW_UPPER) || word.length < 2 ||
	    word.length > 5)
		return PASS;
	if (k->follow == FOLLOW_UPPER && (sulih_byte_is_lower(word.data[0]) ||
					  sulih_starts_strongly(sulih_word_at(k, k->letter))))
		return PASS;
	for (size_t i = 0; i < word.length; i++)
		if (strchr("aeiouAEIOU0123456789", word.data[i]) != NULL ||
		    (unsigned char)word.data[i] >= 0x80)
			return PASS;
	for (size_t i = 0; i < word.length; i++)
		if (sulih_byte_is_lower(word.data[i]))
			return KEEP;
	return PASS;
}
