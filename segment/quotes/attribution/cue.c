#include "segment/quotes/attribution/cue.h"

#include "base/lexicon/words.h"
#include "lists.h"
#include "segment/quotes/speaker/evidence.h"

/* A weak verb reports words when at most so many tokens stand before the quote. */
enum { KEY_SIZE = 64, WEAK_REACH = 6 };

enum verb_class { VERB_NONE, VERB_FOLLOWS, VERB_PRECEDES, VERB_PASSIVE, VERB_ACCORDING };

struct verb {
	enum verb_class class;
	bool strong;
	bool clitic; /* -nya: the speaker is "he" or "she" */
};

static struct verb from_row(const struct sulih_row *row, bool clitic)
{
	struct sulih_view class = sulih_row_column(row, 1);
	struct verb verb = { 0 };

	verb.strong = sulih_view_is(sulih_row_column(row, 2), "strong");
	verb.class = sulih_view_is(class, "follows")	? VERB_FOLLOWS
		     : sulih_view_is(class, "precedes") ? VERB_PRECEDES
		     : sulih_view_is(class, "passive")	? VERB_PASSIVE
							: VERB_ACCORDING;
	/* menyebutnya: the clitic is the object; katanya, disebutnya: who says it */
	verb.clitic = clitic && verb.class != VERB_PRECEDES;
	return verb;
}

/* The word as a verb of saying; katanya, ujarnya are made by rule, -lah and -kah too. */
static struct verb verb_at(const struct tokens *tokens, size_t index)
{
	char room[KEY_SIZE];
	struct sulih_view key;
	struct sulih_row row;

	if (index >= tokens->count || tokens->items[index].type != TOKEN_WORD)
		return (struct verb){ VERB_NONE, false, false };
	/* Rudi memberi tahu Rina, “…”; Rudi melontarkan pertanyaan: “…” */
	if (index + 1 < tokens->count &&
	    tokens->text.data[tokens->items[index].span.start] == 'm' &&
	    sulih_phrase_says(tokens, index, "giving") &&
	    sulih_phrase_says(tokens, index + 1, "told"))
		return (struct verb){ VERB_PRECEDES, false, false };
	key = sulih_token_key(tokens, index, room, sizeof(room));
	row = sulih_table_find(&sulih_list_saying_verbs, key);
	if (row.listed)
		return from_row(&row, false);
	if (sulih_view_ends(key, SULIH_VIEW("nya")) && key.length > 5) {
		key.length -= 3;
		row = sulih_table_find(&sulih_list_saying_verbs, key);
		if (row.listed)
			return from_row(&row, true);
	}
	return (struct verb){ VERB_NONE, false, false };
}

/* demikian, begitu, seperti: they may open an attribution */
static bool is_opening(const struct tokens *tokens, size_t index)
{
	return sulih_phrase_says(tokens, index, "leading");
}

static struct cue cue_of(const struct tokens *tokens, size_t verb, bool clitic)
{
	struct cue cue = { .found = true, .verb = tokens->items[verb].span };
	size_t from = verb + 1;

	if (clitic) {
		cue.speaker.pronoun = true;
		return cue;
	}
	if (sulih_token_is(tokens, from, "oleh") && !tokens->items[from].capital)
		from++;
	cue.speaker = sulih_read_speaker(tokens, from, tokens->count);
	return cue;
}

/* `,” Budi, guru di Solo, menegaskan.`: where it goes on behind what is said of the name. */
static size_t skip_apposition(const struct tokens *after, size_t at)
{
	size_t close = at + 1;

	if (!sulih_token_is_type(after, at, TOKEN_COMMA))
		return at;
	while (close < after->count && close < at + 14 &&
	       !sulih_token_is_type(after, close, TOKEN_COMMA) &&
	       !sulih_token_is_type(after, close, TOKEN_STOP) &&
	       !sulih_token_is_type(after, close, TOKEN_MARK))
		close++;
	return sulih_token_is_type(after, close, TOKEN_COMMA) ? close + 1 : at;
}

/* `.” Bupati berpendapat lain.`: what an object follows is a statement of its own. */
static bool goes_on(const struct tokens *after, size_t at)
{
	static const char *const manners[] = { "kembali", "lagi", "lirih", "tegas", "singkat" };

	return sulih_token_is_type(after, at, TOKEN_WORD) && !after->items[at].capital &&
	       (!sulih_ends_phrase(after, at) || sulih_token_is(after, at, "bahwa")) &&
	       !SULIH_TOKEN_IS_ONE_OF(after, at, manners);
}

/* `Budi mengatakan, “…”`, `Budi menjawab tegas, “…”` */
static bool leads_on(const struct tokens *after, size_t at)
{
	if (sulih_token_is_type(after, at, TOKEN_WORD) && !after->items[at].capital &&
	    sulih_token_is_type(after, at + 2, TOKEN_MARK))
		at++;
	return sulih_token_is_type(after, at, TOKEN_COMMA) ||
	       sulih_token_is_type(after, at, TOKEN_COLON) ||
	       sulih_token_is_type(after, at, TOKEN_MARK);
}

/* `,” Budi menegaskan.`: the verb behind its subject; `apart`: the quote ends with a stop. */
static struct cue subject_then_verb(const struct tokens *after, size_t from, bool apart)
{
	struct cue cue = { 0 };
	struct speaker speaker = sulih_read_speaker(after, from, after->count);
	size_t at = speaker.pronoun ? from + 1 : speaker.next;
	struct verb verb;

	if (speaker.name.end == 0 && !speaker.pronoun)
		return cue;
	at = skip_apposition(after, at);
	if (sulih_token_is_type(after, at, TOKEN_WORD) && !after->items[at].capital &&
	    verb_at(after, at).class == VERB_NONE)
		at++; /* juga, kemudian */
	verb = verb_at(after, at);
	if (verb.class != VERB_PRECEDES && verb.class != VERB_FOLLOWS)
		return cue;
	/* Budi mengatakan, “…”: that belongs to the next quote, unless this one ends with a comma
	 */
	if (((apart || !sulih_token_is_type(after, at + 1, TOKEN_COMMA)) &&
	     leads_on(after, at + 1)) ||
	    (apart && goes_on(after, at + 1)))
		return cue;
	return (struct cue){ .found = true, .verb = after->items[at].span, .speaker = speaker };
}

static bool is_speech_noted(const struct tokens *tokens, size_t index)
{
	static const char *const words[] = { "demikian", "begitu", "aku" };

	return SULIH_TOKEN_IS_ONE_OF(tokens, index, words);
}

/* `,” demikian Budi.`: the verb is left out, and nothing but the name follows. */
static struct cue noted(const struct tokens *after, size_t at)
{
	struct cue cue = { .verb = after->items[at - 1].span };
	struct sulih_row row; /* aku pelatih Joko; but "aku ingin bertanya" */

	if (!sulih_token_is_type(after, at, TOKEN_WORD) ||
	    (!after->items[at].capital &&
	     sulih_match_tokens(after, at, &sulih_list_titles, true, &row) == 0))
		return cue;
	cue.speaker = sulih_read_speaker(after, at, after->count);
	/* aku Dodi kepada penyidik; but "begitu Dodi di rumah" is when he was there */
	cue.found = cue.speaker.name.end > 0 &&
		    (cue.speaker.next >= after->count ||
		     sulih_token_is_type(after, cue.speaker.next, TOKEN_STOP) ||
		     sulih_token_is_type(after, cue.speaker.next, TOKEN_COMMA) ||
		     (sulih_token_is(after, at - 1, "aku") &&
		      sulih_ends_phrase(after, cue.speaker.next)));
	return cue;
}

struct cue sulih_cue_after(const struct tokens *after, bool ended, bool stopped)
{
	struct cue none = { 0 };
	bool comma = false, stop = false;
	size_t at = 0;
	struct verb verb;

	while (at < after->count && at < 3 &&
	       (sulih_token_is_type(after, at, TOKEN_COMMA) ||
		sulih_token_is_type(after, at, TOKEN_DASH) ||
		sulih_token_is_type(after, at, TOKEN_STOP))) {
		comma |= sulih_token_is_type(after, at, TOKEN_COMMA);
		stop |= sulih_token_is_type(after, at, TOKEN_STOP);
		at++;
	}
	for (int i = 0; i < 2 && is_opening(after, at); i++) {
		at++;
		/* `,” begitu pengakuan kapten tim, Ferdinan.` */
		if (!stop && sulih_phrase_says(after, at, "told"))
			return cue_of(after, at, false);
	}
	verb = verb_at(after, at);
	if (verb.class == VERB_NONE && (comma || ended) && !stop) {
		/* `,” aku Budi.`: the verb, not the pronoun */
		size_t name = at + sulih_token_is(after, at, "aku");
		struct cue cue =
			name > 0 && is_speech_noted(after, name - 1) ? noted(after, name) : none;

		if (cue.found)
			return cue;
	}
	if (verb.class == VERB_NONE ||
	    (verb.class == VERB_ACCORDING && (!verb.strong || !(comma || ended))))
		return (comma || ended) && !stop ? subject_then_verb(after, at, stopped && !comma)
						 : none;
	if (stop && !verb.strong)
		return none;
	/* “Kami siap.” Kata Budi, “…”: a new sentence */
	if ((stop || (stopped && !comma) || (!ended && !comma)) && after->items[at].capital)
		return none;
	if (!verb.strong && !verb.clitic && !comma && !ended)
		return none;
	if (verb.class == VERB_PASSIVE && !verb.strong && !comma && !ended)
		return none;
	return cue_of(after, at, verb.clitic);
}

struct cue sulih_cue_agent(const struct tokens *before, const struct tokens *after)
{
	struct cue cue = { 0 };
	size_t last = before->count - 1;

	if (before->count == 0 || verb_at(before, last).class != VERB_PASSIVE ||
	    !sulih_token_is(after, 0, "oleh"))
		return cue;
	cue = cue_of(after, 0, false);
	cue.verb = before->items[last].span;
	cue.found = cue.speaker.name.end > 0;
	return cue;
}

struct cue sulih_cue_later(const struct tokens *after)
{
	struct cue none = { 0 };

	for (size_t i = 0; i + 1 < after->count && !sulih_token_is_type(after, i, TOKEN_STOP);
	     i++) {
		struct verb verb;

		if (!sulih_token_is_type(after, i, TOKEN_COMMA))
			continue;
		verb = verb_at(after, i + 1);
		if (verb.class == VERB_FOLLOWS && (verb.strong || verb.clitic))
			return cue_of(after, i + 1, verb.clitic);
		if (verb.class == VERB_ACCORDING && verb.strong)
			return cue_of(after, i + 1, verb.clitic);
	}
	return none;
}

/* Whether only a comma, a colon or a few words of address and manner stand between. */
static bool is_beside(const struct tokens *before, size_t verb)
{
	size_t last = before->count;

	if (last > verb + 1 && (sulih_token_is_type(before, last - 1, TOKEN_COMMA) ||
				sulih_token_is_type(before, last - 1, TOKEN_COLON)))
		return true;
	return last - verb - 1 <= 1;
}

struct cue sulih_cue_before(const struct tokens *before, size_t from)
{
	struct cue cue = { 0 };

	for (size_t i = before->count; i-- > from;) {
		struct verb verb = verb_at(before, i);
		bool beside;

		if (verb.class == VERB_NONE)
			continue;
		beside = is_beside(before, i);
		if (!verb.strong && !beside && before->count - i > WEAK_REACH)
			continue;
		/* headlines: Prabowo Minta “Kerja Nyata” */
		if (verb.class == VERB_FOLLOWS && !verb.clitic && i > from &&
		    before->items[i].capital && before->items[i - 1].capital) {
			verb.class = VERB_PRECEDES;
			beside = before->count - i <= 4;
		}
		if (verb.class == VERB_PRECEDES) {
			cue.found = true;
			cue.verb = before->items[i].span;
			cue.speaker = sulih_find_subject(before, from, i);
		} else {
			/* the noun in "dengan kata lain", or right before the quote */
			if ((i + 1 == before->count &&
			     !(verb.class == VERB_PASSIVE && verb.clitic)) ||
			    (verb.class == VERB_FOLLOWS && i > from &&
			     !sulih_token_is_type(before, i - 1, TOKEN_COMMA) &&
			     !sulih_token_is_type(before, i - 1, TOKEN_DASH) &&
			     !is_opening(before, i - 1)))
				continue;
			cue = cue_of(before, i, verb.clitic);
			if (verb.class == VERB_PASSIVE && !verb.strong && !verb.clitic &&
			    cue.speaker.name.end == 0)
				cue.found = false;
		}
		cue.beside = beside;
		if (cue.found)
			return cue;
	}
	return sulih_cue_colon(before, from);
}
