/* Whether a word with a capital may stand in a name, or begin one. */
#include "base/letter.h"
#include "base/lexicon/words.h"
#include "lists.h"
#include "pipeline/protect/names/names.h"

/* Jejak Budi Gunawan, Indah Putri Indriani: a word that is a name too before a name that is nothing
 * else, or a part of women's names before it; no title, and no noun of the headline's own (Putra
 * Jokowi, Bintang Persib). */
static bool begins_known(const struct name_finder *f, uint32_t at)
{
	const struct name_word *word = word_at(f, at);
	uint32_t next = at + 1;

	if (next + 1 < f->to && token_is_apart(f, next) && token_is_capital(f, next) &&
	    token_is_cue(f, next, "middle"))
		next++;
	return !word->small && !sulih_view_is(word->lower, "bintang") &&
	       !(word->facts & (FACT_TITLE | FACT_HEAD | FACT_WORK | FACT_FUNCTION)) &&
	       next < f->to && token_is_apart(f, next) && token_is_capital(f, next) &&
	       !(token_facts(f, next) &
		 (FACT_COMMON | FACT_LISTED | FACT_TITLE | FACT_HEAD | FACT_FUNCTION | FACT_ORG)) &&
	       !WORD_ROW(word, headline_verbs).listed;
}

/* Tom Lembong | Salah, Puan Maharani | Tegas: what a headline says of who has both parts of the
 * name before it. */
static bool is_predicate(const struct name_finder *f, uint32_t at)
{
	return at > f->from + 1 && token_is_apart(f, at) && token_is_apart(f, at - 1) &&
	       token_is_capital(f, at - 1) && token_is_capital(f, at - 2) &&
	       token_facts(f, at - 1) & token_facts(f, at - 2) & FACT_GIVEN &&
	       !(token_facts(f, at - 2) & FACT_COMMON) && !word_at(f, at)->middle &&
	       (token_is_part(f, at, SULIH_WORD_ADJECTIVE) ||
		token_is_part(f, at, SULIH_WORD_VERB));
}

/* Gol Ole | Bawa Garuda: what is done, though somebody bears it as a name too */
static bool is_verb(const struct name_finder *f, uint32_t at)
{
	return !(token_facts(f, at) & FACT_FAMILY) && token_is_part(f, at, SULIH_WORD_VERB);
}

/*
 * In a headline or a line in capitals the capital says nothing: a word is a
 * name when it is no Indonesian word, or when the body says so (a capital amid
 * a sentence, a title before it).
 */
static bool is_headline_name(const struct name_finder *f, uint32_t at)
{
	const struct name_word *word = word_at(f, at);

	if (token_is_shouted_grammar(token_at(f, at)))
		return false;
	if (word->person || word->named)
		return true;
	/* HANIN MARWAH below an article: a word behind a first name that is none */
	if (token_at(f, at)->flags & TOKEN_SIGNED && token_at(f, at)->flags & TOKEN_SHOUTED &&
	    at > f->from && token_is_capital(f, at - 1) && token_is_apart(f, at) &&
	    !(token_facts(f, at - 1) & (FACT_COMMON | FACT_TITLE)))
		return true;
	/* Suara Bung Tomo: grown into the name, which no ordinary word is */
	if (word->facts & FACT_GROWN && at + 1 < f->to && token_is_apart(f, at + 1) &&
	    token_is_capital(f, at + 1) && !(token_facts(f, at + 1) & (FACT_COMMON | FACT_TITLE)))
		return true;
	/* Kini Sarwo Juragan Cabai: what a person is */
	if ((word->facts & (FACT_TITLE | FACT_GIVEN)) == FACT_TITLE &&
	    token_at(f, at)->shape == SHAPE_CAPITAL && token_length(f, at) > 3)
		return false;
	/* Gibran Salami AHY: what headlines say */
	if (!(word->facts & (FACT_GIVEN | FACT_COMMON)) && headline_verb(f, at).length > 0)
		return false;
	/* Ratna Dewi: behind a name that is no word the goddess is a name too. */
	if (word->facts & FACT_COMMON)
		return (word->facts & FACT_GIVEN) && !is_predicate(f, at) &&
		       (word->middle > word->small || begins_known(f, at) ||
			(at > f->from && token_is_capital(f, at - 1) && token_is_apart(f, at) &&
			 !(token_at(f, at)->flags & TOKEN_FIRST) && !word->small &&
			 headline_verb(f, at).length == 0 && !is_verb(f, at) &&
			 is_only_given(token_facts(f, at - 1))));
	return !word->small || word->middle;
}

/* Lalu Iqbal, whom the document has as Lalu Muhamad Iqbal, or who begins another sentence too: no
 * story goes on twice with the same words. */
bool opens_name(const struct name_finder *f, uint32_t at)
{
	enum { FEW = 4 };
	const struct name_word *word = word_at(f, at);
	uint32_t end = at + 1;

	if (!(word->facts & FACT_GIVEN))
		return false;
	while (end < f->to && end < at + FEW && token_is_capital(f, end) && token_is_apart(f, end))
		end++;
	/* Oleh: Dini Larasati */
	if (at > f->from && is_mark(f, at - 1, ':') && end > at + 1 &&
	    is_only_given(token_facts(f, at + 1)))
		return true;
	return word->named > 0 || begins_again(f, at, 2) || begins_bridged(f, at, end);
}

/*
 * A grammatical word or month that is a part of names too (Oleh, Lalu, Hari, Juni), before
 * another capital: behind a title (Drs. Hari Mulyadi), with a capital amid the sentence
 * (anggota DPR Oleh Soleh), or where the document has the name so elsewhere.
 */
static bool is_word_name(const struct name_finder *f, uint32_t at)
{
	const struct name_token *token = token_at(f, at);
	const struct name_word *word = &f->words.items[token->word];
	uint32_t title = at > f->from && is_mark(f, at - 1, '.') ? at - 1 : at;

	/* surat Dini, of whom the document speaks as NH Dini */
	if (!(token->flags & TOKEN_FIRST) && word->person && word->facts & FACT_GIVEN &&
	    token->shape == SHAPE_CAPITAL && is_in_full_name(f, at))
		return true;
	if (!(word->facts & FACT_GIVEN) || token->shape != SHAPE_CAPITAL || at + 1 >= f->to ||
	    !token_is_capital(f, at + 1) || !token_is_apart(f, at + 1) ||
	    token_facts(f, at + 1) & FACT_FUNCTION)
		return false;
	if (title > f->from && token_at(f, title - 1)->kind == TOKEN_WORD &&
	    token_facts(f, title - 1) & FACT_TITLE)
		return true;
	/* Direktur BI Juli Budi Winantya: no date stands between an acronym and a name */
	if (word->facts & FACT_CALENDAR)
		return at > f->from && token_at(f, at - 1)->shape == SHAPE_UPPER &&
		       token_is_apart(f, at) && token_facts(f, at + 1) & FACT_GIVEN &&
		       (!(token_facts(f, at + 1) & FACT_COMMON) ||
			(at + 2 < f->to && token_is_capital(f, at + 2)));
	return token->flags & TOKEN_FIRST ? opens_name(f, at) : true;
}

/* Harta Bahlil | Rp310 Miliar: a sum of money is no name. */
static bool is_rupiah(const struct name_finder *f, const struct name_token *token)
{
	const char *text = f->text.data + token->start;

	return token->end - token->start >= 2 && text[0] == 'R' && text[1] == 'p' &&
	       (token->end - token->start == 2 || sulih_byte_is_digit(text[2]));
}

/* Roy Suryo | Cs, Budi | Dkk: and others */
static bool is_and_others(const struct name_finder *f, uint32_t at)
{
	return token_length(f, at) <= 3 && token_at(f, at)->shape == SHAPE_CAPITAL &&
	       !(at + 1 < f->to && is_mark(f, at + 1, '-')) && /* Cs-137 */
	       token_is_cue(f, at, "others");
}

/* Whether the word may stand in a name: begin it (`start`) or go on with it. */
bool token_may_name(const struct name_finder *f, uint32_t at, bool start)
{
	const struct name_token *token = token_at(f, at);
	uint32_t facts;

	if (!token_is_capital(f, at))
		return false;
	/* What begins a sentence goes on with no name: "…, Semarang Warga mengantre" */
	if (!start && token->flags & TOKEN_FIRST)
		return false;
	facts = token_facts(f, at);
	if (!(facts & (FACT_COMMON | FACT_GIVEN | FACT_MAP)) &&
	    (is_rupiah(f, token) || is_and_others(f, at)))
		return false;
	if (facts & FACT_CALENDAR)
		return start && !is_free_case(f, at) && is_word_name(f, at);
	if (is_free_case(f, at) && !(token->flags & TOKEN_DATELINE))
		return is_headline_name(f, at) ||
		       /* PASAR DI BANDUNG: DI Yogyakarta begins so too */
		       (start && facts & FACT_LISTED && !(facts & FACT_GRAMMAR) &&
			(!(facts & FACT_COMMON) || headline_verb(f, at).length == 0));
	if (facts & FACT_FUNCTION && token->shape != SHAPE_UPPER)
		return !start || is_word_name(f, at);
	/* ANIES DAN GANJAR: two names; KAMI may begin one */
	if (!start && token_is_shouted_grammar(token))
		return false;
	/* "... itu,\" Kata Trump": a verb of saying with a stray capital. */
	if (start && facts & FACT_SAID && facts & FACT_COMMON && !(facts & FACT_GIVEN))
		return false;
	return true;
}
