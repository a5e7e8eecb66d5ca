/* Titles of works behind what announces them: film "Laskar Pelangi", novel Bumi Manusia, lagu
 * barunya yang berjudul "Rumah". */
#include "lists.h"
#include "pipeline/protect/names/listed/match.h"
#include "pipeline/protect/names/works/works.h"

/* berjudul, bertajuk: what follows is a title, whatever its words. */
static bool calls(const struct name_finder *f, uint32_t at)
{
	return token_is_cue(f, at, "titled");
}

/* film ke-21 | berjudul X, lagu barunya yang | bertajuk X: a work is spoken of; a study or a
 * discussion has a title too, which the translator turns into English. */
static bool calls_work(const struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	enum { FARTHEST = 8 };

	for (uint32_t i = at; i > scene->start && i + FARTHEST > at; i--)
		if (token_facts(f, i - 1) & FACT_WORK && !calls(f, i - 1))
			return true;
	return false;
}

/* How a title is announced: what was read between the word for the work and its title. */
struct announced {
	uint32_t at;  /* where the title begins, or its quotation mark */
	bool called;  /* berjudul: a title, whatever its words */
	bool several; /* film-film seperti: one title or more */
};

/* lagu-lagu: the second half of the word at `at` */
static uint32_t skip_double(const struct name_finder *f, uint32_t at, uint32_t end)
{
	return at + 3 < end && is_mark(f, at + 1, '-') && !token_is_apart(f, at + 1) &&
			       token_at(f, at + 2)->word == token_at(f, at)->word
		       ? at + 3
		       : at + 1;
}

/* film animasi Jumbo, drama keluarga X: the genre, which may have two words */
static uint32_t skip_genre(const struct name_finder *f, uint32_t at, uint32_t end)
{
	while (at + 1 < end && token_at(f, at)->shape == SHAPE_LOWER &&
	       token_is_cue(f, at, "genre") && !is_only_given(token_facts(f, at + 1)))
		at++;
	return at;
}

/* seperti, antara lain: titles follow; tiga lagu, yakni */
static uint32_t such_as_end(const struct name_finder *f, uint32_t at, uint32_t end)
{
	if (at + 2 < end && sulih_view_is(token_lower(f, at), "antara") &&
	    sulih_view_is(token_lower(f, at + 1), "lain"))
		return at + 2;
	return at + 1 < end && token_at(f, at)->shape == SHAPE_LOWER &&
			       token_is_cue(f, at, "such-as")
		       ? at + 1
		       : at;
}

/* dua lagu baru, | Tawa dan Menanti Hujan: ordinary words with capitals behind the comma. */
static bool begins_after_comma(struct name_finder *f, uint32_t comma, uint32_t end)
{
	return is_mark(f, comma, ',') && comma + 1 < end && token_is_apart(f, comma + 1) &&
	       is_title_of_words(f, comma + 1, end);
}

/* The same where up to two small words say which works they are, and behind a comma: lagu-lagu
 * lawas seperti X, tiga lagu, yakni X. */
static uint32_t skip_such_as(struct name_finder *f, uint32_t at, uint32_t end)
{
	for (uint32_t i = at; i < at + 4 && i + 1 < end; i++) {
		uint32_t next = such_as_end(f, i, end);

		if (next != i && (token_is_capital(f, next) || is_opening_quote(f, next)))
			return next;
		if (i > at && begins_after_comma(f, i, end))
			return i + 1;
		if (!is_mark(f, i, ',') &&
		    (token_at(f, i)->shape != SHAPE_LOWER || token_facts(f, i) & FACT_GRAMMAR))
			break;
	}
	return at;
}

/* Behind the word at `at` that announces a work, before its title: its genre, where it is from,
 * how it is called. */
static struct announced read_announcement(struct name_finder *f, uint32_t at, uint32_t end)
{
	struct announced title = { .at = skip_double(f, at, end), .called = calls(f, at) };
	uint32_t next;

	if (title.at + 2 < end && calls(f, title.at)) {
		title.called = true;
		title.at++;
	}
	title.at = skip_genre(f, title.at, end);
	/* drama Korea Squid Game, lagu Batak Sai Anju Ma Au; film Anda Setan Jawa: whose it is */
	if (title.at + 2 < end && token_is_capital(f, title.at) &&
	    !(token_facts(f, title.at + 1) & FACT_COMPASS) && token_is_apart(f, title.at + 1) &&
	    token_is_capital(f, title.at + 1) &&
	    (sulih_view_is(token_lower(f, title.at), "anda") ||
	     (token_is_cue(f, title.at, "land") && !is_free_case(f, title.at))))
		title.at++;
	next = skip_such_as(f, title.at, end);
	title.several = next != title.at;
	title.at = next;
	return title;
}

/* Aplikasi Sapa Warga: a product, whose name of ordinary words ends as titles do. */
static enum sulih_span_kind kind_behind(const struct name_finder *f, uint32_t at)
{
	return sulih_view_is(token_lower(f, at), "aplikasi") ? SULIH_KIND_PRODUCT : SULIH_KIND_WORK;
}

/* Sutradara Hanung, Presiden: who somebody is; but Orang-Orang Oetimu, Ratu Adil, and Yang Mulia,
 * which begins with a word of grammar. */
static bool is_title_of_office(struct name_finder *f, uint32_t at, uint32_t end)
{
	const uint32_t facts = token_facts(f, at);

	if ((facts & (FACT_TITLE | FACT_GRAMMAR)) != FACT_TITLE)
		return false;
	if (at + 2 < end && is_mark(f, at + 1, '-') &&
	    token_at(f, at + 2)->word == token_at(f, at)->word)
		return false;
	return !is_row_of_words(f, at, work_end(f, at, end));
}

/* Without quotes around it no title of this kind begins at `at`. */
static bool is_no_work(struct name_finder *f, uint32_t at, uint32_t end, enum sulih_span_kind kind,
		       bool called)
{
	struct name_match map;

	if (called && !is_free_case(f, at))
		return false;
	return is_free_case(f, at) || sulih_view_is(token_lower(f, at), "anda") ||
	       /* Album Terbaik, film Indonesia */
	       token_is_cue(f, at, "no-title") ||
	       /* aplikasi Kawasan Ekonomi Khusus (KEK): of the body, no name of it */
	       (kind == SULIH_KIND_PRODUCT && token_facts(f, at) & FACT_HEAD) ||
	       token_facts(f, at) & FACT_CALENDAR || is_title_of_office(f, at, end) ||
	       /* a listed work with an English title of its own (Bumi Manusia) */
	       (match_map(f, at, end, &map) &&
		(map.kind != SULIH_KIND_WORK ||
		 !sulih_view_equal(map.target, tokens_text(f, at, at + map.count)))) ||
	       /* Buku II Nota Keuangan: the second volume */
	       (token_at(f, at)->shape == SHAPE_UPPER && token_facts(f, at) & FACT_ROMAN);
}

uint32_t quoted_end(const struct name_finder *f, uint32_t at, uint32_t limit)
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
	if (!token_is_cue(f, at, "authored") || end > title + 4)
		return false;
	/* album Danilla Riyadi: a whole name, none of it a word */
	if (end == title + 2 &&
	    !((token_facts(f, title) | token_facts(f, title + 1)) & FACT_COMMON) &&
	    token_facts(f, title) & token_facts(f, title + 1) & FACT_GIVEN &&
	    !(token_facts(f, title) & FACT_FAMILY))
		return true;
	if (f->collecting)
		return false;
	for (uint32_t i = title; i < end; i++)
		if (token_at(f, i)->kind == TOKEN_WORD && token_is_capital(f, i) &&
		    !(token_facts(f, i) & FACT_PARTICLE) &&
		    (word_at(f, i)->person == 0 || is_only_common(token_facts(f, i))))
			return false;
	return begins_again(f, title, end - title) || is_in_full_name(f, end - 1);
}

/* Single Submission, Single Window: a capital amid the sentence, no song */
static bool is_english_single(const struct name_finder *f, uint32_t at)
{
	return token_at(f, at)->shape == SHAPE_CAPITAL && !is_free_case(f, at) &&
	       sulih_view_is(token_lower(f, at), "single") && token_is_capital(f, at + 1);
}

/* film | 27 Steps of May, novel 5 Sekawan: a title that a number begins; but film 2 Agustus. */
static bool begins_with_number(struct name_finder *f, uint32_t at, uint32_t limit)
{
	const uint32_t other = FACT_CALENDAR | FACT_TITLE | FACT_HEAD | FACT_FUNCTION;
	struct name_match map;

	return at + 2 < limit && token_at(f, at)->kind == TOKEN_NUMBER && token_length(f, at) < 4 &&
	       token_is_apart(f, at) && token_is_apart(f, at + 1) && token_is_capital(f, at + 1) &&
	       !is_free_case(f, at + 1) && !(token_facts(f, at + 1) & other) &&
	       !number_counts(f, at, limit) && !match_map(f, at + 1, limit, &map);
}

bool read_title(struct name_finder *f, uint32_t limit, bool called, struct name_found *found)
{
	if (found->at >= limit)
		return false;
	if (is_opening_quote(f, found->at)) {
		found->at++;
		found->end = found->at < limit && token_is_capital(f, found->at)
				     ? quoted_end(f, found->at, limit)
				     : found->at;
		/* "Bumi Manusia," katanya */
		if (found->end > found->at && is_mark(f, found->end - 1, ','))
			found->end--;
	} else if (begins_with_number(f, found->at, limit)) {
		found->end = work_end(f, found->at + 1, limit);
	} else if (!token_is_capital(f, found->at) ||
		   is_no_work(f, found->at, limit, found->kind, called)) {
		found->end = found->at;
	} else {
		found->end = work_end(f, found->at, limit);
		/* Film Cerita Panjang Terbaik: what a prize is for */
		if (!called && found->end > found->at &&
		    token_is_cue(f, found->end - 1, "superlative"))
			found->end = found->at;
	}
	return found->end > found->at;
}

/* Pelantun Firasat | dan Semusim: who sings is known by songs, not by one with a joint in it. */
static uint32_t before_and(const struct name_finder *f, uint32_t at, uint32_t end)
{
	for (uint32_t i = at + 1; i < end; i++)
		if (sulih_view_is(token_lower(f, i), "dan") && token_at(f, i)->shape == SHAPE_LOWER)
			return i;
	return end;
}

/* film "Laskar Pelangi", novel Bumi Manusia, lagu "Rumah" dan "Pulang": works, whatever their
 * words; the token behind them, or `at`. */
uint32_t parse_work(struct name_finder *f, struct name_scene *scene, uint32_t at)
{
	struct name_found found = { .kind = kind_behind(f, at),
				    .ruling = SULIH_COPY,
				    .why = "work",
				    .evidence = tokens_text(f, at, at + 1) };
	struct announced title;

	if (at + 2 >= scene->end || is_person_here(f, at) || is_english_single(f, at) ||
	    (calls(f, at) && !calls_work(f, scene, at)))
		return at;
	title = read_announcement(f, at, scene->end);
	found.at = title.at;
	/* lagu Ibu milik Iwan Fals: whose it is says that it is one */
	title.called |= title.at + 1 < scene->end &&
			token_at(f, title.at)->shape == SHAPE_CAPITAL &&
			token_is_cue(f, title.at + 1, "maker");
	if (!read_title(f, scene->end, title.called, &found) ||
	    /* buku Farley | berjudul X: whose it is */
	    (!title.called && found.end < scene->end && calls(f, found.end)))
		return at;
	if (!is_opening_quote(f, found.at - 1)) {
		if (sulih_view_is(token_lower(f, at), "pelantun"))
			found.end = before_and(f, found.at, found.end);
		if (is_authors(f, at, found.at, found.end))
			return at;
	}
	at = name_take(f, scene, found);
	/* of applications too */
	scene->row = (struct title_row){ .first = found.at,
					 .end = at,
					 .kind = found.kind,
					 .quoted = is_opening_quote(f, found.at - 1),
					 .several = title.several,
					 .called = title.called };
	return at;
}
