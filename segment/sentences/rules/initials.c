/* Letters and numerals before a stop: initials of a name, or the label that ends a sentence. */
#include "base/letter.h"
#include "base/table.h"
#include "lists.h"
#include "segment/sentences/rules/rules.h"
#include "segment/sentences/words.h"

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

	return k->follow == FOLLOW_UPPER && sulih_subject_follows(k) && sulih_starts_strongly(next);
}

/* `Juara I. Juara II.`: the label stands again. */
static bool label_follows(const struct candidate *k, struct sulih_view label)
{
	return sulih_view_equal(sulih_word_at(k, k->letter), label);
}

/* Who stands before a court is numbered. */
static bool is_party(struct sulih_view word)
{
	char room[16];

	return sulih_table_says(&sulih_list_beside_names, sulih_lower_key(word, room, sizeof(room)),
				"party");
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
	if (k->follow == FOLLOW_UPPER && is_party(before) &&
	    !sulih_starts_strongly(sulih_word_at(k, k->letter)) &&
	    !sulih_is_plain_word(sulih_word_at(k, k->letter)))
		return KEEP; /* `Terdakwa II. Ani Lestari` */
	if (before.length > 0 && sulih_is_label_noun(before))
		return before.data == k->data + k->block &&
				       !sulih_view_ends(before, SULIH_VIEW("nya")) &&
				       !sentence_follows(k) && !label_follows(k, before)
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
	return !sulih_starts_strongly(next) || !sulih_subject_follows(k) ||
	       sulih_view_is(after, "dan");
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
	return sulih_subject_follows(k);
}

/* `sejauh 100 m. Ia menang`: a small letter behind a figure is a unit. */
static bool is_unit_letter(const struct candidate *k)
{
	struct sulih_view before = sulih_token_before(k, k->word.start);

	return k->word.end == k->word.start + 1 && sulih_byte_is_lower(k->data[k->word.start]) &&
	       before.length > 0 && sulih_byte_is_digit(before.data[before.length - 1]);
}

/* `pada 1825 M. Pangeran itu …`: Masehi or Hijriah behind a year, before a word that no initial
 * stands before; `pada 2019 M. Nuh` is a name. */
static bool is_era(const struct candidate *k, struct sulih_view next)
{
	struct sulih_view word = sulih_candidate_word(k);
	struct sulih_view before = sulih_token_before(k, k->word.start);

	return (sulih_view_is(word, "M") || sulih_view_is(word, "H")) && sulih_is_digits(before) &&
	       before.length >= 3 && (sulih_is_title(next) || sulih_is_plain_word(next));
}

/* `Gempa M. 5,6`: magnitude, before one digit and its decimal. */
static bool is_magnitude(const struct candidate *k)
{
	return k->follow == FOLLOW_DIGIT && sulih_view_is(sulih_candidate_word(k), "M") &&
	       k->letter + 2 < k->limit && strchr(",.", k->data[k->letter + 1]) != NULL &&
	       sulih_byte_is_digit(k->data[k->letter + 2]);
}

/* `menuntut terdakwa Nikita M. 11 tahun penjara`: behind somebody's name and letter a term, with
 * which hardly a sentence begins. */
static bool is_term(const struct candidate *k)
{
	static const char *const units[] = { "tahun", "bulan" };

	return k->follow == FOLLOW_DIGIT &&
	       sulih_is_name_part(sulih_token_before(k, k->word.start)) &&
	       SULIH_VIEW_IS_ONE_OF(sulih_word_after(k, sulih_word_at(k, k->letter)), units);
}

/* `Fajar Alfian/M. Shohibul Fikri`: behind the slash of a pair stands a name; `situs.id/A. Ia` is
 * an address. */
static bool is_pair(const struct candidate *k)
{
	size_t slash = k->stop - 2, at;

	if (k->stop < k->block + 3 || k->data[slash] != '/' ||
	    !sulih_byte_is_upper(k->data[slash + 1]))
		return false;
	for (at = slash; at > k->block && k->data[at - 1] != ' '; at--)
		if (strchr("/.:=", k->data[at - 1]) != NULL)
			return false;
	return slash > at + 2 && sulih_byte_is_upper(k->data[at]);
}

/* `…/c?d=e.f. Situs`: the end of an address is no letter of a name. */
static bool ends_address(const struct candidate *k, struct sulih_view word)
{
	return memchr(word.data, '=', word.length) != NULL ||
	       memchr(word.data, '/', word.length) != NULL ||
	       (k->word.start > k->block && k->data[k->word.start - 1] == '/');
}

/* `ke P. Sabu`, `di G. Slamet`: island, mountain, river, bay, lake. */
static bool is_map_letter(const struct candidate *k, struct sulih_view word)
{
	static const char *const prepositions[] = { "ke", "di", "dari" };

	return word.length == 1 && memchr("PGSTD", word.data[0], 5) != NULL &&
	       SULIH_VIEW_IS_ONE_OF(sulih_token_before(k, k->word.start), prepositions) &&
	       !sulih_starts_strongly(sulih_word_at(k, k->letter));
}

/* `tulisnya di X. Joko membalas`, `lewat akun X. …`: the network behind a small word. */
static bool is_network(const struct candidate *k, struct sulih_view word)
{
	struct sulih_view before = sulih_token_before(k, k->word.start);

	return sulih_view_is(word, "X") && before.length > 0 && sulih_byte_is_lower(before.data[0]);
}

/* `W.R. Supratman`, `Joko P. Santoso`: single letters before a name. */
enum verdict sulih_rule_initial(const struct candidate *k)
{
	struct sulih_view word = sulih_candidate_word(k), next;
	bool several;

	if (!sulih_is_single_letter(sulih_behind_last(word, ".-/")) ||
	    (ends_address(k, word) && !is_pair(k)))
		return PASS;
	several = memchr(word.data, '.', word.length) != NULL;
	if (k->follow == FOLLOW_DIGIT && k->data[k->next] == '(')
		return KEEP; /* `Ny. S. (34)`: the age */
	if (is_magnitude(k) || is_term(k))
		return KEEP;
	if (k->follow == FOLLOW_UPPER && is_unit_letter(k))
		return CUT;
	if (k->follow != FOLLOW_UPPER)
		return k->follow == FOLLOW_LOWER ? KEEP : PASS;
	next = sulih_word_at(k, k->letter);
	if (is_era(k, next) || is_network(k, word))
		return CUT;
	if (is_map_letter(k, word) || is_name_behind(k, next))
		return KEEP;
	if (sulih_starts_strongly(next) || (!several && acronym_speaks(k, next)))
		return CUT;
	return !several && sulih_is_plain_word(next) && sulih_subject_follows(k) ? CUT : KEEP;
}

/* An unknown short form without a vowel is no word: `bdk. juga`, `Ngr. Rai`. */
enum verdict sulih_rule_unknown_short_form(const struct candidate *k)
{
	struct sulih_view word = sulih_candidate_word(k), before;

	if ((k->follow != FOLLOW_LOWER && k->follow != FOLLOW_UPPER) || word.length < 2 ||
	    word.length > 5)
		return PASS;
	if (k->follow == FOLLOW_UPPER && (sulih_byte_is_lower(word.data[0]) ||
					  sulih_starts_strongly(sulih_word_at(k, k->letter))))
		return PASS;
	/* `torsinya 250 Nm. Mobil itu`: a unit behind its figure */
	before = sulih_token_before(k, k->word.start);
	if (k->follow == FOLLOW_UPPER && before.length > 0 &&
	    sulih_byte_is_digit(before.data[before.length - 1]))
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
