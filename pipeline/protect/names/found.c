/* What becomes of a found name: evidence in the first pass, a candidate in the second. */
#include "pipeline/protect/names/names.h"

static struct name_word *word_at(struct name_finder *f, uint32_t at)
{
	return &f->words.items[token_at(f, at)->word];
}

/* di Gading Serpong: a place, whatever its first word means. */
static bool stands_in(const struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	return at > scene->start && token_at(f, at - 1)->shape == SHAPE_LOWER &&
	       (sulih_view_is(token_lower(f, at - 1), "di") ||
		sulih_view_is(token_lower(f, at - 1), "ke"));
}

/*
 * A word at the beginning of a sentence that no list knows but that is built like
 * an Indonesian one (Pendaratan, Titahnya, Diberlakukannya): prefix and suffix, or -nya.
 */
static bool is_inflected(struct sulih_view word)
{
	static const char *const prefixes[] = { "me", "di", "be", "te", "pe", "ke", "se" };

	static const char *const endings[] = { "nya",  "asi",  "isme", "asme",
					       "itas", "ural", "logi", "ktif" };

	for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
		if (word.length >= 6 && sulih_view_ends(word, sulih_view_of(endings[i])))
			return true;
	}
	if (word.length < 8 || !sulih_view_ends(word, SULIH_VIEW("an")))
		return false;
	for (size_t i = 0; i < sizeof(prefixes) / sizeof(prefixes[0]); i++) {
		if (sulih_view_starts(word, sulih_view_of(prefixes[i])))
			return true;
	}
	return false;
}

/* An unknown word that is built like an Indonesian one. */
bool word_is_inflected(const struct name_finder *f, uint32_t at)
{
	const struct name_token *token = token_at(f, at);

	return !(token_facts(f, at) & (FACT_GIVEN | FACT_MAP | FACT_COMMON)) &&
	       token->end - token->start >= 9 && is_inflected(token_lower(f, at));
}

/* The words of a person, or of a name of several words, bear witness for later mentions. */
static void collect(struct name_finder *f, const struct name_found *found)
{
	bool several = found->end - found->at > 1;
	bool told = strcmp(found->why, "age") == 0 || strcmp(found->why, "initials") == 0;

	if (found->ruling != SULIH_COPY)
		return;
	for (uint32_t i = found->at; i < found->end; i++) {
		if (token_at(f, i)->kind != TOKEN_WORD || !token_is_capital(f, i))
			continue;
		if (token_facts(f, i) & FACT_COMMON && !(token_facts(f, i) & FACT_GIVEN) && !told)
			continue;
		if (found->kind == SULIH_KIND_PERSON)
			word_at(f, i)->person++;
		if (several)
			word_at(f, i)->named++;
	}
}

static void propose(struct name_finder *f, const struct name_found *found)
{
	struct sulih_candidate *one = sulih_candidate_add(
		f->candidates, token_at(f, found->at)->start, token_at(f, found->end - 1)->end,
		found->kind, found->ruling, found->why);

	if (!one) {
		f->failed = true;
		return;
	}
	one->priority = SULIH_PRIORITY_NAME;
	if (found->ruling == SULIH_MAP)
		one->priority = SULIH_PRIORITY_MAP;
	/* A paper's name, though it looks like an address: Kompas.com. */
	if (token_at(f, found->at)->flags & TOKEN_DOMAIN && found->end == found->at + 1)
		one->priority = SULIH_PRIORITY_NET + 1;
	/* A figure inside (Boeing 737) is part of the name. */
	for (uint32_t i = found->at; i < found->end; i++) {
		if (token_at(f, i)->kind == TOKEN_NUMBER)
			one->priority = SULIH_PRIORITY_MAP;
	}
	one->is.target = found->target;
	one->is.evidence = found->evidence;
	one->is.row = found->row;
}

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

/*
 * `Komisi Pemilihan Umum (KPU)`: the acronym is bound for the document.  It is
 * taken into the span of a body whose name is masked, so that both are rendered
 * together.
 */
static void introduce(struct name_finder *f, struct name_found *found, uint32_t limit)
{
	uint32_t at = bracketed_acronym(f, found->end, limit);
	struct name_acronym meaning = { 0 };
	struct name_match known;
	struct sulih_view text;

	/* Rini (Soemarno): the rest of a person's name */
	if (at && found->kind == SULIH_KIND_PERSON && found->end == found->at + 1 &&
	    token_at(f, at)->shape == SHAPE_CAPITAL &&
	    (token_facts(f, at) & (FACT_GIVEN | FACT_COMMON | FACT_MAP)) == FACT_GIVEN)
		found->end = at + 2;
	if (!at || found->end - found->at < 2 || found->end == at + 2)
		return;
	text = token_text(f, token_at(f, at));
	if (!acronym_fits(text, tokens_text(f, found->at, found->end)) &&
	    (found->ruling != SULIH_MAP || !acronym_fits(text, found->target)) &&
	    !is_foreign_acronym(f, found, at))
		return;
	meaning.start = found->at;
	meaning.count = found->end - found->at;
	meaning.kind = found->kind;
	meaning.ruling = SULIH_COPY;
	meaning.why = "introduced";
	/* "Aparatur Sipil Negara (ASN)": an ordinary noun all the same. */
	if (token_facts(f, at) & FACT_TERM)
		meaning.ruling = SULIH_LEAVE;
	/* The list's English only when it means the same: PBB may be a party. */
	if (match_map(f, at, at + 1, &known) && known.ruling == SULIH_MAP &&
	    (sulih_view_equal(known.target, found->target) ||
	     acronym_fits(known.target, found->target))) {
		meaning.ruling = sulih_view_equal(known.target, text) ? SULIH_COPY : SULIH_MAP;
		meaning.target = known.target;
	}
	if (meaning.ruling == SULIH_LEAVE)
		meaning.why = "ordinary word";
	if (f->collecting)
		acronym_bind(f, at, &meaning);
	if (found->kind == SULIH_KIND_PERSON)
		return;
	if (found->ruling == SULIH_MAP) {
		struct sulih_view english = text;

		/* An acronym stays one: "(UN)", but not "(West Nusa Tenggara)". */
		if (meaning.ruling == SULIH_MAP && !sulih_view_equal(known.target, found->target) &&
		    !memchr(meaning.target.data, ' ', meaning.target.length))
			english = meaning.target;
		found->target = sulih_arena_printf(&f->document->arena, "%.*s (%.*s)",
						   SULIH_VIEW_ARGS(found->target),
						   SULIH_VIEW_ARGS(english));
		f->failed |= !found->target.data;
	}
	found->end = at + 2;
}

/* iPhone 15 Pro Max, Boeing 737 MAX 8: the number and grade of a model behind its name. */
static uint32_t model_end(const struct name_finder *f, uint32_t end, uint32_t limit)
{
	static const char *const grades[] = { "pro",  "max", "plus", "ultra", "mini",
					      "lite", "air", "fe",   "neo" };
	static const char *const counted[] = { "ribu", "juta",	 "miliar", "triliun",
					       "unit", "persen", "buah",   "kali" };

	/* Shahed-136 */
	if (end + 1 < limit && is_mark(f, end, '-') && !token_is_apart(f, end) &&
	    !token_is_apart(f, end + 1) && token_at(f, end + 1)->kind == TOKEN_NUMBER)
		return end + 2;
	while (end < limit && token_is_apart(f, end)) {
		const struct name_token *token = token_at(f, end);
		bool known = false;

		if (token->kind == TOKEN_NUMBER && token->end - token->start <= 3) {
			for (size_t i = 0; i < sizeof(counted) / sizeof(counted[0]); i++)
				known |= end + 1 < limit &&
					 sulih_view_is(token_lower(f, end + 1), counted[i]);
			if (known || (end + 1 < limit && is_mark(f, end + 1, '%')))
				break;
		} else if (token_is_capital(f, end)) {
			for (size_t i = 0; i < sizeof(grades) / sizeof(grades[0]); i++)
				known |= sulih_view_is(token_lower(f, end), grades[i]);
			if (!known)
				break;
		} else {
			break;
		}
		end++;
	}
	return end;
}

/* PT Pertamina (Persero) Tbk; Kabinet Indonesia Bersatu II; Apple Inc. */
static void extend(struct name_finder *f, struct name_found *found, uint32_t limit)
{
	uint32_t end = found->end;

	if (found->kind == SULIH_KIND_ORGANIZATION && end + 2 < limit && is_mark(f, end, '(') &&
	    is_mark(f, end + 2, ')') && token_at(f, end + 1)->kind == TOKEN_WORD &&
	    (sulih_view_is(token_lower(f, end + 1), "persero") ||
	     sulih_view_is(token_lower(f, end + 1), "perseroan") ||
	     (end + 3 < limit && sulih_view_is(token_lower(f, end + 3), "tbk")))) {
		found->end = end + 3;
		if (found->end < limit && sulih_view_is(token_lower(f, found->end), "tbk"))
			found->end++;
		return;
	}
	if (found->kind == SULIH_KIND_PRODUCT && found->ruling == SULIH_COPY)
		found->end = end = model_end(f, end, limit);
	if (end + 1 < limit && found->ruling == SULIH_MAP &&
	    sulih_view_is(token_lower(f, end), "jilid"))
		end++; /* Kabinet Indonesia Bersatu Jilid II */
	if (end < limit && token_is_apart(f, end) && token_at(f, end)->shape == SHAPE_UPPER &&
	    token_facts(f, end) & FACT_ROMAN && found->ruling == SULIH_MAP) {
		found->target = sulih_arena_printf(
			&f->document->arena, "%.*s %.*s", SULIH_VIEW_ARGS(found->target),
			SULIH_VIEW_ARGS(token_text(f, token_at(f, end))));
		f->failed |= !found->target.data;
		found->end = end + 1;
	} else if (end + 1 < limit && is_mark(f, end, '.') && !token_is_apart(f, end) &&
		   found->ruling == SULIH_COPY &&
		   ((token_facts(f, end - 1) & FACT_ORG &&
		     token_at(f, end - 1)->end - token_at(f, end - 1)->start <= 4) ||
		    token_at(f, end - 1)->flags & TOKEN_DOTTED)) {
		found->end = end + 1;
	}
}

/* Paus Fransiskus → Pope Francis: from then on Fransiskus alone is Francis. */
static void bind_mapped_person(struct name_finder *f, const struct name_found *found)
{
	struct name_acronym meaning = { .start = found->at,
					.count = 1,
					.kind = SULIH_KIND_PERSON,
					.ruling = SULIH_MAP,
					.why = "mentioned in full" };
	const char *blank = memchr(found->target.data, ' ', found->target.length);

	if (found->end - found->at != 2 || !blank)
		return;
	meaning.target = sulih_view_slice(found->target, (size_t)(blank + 1 - found->target.data),
					  found->target.length);
	if (memchr(meaning.target.data, ' ', meaning.target.length) ||
	    sulih_view_equal(meaning.target, token_text(f, token_at(f, found->at + 1))))
		return;
	acronym_bind(f, found->at + 1, &meaning);
}

uint32_t name_take(struct name_finder *f, struct name_scene *scene, struct name_found found)
{
	if (found.ruling == SULIH_MAP &&
	    sulih_view_equal(found.target, tokens_text(f, found.at, found.end)))
		found.ruling = SULIH_COPY; /* Bank BCA */
	introduce(f, &found, scene->end);
	extend(f, &found, scene->end);
	/* Presiden Prancis Emmanuel Macron: the title still speaks for the person. */
	if (scene->title_end == found.at &&
	    (found.kind == SULIH_KIND_PLACE || found.kind == SULIH_KIND_ORGANIZATION))
		scene->title_end = found.end;
	if (!f->collecting) {
		propose(f, &found);
		return found.end;
	}
	collect(f, &found);
	if (found.ruling == SULIH_MAP && found.kind == SULIH_KIND_PERSON)
		bind_mapped_person(f, &found);
	return found.end;
}

/* What the words of a name say about it. */
struct name_words {
	uint32_t count;
	uint32_t common;   /* plain Indonesian words */
	uint32_t given;	   /* parts of persons' names */
	uint32_t both;	   /* of these: ordinary words too (Utama, Bintang) */
	uint32_t body;	   /* Inc, FC, University */
	uint32_t known;	   /* named as a person elsewhere */
	uint32_t numbered; /* take a number: Boeing, Formula */
};

static struct name_words survey(struct name_finder *f, uint32_t at, uint32_t end)
{
	struct name_words words = { 0 };

	for (uint32_t i = at; i < end; i++) {
		uint32_t facts = token_facts(f, i);

		if (token_at(f, i)->kind != TOKEN_WORD || !token_is_capital(f, i))
			continue;
		words.count++;
		/* Kelas A: a letter behind an ordinary word names nothing. */
		/* Pak JK: the honorific is no ordinary word. */
		if (i == at && facts & FACT_GROWN && end > at + 1) {
			words.given++;
			continue;
		}
		words.common += ((facts & FACT_COMMON) && !(facts & FACT_GIVEN)) ||
				word_is_inflected(f, i) ||
				(i > at && words.common == words.count - 1 && i + 1 == end &&
				 token_at(f, i)->end - token_at(f, i)->start == 1);
		words.given += (facts & FACT_GIVEN) != 0;
		words.both += (facts & FACT_GIVEN) && (facts & FACT_COMMON);
		words.body += (facts & FACT_ORG) != 0;
		words.numbered += (facts & FACT_NUMBERED) != 0;
		words.known += word_at(f, i)->person > 0;
	}
	/* Ruang Sidang Utama: among ordinary words it is one too. */
	if (words.common && words.given == words.both) {
		words.common += words.both;
		words.given = 0;
	}
	return words;
}

static enum sulih_span_kind kind_of(struct name_finder *f, struct name_scene *scene, uint32_t at,
				    uint32_t end, const char *person, struct name_words words)
{
	bool acronym = end == at + 1 && token_at(f, at)->shape == SHAPE_UPPER &&
		       token_at(f, at)->end - token_at(f, at)->start > 1;

	if (words.body || token_at(f, at)->flags & TOKEN_DOMAIN)
		return SULIH_KIND_ORGANIZATION;
	/* VietJet, InterCity: capitals inside; McGregor is a person. */
	if (!words.given && end == at + 1 && token_at(f, at)->shape == SHAPE_MIXED &&
	    !sulih_view_starts(token_lower(f, at), SULIH_VIEW("mc")) &&
	    !sulih_view_starts(token_lower(f, at), SULIH_VIEW("mac")))
		return SULIH_KIND_ORGANIZATION;
	/* Sukhoi Su-30 */
	if (words.numbered && token_at(f, end - 1)->kind == TOKEN_NUMBER)
		return SULIH_KIND_PRODUCT;
	/* Menteri PANRB */
	if (acronym && person && strcmp(person, "title") == 0 &&
	    (!words.given || token_at(f, at)->end - token_at(f, at)->start > 2))
		return SULIH_KIND_ORGANIZATION;
	if (person || words.given || words.known)
		return SULIH_KIND_PERSON;
	if (acronym)
		return SULIH_KIND_ORGANIZATION;
	if (stands_in(f, scene, at))
		return SULIH_KIND_PLACE;
	return SULIH_KIND_NAME;
}

static bool is_determined(const struct name_finder *f, uint32_t at)
{
	struct sulih_view next;

	if (at + 1 >= f->tokens.count || token_at(f, at + 1)->shape != SHAPE_LOWER ||
	    !(token_facts(f, at) & FACT_GIVEN) || token_at(f, at)->shape != SHAPE_CAPITAL)
		return false;
	next = token_lower(f, at + 1);
	return sulih_view_is(next, "itu") || sulih_view_is(next, "ini") ||
	       sulih_view_is(next, "tersebut");
}

/* A single word whose capital says nothing, or that is an Indonesian word: evidence decides. */
static const char *single_evidence(struct name_finder *f, uint32_t at, const char *person,
				   bool strong)
{
	const struct name_word *word = word_at(f, at);
	bool first = token_at(f, at)->flags & (TOKEN_FIRST | TOKEN_TITLECASE | TOKEN_SHOUTED);

	/* Kelas VI, vitamin D: a numeral or letter alone names nothing. */
	if (token_at(f, at)->shape == SHAPE_UPPER && !person &&
	    (word->facts & FACT_ROMAN || word->lower.length == 1))
		return NULL;
	/* "Mawar itu layu": a determiner makes a noun of it. */
	if (first && !person && !word->middle && !word->person && is_determined(f, at))
		return NULL;
	if (!(word->facts & FACT_COMMON)) {
		if (first && !person && !word->middle && !(word->facts & (FACT_GIVEN | FACT_ORG)) &&
		    is_inflected(word->lower))
			return NULL;
		if (first && word->small && !word->middle && !person)
			return NULL;
		return first ? "no Indonesian word" : "capital";
	}
	if (word->facts & FACT_FUNCTION && !word->person)
		return NULL;
	/* "ujar Kejaksaan", "Pemerintah menilai": an ordinary word that speaks is no person. */
	if (person && (word->facts & FACT_GIVEN || (!first && strong)))
		return person;
	if (word->person && word->person + word->middle > word->small)
		return "later mention";
	if (word->facts & FACT_GIVEN) {
		if (!first)
			return "capital";
		return word->middle > word->small ? "capital elsewhere" : NULL;
	}
	return NULL;
}

/*
 * An ordinary word with a capital amid a sentence (Islam, Senat, KTP) is
 * recognised but left: the translator has a word for it.
 */
static uint32_t leave_word(struct name_finder *f, struct name_scene *scene, uint32_t at)
{
	const struct name_token *token = token_at(f, at);
	const struct name_word *word = word_at(f, at);
	struct name_found found = { .at = at,
				    .end = at + 1,
				    .kind = SULIH_KIND_NAME,
				    .ruling = SULIH_LEAVE,
				    .why = "ordinary word" };
	const char *refused = NULL;

	if (word->facts & FACT_FUNCTION)
		refused = "function word";
	else if (token->flags & (TOKEN_TITLECASE | TOKEN_SHOUTED))
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

/* An ordinary noun that begins the name: Parlemen Welsh, Barisan Pelopor. */
static bool is_descriptor(const struct name_finder *f, uint32_t at)
{
	return token_at(f, at)->shape == SHAPE_CAPITAL && token_facts(f, at) & FACT_COMMON &&
	       !(token_facts(f, at) & (FACT_GIVEN | FACT_MAP));
}

/* AS (34), berinisial RN: the initials are that person's through the document. */
static void bind_initials(struct name_finder *f, uint32_t at, uint32_t end)
{
	const struct name_token *token = token_at(f, at);
	const struct name_acronym person = { .start = at,
					     .count = 1,
					     .kind = SULIH_KIND_PERSON,
					     .ruling = SULIH_COPY,
					     .why = "initials" };

	if (end == at + 1 && token->shape == SHAPE_UPPER && token->end - token->start <= 4)
		acronym_bind(f, at, &person);
}

/* kuartal II-2025: numerals are no name. */
static bool is_numeral(const struct name_finder *f, uint32_t at, uint32_t end)
{
	for (uint32_t i = at; i < end; i++) {
		if (token_at(f, i)->kind == TOKEN_WORD && !(token_facts(f, i) & FACT_ROMAN))
			return false;
	}
	return end > at + 1;
}

uint32_t name_decide(struct name_finder *f, struct name_scene *scene, uint32_t at, uint32_t end)
{
	const char *person = person_evidence(f, scene, at, end), *why;
	struct name_words words = survey(f, at, end);
	/* What makes even ordinary words a person: Kapten Harapan, Pak Guntur, Bunga (17). */
	bool strong = person && (strcmp(person, "age") == 0 || strcmp(person, "initials") == 0 ||
				 (strcmp(person, "title") == 0 &&
				  (scene->title == TITLE_RANK || scene->title == TITLE_HONORIFIC)));
	struct name_found found = { .at = at, .end = end, .ruling = SULIH_COPY };

	if (words.count == 0 || is_numeral(f, at, end)) {
		name_refuse(f, at, end, "letter or numeral");
		return end;
	}
	if (f->collecting && strong && strcmp(person, "title") != 0)
		bind_initials(f, at, end);
	/* SIM is a driving licence, whoever else is called Sim. */
	if (token_facts(f, at) & FACT_TERM && token_at(f, at)->shape == SHAPE_UPPER &&
	    end == at + 1 && !strong)
		return leave_word(f, scene, at);
	if (words.count == 1 && end == at + 1) {
		why = single_evidence(f, at, person, strong);
		if (!why)
			return leave_word(f, scene, at);
		found.why = person ? person : why;
	} else if (!strong && !words.known &&
		   (words.common == words.count ||
		    (words.common && words.common == words.count - 1 && !words.given &&
		     !words.body && is_descriptor(f, at) && !stands_in(f, scene, at)))) {
		found.why = "descriptive";
		found.ruling = SULIH_LEAVE;
		if (words.count > 1 && !(token_at(f, at)->flags & TOKEN_FIRST))
			found.end = with_owner(f, end, scene->end);
	} else {
		found.why = person	  ? person
			    : words.given ? "given name"
			    : words.known ? "full name"
					  : "capitals";
	}
	found.kind = kind_of(f, scene, at, end, person, words);
	if (!f->collecting)
		found.evidence = name_evidence(f, scene, at, end, found.why);
	return name_take(f, scene, found);
}
