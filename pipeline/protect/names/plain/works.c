/* Titles of works: film "Laskar Pelangi", novel Bumi Manusia, film Dilan 1990. */
#include "base/letter.h"
#include "pipeline/protect/names/names.h"

/* Film Dilan 1990, Pengabdi Setan 2: the number at the end of a title; but "film Laskar
 * Pelangi 2 tahun lalu". */
static bool ends_with_number(const struct name_finder *f, uint32_t at, uint32_t end)
{
	const struct name_token *number = token_at(f, at);

	if (at + 1 >= end || number->kind != TOKEN_NUMBER || number->end - number->start > 4 ||
	    !token_is_apart(f, at) || number_counts(f, at, end))
		return false;
	/* 1,5 and 2.000 are amounts */
	for (uint32_t i = number->start; i < number->end; i++) {
		if (!sulih_byte_is_digit(f->text.data[i]))
			return false;
	}
	return token_at(f, at + 1)->kind != TOKEN_MARK || is_mark(f, at + 1, '.') ||
	       is_mark(f, at + 1, ',') || !(token_at(f, at + 1)->flags & TOKEN_GLUED);
}

/*
 * Pengepungan di Bukit Duri, Bintang di Surga: a small word inside a title whose first part is
 * of ordinary words; but "film Gundala di Jakarta", "film Dilan dan Bumi Manusia".
 */
static bool joins_title(struct name_finder *f, uint32_t start, uint32_t at, uint32_t end)
{
	struct name_match map;
	bool known;

	if (at + 1 >= end || !token_is_apart(f, at) || token_at(f, at)->shape != SHAPE_LOWER ||
	    !token_is_cue(f, at, "in-title") || !token_is_apart(f, at + 1) ||
	    token_at(f, at + 1)->shape != SHAPE_CAPITAL)
		return false;
	for (uint32_t i = start; i < at; i++) {
		if (token_at(f, i)->kind == TOKEN_WORD && !(token_facts(f, i) & FACT_COMMON))
			return false;
	}
	known = match_map(f, at + 1, end, &map);
	if (known && map.count == 1)
		return false;
	return token_facts(f, at + 1) & FACT_COMMON &&
	       (!known || ((at == start + 1 || is_mark(f, start + 1, '-')) &&
			   sulih_view_is(token_lower(f, at), "di")));
}

/* Sore: Istri dari Masa Depan; Norma: Antara Mertua dan Menantu */
static uint32_t subtitle_end(struct name_finder *f, uint32_t at, uint32_t limit)
{
	uint32_t end = run_end(f, at, limit);

	return (end == at + 1 || token_facts(f, at) & FACT_FUNCTION) &&
			       joins_title(f, at, end, limit)
		       ? run_end(f, end + 1, limit)
		       : end;
}

/* Avatar: Fire and Ash: a colon before further capitals, at least two of them or no ordinary
 * word. */
static bool goes_on(struct name_finder *f, uint32_t colon, uint32_t end)
{
	uint32_t next = colon + 1, behind;

	if (next >= end || !is_mark(f, colon, ':') || token_is_apart(f, colon) ||
	    !token_is_apart(f, next) || !token_is_capital(f, next) ||
	    /* Norma: Antara Mertua dan Menantu */
	    (token_facts(f, next) & FACT_FUNCTION &&
	     (next + 1 >= end || !token_is_capital(f, next + 1))))
		return false;
	behind = subtitle_end(f, next, end);
	return (behind > next + 1 || !(token_facts(f, next) & FACT_COMMON)) && behind < end &&
	       (token_at(f, behind)->shape == SHAPE_LOWER ||
		token_at(f, behind)->kind != TOKEN_WORD);
}

/* lagu Kala Cinta Menggoda | dan Anak Sekolah: songs are sung one after the other, so that two
 * rows of ordinary words are two titles; but lagu Benci dan Rindu.  The second, or `end`. */
static uint32_t second_song(const struct name_finder *f, uint32_t at, uint32_t end, uint32_t limit)
{
	uint32_t next = end + 1;

	return at > 0 && sulih_view_is(token_lower(f, at - 1), "lagu") && end > at + 1 &&
			       next + 1 < limit && sulih_view_is(token_lower(f, end), "dan") &&
			       token_facts(f, next) & token_facts(f, next + 1) & FACT_COMMON &&
			       !(token_facts(f, next + 1) & FACT_GIVEN) &&
			       run_end(f, next, limit) > next + 1
		       ? next
		       : end;
}

static uint32_t work_end(struct name_finder *f, uint32_t at, uint32_t limit)
{
	uint32_t end = run_end(f, at, limit);

	/* Cantik Itu Luka: a small word with a capital */
	while (end + 1 < limit && token_is_apart(f, end) && token_is_capital(f, end) &&
	       !(token_at(f, end)->flags & (TOKEN_FIRST | TOKEN_TITLECASE | TOKEN_SHOUTED)) &&
	       token_facts(f, end) & FACT_GRAMMAR && token_is_capital(f, end + 1) &&
	       token_is_apart(f, end + 1))
		end = run_end(f, end + 1, limit);
	if (second_song(f, at, end, limit) != end)
		return end;
	if (end < limit && joins_title(f, at, end, limit))
		end = run_end(f, end + 1, limit);
	/* Hujan di Bulan Juni */
	if (end < limit && token_facts(f, end) & FACT_CALENDAR && token_is_capital(f, end) &&
	    sulih_view_is(token_lower(f, end - 1), "bulan"))
		end++;
	if (end < limit && ends_with_number(f, end, limit))
		end++;
	if (end < limit && goes_on(f, end, limit)) {
		end = subtitle_end(f, end + 1, limit);
		if (end < limit && ends_with_number(f, end, limit))
			end++;
	}
	return end;
}

/* Behind the word at `at` that announces a work, before its title: how it is called, its genre,
 * where it is from. */
static uint32_t skip_kind(const struct name_finder *f, uint32_t at, uint32_t end)
{
	uint32_t i = at + 1;

	if (i + 2 < end && (sulih_view_is(token_lower(f, i), "berjudul") ||
			    sulih_view_is(token_lower(f, i), "bertajuk")))
		i++;
	/* film animasi Jumbo */
	if (i + 1 < end && token_at(f, i)->shape == SHAPE_LOWER && token_is_cue(f, i, "genre") &&
	    (token_facts(f, i + 1) & (FACT_GIVEN | FACT_COMMON)) != FACT_GIVEN)
		i++;
	/* drama Korea Squid Game, film India Dangal */
	if (i + 2 < end && token_is_capital(f, i) && token_is_apart(f, i + 1) &&
	    token_is_capital(f, i + 1) && token_is_cue(f, i, "land") && !is_free_case(f, i))
		i++;
	return i;
}

/* Aplikasi Sapa Warga: a product, whose name of ordinary words ends as titles do. */
static enum sulih_span_kind kind_behind(const struct name_finder *f, uint32_t at)
{
	return sulih_view_is(token_lower(f, at), "aplikasi") ? SULIH_KIND_PRODUCT : SULIH_KIND_WORK;
}

/* Without quotes around it no title of this kind begins at `at`. */
static bool is_no_work(struct name_finder *f, uint32_t at, uint32_t end, enum sulih_span_kind kind)
{
	struct name_match map;

	return is_free_case(f, at) ||
	       /* aplikasi Kawasan Ekonomi Khusus (KEK): of the body, no name of it */
	       (kind == SULIH_KIND_PRODUCT && token_facts(f, at) & FACT_HEAD) ||
	       token_facts(f, at) & (FACT_TITLE | FACT_CALENDAR) ||
	       (match_map(f, at, end, &map) && map.kind != SULIH_KIND_WORK) ||
	       /* Buku II Nota Keuangan: the second volume */
	       (token_at(f, at)->shape == SHAPE_UPPER && token_facts(f, at) & FACT_ROMAN);
}

static bool is_opening_quote(const struct name_finder *f, uint32_t at)
{
	return is_mark(f, at, '"') || is_mark(f, at, 0x201C) || is_mark(f, at, '\'') ||
	       is_mark(f, at, 0x2018);
}

static bool is_closing_quote(const struct name_finder *f, uint32_t at)
{
	return is_mark(f, at, '"') || is_mark(f, at, 0x201D) || is_mark(f, at, '\'') ||
	       is_mark(f, at, 0x2019);
}

/* The closing quote of the title at `at`; `at`: there is none near. */
static uint32_t quoted_end(const struct name_finder *f, uint32_t at, uint32_t limit)
{
	enum { LONGEST = 16 };

	for (uint32_t end = at; end < limit && end < at + LONGEST; end++)
		if (is_closing_quote(f, end))
			return end;
	return at;
}

/* Novel Baswedan: a name, with its capital amid the sentence, or where the article has it again. */
static bool is_person_here(const struct name_finder *f, uint32_t at)
{
	const struct name_token *token = token_at(f, at);

	return token_facts(f, at) & FACT_GIVEN && token->shape == SHAPE_CAPITAL &&
	       !is_free_case(f, at) && token_is_capital(f, at + 1) &&
	       (!(token->flags & TOKEN_FIRST) || begins_again(f, at, 2) ||
		word_at(f, at)->person > 0);
}

/* lukisan Van Gogh, puisi Jokpin: whose it is, of whom the document speaks as of a person. */
static bool is_authors(const struct name_finder *f, uint32_t at, uint32_t title, uint32_t end)
{
	if (f->collecting || !token_is_cue(f, at, "authored") || end > title + 4)
		return false;
	for (uint32_t i = title; i < end; i++)
		if (token_at(f, i)->kind == TOKEN_WORD && token_is_capital(f, i) &&
		    !(token_facts(f, i) & FACT_PARTICLE) &&
		    (word_at(f, i)->person == 0 ||
		     (token_facts(f, i) & (FACT_COMMON | FACT_GIVEN)) == FACT_COMMON))
			return false;
	return begins_again(f, title, end - title) || is_in_full_name(f, end - 1);
}

/* Single Submission, Single Window: a capital amid the sentence, no song */
static bool is_english_single(const struct name_finder *f, uint32_t at)
{
	return token_at(f, at)->shape == SHAPE_CAPITAL && !is_free_case(f, at) &&
	       sulih_view_is(token_lower(f, at), "single") && token_is_capital(f, at + 1);
}

/* film "Laskar Pelangi", novel Bumi Manusia: a work, whatever its words. */
uint32_t parse_work(struct name_finder *f, struct name_scene *scene, uint32_t at)
{
	struct name_found found = { .kind = kind_behind(f, at),
				    .ruling = SULIH_COPY,
				    .why = "work",
				    .evidence = tokens_text(f, at, at + 1) };
	bool quoted;

	if (at + 2 >= scene->end || is_person_here(f, at) || is_english_single(f, at))
		return at;
	found.at = skip_kind(f, at, scene->end);
	quoted = is_opening_quote(f, found.at);
	found.at += quoted ? 1 : 0;
	if (found.at >= scene->end || !token_is_capital(f, found.at))
		return at;
	if (quoted)
		found.end = quoted_end(f, found.at, scene->end);
	else
		found.end = is_no_work(f, found.at, scene->end, found.kind)
				    ? found.at
				    : work_end(f, found.at, scene->end);
	if (found.end == found.at || (!quoted && is_authors(f, at, found.at, found.end)))
		return at;
	at = quoted ? found.end : second_song(f, found.at, found.end, scene->end);
	if (at != found.end) {
		name_take(f, scene, found);
		found.at = at;
		found.end = run_end(f, at, scene->end);
	}
	return name_take(f, scene, found);
}
