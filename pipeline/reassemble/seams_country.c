/* Seams of countries: Germany citizens are German citizens. */
#include "base/letter.h"
#include "base/lexicon/words.h"
#include "lists.h"
#include "pipeline/reassemble/seams_inside.h"

struct sulih_view sulih_country_adjective(const struct sulih_placeholder *placeholder)
{
	struct sulih_row row;

	if (placeholder->kind != SULIH_KIND_PLACE)
		return SULIH_VIEW("");
	row = sulih_table_find(&sulih_list_adjectives, placeholder->target);
	return row.listed ? sulih_row_column(&row, 1) : SULIH_VIEW("");
}

/* The source has a noun, or an adjective of one, directly before the country: warga Jerman, pemain
 * muda Jerman; but di Jerman, menyerang Jerman. */
static bool qualifies_noun(struct sulih_view source_before)
{
	size_t end = source_before.length, start;
	struct sulih_view noun;
	struct sulih_word word;
	char room[48];

	if (end < 2 || source_before.data[end - 1] != ' ')
		return false;
	start = --end;
	while (start > 0 && sulih_byte_is_letter(source_before.data[start - 1]))
		start--;
	noun = sulih_lower_key(sulih_view_slice(source_before, start, end), room, sizeof(room));
	/* short titles are offices alone: menlu, kapolri */
	return sulih_table_find(&sulih_list_titles, noun).listed ||
	       (sulih_word_find(noun, &word) &&
		(word.word_class == SULIH_WORD_NOUN || word.word_class == SULIH_WORD_ADJECTIVE));
}

/* "Germany citizens"; but "Germany said", "Germany coach": who trains Germany may be no German. */
static bool noun_follows(struct sulih_view after)
{
	struct sulih_view word = sulih_seam_next_word(after);
	char room[32];

	return word.length > 0 &&
	       sulih_table_says(&sulih_list_english_words,
				sulih_lower_key(word, room, sizeof(room)),
				sulih_byte_is_upper(word.data[0]) ? "office" : "national");
}

struct sulih_view sulih_seam_target(const struct sulih_seam *seam, const struct sulih_buffer *out,
				    size_t from)
{
	struct sulih_view adjective = sulih_country_adjective(seam->placeholder),
			  word = sulih_seam_last_word(out, from);

	/* in Germany people say */
	return adjective.length > 0 && noun_follows(seam->after) &&
			       qualifies_noun(seam->source_before) && !sulih_view_is(word, "in") &&
			       !sulih_view_is(word, "In")
		       ? adjective
		       : seam->placeholder->target;
}
