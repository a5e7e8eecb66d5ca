/* How far the title of a work reaches: Dilan 1990, Hujan di Bulan Juni, Agak Laen 2: Menyala
 * Pantiku. */
#include "base/letter.h"
#include "pipeline/protect/names/works/works.h"

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
		if (token_at(f, i)->kind == TOKEN_WORD &&
		    !(token_facts(f, i) & (FACT_COMMON | FACT_FUNCTION)))
			return false;
	}
	known = match_map(f, at + 1, end, &map);
	if (known && map.count == 1)
		return false;
	/* Tawa dan | Semua Aku Dirayakan, Bulan Bawa Bintang dan | Menari: the next title of a row
	 */
	if (sulih_view_is(token_lower(f, at), "dan") &&
	    (at >= start + 3 || (token_facts(f, at + 1) & FACT_FUNCTION && at + 2 < end &&
				 token_is_capital(f, at + 2))))
		return false;
	return token_facts(f, at + 1) & (FACT_COMMON | FACT_FUNCTION) &&
	       (!known || ((at == start + 1 || is_mark(f, start + 1, '-')) &&
			   sulih_view_is(token_lower(f, at), "di")));
}

/* Cantik Itu Luka, Malam Jumat Kliwon, Yang Masih di Bawah Umur: small words and days with a
 * capital belong to a title. */
static uint32_t title_words_end(const struct name_finder *f, uint32_t at, uint32_t limit)
{
	enum { LONGEST = 40 }; /* keeps the work linear, as in a run */
	uint32_t end;

	if (limit - at > LONGEST)
		limit = at + LONGEST;
	end = run_end(f, at, limit);
	while (end + 1 < limit && token_is_apart(f, end) && token_is_capital(f, end) &&
	       !(token_at(f, end)->flags & TOKEN_SILENT) &&
	       token_facts(f, end) & (FACT_GRAMMAR | FACT_CALENDAR) &&
	       token_is_capital(f, end + 1) && token_is_apart(f, end + 1))
		end = run_end(f, end + 1, limit);
	return end;
}

/* Sore: Istri dari Masa Depan; Norma: Antara Mertua dan Menantu */
static uint32_t subtitle_end(struct name_finder *f, uint32_t at, uint32_t limit)
{
	uint32_t end = title_words_end(f, at, limit);

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
	/* Layangan Putus 2: Reza Rahadian Absen */
	if (is_free_case(f, next) && behind == next + 2 && is_only_given(token_facts(f, next)) &&
	    is_only_given(token_facts(f, next + 1)))
		return false;
	return (behind > next + 1 || !(token_facts(f, next) & FACT_COMMON)) && behind < end &&
	       (token_at(f, behind)->shape == SHAPE_LOWER ||
		token_at(f, behind)->kind != TOKEN_WORD);
}

/* Agak Laen | 2: Menyala Pantiku: the number of a sequel and its own title behind what ends at
 * `end`. */
uint32_t sequel_end(struct name_finder *f, uint32_t end, uint32_t limit)
{
	if (end < limit && ends_with_number(f, end, limit))
		end++;
	if (end < limit && goes_on(f, end, limit)) {
		end = subtitle_end(f, end + 1, limit);
		if (end < limit && ends_with_number(f, end, limit))
			end++;
	}
	return end;
}

/* lagu Kala Cinta Menggoda | dan Anak Sekolah: songs are sung one after the other, so that two
 * rows of ordinary words are two titles; but lagu Benci dan Rindu. */
static bool ends_song(const struct name_finder *f, uint32_t at, uint32_t end, uint32_t limit)
{
	uint32_t next = end + 1;

	return at > f->from && sulih_view_is(token_lower(f, at - 1), "lagu") && end > at + 1 &&
	       next + 1 < limit && sulih_view_is(token_lower(f, end), "dan") &&
	       token_facts(f, next) & token_facts(f, next + 1) & FACT_COMMON &&
	       !(token_facts(f, next + 1) & FACT_GIVEN) &&
	       title_words_end(f, next, limit) > next + 1;
}

/* film Ada Apa dengan Cinta? kembali tayang: the mark is the title's, since the sentence goes on.
 */
static uint32_t behind_own_mark(const struct name_finder *f, uint32_t end, uint32_t limit)
{
	return end + 1 < limit && (is_mark(f, end, '?') || is_mark(f, end, '!')) &&
			       !token_is_apart(f, end) && token_is_apart(f, end + 1) &&
			       token_at(f, end + 1)->shape == SHAPE_LOWER
		       ? end + 1
		       : end;
}

uint32_t work_end(struct name_finder *f, uint32_t at, uint32_t limit)
{
	uint32_t end = title_words_end(f, at, limit);

	if (ends_song(f, at, end, limit))
		return end;
	if (end < limit && joins_title(f, at, end, limit))
		end = run_end(f, end + 1, limit);
	/* Hujan di Bulan Juni */
	if (end < limit && token_facts(f, end) & FACT_CALENDAR && token_is_capital(f, end) &&
	    sulih_view_is(token_lower(f, end - 1), "bulan"))
		end++;
	return behind_own_mark(f, sequel_end(f, end, limit), limit);
}
