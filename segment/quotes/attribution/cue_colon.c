/* Speakers before a colon: of a headline, of a transcript. */
#include "base/lexicon/words.h"
#include "lists.h"
#include "segment/quotes/attribution/cue.h"
#include "segment/quotes/speaker/evidence.h"

enum { KEY_SIZE = 64 };

/* VIDEO: “…”, FOTO: “…” */
static bool is_rubric(const struct tokens *before, size_t at)
{
	char room[KEY_SIZE];

	return before->items[at].acronym && sulih_token_is_type(before, at + 1, TOKEN_COLON) &&
	       sulih_word_known(sulih_token_key(before, at, room, sizeof(room)));
}

/* Whether the colon, or what a headline says about the occasion before it, stands at `at`. */
static bool leads_to_colon(const struct tokens *before, size_t at)
{
	/* Tono (45): “…”, Tono, 45 tahun: “…” */
	if (sulih_token_is_type(before, at, TOKEN_OPEN) &&
	    sulih_token_is_type(before, at + 2, TOKEN_CLOSE))
		at += 3;
	else if (sulih_token_is_type(before, at, TOKEN_COMMA) &&
		 sulih_token_is_type(before, at + 1, TOKEN_NUMBER))
		at += sulih_token_is(before, at + 2, "tahun") ? 3 : 2;
	return at == before->count - 1 || sulih_phrase_says(before, at, "occasion");
}

/* Megawati Menangis: “…”: in a headline the verb behind a name has its capital too. */
static bool cut_verb(const struct tokens *before, size_t from, struct speaker *speaker)
{
	for (size_t i = from + 1;
	     i < before->count && before->items[i].span.end <= speaker->name.end; i++) {
		char room[KEY_SIZE];
		struct sulih_word word;

		if (before->items[i - 1].span.start < speaker->name.start ||
		    sulih_is_given_name(before, i) ||
		    !sulih_word_find(sulih_token_key(before, i, room, sizeof(room)), &word) ||
		    word.word_class != SULIH_WORD_VERB)
			continue;
		speaker->name.end = before->items[i - 1].span.end;
		return true;
	}
	return false;
}

/* Budi: “Kami siap.” Budi soal Banjir: “Kami Siap”. Ditanya soal Banjir, Budi: “Siap”. */
static struct cue before_colon(const struct tokens *before, size_t from)
{
	struct cue cue = { .beside = true };
	size_t last = before->count;

	if (last < from + 2 || !sulih_token_is_type(before, last - 1, TOKEN_COLON))
		return cue;
	for (size_t at = last - 1; at > from; at--)
		if (sulih_token_is_type(before, at - 1, TOKEN_COMMA) &&
		    !sulih_token_is_type(before, at, TOKEN_NUMBER)) {
			from = at;
			break;
		}
	cue.speaker = sulih_read_speaker(before, from, last);
	cue.found =
		cue.speaker.name.end > 0 && !is_rubric(before, from) &&
		(cut_verb(before, from, &cue.speaker) || leads_to_colon(before, cue.speaker.next));
	return cue;
}

/* Pengamat: Aturan Itu “Aneh”; but Gempa Bekasi: Sesar “Tertidur” */
static bool is_office(const struct tokens *before, size_t from)
{
	struct sulih_row row;

	return sulih_match_tokens(before, from, &sulih_list_titles, true, &row) > 0;
}

/* Mahfud: Putusan Itu “Aneh”: in a headline the speaker stands before the colon, and only some
 * of the words are quoted. */
static struct cue behind_colon(const struct tokens *before, size_t from)
{
	struct cue cue = { .beside = true };
	size_t colon = from;

	while (colon < before->count && colon < from + 8 &&
	       !sulih_token_is_type(before, colon, TOKEN_COLON))
		colon++;
	if (!sulih_token_is_type(before, colon, TOKEN_COLON) || colon == from ||
	    colon + 1 >= before->count || is_rubric(before, from))
		return cue;
	cue.speaker = sulih_read_speaker(before, from, colon);
	cue.found = cue.speaker.next == colon &&
		    (cue.speaker.name.end > 0 || is_office(before, from)) &&
		    before->items[from].capital;
	cue.verb = before->items[colon].span;
	return cue;
}

struct cue sulih_cue_colon(const struct tokens *before, size_t from)
{
	struct cue cue = before_colon(before, from);

	return cue.found ? cue : behind_colon(before, from);
}
