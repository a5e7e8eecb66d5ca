/* Stops behind the markers of lists and enumerations: `1.`, `a.`, `IV.` */
#include "base/letter.h"
#include "segment/sentences/rules/rules.h"
#include "segment/sentences/words.h"

static unsigned item_number(struct sulih_view word)
{
	unsigned number = 0;

	if (!sulih_is_digits(word) || word.length > 2)
		return 0;
	for (size_t i = 0; i < word.length; i++)
		number = number * 10 + (unsigned)(word.data[i] - '0');
	return number;
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
		return number > 1 && number == k->last_item + 1 &&
		       sulih_byte_is_lower(word.data[word.length - digits - 1]);
	return k->word.start == k->block || number == k->last_item + 1 ||
	       (number == 1 && before == ' ' && k->word.start >= k->block + 2 &&
		k->data[k->word.start - 2] == ':');
}

/* `1. Pendahuluan`, `a. Pasal`, `IV. Penutup` at the head of a line. */
enum verdict sulih_rule_list_marker(const struct candidate *k)
{
	struct sulih_view word = sulih_candidate_word(k);

	if (k->word.start != k->sentence)
		return PASS;
	if ((sulih_is_digits(word) && word.length <= 3) || sulih_is_single_letter(word) ||
	    (k->sentence == k->block && sulih_is_roman(word)))
		return KEEP;
	return PASS;
}

/* `Rinciannya: a. 5 luka; b. 2 tewas` */
static bool is_lettered_item(const struct candidate *k, uint32_t before)
{
	return k->mark == MARK_STOP && k->word.end == k->word.start + 1 &&
	       sulih_byte_is_lower(k->data[k->word.start]) &&
	       (before == ':' || before == ';' || before == ',');
}

/* `… tiga hal: 1. Jujur 2. Adil 3. Berani`: items count up. */
enum verdict sulih_rule_inline_item(const struct candidate *k)
{
	unsigned number = item_number(sulih_candidate_word(k));
	uint32_t before =
		k->word.start >= k->block + 2 ? (unsigned char)k->data[k->word.start - 2] : 0;

	if (number == 0)
		return is_lettered_item(k, before) ? KEEP : PASS;
	/* `Ad. 1. Unsur setiap orang`: what a court weighs point by point */
	if (sulih_view_is(sulih_token_before(k, k->word.start), "Ad."))
		return KEEP;
	if (number == k->last_item + 1 && (number > 1 || before == ':' || before == ';'))
		return KEEP;
	return PASS;
}
