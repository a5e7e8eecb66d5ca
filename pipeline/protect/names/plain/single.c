/* A single word that may be a name: an ordinary word too, or with a capital that says nothing. */
#include "base/lexicon/words.h"
#include "lists.h"
#include "pipeline/protect/names/names.h"

/*
 * A word at the beginning of a sentence that no list knows but that is built like
 * an Indonesian one (Pendaratan, Titahnya, Diberlakukannya): prefix and suffix, or -nya.
 */
static bool is_inflected(struct sulih_view word)
{
	if (word.length >= 6 && word_ends_like(word, "word"))
		return true;
	/* Septiarman, Kustiawan: persons */
	if (word.length < 8 || !sulih_view_ends(word, SULIH_VIEW("an")) ||
	    word_ends_like(word, "person-an"))
		return false;
	/* Dingalan, Mendawan: me- and di- take -kan, never -an. */
	if ((word.data[0] == 'm' || word.data[0] == 'd') &&
	    !sulih_view_ends(word, SULIH_VIEW("kan")))
		return false;
	return sulih_table_says(&sulih_list_affixes, sulih_view_slice(word, 0, 2), "begins-word");
}

/* An unknown word that is built like an Indonesian one. */
bool word_is_inflected(const struct name_finder *f, uint32_t at)
{
	const struct name_token *token = token_at(f, at);

	return !(token_facts(f, at) & (FACT_GIVEN | FACT_MAP | FACT_COMMON)) &&
	       token->end - token->start >= 9 && is_inflected(token_lower(f, at));
}

static bool is_determined(const struct name_finder *f, uint32_t at)
{
	return at + 1 < f->to && token_at(f, at + 1)->shape == SHAPE_LOWER &&
	       token_facts(f, at) & FACT_GIVEN && token_at(f, at)->shape == SHAPE_CAPITAL &&
	       token_is_cue(f, at + 1, "this");
}

/* kembali, tidak, akhirnya: before the verb */
static bool is_adverb(const struct name_finder *f, uint32_t at)
{
	return token_at(f, at)->shape == SHAPE_LOWER && (token_is_part(f, at, SULIH_WORD_ADVERB) ||
							 token_is_part(f, at, SULIH_WORD_PARTICLE));
}

/*
 * Mega meminta, Berlian menjawab: what persons do, though it reports words only beside a
 * quotation mark.  A dawn may open and a hope may greet as well.
 */
bool acts(const struct name_finder *f, uint32_t at)
{
	struct sulih_row row;

	/* Mega kembali memimpin, Teguh tidak menolak */
	if (at + 1 < f->to && is_adverb(f, at))
		at++;
	if (at >= f->to || token_at(f, at)->shape != SHAPE_LOWER ||
	    token_is_cue(f, at, "thing-too"))
		return false;
	if (token_is_cue(f, at, "deed")) /* what nothing but a person does, without a word */
		return true;
	row = TOKEN_ROW(f, at, saying_verbs);
	return row.listed && sulih_view_is(sulih_row_column(&row, 1), "precedes");
}

/* anak, istri, guru: who a person is. */
static bool is_relation(const struct name_finder *f, uint32_t at)
{
	return token_at(f, at)->shape == SHAPE_LOWER &&
	       (token_is_cue(f, at, "kin") || token_facts(f, at) & FACT_TITLE ||
		is_somebodys(f, at));
}

/* Bintang, anak korban, menangis: a comma, and who the person is. */
static bool is_told_who(const struct name_finder *f, uint32_t at)
{
	return at + 1 < f->to && is_mark(f, at, ',') && is_relation(f, at + 1);
}

/* Dewi atau Ratih: another person stands beside it. */
static bool is_beside_given(const struct name_finder *f, uint32_t at)
{
	return at + 1 < f->to && token_at(f, at)->shape == SHAPE_LOWER &&
	       token_is_cue(f, at, "another") && token_is_capital(f, at + 1) &&
	       is_given_alone(token_facts(f, at + 1));
}

/* Embun pagi: an ordinary noun stands behind the word. */
static bool stands_before_noun(const struct name_finder *f, uint32_t at)
{
	return at + 1 < f->to && token_at(f, at + 1)->shape == SHAPE_LOWER &&
	       !(token_facts(f, at + 1) & (FACT_FUNCTION | FACT_GIVEN)) &&
	       !is_relation(f, at + 1) && token_is_part(f, at + 1, SULIH_WORD_NOUN);
}

/* Sari buah itu, Ayu parasnya: an ordinary noun behind a name that is a word too (its column
 * `also`) makes a noun of it; a man of that name would do something. */
static bool qualifies_noun(const struct name_finder *f, uint32_t at)
{
	struct sulih_row row;

	if (!stands_before_noun(f, at))
		return false;
	row = given_row(f, at);
	return row.listed && sulih_view_is(sulih_row_column(&row, 3), "w");
}

/* Kelas VI, vitamin D: a numeral or letter alone names nothing; nor does a form of address without
 * a name: Siap, Bu! */
static bool names_nothing(const struct name_finder *f, uint32_t at)
{
	const struct name_word *word = word_at(f, at);

	return (token_at(f, at)->shape == SHAPE_UPPER &&
		(word->facts & FACT_ROMAN || word->lower.length == 1)) ||
	       (word->facts & FACT_GROWN && token_is_cue(f, at, "address"));
}

/* A word that no list has, with its first letter large whatever it is: none of a person, and not
 * seen amid a sentence; is it an Indonesian word all the same? */
static bool is_unlisted_word(const struct name_finder *f, uint32_t at)
{
	const struct name_word *word = word_at(f, at);

	return (!word->person && !word->named && qualifies_noun(f, at)) ||
	       (!(word->facts & (FACT_GIVEN | FACT_ORG)) && is_inflected(word->lower)) ||
	       word->small;
}

/* Why a word that is no ordinary one is a name: nearly all are. */
static const char *unknown_evidence(const struct name_finder *f, uint32_t at, const char *person,
				    bool first)
{
	const struct name_word *word = word_at(f, at);

	if (!person) {
		if (first && !word->middle && is_unlisted_word(f, at))
			return NULL;
		/* Neopaganisme, amid the sentence too: a doctrine, which the translator knows */
		if (!(word->facts & (FACT_GIVEN | FACT_MAP)) &&
		    sulih_view_ends(word->lower, SULIH_VIEW("isme")))
			return NULL;
	}
	return first ? "no Indonesian word" : "capital";
}

/* The same of a person's name that is an ordinary word too, by the words behind it and how it is
 * written elsewhere. */
static const char *given_evidence(struct name_finder *f, uint32_t at, bool first)
{
	const struct name_word *word = word_at(f, at);

	/* Fatwa Nomor 32, though there is a Mr. Fatwa: what is numbered is a document */
	if (at + 1 < f->to && sulih_view_is(token_lower(f, at + 1), "nomor"))
		return NULL;
	if (!first)
		return "capital";
	if (acts(f, at + 1))
		return "saying verb";
	if (is_told_who(f, at + 1))
		return "apposition";
	if (is_beside_given(f, at + 1))
		return "beside a person";
	return word->middle > word->small ? "capital elsewhere" : NULL;
}

bool speaks_as_person(const struct name_finder *f, uint32_t at)
{
	return token_at(f, at)->shape == SHAPE_CAPITAL && !is_free_case(f, at) &&
	       !(token_at(f, at)->flags & TOKEN_FIRST) &&
	       !(token_facts(f, at) & (FACT_TITLE | FACT_HEAD | FACT_ORG | FACT_FUNCTION)) &&
	       (is_told_who(f, at + 1) || token_is_bare_adjective(f, at));
}

bool is_behind_noun(const struct name_finder *f, uint32_t at)
{
	return at > f->from && token_is_apart(f, at) && token_at(f, at - 1)->kind == TOKEN_WORD &&
	       token_is_part(f, at - 1, SULIH_WORD_NOUN);
}

/* Angkasa (25), mahasiswa, …, Muslim (52) mengaku: at the head of a sentence too, where the
 * bracket ends before who it is or what he did (Sapi (3) dan kambing (5) dijual), of a word that
 * the article does not have small and that says of nobody who he is (Korban (25) ditemukan). */
static bool may_have_age(const struct name_finder *f, uint32_t at)
{
	uint32_t close = at + 3;

	while (close + 1 < f->to && close < at + 6 && !is_mark(f, close, ')'))
		close++;
	return close + 1 < f->to && is_mark(f, close, ')') &&
	       (is_told_who(f, close + 1) || acts(f, close + 1) ||
		token_facts(f, close + 1) & FACT_SAYING) &&
	       !word_at(f, at)->small && !token_is_cue(f, at, "kin") &&
	       !(token_facts(f, at) & (FACT_TITLE | FACT_HEAD | FACT_FUNCTION)) &&
	       token_at(f, at)->shape == SHAPE_CAPITAL && !is_free_case(f, at);
}

/* Man of the match, Fast charging: at the head of a sentence an English phrase whose further words
 * are small. */
static bool begins_english_phrase(const struct name_finder *f, uint32_t at)
{
	uint32_t next = at + 1;
	struct sulih_view word;

	if (next + 1 >= f->to || token_at(f, next)->shape != SHAPE_LOWER ||
	    !token_is_apart(f, next) || token_at(f, next)->kind != TOKEN_WORD)
		return false;
	if (token_facts(f, next) & FACT_ENGLISH)
		return token_at(f, next + 1)->shape == SHAPE_LOWER;
	word = token_lower(f, next);
	return word.length > 5 && sulih_view_ends(word, SULIH_VIEW("ing")) &&
	       !token_facts(f, next) && !sulih_word_known(word);
}

const char *single_evidence(struct name_finder *f, uint32_t at, const char *person, bool strong)
{
	const struct name_word *word = word_at(f, at);
	bool first = token_at(f, at)->flags & TOKEN_SILENT;

	/* Pejabat Eselon III: nobody is called so, but Bripka R is */
	if (names_nothing(f, at) &&
	    (!person || (why_is(person, "title") && token_length(f, at) > 1)))
		return NULL;
	/* "Mawar itu layu": a determiner makes a noun of it. */
	if (first && !person && !word->middle && !word->person &&
	    (is_determined(f, at) || begins_english_phrase(f, at)))
		return NULL;
	if (!(word->facts & FACT_COMMON))
		return unknown_evidence(f, at, person, first);
	/* karya Pekik, Lamar menyindir: the document has Djoko Pekik, Kendrick Lamar */
	if (word->names && !word->small && !(word->facts & (FACT_FUNCTION | FACT_TITLE)) &&
	    (!first || acts(f, at + 1)) && is_last_name(f, at))
		return "later mention";
	if (word->facts & FACT_FUNCTION && !word->person)
		return NULL;
	/* "ujar Kejaksaan", "Pemerintah menilai": an ordinary word that speaks is no person. */
	if (person && (word->facts & FACT_GIVEN ||
		       (strong && (!first || (why_is(person, "age") && may_have_age(f, at))))))
		return person;
	/* Embun dedaunan menguap, though a person is called so */
	if (first && token_is_part(f, at, SULIH_WORD_NOUN) &&
	    (word->facts & FACT_GIVEN ? qualifies_noun(f, at) : stands_before_noun(f, at)))
		return NULL;
	if (word->person && word->person + word->middle > word->small &&
	    /* warga Muslim: the ordinary word, though somebody in the document is called so */
	    !(word->facts & FACT_PLAIN && is_behind_noun(f, at)))
		return "later mention";
	return word->facts & FACT_GIVEN ? given_evidence(f, at, first) : NULL;
}

/* tur Deadline, band Kotak: what it is called, whatever the word means. */
static bool is_lone_brand(const struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	return token_at(f, at)->shape == SHAPE_CAPITAL && !is_free_case(f, at) &&
	       !(token_at(f, at)->flags & TOKEN_FIRST) &&
	       !(token_facts(f, at) & (FACT_FUNCTION | FACT_TITLE | FACT_TERM)) &&
	       is_brand_here(f, scene, at);
}

/* BNI, Mandiri, dan BTN: an adjective amid bodies that are known by their letters is one of them.
 */
static bool is_among_letters(const struct name_finder *f, const struct name_scene *scene,
			     uint32_t at)
{
	uint32_t next = at + 1;

	if (at < scene->start + 2 || token_at(f, at)->shape != SHAPE_CAPITAL ||
	    is_free_case(f, at) || !token_is_bare_adjective(f, at) || !is_mark(f, at - 1, ',') ||
	    token_at(f, at - 2)->shape != SHAPE_UPPER ||
	    !(token_facts(f, at - 2) & (FACT_MAP | FACT_MAP_UPPER)))
		return false;
	if (next < scene->end && is_mark(f, next, ','))
		next++;
	if (next < scene->end && sulih_view_is(token_lower(f, next), "dan"))
		next++;
	return next > at + 1 && next < scene->end && token_at(f, next)->shape == SHAPE_UPPER &&
	       token_facts(f, next) & (FACT_MAP | FACT_MAP_UPPER);
}

/*
 * An ordinary word with a capital amid a sentence (Islam, Senat, KTP) is
 * recognised but left: the translator has a word for it.
 */
uint32_t leave_word(struct name_finder *f, struct name_scene *scene, uint32_t at)
{
	const struct name_token *token = token_at(f, at);
	const struct name_word *word = word_at(f, at);
	struct name_found found = { .at = at,
				    .end = at + 1,
				    .kind = SULIH_KIND_NAME,
				    .ruling = SULIH_LEAVE,
				    .why = "ordinary word" };
	const char *refused = NULL;
	uint32_t end = joined_title_end(f, scene, at);

	if (end != at)
		return take_title_amid(f, scene, at, end);
	if (is_told_by_capital(f, scene, at) || is_told_by_showing(f, scene, at))
		return take_title_amid(f, scene, at, at + 1);
	if (is_character(f, scene, at)) {
		found.kind = SULIH_KIND_PERSON;
		found.ruling = SULIH_COPY;
		found.why = "called";
		return name_take(f, scene, found);
	}
	if (is_listed_beside(f, scene, at) || is_lone_brand(f, scene, at) ||
	    is_among_letters(f, scene, at)) {
		found.ruling = SULIH_COPY;
		found.why = "capital";
		return name_take(f, scene, found);
	}
	if (word->facts & FACT_FUNCTION)
		refused = "function word";
	else if (is_free_case(f, at))
		refused = "headline";
	else if (!(word->facts & FACT_COMMON))
		refused = token->flags & TOKEN_FIRST ? "sentence start" : "letter or numeral";
	else if (token->shape != SHAPE_UPPER && !(word->facts & FACT_PARTY) &&
		 (token->flags & TOKEN_FIRST || word->small))
		refused = token->flags & TOKEN_FIRST ? "sentence start" : "small elsewhere";
	if (refused == NULL)
		return name_take(f, scene, found);
	name_refuse(f, at, at + 1, refused);
	return at + 1;
}
