/* Behind a found name the short form in brackets: Komisi Pemilihan Umum (KPU). */
#include "pipeline/protect/names/names.h"

#include <strings.h>

#include "base/letter.h"
#include "base/lexicon/words.h"

/* Serikat Pengadilan Islam (ICU): the acronym of a body is often that of its foreign name. */
static bool is_foreign_acronym(struct name_finder *f, const struct name_found *found, uint32_t at)
{
	const struct name_token *token = token_at(f, at);
	struct name_match known;

	return found->kind == SULIH_KIND_ORGANIZATION && found->end - found->at > 2 &&
	       token->shape == SHAPE_UPPER && !(token->flags & TOKEN_SHOUTED) &&
	       token->end - token->start >= 3 && !(token_facts(f, at) & FACT_TITLE) &&
	       (!match_map(f, at, at + 1, &known) || known.kind != SULIH_KIND_PLACE);
}

static bool has_given(const struct name_finder *f, const struct name_found *found)
{
	for (uint32_t i = found->at; i < found->end; i++)
		if (token_facts(f, i) & FACT_GIVEN)
			return true;
	return false;
}

/* Komisi Nasional Hak Asasi Manusia (Komnas HAM), Kementerian Perhubungan (Kemenhub RI): a listed
 * short form of several words, with the same English, is taken into the span. */
static void take_listed_short(struct name_finder *f, struct name_found *found, uint32_t limit)
{
	uint32_t at = found->end + 1, behind;
	struct name_match known;

	if (found->ruling != SULIH_MAP || found->kind == SULIH_KIND_PERSON || at + 2 >= limit ||
	    !is_mark(f, at - 1, '(') || !token_is_capital(f, at) ||
	    !match_map(f, at, limit, &known))
		return;
	behind = at + known.count;
	if (behind < limit && is_ri(f, behind))
		behind++;
	if (behind - at < 2 || behind >= limit || !is_mark(f, behind, ')') ||
	    !sulih_view_equal(known.target, found->target))
		return;
	found->end = behind + 1;
	/* Bank Dunia (World Bank): nobody says it twice */
	if (sulih_view_equal(tokens_text(f, at, behind), found->target))
		return;
	found->target = NAME_JOIN(f, found->target, SULIH_VIEW(" ("), tokens_text(f, at, behind),
				  SULIH_VIEW(")"));
}

/* Fakultas Hukum Universitas Indonesia (FH UI): a part and its whole, each by its letters. */
static void take_pair(struct name_finder *f, struct name_found *found, uint32_t limit)
{
	uint32_t at = found->end + 1;
	struct sulih_view pair;

	if (found->kind != SULIH_KIND_ORGANIZATION || at + 2 >= limit || !is_mark(f, at - 1, '(') ||
	    !is_mark(f, at + 2, ')') || token_at(f, at)->shape != SHAPE_UPPER ||
	    token_at(f, at + 1)->shape != SHAPE_UPPER)
		return;
	pair = tokens_text(f, at, at + 2);
	if (!acronym_fits(pair, tokens_text(f, found->at, found->end)))
		return;
	found->end = at + 3;
	if (found->ruling == SULIH_MAP)
		found->target =
			NAME_JOIN(f, found->target, SULIH_VIEW(" ("), pair, SULIH_VIEW(")"));
}

/* Second pass: whether the acronym in brackets stands elsewhere too. */
static bool comes_again(const struct name_finder *f, uint32_t at)
{
	uint32_t acronym = names_at(f, at).acronym;

	return !f->collecting && (word_at(f, at)->middle > 1 ||
				  (acronym && f->acronyms.items[acronym - 1].mentions > 0));
}

/* Rini (Soemarno): the rest of a person's name */
static bool is_rest_of_person(const struct name_finder *f, const struct name_found *found,
			      uint32_t at)
{
	return found->kind == SULIH_KIND_PERSON && found->end == found->at + 1 &&
	       token_at(f, at)->shape == SHAPE_CAPITAL && is_given_alone(token_facts(f, at));
}

/* Whether the acronym at `at` is one of the name. */
static bool is_its_acronym(struct name_finder *f, const struct name_found *found, uint32_t at)
{
	struct sulih_view text = token_text(f, token_at(f, at));

	return acronym_fits(text, tokens_text(f, found->at, found->end)) ||
	       (found->ruling == SULIH_MAP && acronym_fits(text, found->target)) ||
	       is_foreign_acronym(f, found, at);
}

/* Whether a word of the English begins like `word`: revenue, citizen of citizens. */
static bool has_english(struct sulih_view english, struct sulih_view word)
{
	enum { SHORTEST = 4, STEM = 5 };
	size_t length = word.length < STEM ? word.length : STEM;

	for (size_t i = 0; length >= SHORTEST && i + length <= english.length; i++)
		if ((i == 0 || !sulih_byte_is_letter(english.data[i - 1])) &&
		    strncasecmp(english.data + i, word.data, length) == 0)
			return true;
	return false;
}

/* produk domestik bruto and GDP, usaha mikro kecil menengah and MSMEs: of an English acronym the
 * letters are those that the glosses begin with, of half of the words at least. */
static bool initials_agree(const struct name_finder *f, uint32_t at, uint32_t end,
			   struct sulih_view english)
{
	struct sulih_word word;
	unsigned words = 0, agreeing = 0;

	for (uint32_t i = at; i < end; i++) {
		if (token_at(f, i)->kind != TOKEN_WORD || token_facts(f, i) & FACT_FUNCTION ||
		    !sulih_word_find(token_lower(f, i), &word) || word.gloss.length == 0)
			continue;
		words++;
		agreeing += memchr(english.data, word.gloss.data[0] & ~32, english.length) != NULL;
	}
	return agreeing > 1 && 2 * agreeing >= words;
}

/*
 * Penerimaan Negara Bukan Pajak (PNBP): whether the ordinary words [at, end) are those that a
 * list means by the acronym: one of them stands in its English, non-tax state revenue.  Dewan
 * Pengurus Kota (DPK) are no third-party funds.
 */
bool glosses_agree(const struct name_finder *f, uint32_t at, uint32_t end,
		   struct sulih_view english)
{
	struct sulih_word word;

	if (english.length > 1 && sulih_byte_is_upper(english.data[1]))
		return initials_agree(f, at, end, english);
	for (uint32_t i = at; i < end; i++) {
		if (token_at(f, i)->kind == TOKEN_WORD &&
		    (has_english(english, token_lower(f, i)) ||
		     (sulih_word_find(token_lower(f, i), &word) &&
		      has_english(english, word.gloss))))
			return true;
	}
	return false;
}

/* Penerimaan Negara Bukan Pajak (PNBP): what a list has for the acronym is the English of the
 * words too. */
static void map_by_acronym(struct name_finder *f, struct name_found *found, uint32_t at)
{
	struct name_match known;

	if (found->ruling != SULIH_LEAVE || token_at(f, at)->shape != SHAPE_UPPER ||
	    token_length(f, at) < 3 || !match_map(f, at, at + 1, &known) ||
	    known.ruling != SULIH_MAP || known.kind == SULIH_KIND_PLACE ||
	    spelled_from(f, found->at, found->end, token_lower(f, at)) != found->at ||
	    !glosses_agree(f, found->at, found->end, known.target))
		return;
	found->ruling = SULIH_MAP;
	found->kind = known.kind;
	found->target = known.target;
}

/* Satori (ST): two letters of a person of one name */
static bool has_short_initials(const struct name_finder *f, const struct name_found *found,
			       uint32_t at)
{
	return found->kind == SULIH_KIND_PERSON && found->ruling == SULIH_COPY &&
	       token_at(f, at)->shape == SHAPE_UPPER && token_length(f, at) == 2 &&
	       token_at(f, found->at)->shape == SHAPE_CAPITAL;
}

/* Bank Sentral Amerika Serikat (AS): the country's, which the name has said */
static bool is_its_country(struct name_finder *f, const struct name_found *found, uint32_t at)
{
	struct name_match known;

	return found->kind == SULIH_KIND_ORGANIZATION && found->ruling == SULIH_MAP &&
	       match_map(f, at, at + 1, &known) && known.kind == SULIH_KIND_PLACE;
}

/* Kepala Darul Quran (Daqu): no part of a person's name, so a body whatever stands before. */
static bool is_body_of_title(const struct name_finder *f, const struct name_found *found,
			     uint32_t at)
{
	return found->kind == SULIH_KIND_PERSON && why_is(found->why, "title") &&
	       token_length(f, at) > 2 && !has_given(f, found);
}

/* What the acronym at `at` of the name stands for from then on. */
static struct name_acronym meaning_of(struct name_finder *f, const struct name_found *found,
				      uint32_t at)
{
	struct name_acronym meaning = { .start = found->at,
					.count = found->end - found->at,
					.kind = found->kind,
					.ruling = SULIH_COPY,
					.why = "introduced" };
	struct name_match known;

	/* "Aparatur Sipil Negara (ASN)": an ordinary noun all the same; but Rizal Sutjipto (RS),
	 * PT Pertamina Patra Niaga (PPN) */
	if (token_facts(f, at) & FACT_TERM && found->ruling != SULIH_COPY)
		meaning.ruling = SULIH_LEAVE;
	/* The list's English only when it means the same: PBB may be a party. */
	if (match_map(f, at, at + 1, &known) && known.ruling == SULIH_MAP &&
	    (sulih_view_equal(known.target, found->target) ||
	     acronym_fits(known.target, found->target))) {
		meaning.ruling = sulih_view_equal(known.target, token_text(f, token_at(f, at)))
					 ? SULIH_COPY
					 : SULIH_MAP;
		meaning.target = known.target;
	}
	if (meaning.ruling == SULIH_LEAVE)
		meaning.why = "ordinary word";
	return meaning;
}

/* Takes the acronym at `at` into the span of the name. */
static void take_acronym(struct name_finder *f, struct name_found *found, uint32_t at,
			 const struct name_acronym *meaning)
{
	struct sulih_view english = token_text(f, token_at(f, at));

	if (found->ruling == SULIH_MAP) {
		/* An acronym stays one: "(UN)", but not "(West Nusa Tenggara)". */
		if (meaning->ruling == SULIH_MAP &&
		    !sulih_view_equal(meaning->target, found->target) &&
		    !memchr(meaning->target.data, ' ', meaning->target.length))
			english = meaning->target;
		found->target =
			NAME_JOIN(f, found->target, SULIH_VIEW(" ("), english, SULIH_VIEW(")"));
	}
	found->end = at + 2;
}

/* Forum Tani Blambangan (FTB), which is left: an acronym that comes again is masked here too. */
static bool stays_apart(const struct name_finder *f, const struct name_found *found, uint32_t at,
			const struct name_acronym *meaning, uint32_t limit)
{
	return found->ruling == SULIH_LEAVE && token_at(f, at)->shape == SHAPE_UPPER &&
	       meaning->ruling != SULIH_LEAVE && comes_again(f, at) &&
	       !(at + 2 < limit && token_is_capital(f, at + 2));
}

/*
 * `Komisi Pemilihan Umum (KPU)`: the acronym is bound for the document.  It is
 * taken into the span of a body whose name is masked, so that both are rendered
 * together.
 */
void name_introduce(struct name_finder *f, struct name_found *found, uint32_t limit)
{
	struct name_acronym meaning;
	uint32_t at;

	if (found->end >= limit || !is_mark(f, found->end, '('))
		return;
	at = bracketed_acronym(f, found->end, limit);
	if (!at && found->end - found->at > 1) {
		take_listed_short(f, found, limit);
		take_pair(f, found, limit);
	} else if (at && is_rest_of_person(f, found, at)) {
		found->end = at + 2;
		return;
	}
	if (!at || (found->end - found->at < 2 && !has_short_initials(f, found, at)) ||
	    !is_its_acronym(f, found, at))
		return;
	if (is_its_country(f, found, at)) {
		found->end = at + 2;
		return;
	}
	if (is_body_of_title(f, found, at))
		found->kind = SULIH_KIND_ORGANIZATION;
	map_by_acronym(f, found, at);
	meaning = meaning_of(f, found, at);
	if (f->collecting)
		acronym_bind(f, at, &meaning);
	if (found->kind != SULIH_KIND_PERSON && !stays_apart(f, found, at, &meaning, limit))
		take_acronym(f, found, at, &meaning);
}
