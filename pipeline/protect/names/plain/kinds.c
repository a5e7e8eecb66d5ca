/* Of what kind a plain name is: by its words, those around it, numbers and signs. */
#include "base/lexicon/words.h"
#include "lists.h"
#include "pipeline/protect/names/plain/plain.h"
#include "pipeline/protect/names/works/works.h"

/* di Gading Serpong: a place, whatever its first word means. */
bool stands_in(const struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	return at > scene->start && token_at(f, at - 1)->shape == SHAPE_LOWER &&
	       (sulih_view_is(token_lower(f, at - 1), "di") ||
		sulih_view_is(token_lower(f, at - 1), "ke"));
}

struct name_words survey_name(struct name_finder *f, uint32_t at, uint32_t end)
{
	struct name_words words = { 0 };

	for (uint32_t i = at; i < end; i++) {
		uint32_t facts = token_facts(f, i);

		if (token_at(f, i)->kind != TOKEN_WORD || !token_is_capital(f, i))
			continue;
		words.count++;
		/* Pak JK: the honorific is no ordinary word. */
		if (i == at && facts & FACT_GROWN && end > at + 1) {
			words.given++;
			continue;
		}
		/* Kelas A: a letter behind an ordinary word names nothing. */
		words.common += ((facts & FACT_COMMON) && !(facts & FACT_GIVEN)) ||
				word_is_inflected(f, i) ||
				(i > at && words.common == words.count - 1 && i + 1 == end &&
				 token_length(f, i) == 1);
		words.given += (facts & FACT_GIVEN) != 0;
		words.both += (facts & FACT_GIVEN) && (facts & FACT_COMMON);
		words.body += (facts & FACT_ORG) != 0;
		words.numbered += (facts & FACT_NUMBERED) != 0;
		/* Umat Muslim, though somebody is called Muslim */
		words.known += word_at(f, i)->person > 0 && !(i > at && facts & FACT_PLAIN);
	}
	/* Ruang Sidang Utama: among ordinary words it is one too. */
	if (words.common && words.given == words.both) {
		words.common += words.both;
		words.given = 0;
	}
	return words;
}

/* What a word says of the name that it stands before, begins or ends: klub X, Cape X, X Open. */
static enum sulih_span_kind kind_by_word(const struct name_finder *f, uint32_t at,
					 struct sulih_view place)
{
	struct sulih_row row = TOKEN_ROW(f, at, kind_words);
	struct sulih_view where = sulih_row_column(&row, 2);

	return row.listed && (sulih_view_equal(where, place) || sulih_view_is(where, "anywhere"))
		       ? listed_kind(sulih_row_column(&row, 1))
		       : SULIH_KIND_NAME;
}

bool ends_event(const struct name_finder *f, uint32_t at)
{
	return kind_by_word(f, at, SULIH_VIEW("last")) == SULIH_KIND_EVENT;
}

bool ends_place(const struct name_finder *f, uint32_t at)
{
	return kind_by_word(f, at, SULIH_VIEW("last")) == SULIH_KIND_PLACE;
}

bool is_before_product(const struct name_finder *f, uint32_t at)
{
	return token_at(f, at)->kind == TOKEN_WORD &&
	       kind_by_word(f, at, SULIH_VIEW("before")) == SULIH_KIND_PRODUCT;
}

/* menikah dengan Maxime Bouttier: what is done with persons. */
static bool is_done_with(const struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	return at > scene->start + 1 && sulih_view_is(token_lower(f, at - 1), "dengan") &&
	       token_is_cue(f, at - 2, "with");
}

/* The kind by the name's own last word, which is known, by its first, or by the small noun before
 * it. */
static enum sulih_span_kind kind_by_words(const struct name_finder *f,
					  const struct name_scene *scene, uint32_t at, uint32_t end,
					  enum sulih_span_kind last)
{
	enum sulih_span_kind kind = last;

	if (kind == SULIH_KIND_NAME && end > at + 1)
		kind = kind_by_word(f, at, SULIH_VIEW("first"));
	if (kind == SULIH_KIND_NAME && at > scene->start && token_is_apart(f, at) &&
	    (token_at(f, at - 1)->shape == SHAPE_LOWER ||
	     token_at(f, at - 1)->flags & TOKEN_FIRST)) {
		kind = kind_by_word(f, at - 1, SULIH_VIEW("before"));
		/* perusahaan teknologi Tuuai, grup musik Slank: a noun between them */
		if (kind == SULIH_KIND_NAME && at > scene->start + 1 && token_is_apart(f, at - 1) &&
		    token_is_part(f, at - 1, SULIH_WORD_NOUN) && !token_is_cue(f, at - 1, "maker"))
			kind = kind_by_word(f, at - 2, SULIH_VIEW("before"));
	}
	if (kind == SULIH_KIND_NAME && is_done_with(f, scene, at))
		kind = SULIH_KIND_PERSON;
	/* menemui X Y; one word alone may be anything */
	if (kind == SULIH_KIND_PERSON &&
	    (end < at + 2 || token_at(f, end - 1)->kind == TOKEN_NUMBER))
		kind = SULIH_KIND_NAME;
	return kind;
}

uint32_t unit_number_start(const struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	uint32_t number = at - 2;

	return number > scene->start + 1 && is_mark(f, number - 1, '-') &&
			       !token_is_apart(f, number) && !token_is_apart(f, number - 1) &&
			       token_at(f, number - 2)->kind == TOKEN_NUMBER
		       ? number - 2
		       : number;
}

/* 081/Dhirotsaha Jaya: the name of a unit behind its number; in letters only behind who leads it:
 * Danrem 172/PWY, but RT 02/RW 05. */
bool is_numbered_unit(const struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	if (at <= scene->start + 1 || !is_mark(f, at - 1, '/') || token_is_apart(f, at) ||
	    token_is_apart(f, at - 1) || token_at(f, at - 2)->kind != TOKEN_NUMBER)
		return false;
	return token_at(f, at)->shape == SHAPE_CAPITAL ||
	       (token_at(f, at)->shape == SHAPE_UPPER && at > scene->start + 2 &&
		token_is_capital(f, at - 3) && token_facts(f, at - 3) & FACT_TITLE);
}

/* An office, a name and a rank: the name is that of what the office is in. */
static bool is_before_rank(struct name_finder *f, const struct name_scene *scene, uint32_t end)
{
	struct title_match title;

	return scene->title == TITLE_OFFICE && end < scene->end && token_is_apart(f, end) &&
	       token_facts(f, end) & FACT_TITLE && token_is_capital(f, end) &&
	       match_title(f, end, scene->end, &title) && sulih_view_is(title.kind, "rank");
}

/* Whether a name is a person's but for its last word, whatever stands before it: most are, and
 * what words tell need not be asked of them. */
static bool is_person_but(const struct name_finder *f, uint32_t end, const char *person,
			  struct name_words words)
{
	return (person || words.given) && !words.body && token_at(f, end - 1)->kind == TOKEN_WORD;
}

/* What a domain, figures and words tell, and a number or rank beside the name; SULIH_KIND_NAME:
 * nothing that holds here. */
static enum sulih_span_kind kind_told(struct name_finder *f, const struct name_scene *scene,
				      uint32_t at, uint32_t end, const char *person,
				      struct name_words words)
{
	enum sulih_span_kind told, last = SULIH_KIND_NAME;

	if (token_at(f, at)->flags & TOKEN_DOMAIN)
		return SULIH_KIND_ORGANIZATION;
	/* fitur bernama Honda S+ Shift: nobody is called by a make */
	if (words.numbered && (!person || (why_is(person, "called") && is_make(f, at))) &&
	    (told = kind_by_number(f, at, end)) != SULIH_KIND_NAME)
		return told;
	if (end > at + 1)
		last = kind_by_word(f, end - 1, SULIH_VIEW("last"));
	/* Denmark Open, Miami Beach; but Park Chan-wook is a person */
	told = is_person_but(f, end, person, words) ? last : kind_by_words(f, scene, at, end, last);
	if (words.body)
		/* bersama LG Energy Solution: joined to a person or not */
		return told == SULIH_KIND_NAME || told == SULIH_KIND_PRODUCT ||
				       (told == SULIH_KIND_PERSON && !words.given)
			       ? SULIH_KIND_ORGANIZATION
			       : told;
	if (!words.given && !person && told != SULIH_KIND_NAME)
		return told;
	/* Habibie Prize, Sudirman Cup: named for a person */
	if (told == SULIH_KIND_EVENT && last == told)
		return told;
	/* Kiara Artha Park: of three words; Ji Park is a person */
	if (told == SULIH_KIND_PLACE && last == told && !person && words.count > 2)
		return told;
	/* Danrem | 081/Dhirotsaha Jaya; Danlanud | Sultan Hasanuddin | Marsma X: a unit */
	if (is_numbered_unit(f, scene, at) || (person && is_before_rank(f, scene, end)))
		return SULIH_KIND_ORGANIZATION;
	/* Satelit Satria-1 */
	return !person && told == SULIH_KIND_PRODUCT && token_at(f, end - 1)->kind == TOKEN_NUMBER
		       ? told
		       : SULIH_KIND_NAME;
}

/* Ketua Umum PP PBVSI: letters and nothing else, the last longer than initials are. */
static bool is_lettered(const struct name_finder *f, uint32_t at, uint32_t end)
{
	for (uint32_t i = at; i < end; i++) {
		if (token_at(f, i)->shape != SHAPE_UPPER || !token_is_apart(f, i) ||
		    token_at(f, i)->flags & (TOKEN_SHOUTED | TOKEN_DOTTED))
			return false;
	}
	return token_length(f, end - 1) > 3;
}

/* A body by its one word, though it stands where a person does. */
static bool is_body_word(const struct name_finder *f, uint32_t at, uint32_t end, const char *person,
			 struct name_words words)
{
	const struct name_token *token = token_at(f, at);

	if (end != at + 1)
		return person && !words.given && why_is(person, "title") && is_lettered(f, at, end);
	/* manajer Palace, where Crystal Palace is spoken of */
	if (person && !words.given && why_is(person, "title") && ends_body(f, at))
		return true;
	/* VietJet, InterCity: capitals inside; McGregor is a person. */
	if (!words.given && token->shape == SHAPE_MIXED &&
	    !sulih_view_starts(token_lower(f, at), SULIH_VIEW("mc")) &&
	    !sulih_view_starts(token_lower(f, at), SULIH_VIEW("mac")))
		return true;
	if (!person)
		return false;
	/* Menteri PANRB, kata ISRO */
	if (is_lone_acronym(f, at, end) &&
	    (why_is(person, "title") || why_is(person, "saying verb")) &&
	    (!words.given || token->end - token->start > 2))
		return true;
	/* Babinsa Koramil 05 Serma Mulyono */
	return (token_facts(f, at) & (FACT_HEAD | FACT_GIVEN)) == FACT_HEAD &&
	       why_is(person, "title");
}

enum sulih_span_kind kind_of(struct name_finder *f, struct name_scene *scene, uint32_t at,
			     uint32_t end, const char *person, struct name_words words)
{
	enum sulih_span_kind told = kind_told(f, scene, at, end, person, words);

	if (told != SULIH_KIND_NAME)
		return told;
	if (is_body_word(f, at, end, person, words) ||
	    (end == at + 3 && is_hyphened_acronym(f, at, end)))
		return SULIH_KIND_ORGANIZATION;
	/* Find X9 Pro, though somebody may be called Find */
	if (!person && has_lettered_number(f, at + 1, end))
		return SULIH_KIND_PRODUCT;
	/* di Halim Perdanakusuma, di Austin: nobody is in a person */
	if (!person && !words.known && at > scene->start &&
	    (end > at + 1 || (words.given && token_at(f, at)->shape == SHAPE_CAPITAL)) &&
	    token_at(f, at - 1)->shape == SHAPE_LOWER &&
	    sulih_view_is(token_lower(f, at - 1), "di"))
		return SULIH_KIND_PLACE;
	/* The Glory; Ikatan Cinta, though somebody is called Cinta: what begins so is no person */
	if (!person && end > at + 1 &&
	    (sulih_view_is(token_lower(f, at), "the") ||
	     (!words.given && is_only_common(token_facts(f, at)) && is_row_of_words(f, at, end))))
		return kind_by_form(f, scene, at, end);
	if (person || words.given || words.known)
		return SULIH_KIND_PERSON;
	return kind_by_form(f, scene, at, end);
}
