/* How a text introduces short forms: `Nama Panjang (NP)`, and what else stands for a name. */
#include "pipeline/protect/names/names.h"

/* What a list has for the phrase, every word but the smallest with a capital; empty: nothing. */
static struct sulih_view listed_phrase(struct name_finder *f, uint32_t at, uint32_t end)
{
	struct sulih_buffer title = SULIH_BUFFER_INIT;
	struct sulih_row row = { .listed = false };
	char room[96];

	for (uint32_t i = at; i < end; i++) {
		bool small = sulih_view_is(token_lower(f, i), "dan");

		if (i > at)
			sulih_buffer_putc(&title, ' ');
		sulih_buffer_add(&title,
				 small ? token_lower(f, i)
				       : name_recase(token_lower(f, i), false, room, sizeof(room)));
	}
	for (unsigned i = 0; i < NAMES_MAP_TABLES && !title.failed && !row.listed; i++)
		row = sulih_table_find(names_map_tables[i], sulih_buffer_view(&title));
	f->failed |= title.failed != 0;
	sulih_buffer_release(&title);
	return row.listed ? sulih_row_column(&row, 2) : SULIH_VIEW("");
}

/* The first of the words up to `end` whose initials spell the acronym; NAMES_NONE: they do not. */
static uint32_t spelled_from(const struct name_finder *f, uint32_t start, uint32_t end,
			     struct sulih_view acronym)
{
	uint32_t i = end;

	for (size_t letter = acronym.length; letter > 0; i--) {
		if (i <= start || token_at(f, i - 1)->kind != TOKEN_WORD)
			return NAMES_NONE;
		if (token_lower(f, i - 1).data[0] == acronym.data[letter - 1])
			letter--;
		else if (!(token_facts(f, i - 1) & FACT_FUNCTION))
			return NAMES_NONE;
	}
	return i;
}

/* Whether the rules about listed names know already what the acronym of [at, end) means: of a body
 * only when the list of acronyms means the same, Partai Bulan Bintang being no UN. */
static bool says_list(struct name_finder *f, uint32_t at, uint32_t end, uint32_t acronym,
		      enum sulih_span_kind kind)
{
	const struct sulih_view listed = listed_phrase(f, at, end);
	struct name_match known;

	return listed.length > 0 &&
	       (kind != SULIH_KIND_ORGANIZATION || !match_map(f, acronym, acronym + 1, &known) ||
		sulih_view_equal(known.target, listed) || acronym_fits(known.target, listed));
}

/* The acronym stands for the words up to `end` that it spells, unless the lists say so anyway. */
static void bind_spelled(struct name_finder *f, uint32_t start, uint32_t end, uint32_t acronym,
			 enum sulih_span_kind kind)
{
	struct name_acronym meaning = { .kind = kind, .ruling = SULIH_COPY, .why = "introduced" };

	meaning.start = spelled_from(f, start, end, token_lower(f, acronym));
	if (meaning.start == NAMES_NONE || says_list(f, meaning.start, end, acronym, kind))
		return;
	meaning.count = end - meaning.start;
	if (token_facts(f, acronym) & FACT_TERM) {
		meaning.ruling = SULIH_LEAVE;
		meaning.why = "ordinary word";
	}
	acronym_bind(f, acronym, &meaning);
}

/* The same where no bracket behind the words says that the acronym is theirs: only of one that
 * might be another, or that nothing knows.  Slamet Budi Santoso alias SBS is a person. */
static void bind_doubtful(struct name_finder *f, uint32_t start, uint32_t end, uint32_t acronym)
{
	bool unknown = !(token_facts(f, acronym) & (FACT_MAP_UPPER | FACT_TERM | FACT_TITLE)) &&
		       token_is_capital(f, end - 1);

	if ((unknown || token_facts(f, acronym) & FACT_SENSES) &&
	    !(token_facts(f, end - 1) & FACT_GIVEN))
		bind_spelled(f, start, end, acronym,
			     token_is_capital(f, end - 1) ? SULIH_KIND_ORGANIZATION
							  : SULIH_KIND_NAME);
}

/*
 * pajak bumi dan bangunan (PBB), PBB (pajak bumi dan bangunan): an acronym of ordinary words is
 * no body of that name in the document.  The initials must be exact.
 */
void introduce_phrase(struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	enum { LONGEST = 12 };
	uint32_t acronym = bracketed_acronym(f, at, scene->end), close = at + 1;

	if (acronym) {
		if (token_at(f, acronym)->shape == SHAPE_UPPER)
			bind_spelled(f, scene->start, at, acronym, SULIH_KIND_NAME);
		return;
	}
	if (at == scene->start || token_at(f, at - 1)->shape != SHAPE_UPPER)
		return;
	while (close < scene->end && close < at + LONGEST && !is_mark(f, close, ')'))
		close++;
	if (close < scene->end && is_mark(f, close, ')') && close > at + 2)
		bind_doubtful(f, at + 1, close, at - 1);
}

/* pajak bumi dan bangunan atau PBB; Partai Bulan Bintang, yang disingkat PBB: asked at PBB. */
void introduce_aside(struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	static const char *const cues[] = { "atau",    "alias",	  "disingkat", "disebut",
					    "dikenal", "sebagai", "singkatnya" };
	static const char *const between[] = { "yang",	 "biasa",  "lazim", "kerap",
					       "sering", "dengan", "lebih", "nama" };
	uint32_t end = at;

	while (end > scene->start &&
	       (SULIH_VIEW_IS_ONE_OF(token_lower(f, end - 1), cues) ||
		(end < at && SULIH_VIEW_IS_ONE_OF(token_lower(f, end - 1), between))))
		end--;
	if (end == at)
		return;
	if (end > scene->start && is_mark(f, end - 1, ','))
		end--;
	if (end > scene->start)
		bind_doubtful(f, scene->start, end, at);
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

static bool has_given(const struct name_finder *f, const struct name_found *found)
{
	for (uint32_t i = found->at; i < found->end; i++)
		if (token_facts(f, i) & FACT_GIVEN)
			return true;
	return false;
}

/* Komisi Nasional Hak Asasi Manusia (Komnas HAM): a listed short form of several words, with the
 * same English, is taken into the span. */
static void take_listed_short(struct name_finder *f, struct name_found *found, uint32_t limit)
{
	uint32_t at = found->end + 1;
	struct name_match known;

	if (found->ruling != SULIH_MAP || found->kind == SULIH_KIND_PERSON || at + 2 >= limit ||
	    !is_mark(f, at - 1, '(') || !token_is_capital(f, at) ||
	    !match_map(f, at, limit, &known) || known.count < 2 || at + known.count >= limit ||
	    !is_mark(f, at + known.count, ')') || !sulih_view_equal(known.target, found->target))
		return;
	found->end = at + known.count + 1;
	found->target = NAME_JOIN(f, found->target, SULIH_VIEW(" ("),
				  tokens_text(f, at, at + known.count), SULIH_VIEW(")"));
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

/*
 * `Komisi Pemilihan Umum (KPU)`: the acronym is bound for the document.  It is
 * taken into the span of a body whose name is masked, so that both are rendered
 * together.
 */
void name_introduce(struct name_finder *f, struct name_found *found, uint32_t limit)
{
	struct name_acronym meaning = { 0 };
	struct name_match known;
	struct sulih_view text;
	uint32_t at;

	if (found->end >= limit || !is_mark(f, found->end, '('))
		return;
	at = bracketed_acronym(f, found->end, limit);
	/* Rini (Soemarno): the rest of a person's name */
	if (at && found->kind == SULIH_KIND_PERSON && found->end == found->at + 1 &&
	    token_at(f, at)->shape == SHAPE_CAPITAL &&
	    (token_facts(f, at) & (FACT_GIVEN | FACT_COMMON | FACT_MAP)) == FACT_GIVEN)
		found->end = at + 2;
	if (!at && found->end - found->at > 1) {
		take_listed_short(f, found, limit);
		take_pair(f, found, limit);
	}
	if (!at || found->end - found->at < 2 || found->end == at + 2)
		return;
	text = token_text(f, token_at(f, at));
	if (!acronym_fits(text, tokens_text(f, found->at, found->end)) &&
	    (found->ruling != SULIH_MAP || !acronym_fits(text, found->target)) &&
	    !is_foreign_acronym(f, found, at))
		return;
	/* Bank Sentral Amerika Serikat (AS): the country's, which the name has said */
	if (found->kind == SULIH_KIND_ORGANIZATION && found->ruling == SULIH_MAP &&
	    match_map(f, at, at + 1, &known) && known.kind == SULIH_KIND_PLACE) {
		found->end = at + 2;
		return;
	}
	/* Kepala Darul Quran (Daqu): no part of a person's name, so a body whatever stands before.
	 */
	if (found->kind == SULIH_KIND_PERSON && why_is(found->why, "title") &&
	    token_at(f, at)->end - token_at(f, at)->start > 2 && !has_given(f, found))
		found->kind = SULIH_KIND_ORGANIZATION;
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
	/* Forum Tani Blambangan (FTB), which is left: an acronym that comes again is masked here
	 * too */
	if (found->kind == SULIH_KIND_PERSON ||
	    (found->ruling == SULIH_LEAVE && token_at(f, at)->shape == SHAPE_UPPER &&
	     meaning.ruling != SULIH_LEAVE && comes_again(f, at) &&
	     !(at + 2 < limit && token_is_capital(f, at + 2))))
		return;
	if (found->ruling == SULIH_MAP) {
		struct sulih_view english = text;

		/* An acronym stays one: "(UN)", but not "(West Nusa Tenggara)". */
		if (meaning.ruling == SULIH_MAP && !sulih_view_equal(known.target, found->target) &&
		    !memchr(meaning.target.data, ' ', meaning.target.length))
			english = meaning.target;
		found->target =
			NAME_JOIN(f, found->target, SULIH_VIEW(" ("), english, SULIH_VIEW(")"));
	}
	found->end = at + 2;
}

/* Bank Mandiri: from then on Mandiri with a capital is the bank, and no ordinary word. */
static void bind_short_name(struct name_finder *f, const struct name_found *found)
{
	static const char *const heads[] = { "bank",   "partai", "grup",    "maskapai",
					     "harian", "koran",	 "majalah", "klub" };
	const struct name_acronym meaning = { .start = found->at,
					      .count = 2,
					      .kind = SULIH_KIND_ORGANIZATION,
					      .ruling = SULIH_COPY,
					      .why = "mentioned in full" };
	uint32_t word = found->at + 1;
	struct sulih_view text;

	if (found->end - found->at != 2)
		return;
	text = token_text(f, token_at(f, word));
	if (token_at(f, word)->shape == SHAPE_CAPITAL &&
	    !(token_at(f, word)->flags & (TOKEN_TITLECASE | TOKEN_SHOUTED)) &&
	    (token_facts(f, word) & (FACT_COMMON | FACT_GIVEN | FACT_PARTY)) == FACT_COMMON &&
	    SULIH_VIEW_IS_ONE_OF(token_lower(f, found->at), heads) &&
	    (found->ruling == SULIH_COPY ||
	     memmem(found->target.data, found->target.length, text.data, text.length)))
		acronym_bind(f, word, &meaning);
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

void name_bind_parts(struct name_finder *f, const struct name_found *found)
{
	if (found->kind == SULIH_KIND_PERSON && found->ruling == SULIH_MAP)
		bind_mapped_person(f, found);
	else if (found->kind == SULIH_KIND_ORGANIZATION && found->ruling != SULIH_LEAVE)
		bind_short_name(f, found);
}
