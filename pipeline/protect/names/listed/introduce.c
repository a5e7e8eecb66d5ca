/* How a text introduces short forms of phrases, and what else stands for a name. */
#include "pipeline/protect/names/names.h"

#include "base/letter.h"

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

uint32_t spelled_from(const struct name_finder *f, uint32_t start, uint32_t end,
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

/* kredit pemilikan rumah (KPR): an ordinary noun has one meaning, except where its English is an
 * acronym, VAT of PPN, which may be another's; and any acronym where its English says so. */
static bool means_list(struct name_finder *f, uint32_t at, uint32_t end, uint32_t acronym)
{
	struct name_match known;

	if (!match_map(f, acronym, acronym + 1, &known) || known.ruling != SULIH_MAP)
		return false;
	return glosses_agree(f, at, end, known.target) ||
	       (token_facts(f, acronym) & FACT_TERM && known.target.length > 1 &&
		!sulih_byte_is_upper(known.target.data[1]));
}

/* The acronym stands for the words up to `end` that it spells, unless the lists say so anyway. */
static void bind_spelled(struct name_finder *f, uint32_t start, uint32_t end, uint32_t acronym,
			 enum sulih_span_kind kind)
{
	struct name_acronym meaning = { .kind = kind, .ruling = SULIH_COPY, .why = "introduced" };

	meaning.start = spelled_from(f, start, end, token_lower(f, acronym));
	if (meaning.start == NAMES_NONE || says_list(f, meaning.start, end, acronym, kind) ||
	    means_list(f, meaning.start, end, acronym))
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

/* per-wira ting-gi → pa-ti: the clip begins like the first word and goes on with letters of it,
 * and then of the second, in their order, two at least of each. */
static bool clips_words(struct sulih_view clip, struct sulih_view first, struct sulih_view second)
{
	if (clip.length < 4 || clip.data[0] != first.data[0])
		return false;
	for (size_t cut = 2; cut + 2 <= clip.length; cut++)
		if (clip.data[cut] == second.data[0] &&
		    acronym_fits(sulih_view_slice(clip, 0, cut), first) &&
		    acronym_fits(sulih_view_slice(clip, cut, clip.length), second))
			return true;
	return false;
}

/* perwira tinggi (Pati): a clip of small words that stand before its bracket, no regency. */
static void bind_clip(struct name_finder *f, uint32_t start, uint32_t end, uint32_t clip)
{
	struct name_acronym meaning = { .start = end - 2,
					.count = 2,
					.kind = SULIH_KIND_NAME,
					.ruling = SULIH_LEAVE,
					.why = "ordinary word" };

	if (end >= start + 2 && token_at(f, end - 2)->shape == SHAPE_LOWER &&
	    token_at(f, end - 1)->shape == SHAPE_LOWER &&
	    clips_words(token_lower(f, clip), token_lower(f, end - 2), token_lower(f, end - 1)))
		acronym_bind(f, clip, &meaning);
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
		else if (token_facts(f, acronym) & FACT_MAP)
			bind_clip(f, scene->start, at, acronym);
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
	uint32_t end = at;

	while (end > scene->start && (token_is_cue(f, end - 1, "short-form") ||
				      (end < at && token_is_cue(f, end - 1, "short-aside"))))
		end--;
	if (end == at)
		return;
	if (end > scene->start && is_mark(f, end - 1, ','))
		end--;
	if (end > scene->start)
		bind_doubtful(f, scene->start, end, at);
}

/* Bank Mandiri: from then on Mandiri with a capital is the bank, and no ordinary word. */
static void bind_short_name(struct name_finder *f, const struct name_found *found)
{
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
	if (token_at(f, word)->shape == SHAPE_CAPITAL && !is_free_case(f, word) &&
	    (token_facts(f, word) & (FACT_COMMON | FACT_GIVEN | FACT_PARTY)) == FACT_COMMON &&
	    token_is_cue(f, found->at, "one-word") &&
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
