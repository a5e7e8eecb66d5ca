/* Seams of "the": the US said; but US troops; in Japan, up Mount Rinjani. */
#include "base/letter.h"
#include "lists.h"
#include "pipeline/reassemble/seams_inside.h"

bool sulih_seam_is_named(enum sulih_span_kind kind)
{
	return kind == SULIH_KIND_PLACE || kind == SULIH_KIND_ORGANIZATION ||
	       kind == SULIH_KIND_EVENT || kind == SULIH_KIND_NAME;
}

/* Where the head of a name ends: before "of" (Ministry of Finance), else before another small word
 * (Commission on Human Rights), else at the end of the name. */
static size_t head_end(struct sulih_view target)
{
	size_t end = target.length;

	for (size_t i = target.length; i-- > 0;) {
		struct sulih_view word;

		if (target.data[i] != ' ')
			continue;
		word = sulih_seam_next_word(sulih_view_slice(target, i, target.length));
		if (i + 1 + word.length >= target.length)
			continue;
		if (sulih_table_says(&sulih_list_english_words, word, "link"))
			end = i;
	}
	return end;
}

/* The row of a name, or of its head. */
static struct sulih_row row_of(struct sulih_view target)
{
	struct sulih_row row = sulih_table_find(&sulih_list_articles, target);
	size_t of, start;

	if (row.listed)
		return row;
	start = of = head_end(target);
	while (start > 0 && target.data[start - 1] != ' ')
		start--;
	/* one word is no name of a body: "Ministry" */
	row = sulih_table_find(&sulih_list_articles, sulih_view_slice(target, start, of));
	if (row.listed &&
	    (of - start == target.length || sulih_view_is(sulih_row_column(&row, 1), "name") ||
	     (of == target.length && sulih_view_is(sulih_row_column(&row, 1), "of"))))
		row.listed = false;
	return row;
}

static struct sulih_row article_row(struct sulih_view target, bool place)
{
	const char *bracket = memchr(target.data, '(', target.length), *comma;
	struct sulih_row row;

	/* "United States (US)" */
	if (bracket != NULL && bracket > target.data + 1 && bracket[-1] == ' ')
		target.length = (size_t)(bracket - target.data) - 1;
	comma = memchr(target.data, ',', target.length);
	/* "Attorney General's Office, South Jakarta"; but "Trade, Industry and Crafts Agency"; and
	 * "Sleman, Opak River" are two places */
	row = row_of(place && comma != NULL
			     ? sulih_view_slice(target, 0, (size_t)(comma - target.data))
			     : target);
	return row.listed || comma == NULL
		       ? row
		       : row_of(sulih_view_slice(target, 0, (size_t)(comma - target.data)));
}

/* city of Rafah, regency of Sleman: no such name stands before a noun. */
static bool begins_common(const struct sulih_seam *seam)
{
	return seam->placeholder->kind == SULIH_KIND_PLACE && seam->target.length > 0 &&
	       sulih_byte_is_lower(seam->target.data[0]);
}

/* Whether English says "the" before it: what the list has, the head of a name (Agency), a law's own
 * name (Criminal Code), and what begins with a common noun (city of Rafah). */
static bool takes_the(const struct sulih_seam *seam)
{
	struct sulih_view target = seam->target;

	if (!sulih_seam_is_named(seam->placeholder->kind) &&
	    seam->placeholder->kind != SULIH_KIND_LAW)
		return false;
	if (begins_common(seam))
		return sulih_view_holds(target, SULIH_VIEW(" of "));
	return article_row(target, seam->placeholder->kind == SULIH_KIND_PLACE).listed;
}

/* "the US increasingly fell"; but US family members. */
static bool is_adverb(struct sulih_view word)
{
	return word.length > 4 && sulih_byte_is_lower(word.data[0]) &&
	       sulih_view_ends(word, SULIH_VIEW("ly")) &&
	       !sulih_table_says(&sulih_list_english_words, word, "noun");
}

/* Whether the name stands for itself, not before a noun: "in the US.", "of the UN and", "the UN
 * said"; but "US troops". */
static bool stands_alone(struct sulih_view after)
{
	struct sulih_view word = sulih_seam_next_word(after);

	if (after.length == 0)
		return true;
	if (after.data[0] == '\'' || sulih_view_starts(after, SULIH_VIEW("\xE2\x80\x99s")))
		return after.length == 1 || after.data[0] != '\'' || after.data[1] == 's';
	if (strchr(".,;:!?)", after.data[0]) != NULL)
		return true;
	if (after.data[0] != ' ')
		return false;
	if (word.length == 0)
		return after.length > 1 && strchr("-(", after.data[1]) != NULL;
	return sulih_table_says(&sulih_list_english_words, word, "small") || is_adverb(word);
}

/* A verb must follow at the start of a sentence: a name alone there may be a heading. */
static bool verb_follows(struct sulih_view after)
{
	struct sulih_view word = sulih_seam_next_word(after);

	/* condemned, imposed: also before a noun ("UN sponsored talks") an article does no harm */
	return sulih_table_says(&sulih_list_english_words, word, "verb") ||
	       (word.length > 4 && sulih_byte_is_lower(word.data[0]) &&
		sulih_view_ends(word, SULIH_VIEW("ed")));
}

/* What never has an article where it stands for itself: persons, countries, mountains, lakes, towns
 * (also with their country), laws by their number. */
static bool takes_none(const struct sulih_seam *seam)
{
	static const char *const first[] = { "Mount ", "Lake ", "Article " };
	static const char *const last[] = { " Regency", " City" };

	switch (seam->placeholder->kind) {
	case SULIH_KIND_PERSON:
		return true;
	case SULIH_KIND_PLACE:
		return sulih_country_adjective(seam->placeholder).length > 0 ||
		       sulih_view_holds(seam->target, SULIH_VIEW(", ")) ||
		       SULIH_VIEW_STARTS_WITH_ONE_OF(seam->target, first) > 0 ||
		       SULIH_VIEW_ENDS_WITH_ONE_OF(seam->target, last) > 0;
	case SULIH_KIND_LAW:
		return SULIH_VIEW_STARTS_WITH_ONE_OF(seam->target, first) > 0 ||
		       sulih_view_holds(seam->target, SULIH_VIEW(" No. "));
	default:
		return false;
	}
}

/* "climbed the ⟦Mount Rinjani⟧": the engine took the token for a thing.  Not where it is one of
 * several (the Japan of the 1970s, the Jokowi I know), and not before a name in apposition. */
static void drop_the(struct sulih_buffer *out, struct sulih_view word, struct sulih_view after)
{
	struct sulih_view next = sulih_seam_next_word(after);

	if ((sulih_view_is(word, "the") || sulih_view_is(word, "The")) &&
	    (stands_alone(after) || verb_follows(after)) &&
	    !sulih_table_says(&sulih_list_english_words, next, "several"))
		sulih_seam_replace_last(out, word, "");
}

/* Behind a comma and before a verb it is the subject: Meanwhile, ⟦US⟧ refused. */
static bool is_subject(const struct sulih_buffer *out, size_t from, struct sulih_view after)
{
	struct sulih_view text = sulih_buffer_view_from(out, from);

	return sulih_view_ends(text, SULIH_VIEW(", ")) && verb_follows(after);
}

/* Behind a verb it is the object: crossed ⟦Taiwan Strait⟧.  Behind "the newly formed" there is an
 * article. */
static bool is_object(const struct sulih_buffer *out, size_t from, struct sulih_view verb)
{
	struct sulih_view text = sulih_buffer_view_from(out, from);
	struct sulih_view before;
	size_t end, start;

	if (verb.length < 3 || !sulih_byte_is_lower(verb.data[0]) ||
	    sulih_table_says(&sulih_list_english_words, verb, "objectless") ||
	    !(sulih_table_says(&sulih_list_english_words, verb, "verb") ||
	      (verb.length > 4 && sulih_view_ends(verb, SULIH_VIEW("ed")))))
		return false;
	end = text.length - verb.length - 1;
	if (end < 2 || text.data[end - 1] != ' ')
		return false;
	start = --end;
	while (start > 0 && sulih_byte_is_letter(text.data[start - 1]))
		start--;
	before = sulih_view_slice(text, start, end);
	return before.length > 0 && !sulih_view_ends(before, SULIH_VIEW("ly")) &&
	       !sulih_table_says(&sulih_list_english_words, before, "before") &&
	       !sulih_table_says(&sulih_list_english_words, before, "determiner") &&
	       !sulih_view_is(before, "newly");
}

void sulih_seam_put_the(const struct sulih_seam *seam, struct sulih_buffer *out, size_t from)
{
	static const char *const again[] = { "the", "The", "a", "A", "an", "An" };
	struct sulih_view word = sulih_seam_last_word(out, from), target = seam->target;
	char room[16];

	/* "the ⟦The Hague⟧" */
	if (sulih_view_starts(target, SULIH_VIEW("the ")) ||
	    sulih_view_starts(target, SULIH_VIEW("The "))) {
		if (SULIH_VIEW_IS_ONE_OF(word, again))
			sulih_seam_replace_last(out, word, "");
		return;
	}
	if (!takes_the(seam)) {
		if (takes_none(seam))
			drop_the(out, word, seam->after);
		return;
	}
	if (seam->headline ||
	    !(stands_alone(seam->after) || verb_follows(seam->after) || begins_common(seam)))
		return;
	if (out->length == from && verb_follows(seam->after))
		sulih_buffer_puts(out, "The ");
	else if (sulih_table_says(&sulih_list_english_words,
				  sulih_lower_key(word, room, sizeof(room)), "before") ||
		 is_subject(out, from, seam->after) ||
		 (stands_alone(seam->after) && is_object(out, from, word)))
		sulih_buffer_puts(out, "the ");
}
