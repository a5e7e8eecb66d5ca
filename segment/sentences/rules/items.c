/* Stops behind the markers of lists and enumerations: `1.`, `a.`, `IV.` */
#include "base/letter.h"
#include "segment/sentences/rules/rules.h"
#include "segment/sentences/words.h"

enum { LONGEST_MARKER = 4 }; /* VIII */

static unsigned item_number(struct sulih_view word)
{
	unsigned number = 0;

	if (!sulih_is_digits(word) || word.length > 2)
		return 0;
	for (size_t i = 0; i < word.length; i++)
		number = number * 10 + (unsigned)(word.data[i] - '0');
	return number;
}

/* Which item a marker of letters is, as one of its kind: `I.` is the first and the ninth. */
static unsigned letter_number(struct sulih_view word, enum item_kind kind)
{
	static const char *const romans[] = { "I",   "II",   "III", "IV", "V",	"VI",
					      "VII", "VIII", "IX",  "X",  "XI", "XII" };

	if (kind == ITEM_ROMAN) {
		if (word.length == 0 || strchr("IVX", word.data[0]) == NULL)
			return 0;
		for (unsigned i = 0; i < SULIH_COUNT(romans); i++)
			if (sulih_view_is(word, romans[i]))
				return i + 1;
		return 0;
	}
	if (word.length != 1)
		return 0;
	if (kind == ITEM_SMALL)
		return sulih_byte_is_lower(word.data[0]) ? (unsigned)(word.data[0] - 'a' + 1) : 0;
	return sulih_byte_is_upper(word.data[0]) ? (unsigned)(word.data[0] - 'A' + 1) : 0;
}

/* The sign before a marker, behind one blank: an enumeration opens behind a colon. */
static char sign_before(const struct candidate *k)
{
	return k->word.start >= k->block + 2 ? k->data[k->word.start - 2] : '\0';
}

/* `Nomor 1. Nomor 2.`, `Pasal 5. Pasal 6.`: a number behind its noun marks no item. */
static bool is_labelled(const struct candidate *k)
{
	struct sulih_view before = sulih_token_before(k, k->word.start);

	return before.length > 0 && sulih_is_label_noun(before);
}

/* `Tahapnya: I. Rebus ubi II. Tumbuk III. Goreng`: letters and numerals that count up from one
 * behind a colon; behind a noun they are its label, `golongan B.` */
static bool is_next_letter(const struct candidate *k, enum item_kind kind)
{
	struct sulih_view word = sulih_candidate_word(k);
	unsigned number = letter_number(word, kind);

	if (number == 1) /* `Ketua: A. Rahman` is a person */
		return sign_before(k) == ':' &&
		       (kind != ITEM_CAPITAL || !sulih_is_name_part(sulih_word_at(k, k->letter)));
	if (number == 0 || k->last_item[kind] == 0 || number != k->last_item[kind] + 1)
		return false;
	return !is_labelled(k);
}

/* `… 4. Sabar5. Jujur 1. Rajin2. Tekun`: behind a list a second one. */
static bool begins_again(const struct candidate *k, unsigned number)
{
	enum { FEWEST = 3 };

	return number == 1 && k->last_item[ITEM_DIGITS] >= FEWEST;
}

void sulih_count_item(struct candidate *k)
{
	struct sulih_view word = sulih_candidate_word(k);
	size_t digits = sulih_trailing_digits(word);
	unsigned number;

	if (k->mark != MARK_STOP || word.length == 0 || digits > 2)
		return;
	/* most words before a stop are longer than any marker of letters */
	for (enum item_kind kind = ITEM_ROMAN;
	     digits == 0 && word.length <= LONGEST_MARKER && kind < ITEM_KINDS; kind++)
		if (is_next_letter(k, kind))
			k->last_item[kind] = letter_number(word, kind);
	if (digits == 0)
		return;
	if (is_labelled(k))
		return;
	/* also where it is glued to the word before: `Sekolah2.Badan` */
	number = item_number(sulih_view_slice(word, word.length - digits, word.length));
	if ((number == k->last_item[ITEM_DIGITS] + 1 || begins_again(k, number)) &&
	    (digits == word.length || number > 1))
		k->last_item[ITEM_DIGITS] = number;
}

/* `daftarnya, 1. Sabar2. Jujur`: the next marker is glued to the word before it. */
static bool counts_on(const struct candidate *k)
{
	enum { NEAR = 80 };
	size_t end = k->end + NEAR < k->limit ? k->end + NEAR : k->limit;

	for (size_t i = k->end + 1; i + 1 < end && k->data[i] != '\n'; i++)
		if (k->data[i] == '2' && k->data[i + 1] == '.' &&
		    sulih_byte_is_lower(k->data[i - 1]))
			return true;
	return false;
}

bool sulih_is_glued_marker(const struct candidate *k)
{
	struct sulih_view word = sulih_candidate_word(k);
	size_t digits = sulih_trailing_digits(word);
	unsigned number = item_number(sulih_view_slice(word, word.length - digits, word.length));
	uint32_t before = sulih_char_before(k, k->word.start);

	if (digits == 0 || number == 0)
		return false;
	if (digits < word.length)
		return number > 1 && number == k->last_item[ITEM_DIGITS] + 1 &&
		       (sulih_byte_is_lower(word.data[word.length - digits - 1]) ||
			word.data[word.length - digits - 1] == '.');
	return k->word.start == k->block || number == k->last_item[ITEM_DIGITS] + 1 ||
	       begins_again(k, number) ||
	       (number == 1 && before == ' ' &&
		(sign_before(k) == ':' || (sign_before(k) == ',' && counts_on(k))));
}

/* `1. Pendahuluan`, `a. Pasal`, `IV. Penutup` at the head of a line. */
enum verdict sulih_rule_list_marker(const struct candidate *k)
{
	struct sulih_view word = sulih_candidate_word(k);

	/* `Rp 1 triliun.2. Kabupaten Dompu`, `Sabar5. Jujur`: glued to the item before it */
	if (k->word.start != k->sentence)
		return k->mark == MARK_STOP && !sulih_is_digits(word) && sulih_is_glued_marker(k)
			       ? KEEP
			       : PASS;
	if ((sulih_is_digits(word) && word.length <= 3) || sulih_is_single_letter(word) ||
	    (k->sentence == k->block && sulih_is_roman(word)))
		return KEEP;
	return PASS;
}

/* `Rinciannya: a. 5 luka; b. 2 tewas`, `Caranya: I. Rebus ubi. II. Tumbuk.` */
static bool is_lettered_item(const struct candidate *k)
{
	if (k->mark != MARK_STOP || k->word.end > k->word.start + LONGEST_MARKER)
		return false;
	if (k->word.end == k->word.start + 1 && sulih_byte_is_lower(k->data[k->word.start]) &&
	    strchr(":;,", sign_before(k)) != NULL && sign_before(k) != '\0')
		return true;
	for (enum item_kind kind = ITEM_ROMAN; kind < ITEM_KINDS; kind++)
		if (is_next_letter(k, kind))
			return true;
	return false;
}

/* `Ia memesan: “1. Nasi. 2. Teh.”` */
static bool is_quoted_first(const struct candidate *k, unsigned number)
{
	uint32_t before = sulih_char_before(k, k->word.start);

	return number == 1 && !k->closed && (before == '"' || before == 0x201C || before == 0x2018);
}

/* `… tiga hal: 1. Jujur 2. Adil 3. Berani`: items count up. */
enum verdict sulih_rule_inline_item(const struct candidate *k)
{
	unsigned number = item_number(sulih_candidate_word(k));
	char before = sign_before(k);

	if (number == 0)
		return is_lettered_item(k) ? KEEP : PASS;
	/* `Ad. 1. Unsur setiap orang`: what a court weighs point by point */
	if (sulih_view_is(sulih_token_before(k, k->word.start), "Ad."))
		return KEEP;
	if (begins_again(k, number) && before != '.' && counts_on(k))
		return KEEP;
	if (number == k->last_item[ITEM_DIGITS] + 1 && !is_labelled(k) &&
	    (number > 1 || before == ':' || before == ';' || is_quoted_first(k, number) ||
	     (before == ',' && counts_on(k))))
		return KEEP;
	return PASS;
}
