/* Titles, ranks, offices and honorifics: evidence for the name behind them. */
#include "lists.h"
#include "pipeline/protect/names/names.h"

static enum title_class title_class(struct sulih_view kind)
{
	static const struct {
		const char *kind;
		enum title_class class;
	} classes[] = {
		{ "office", TITLE_OFFICE },	  { "rank", TITLE_RANK },
		{ "honorific", TITLE_HONORIFIC }, { "royal", TITLE_ROYAL },
		{ "role", TITLE_ROLE },		  { "profession", TITLE_ROLE },
	};

	for (size_t i = 0; i < SULIH_COUNT(classes); i++) {
		if (sulih_view_is(kind, classes[i].kind))
			return classes[i].class;
	}
	return TITLE_NONE; /* degrees */
}

static bool is_acronym(const struct name_finder *f, uint32_t at)
{
	const struct name_token *token = token_at(f, at);

	return token->shape == SHAPE_UPPER && !(token->flags & TOKEN_SHOUTED) &&
	       token->end - token->start > 2;
}

/*
 * The list has offices with their bodies ("anggota dpr", "ketua umum partai"); a
 * body that is named in the text is a name of its own, so the title ends before it.
 */
static uint32_t title_end(struct name_finder *f, const struct name_scene *scene, uint32_t at,
			  uint32_t count)
{
	for (uint32_t i = at + 1; i < at + count; i++) {
		struct name_match map;
		struct sulih_row row;
		uint32_t head;

		/* Wali | Kota New York: the mayor, though the city is listed so */
		if (token_at(f, i)->kind != TOKEN_WORD || !token_is_capital(f, i) ||
		    (i + 1 == at + count && sulih_view_is(token_lower(f, i), "kota")))
			continue;
		/* Kapolres Metro | Jakarta Selatan: no town, and no part of the place */
		if (sulih_view_is(token_lower(f, i), "metro") && i + 1 == at + count &&
		    match_map(f, i + 1, scene->end, &map) && map.ruling == SULIH_MAP &&
		    !sulih_view_equal(map.target, tokens_text(f, i + 1, i + 1 + map.count)))
			continue;
		if (match_map(f, i, scene->end, &map) || is_acronym(f, i))
			return i;
		head = token_facts(f, i) & FACT_HEAD ? match_head(f, i, scene->end, &row) : 0;
		/* Kepala | Rutan Kelas IIB Sumenep */
		if (head && i + 1 == at + count && i + head < scene->end &&
		    token_is_capital(f, i + head) &&
		    (sulih_view_is(token_lower(f, i), "rutan") ||
		     sulih_view_is(token_lower(f, i), "lapas")))
			return i;
		/* Kepala | Dinas Kesehatan Kabupaten Sikka: the agency of a place is a name */
		if (head && sulih_view_is(sulih_row_column(&row, 3), "field") &&
		    at + count < scene->end && token_is_capital(f, at + count) &&
		    token_is_apart(f, at + count) &&
		    (begins_region(f, at + count, scene->end) ||
		     (match_map(f, at + count, scene->end, &map) && map.kind == SULIH_KIND_PLACE)))
			return i;
		/* Kepala | Kantor Imigrasi Ngurah Rai, Direktur | RSUD Abdul Moeloek */
		if (head && i + head >= at + count && i + head < scene->end &&
		    match_words(f, &sulih_list_eponyms, i + head, scene->end, &row))
			return i;
		/* Kepala Sekolah | SMPN 3 Depok: the school has its own head word */
		if (head && i + head == at + count && i + head < scene->end &&
		    token_facts(f, i + head) & FACT_HEAD &&
		    token_at(f, i + head)->shape == SHAPE_UPPER)
			continue;
		/* "Kepala Dinas Kesehatan"; but "Wali Kota Eri", "Sekretaris Kabinet Andi". */
		if (head && i + head < scene->end && token_is_capital(f, i + head) &&
		    i + head >= at + count && !(token_facts(f, i + head) & FACT_GIVEN) &&
		    sulih_view_is(sulih_row_column(&row, 1), "organization"))
			return i;
	}
	return at + count;
}

static bool is_abbreviated(const struct title_match *match, const struct name_token *token)
{
	return match->count == 1 && token->end - token->start <= 3;
}

/* MK Kabulkan Gugatan, MA Diam: a headline's comma behind an ordinary word parts no degree. */
static bool is_clause_end(const struct name_finder *f, const struct name_scene *scene,
			  uint32_t comma)
{
	return token_at(f, comma + 1)->flags & TOKEN_TITLECASE && comma > scene->start &&
	       (token_facts(f, comma - 1) & (FACT_COMMON | FACT_GIVEN)) == FACT_COMMON;
}

/* A title word that is a name in this place. */
static bool is_name_here(const struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	const struct name_token *token = token_at(f, at);
	const struct name_word *word = &f->words.items[token->word];
	bool alone = at + 1 >= scene->end || !token_is_capital(f, at + 1);

	/* Bpk is an honorific, BPK a body; MA is a court, but a degree behind a comma. */
	if (token->shape == SHAPE_UPPER && word->facts & FACT_MAP_UPPER &&
	    !(token->flags & TOKEN_SHOUTED) &&
	    (at == scene->start || !is_mark(f, at - 1, ',') || is_clause_end(f, scene, at - 1)))
		return true;
	if (token->flags & (TOKEN_TITLECASE | TOKEN_SHOUTED))
		return false;
	/* Raja Juli Antoni: no king is called July. */
	if (at + 1 < scene->end && token_facts(f, at + 1) & FACT_CALENDAR &&
	    token_at(f, at + 1)->shape == SHAPE_CAPITAL &&
	    (word->named > 0 || (at + 2 < scene->end && token_is_capital(f, at + 2))))
		return true;
	/* Kepala BPOM Taruna Ikrar, Ketua DPD Sultan Bachtiar: a cadet holds no office, and no
	 * sultan but that of Yogyakarta */
	if (!alone && scene->title_end == at && scene->title == TITLE_OFFICE &&
	    (sulih_view_is(word->lower, "taruna") ||
	     (sulih_view_is(word->lower, "sultan") && scene->body_end == at &&
	      token_facts(f, at + 1) & FACT_GIVEN &&
	      !sulih_view_starts(token_lower(f, at + 1), SULIH_VIEW("hamengku")))))
		return true;
	/* Mr and Ms are honorifics, MS are initials; and MRS where no name follows. */
	if (token->shape == SHAPE_UPPER &&
	    (sulih_view_is(word->lower, "ms") || sulih_view_is(word->lower, "mr") ||
	     (alone && sulih_view_is(word->lower, "mrs"))))
		return true;
	return alone && word->facts & FACT_GIVEN && (!(word->facts & FACT_COMMON) || word->person);
}

/*
 * Letjen TNI, Brigjen Pol. (Purn): the force, arm or retirement behind a rank is part of the
 * rank when a name follows; alone, "TNI" is a body.
 */
static uint32_t skip_force(const struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	uint32_t end = at;

	for (uint32_t i = at; i < scene->end && i < at + 8; i++) {
		if (token_at(f, i)->kind == TOKEN_MARK) {
			if (!is_mark(f, i, '(') && !is_mark(f, i, ')') && !is_mark(f, i, '.'))
				break;
			if (i > at)
				end = i + 1;
			continue;
		}
		if (!token_is_capital(f, i) || !token_is_cue(f, i, "force"))
			break;
		end = i + 1;
	}
	return end < scene->end && token_is_capital(f, end) ? end : at;
}

/*
 * Wakil Ketua I DPRD Bogor, Ketua Komisi XI, Deputi II Bidang Perekonomian: the numeral of an
 * office; I Gusti is a Balinese name, and C and D are initials.
 */
static uint32_t skip_numeral(const struct name_finder *f, const struct name_scene *scene,
			     uint32_t at)
{
	struct sulih_view text;

	if (at + 1 >= scene->end || token_at(f, at)->shape != SHAPE_UPPER ||
	    token_at(f, at)->flags & TOKEN_DOTTED || !token_is_capital(f, at + 1) ||
	    !token_is_apart(f, at + 1) || begins_balinese(f, at, scene->end))
		return at;
	text = token_text(f, token_at(f, at));
	for (size_t i = 0; i < text.length; i++)
		if (text.data[i] != 'I' && text.data[i] != 'V' &&
		    (text.data[i] != 'X' || text.length == 1))
			return at;
	return at + 1 + sulih_view_is(token_lower(f, at + 1), "bidang");
}

/* Ketua RT 05 RW 02 | Kelurahan X, Ketua RT 03/RW 04: the numbers of a neighbourhood are those of
 * the office. */
static uint32_t skip_neighbourhood(const struct name_finder *f, const struct name_scene *scene,
				   uint32_t at)
{
	static const char *const units[] = { "rt", "rw" };
	uint32_t end = at;

	if (!SULIH_VIEW_IS_ONE_OF(token_lower(f, at - 1), units))
		return at;
	for (uint32_t i = at; i < scene->end; i++) {
		if (token_at(f, i)->kind == TOKEN_NUMBER)
			end = i + 1;
		else if (!is_mark(f, i, '/') && !is_mark(f, i, '.') &&
			 !SULIH_VIEW_IS_ONE_OF(token_lower(f, i), units))
			break;
	}
	return end;
}

/* Initials that look like a degree or a saint, between a title and the name. */
static bool is_initials(const struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	static const char *const degrees[] = { "st", "se", "sh", "mt", "mm" };
	const struct name_token *token = token_at(f, at);

	if (token->shape != SHAPE_UPPER || token->flags & TOKEN_SHOUTED || scene->title_end != at ||
	    at + 1 >= scene->end || !token_is_apart(f, at + 1) || !token_is_capital(f, at + 1))
		return false;
	return SULIH_VIEW_IS_ONE_OF(token_lower(f, at), degrees);
}

/* Shi Yuqi, Ma Long: a degree that stands behind a name has a comma before it, or capitals. */
static bool is_syllable(const struct name_finder *f, const struct name_scene *scene, uint32_t at,
			const struct title_match *match)
{
	const struct name_token *token = token_at(f, at);

	return sulih_view_is(match->kind, "degree") && sulih_view_is(match->note, "after") &&
	       match->count == 1 && token->shape == SHAPE_CAPITAL &&
	       token->end - token->start <= 3 && at + 1 < scene->end && token_is_apart(f, at + 1) &&
	       token_is_capital(f, at + 1) &&
	       (at == scene->start || token_at(f, at - 1)->kind == TOKEN_WORD);
}

/* A short title that is never written with stops between its letters. */
static bool is_small_title(const struct name_finder *f, uint32_t at)
{
	static const char *const titles[] = { "h.j", "d.r", "i.r", "m.r", "n.y", "t.n" };

	return SULIH_VIEW_IS_ONE_OF(token_lower(f, at), titles);
}

/* The parties of a trial, who are counted. */
static bool is_party_word(struct sulih_view word)
{
	static const char *const words[] = { "terdakwa", "tersangka", "penggugat", "tergugat",
					     "pemohon",	 "termohon",  "saksi",	   "pelapor" };

	return SULIH_VIEW_IS_ONE_OF(word, words);
}

/*
 * A title at `at`: it is evidence for what follows and stays outside.  Small
 * letters make no degree or short honorific ("se", "h"); Gus, Bung and Ki belong
 * to the name.
 */
uint32_t parse_title(struct name_finder *f, struct name_scene *scene, uint32_t at)
{
	const struct name_token *token = token_at(f, at);
	struct title_match match;
	struct name_match map;
	uint32_t end;
	bool related;

	if (!(token_facts(f, at) & FACT_TITLE) || !match_title(f, at, scene->end, &match))
		return at;
	if (token->shape == SHAPE_LOWER &&
	    (sulih_view_is(match.kind, "degree") || is_abbreviated(&match, token)) &&
	    !sulih_view_is(match.kind, "honorific"))
		return at;
	if (is_syllable(f, scene, at, &match))
		return at;
	/* Jaksa Agung ST Burhanuddin: a degree stands behind its comma, initials before the name */
	if (is_initials(f, scene, at))
		return at;
	/* H.J. de Graaf, D.R. Sitompul: initials; Hj., Dr., Ir. have one capital */
	if (token->shape == SHAPE_UPPER && token->flags & TOKEN_DOTTED && is_small_title(f, at))
		return at;
	/* berinisial SR, MR (19): no sister, no mister */
	if (token->shape == SHAPE_UPPER && token->end - token->start <= 3 &&
	    (initials_announced(f, at, scene->start) || age_follows(f, at + 1, scene->end)))
		return at;
	/* Bocah Kaisar (9) */
	if (token->shape == SHAPE_CAPITAL && token_facts(f, at) & FACT_GIVEN &&
	    (age_follows(f, at + 1, scene->end) ||
	     (word_at(f, at)->person > 0 && sulih_view_is(match.kind, "royal") &&
	      begins_again(f, at, 1))))
		return at;
	if (token->shape != SHAPE_LOWER) {
		/* "kata Sutan", "MS Hidayat": no title but a name or initials. */
		if (match.count == 1 &&
		    (token_facts(f, at) & FACT_GROWN || begins_caste(f, at, scene->end) ||
		     is_name_here(f, scene, at)))
			return at;
		if (match_map(f, at, scene->end, &map) && map.count > match.count)
			return at;
	}
	/* Ibu Kota: no lady */
	if (match.count == 1 && sulih_view_is(token_lower(f, at), "ibu") && at + 1 < scene->end &&
	    sulih_view_is(token_lower(f, at + 1), "kota"))
		return at + 2;
	end = title_end(f, scene, at, match.count);
	if (end < scene->end && is_mark(f, end, '.') && !token_is_apart(f, end) &&
	    end + 1 < scene->end)
		end++;
	/* Sp.PD-KGEH: what a specialist is a consultant of */
	if (end + 1 < scene->end && sulih_view_is(match.kind, "degree") && is_mark(f, end, '-') &&
	    !token_is_apart(f, end) && !token_is_apart(f, end + 1) &&
	    token_at(f, end + 1)->shape == SHAPE_UPPER)
		end += 2;
	/* terdakwa II Slamet Riyadi: which of them; but saksi I Made Budi */
	if (end + 1 < scene->end && token_at(f, end)->shape == SHAPE_UPPER &&
	    token_facts(f, end) & FACT_ROMAN && token_is_apart(f, end + 1) &&
	    token_at(f, end + 1)->shape == SHAPE_CAPITAL && is_party_word(token_lower(f, at)) &&
	    !begins_balinese(f, end, scene->end))
		end++;
	scene->title = (uint8_t)title_class(match.kind);
	/* istri Gubernur Ansar Ahmad Dewi Kumalasari: whose office it is, and then she */
	related = scene->title_end == at && scene->post == POST_PERSON &&
		  sulih_view_is(match.kind, "office");
	scene->post = (uint8_t)post_class(match.note);
	if (related && (scene->post == POST_NONE || scene->post == POST_NATION))
		scene->post = POST_PERSON;
	/* putra Jokowi Gibran Rakabuming */
	if ((token->shape == SHAPE_LOWER || token->flags & TOKEN_FIRST) &&
	    (sulih_view_is(token_lower(f, at), "putra") ||
	     sulih_view_is(token_lower(f, at), "putri")))
		scene->post = POST_PERSON;
	if (scene->title == TITLE_RANK)
		end = skip_force(f, scene, end);
	if (scene->title == TITLE_OFFICE)
		end = skip_neighbourhood(f, scene, skip_numeral(f, scene, end));
	scene->title_start = at;
	scene->title_end = end;
	if (token->shape != SHAPE_LOWER)
		name_refuse(f, at, end, "office or title");
	return end;
}

bool is_field_word(const struct name_finder *f, uint32_t at)
{
	return token_at(f, at)->shape == SHAPE_CAPITAL &&
	       (sulih_view_is(token_lower(f, at), "bidang") ||
		sulih_view_is(token_lower(f, at), "urusan"));
}

/* "Menteri Pendidikan Dasar dan Menengah": the field of an office is no name. */
uint32_t skip_portfolio(struct name_finder *f, struct name_scene *scene, uint32_t at)
{
	struct name_match map;
	uint32_t i = at;

	if (scene->title != TITLE_OFFICE || scene->title_end != at || scene->post == POST_PLACE)
		return at;
	while (i < scene->end) {
		uint32_t next = i;

		if (is_mark(f, next, ',') && i > at)
			next++;
		if (next < scene->end && i > at && sulih_view_is(token_lower(f, next), "dan"))
			next++;
		if (next >= scene->end || !token_is_capital(f, next) ||
		    !(token_facts(f, next) & FACT_COMMON))
			break;
		/* Bidang Fatwa: what stands behind the word is a field, whatever it is else */
		if (next == i && (is_field_word(f, i) || (i > at && is_field_word(f, i - 1)))) {
			i++;
			continue;
		}
		if (token_facts(f, next) & (FACT_GIVEN | FACT_HEAD | FACT_FUNCTION) ||
		    match_map(f, next, scene->end, &map))
			break;
		if (word_at(f, next)->person)
			break;
		i = next + 1;
	}
	if (i > at)
		scene->title_end = i;
	return i;
}
