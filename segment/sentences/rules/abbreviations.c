/*
 * Stops that belong to an abbreviation: titles, degrees, forms of firms, addresses.
 */
#include "base/letter.h"
#include "segment/sentences/rules/degrees.h"
#include "segment/sentences/rules/rules.h"
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
	enum abbreviation kind;
	char room[24];
	bool noun;

	next = sulih_next_short_form(k, " ,;)\"", 12);
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

/* `Jkt.–Bdg.`: a dash without blanks between two short forms. */
static bool joins_short_forms(const struct candidate *k, struct sulih_view word)
{
	enum { LONGEST = 4 };

	return word.length <= LONGEST && sulih_byte_is_upper(word.data[0]) && k->next == k->end &&
	       (k->data[k->next] == '-' || (unsigned char)k->data[k->next] == 0xE2) &&
	       k->follow == FOLLOW_UPPER && !k->opened;
}

/* `Dr.(H.C.)`, `Mayjen.(Purn.)`: a bracket stands close behind a title; `Sp.M.(K)`: one of a few
 * letters behind a degree. */
static bool is_bracketed_title(const struct candidate *k, struct sulih_view word)
{
	enum { LONGEST = 6 };
	size_t close = k->next + 1;
	bool noun;

	if (k->data[k->next] != '(')
		return false;
	if (sulih_abbreviation(word, &noun) == ABBREVIATION_TITLE)
		return true;
	while (close < k->limit && close - k->next < LONGEST && k->data[close] != ')' &&
	       k->data[close] != ' ')
		close++;
	return close < k->limit && k->data[close] == ')' &&
	       sulih_abbreviation(word, &noun) == ABBREVIATION_DEGREE;
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
	if (makes_abbreviation(k) || sulih_is_degree_part(k, word) || joins_short_forms(k, word))
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

/* `(dok. Istimewa)`, `(ket. Foto)`: behind a bracket the word that is an abbreviation with a
 * capital alone is one with a small letter too. */
static bool opens_bracket(const struct candidate *k)
{
	struct sulih_view word;
	char room[8];
	bool noun;

	if (k->word.start == k->block || k->data[k->word.start - 1] != '(')
		return false;
	word = sulih_candidate_word(k);
	if (word.length < 2 || word.length > sizeof(room) || !sulih_byte_is_lower(word.data[0]))
		return false;
	memcpy(room, word.data, word.length);
	room[0] = (char)(room[0] - 'a' + 'A');
	return sulih_abbreviation(sulih_view_make(room, word.length), &noun) == ABBREVIATION_TITLE;
}

/* The abbreviation before the stop, also when blanks were put into it: `S. H.`, `Ph. D.` */
static enum abbreviation abbreviation_before(const struct candidate *k, bool *noun)
{
	struct sulih_view word = sulih_candidate_word(k), before;
	enum abbreviation kind = sulih_abbreviation(word, noun);
	char room[16];

	if (kind == ABBREVIATION_NONE && sulih_is_unknown_degree(k, word))
		return ABBREVIATION_DEGREE;
	if (kind == ABBREVIATION_NONE &&
	    (memchr(word.data, '.', word.length) != NULL ||
	     (k->follow == FOLLOW_DIGIT && memchr(word.data, '-', word.length) != NULL))) {
		/* `ditunda.dr. Budi`, `Jkt.-Bdg. macet`, `5 juta-Rp. 7 juta` */
		struct sulih_view last = sulih_behind_last(word, ".-");

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

/* `a.n. Pemerintah`, `s.d. Sabtu`: prepositions, which no sentence ends with. */
static bool needs_complement(struct sulih_view word)
{
	static const char *const prepositions[] = { "a.n", "d.a", "s.d", "u.p",	  "u.b",
						    "c.q", "a.l", "jo",	 "a.k.a", "kpd",
						    "dgn", "utk", "thd", "dlm",	  "sbg" };

	return SULIH_VIEW_IS_ONE_OF(word, prepositions); /* `kelas 5 S.D.`: a school */
}

/* `Foto: Dok. Polisi`, `(Dok. Warga)`: whose photograph it is. */
static bool is_credit(const struct candidate *k)
{
	char room[24];
	size_t at = k->word.start;

	return sulih_view_is(sulih_lower_key(sulih_candidate_word(k), room, sizeof(room)), "dok") &&
	       at > k->block + 1 &&
	       (k->data[at - 1] == '(' || (k->data[at - 1] == ' ' && k->data[at - 2] == ':'));
}

static enum verdict before_name(const struct candidate *k, bool noun)
{
	struct sulih_view next = sulih_word_at(k, k->letter);

	if (k->follow != FOLLOW_UPPER || sulih_view_is(next, "Si") || sulih_view_is(next, "Sang") ||
	    is_credit(k))
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

/* `…, S.Ked. dr. Ratna mendampinginya.`: a physician's title is written small also where it
 * begins a sentence. */
static bool small_title_follows(const struct candidate *k)
{
	static const char *const titles[] = { "dr", "drg", "drh" };
	struct sulih_view next = sulih_word_at(k, k->letter);
	size_t end = k->letter + next.length;

	return k->follow == FOLLOW_LOWER && !k->opened && SULIH_VIEW_IS_ONE_OF(next, titles) &&
	       end + 2 < k->limit && k->data[end] == '.' && k->data[end + 1] == ' ' &&
	       sulih_byte_is_upper(k->data[end + 2]);
}

static enum verdict behind_name(const struct candidate *k)
{
	struct sulih_view next = sulih_word_at(k, k->letter);

	if (small_title_follows(k))
		return CUT;
	if (k->follow == FOLLOW_LOWER || k->follow == FOLLOW_DIGIT)
		return KEEP;
	if (k->opened)
		return k->data[k->next] == '(' ? KEEP : CUT;
	if (sulih_degree_follows(k))
		return KEEP;
	return sulih_is_plain_word(next) || sulih_subject_follows(k) ? CUT : KEEP;
}

/* `Tebalnya 312 hlm. Harganya …`, `Tenor 3 thn. Peringkatnya …`: behind a figure they count. */
static bool is_counted(const struct candidate *k)
{
	static const char *const counted[] = { "hlm", "hal", "thn", "th", "bln", "eks", "lbr" };
	struct sulih_view next;

	if (k->follow != FOLLOW_UPPER || !SULIH_VIEW_IS_ONE_OF(sulih_candidate_word(k), counted))
		return false;
	next = sulih_token_before(k, k->word.start); /* `dibayar per bln.` */
	if (!sulih_is_digits(next) && !sulih_view_is(next, "per") && !sulih_view_is(next, "tiap"))
		return false;
	next = sulih_word_at(k, k->letter);
	return sulih_starts_strongly(next) || sulih_is_plain_word(next);
}

/* `Tenaganya 650 PS. Isuzu itu …`, `19,5 juta KL. Ketua …`: behind a figure no pastor (Ps.) and no
 * `kurang lebih`, but a unit. */
static bool is_unit(const struct candidate *k)
{
	static const char *const units[] = { "PS", "KL", "kl" };
	static const char *const scales[] = { "ribu", "juta", "miliar", "triliun", "per" };
	struct sulih_view before = sulih_token_before(k, k->word.start);

	return k->follow == FOLLOW_UPPER && SULIH_VIEW_IS_ONE_OF(sulih_candidate_word(k), units) &&
	       before.length > 0 &&
	       (sulih_byte_is_digit(before.data[before.length - 1]) ||
		SULIH_VIEW_IS_ONE_OF(before, scales));
}

/* `Rp15.000 per kg. iPhone laris`: a brand that is written with a small letter, and a capital
 * behind it, begins a sentence as a capital does. */
static bool is_brand(const struct candidate *k)
{
	struct sulih_view next = sulih_word_at(k, k->letter);

	return !k->opened && next.length > 3 && sulih_byte_is_lower(next.data[0]) &&
	       (sulih_byte_is_upper(next.data[1]) || sulih_byte_is_upper(next.data[2]));
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

/* `di hal. 45-47`, `lihat hal. 3`: the page, not the thing. */
static bool is_page(const struct candidate *k)
{
	static const char *const before[] = { "di", "lihat", "Lihat", "ke", "pada", "dari" };

	return k->follow == FOLLOW_DIGIT && sulih_view_is(sulih_candidate_word(k), "hal") &&
	       SULIH_VIEW_IS_ONE_OF(sulih_token_before(k, k->word.start), before);
}

/* Titles, degrees, forms of firms, addresses: by the kind of the abbreviation. */
enum verdict sulih_rule_abbreviation(const struct candidate *k)
{
	bool noun;

	if (sulih_is_consultant(k))
		return behind_name(k);
	switch (abbreviation_before(k, &noun)) {
	case ABBREVIATION_NONE:
		return opens_bracket(k) || is_page(k) ? KEEP : PASS;
	case ABBREVIATION_COMPANY:
	case ABBREVIATION_NUMBER:
		if (is_counted(k))
			return CUT;
		/* `PT. Aneka Tambang`, `Jl. Para Pahlawan`: names hold function words too */
		if (k->follow == FOLLOW_UPPER && !sulih_subject_follows(k))
			return KEEP;
		return before_name(k, noun);
	case ABBREVIATION_PHRASE:
		if (needs_complement(sulih_candidate_word(k)))
			return KEEP;
		return is_unit(k) ? CUT : before_name(k, noun);
	case ABBREVIATION_TITLE:
		return is_unit(k) ? CUT : before_name(k, noun);
	case ABBREVIATION_CURRENCY:
		/* `ke Rp16.590/USD. JISDOR tercatat …`: behind a slash it is the unit */
		if (k->follow == FOLLOW_UPPER && k->word.start > k->block &&
		    k->data[k->word.start - 1] == '/')
			return CUT;
		return before_name(k, noun);
	case ABBREVIATION_NUMERIC:
		return k->follow == FOLLOW_DIGIT ? KEEP : PASS;
	case ABBREVIATION_DEGREE:
		if (k->word.start == k->sentence)
			return before_name(k, noun); /* `Ns. Budi, S.Kep.`: behind no name */
		return are_initials(k) ? PASS : behind_name(k);
	case ABBREVIATION_SUFFIX:
		return behind_name(k);
	case ABBREVIATION_UNIT:
		if (is_ship(k))
			return before_name(k, false);
		if (k->follow == FOLLOW_DIGIT && sulih_byte_is_upper(k->data[k->word.start]))
			return KEEP; /* `Km. 12` */
		return k->follow == FOLLOW_LOWER && !is_brand(k) ? KEEP : CUT;
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
