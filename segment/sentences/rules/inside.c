/* Stops inside a token: addresses, domains, files, numbers. */
#include "base/letter.h"
#include "base/table.h"
#include "lists.h"
#include "segment/sentences/rules/rules.h"
#include "segment/sentences/words.h"

/* `Kompas.com`, `14.30`, `v2.1`, `a.n`: no blank and no capital. */
enum verdict sulih_rule_inside_token(const struct candidate *k)
{
	if (!sulih_candidate_glued(k) || k->closed || k->bracket)
		return PASS;
	if (k->follow == FOLLOW_UPPER && (!k->opened || k->mark == MARK_STOP))
		return PASS;
	return k->opened && k->follow != FOLLOW_LOWER ? PASS : KEEP;
}

/* `akun @budi.Ia viral`: behind a handle in small letters a capital begins a sentence. */
static bool is_small_handle(const struct candidate *k, struct sulih_view word)
{
	if (k->follow != FOLLOW_UPPER || word.length < 3 || word.data[0] != '@' ||
	    k->letter + 1 >= k->limit || !sulih_byte_is_lower(k->data[k->letter + 1]))
		return false;
	for (size_t i = 1; i < word.length; i++)
		if (sulih_byte_is_upper(word.data[i]))
			return false;
	return true;
}

/* `https://…`, `budi@…`: no sentence ends inside an address. */
enum verdict sulih_rule_inside_address(const struct candidate *k)
{
	struct sulih_view word = sulih_candidate_word(k);

	if (!sulih_candidate_glued(k) || k->closed || k->opened)
		return PASS;
	/* `kpk.go.id.Silakan`: behind a last label a capital word begins a sentence */
	if (k->follow == FOLLOW_UPPER && sulih_is_domain_label(sulih_behind_last(word, "./@")) &&
	    k->letter + 1 < k->limit && sulih_byte_is_lower(k->data[k->letter + 1]))
		return PASS;
	if (is_small_handle(k, word))
		return PASS;
	if (memchr(word.data, '@', word.length) || memchr(word.data, '=', word.length) ||
	    (word.length > 3 && memcmp(word.data, "www", 3) == 0))
		return KEEP;
	if (k->word.start > k->block && k->data[k->word.start - 1] == '/')
		return KEEP;
	return PASS;
}

/* `Laporan.Akhir.pdf`: the token ends with the ending of a file. */
static bool ends_as_file(const struct candidate *k)
{
	size_t end = k->letter;
	struct sulih_view token, label;

	while (end < k->limit && end - k->letter < 64 && k->data[end] != ' ')
		end++;
	while (end > k->letter && strchr(".,;:!?)\"", k->data[end - 1]) != NULL)
		end--;
	token = sulih_view_make(k->data + k->letter, end - k->letter);
	label = sulih_behind_last(token, ".");
	/* a name and a stop stand before it */
	return label.length + 1 < token.length && sulih_is_file_label(label);
}

/* `Detik.Com`, `VIVA.CO.ID`, `foto.JPG`: a known last label, not a word. */
enum verdict sulih_rule_inside_domain(const struct candidate *k)
{
	struct sulih_view label;

	if (!sulih_candidate_glued(k) || k->closed || k->bracket || k->opened ||
	    k->mark != MARK_STOP)
		return PASS;
	label = sulih_word_at(k, k->letter);
	return sulih_is_domain_label(label) || ends_as_file(k) ? KEEP : PASS;
}

/* `Telepon kantor itu 555. 1234`: the parts of a number that is dialled. */
enum verdict sulih_rule_parts_of_phone(const struct candidate *k)
{
	enum { NEAR = 4 };
	struct sulih_view word = sulih_candidate_word(k), next;
	size_t at = k->word.start;

	if (k->follow != FOLLOW_DIGIT || k->opened || word.length < 2 || !sulih_is_digits(word))
		return PASS;
	next = sulih_word_at(k, k->letter);
	if (next.length < 3 || !sulih_is_digits(next))
		return PASS;
	for (unsigned i = 0; i < NEAR; i++) {
		struct sulih_view before = sulih_token_before(k, at);
		char room[16];

		if (before.length == 0)
			break;
		at = (size_t)(before.data - k->data);
		if (before.data[before.length - 1] == '.')
			before.length--;
		if (sulih_table_says(&sulih_list_line_cues,
				     sulih_lower_key(before, room, sizeof(room)), "dial"))
			return KEEP;
	}
	return PASS;
}

/* `Rp 1 . 500 . 000`, `10. 000`: blanks around the stops of a figure; no sentence begins with 000.
 */
enum verdict sulih_rule_parts_of_figure(const struct candidate *k)
{
	size_t before = k->stop, at = k->next;

	if (k->follow != FOLLOW_DIGIT || k->opened)
		return PASS;
	while (before > k->sentence && k->data[before - 1] == ' ')
		before--;
	if (before == k->sentence || !sulih_byte_is_digit(k->data[before - 1]))
		return PASS;
	while (at + 3 <= k->limit && sulih_is_digits(sulih_view_make(k->data + at, 3)) &&
	       (at + 3 == k->limit || !sulih_byte_is_digit(k->data[at + 3]))) {
		if (memcmp(k->data + at, "000", 3) == 0)
			return KEEP;
		for (at += 3; at < k->limit && (k->data[at] == ' ' || k->data[at] == '.');)
			at++;
	}
	return PASS;
}
