/* Words without a capital in the phrase that names a speaker. */
#include "base/letter.h"
#include "base/lexicon/words.h"
#include "lists.h"
#include "segment/quotes/speaker/evidence.h"
#include "segment/quotes/speaker/phrase.h"

enum { KEY_SIZE = 64, DESCRIPTION_MAX = 12 };

/* Goes to the word behind "yang akrab disapa" and the like, else ends the phrase. */
static void read_relative(struct reading *r)
{
	for (size_t i = r->at; i < r->to && i < r->at + 6; i++) {
		if (sulih_phrase_classes(r->tokens, i) & IS_NAMING) {
			r->at = i + 1;
			r->head = false; /* what follows is surely a name */
			return;
		}
	}
	/* Gubernur Darfur yang ditunjuk milisi, Hadi Idris, */
	for (size_t i = r->at; r->head && i + 1 < r->to && i < r->at + 10; i++) {
		if (r->tokens->items[i].type == TOKEN_COMMA) {
			r->at = i;
			return;
		}
		if (r->tokens->items[i].type != TOKEN_WORD &&
		    r->tokens->items[i].type != TOKEN_NUMBER) /* yang juga Ketua RW 05, Sugeng */
			break;
	}
	end_phrase(r);
}

static bool is_saying(struct sulih_view key)
{
	return sulih_table_has(&sulih_list_saying_verbs, key);
}

/* al-Halabi, el-Sayed: an article with a small letter and the name it belongs to; but massa
 * pro-Palestina, eks-Golkar */
static bool has_article(const struct reading *r)
{
	static const char *const prefixes[] = { "pro", "non", "eks", "se", "pra" };
	struct sulih_span span = r->tokens->items[r->at].span;
	const char *word = r->tokens->text.data + span.start;
	const char *hyphen = memchr(word, '-', span.end - span.start);

	return hyphen != NULL && hyphen - word <= 3 &&
	       !SULIH_VIEW_IS_ONE_OF(sulih_view_make(word, (size_t)(hyphen - word)), prefixes) &&
	       hyphen + 1 < word + span.end - span.start && sulih_byte_is_upper(hyphen[1]);
}

/* Tokens of the name that begin with a small letter: "van den" before Berg. */
static size_t count_particles(const struct reading *r)
{
	size_t at = r->at;

	if (has_article(r))
		return 1;
	while (at < r->to && at < r->at + 3 && !r->tokens->items[at].capital &&
	       (sulih_phrase_classes(r->tokens, at) & IS_PARTICLE))
		at++;
	return next_is_capital(r, at) ? at - r->at : 0;
}

/* Menurut keterangan Kapolda Budi, “…”: what somebody stated, not a paper of an outlet or body. */
static bool is_account(const struct reading *r)
{
	struct sulih_row row;

	return r->at > 0 && r->at + 1 < r->to && sulih_token_is(r->tokens, r->at - 1, "menurut") &&
	       sulih_phrase_says(r->tokens, r->at, "told") &&
	       (next_is_capital(r, r->at + 1) ||
		sulih_match_tokens(r->tokens, r->at + 1, &sulih_list_titles, true, &row) > 0);
}

/* Presiden AS saat itu, Budi: who was in office then. */
static bool was_in_office(const struct reading *r)
{
	static const char *const times[] = { "saat", "ketika", "kala", "waktu" };

	return r->head && r->at + 3 < r->to && SULIH_TOKEN_IS_ONE_OF(r->tokens, r->at, times) &&
	       sulih_token_is(r->tokens, r->at + 1, "itu") &&
	       r->tokens->items[r->at + 2].type == TOKEN_COMMA && next_is_capital(r, r->at + 3);
}

void sulih_phrase_read_small(struct reading *r)
{
	char room[KEY_SIZE];
	struct sulih_view key = sulih_token_key(r->tokens, r->at, room, sizeof(room));
	unsigned classes = sulih_phrase_classes(r->tokens, r->at);
	size_t particles = count_particles(r);

	if (particles > 0) { /* kata von der Leyen, too */
		add_to_name(r, particles);
	} else if (is_named(r)) {
		end_phrase(r);
	} else if (was_in_office(r)) {
		r->at += 2;
	} else if ((classes & IS_PRONOUN) && r->head) {
		r->at++;
	} else if (classes & IS_PRONOUN) {
		r->pronoun = true;
		end_phrase(r);
	} else if ((classes & IS_PAPER) && is_account(r)) {
		r->at++;
	} else if (classes & IS_PAPER) {
		end_phrase(r);
	} else if (sulih_view_is(key, "yang")) {
		read_relative(r);
	} else if (classes & IS_NAMING) { /* warga bernama Wagiyem: no home */
		r->at++;
		r->head = r->resident = false;
	} else if ((classes & IS_INNER) && r->head) {
		r->at++;
		r->governed = true;
	} else if (sulih_view_is(key, "dan") && r->head && next_is_capital(r, r->at + 1)) {
		r->at++;
	} else if (is_saying(key) || sulih_ends_phrase(r->tokens, r->at) ||
		   ++r->lower > DESCRIPTION_MAX) {
		end_phrase(r);
	} else {
		bool governed = r->governed;

		sulih_phrase_note_kin(r);
		pass_over(r, 1);
		r->governed = governed;
	}
}
