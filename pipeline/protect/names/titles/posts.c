/* Offices and people of a place: where the place ends and the person begins.  Villages and
 * precincts are too many for a list, so the forms of persons' names have to tell. */
#include "base/letter.h"
#include "pipeline/protect/names/titles/titles.h"

/* Prihatmoko, Suryaningsih: no village is called so. */
static bool has_persons_ending(const struct name_finder *f, uint32_t at)
{
	return word_ends_like(token_lower(f, at), "person");
}

/* A name that is nothing else: what a person's name begins with behind that of a village. */
static bool is_given_word(const struct name_finder *f, uint32_t at)
{
	return token_is_capital(f, at) && is_only_given(token_facts(f, at));
}

/* Sukamaju, Dadang Hermawan, …: a comma between the place and who holds the office; Budi is a word
 * too, and Arsin in no list, but commas stand around them. */
static bool holder_behind_comma(const struct name_finder *f, const struct name_scene *scene,
				uint32_t end)
{
	const uint32_t other = FACT_COMMON | FACT_LISTED | FACT_HEAD | FACT_TITLE;
	uint32_t next = end + 1, behind;

	if (next >= scene->end || !is_mark(f, end, ',') || !token_is_capital(f, next))
		return false;
	behind = run_end(f, next, scene->end);
	if (behind >= scene->end)
		return false;
	return is_given_word(f, next) ||
	       ((is_mark(f, behind, ',') || is_mark(f, behind, '(')) &&
		(token_facts(f, next) & FACT_GIVEN || !(token_facts(f, next) & other)));
}

/* warga Cempaka Baru in a headline: what villages are told apart by. */
static uint32_t skip_epithet(const struct name_finder *f, uint32_t at, uint32_t end)
{
	return at < end && token_is_apart(f, at) && token_is_capital(f, at) &&
			       token_is_cue(f, at, "epithet")
		       ? at + 1
		       : at;
}

/* Behind "warga" stands a place, unless the word is a name and nothing else. */
static bool is_home(const struct name_finder *f, const struct name_scene *scene, uint32_t at,
		    uint32_t end)
{
	/* warga RT 07, penduduk Berumur 15 Tahun */
	return scene->title == TITLE_ROLE && scene->post == POST_PLACE &&
	       !is_only_common(token_facts(f, at)) && !is_given_word(f, at) &&
	       !has_persons_ending(f, at) && !age_follows(f, end, scene->end);
}

enum post post_class(struct sulih_view note)
{
	if (sulih_view_is(note, "place"))
		return POST_PLACE;
	if (sulih_view_is(note, "nation"))
		return POST_NATION;
	if (sulih_view_is(note, "person"))
		return POST_PERSON;
	if (sulih_view_is(note, "either"))
		return POST_EITHER;
	if (sulih_view_is(note, "kin"))
		return POST_KIN;
	return sulih_view_is(note, "firm") ? POST_FIRM : POST_NONE;
}

/* "bin", "binti": whose child the person is that stands before it. */
static bool is_filiation(const struct name_finder *f, uint32_t at)
{
	return sulih_view_is(token_lower(f, at), "bin") ||
	       sulih_view_is(token_lower(f, at), "binti");
}

/* Camat Ngadirejo | Drs. Sutopo, Kapolsek Menteng | Kompol Netty: a rank or degree behind the
 * place; nobody's name goes on with one. */
static bool precedes_ranked(struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	struct title_match title;
	uint32_t behind;

	if (at >= scene->end || !token_is_apart(f, at) || !(token_facts(f, at) & FACT_TITLE) ||
	    !match_title(f, at, scene->end, &title) ||
	    !(sulih_view_is(title.kind, "rank") || sulih_view_is(title.kind, "degree") ||
	      sulih_view_is(title.kind, "honorific")))
		return false;
	behind = at + title.count;
	if (behind < scene->end && is_mark(f, behind, '.'))
		behind++;
	return behind < scene->end && token_is_apart(f, behind) && token_is_capital(f, behind);
}

/* A word that no list has, as most names of villages of one word are. */
static bool is_strange(const struct name_finder *f, uint32_t at)
{
	return token_at(f, at)->shape == SHAPE_CAPITAL && token_is_apart(f, at) &&
	       !(token_facts(f, at) &
		 (FACT_COMMON | FACT_GIVEN | FACT_MAP | FACT_HEAD | FACT_TITLE | FACT_COMPASS)) &&
	       !token_is_cue(f, at, "epithet");
}

/* Kampung Kiwo | Yemis Telenggen: the last word at `i` is the person's, and behind a village of one
 * word so is the one before it. */
static uint32_t before_last(const struct name_finder *f, uint32_t at, uint32_t i, uint32_t end)
{
	return i + 1 == end && i > at + 1 && is_strange(f, at) && is_strange(f, i - 1) ? i - 1 : i;
}

/* Where in [at, end) a person begins behind a first word; `end`: nowhere. */
static uint32_t person_start(struct name_finder *f, uint32_t at, uint32_t end)
{
	struct title_match title;

	for (uint32_t i = at + 1; i < end; i++) {
		/* PP Al-Ikhlas | KH. Ahmad Fauzan */
		if (token_is_apart(f, i) && token_facts(f, i) & FACT_TITLE &&
		    token_is_capital(f, i) && !(token_facts(f, i) & FACT_GIVEN) &&
		    match_title(f, i, end, &title) && sulih_view_is(title.kind, "honorific"))
			return i;
		/* Kohod | Arsin bin Asip */
		if (i + 2 < end && token_is_apart(f, i) && is_filiation(f, i + 1))
			return i;
		/* Wonua Raya | Rokiman: what villages are told apart by, then one word */
		if (i == at + 2 && i + 1 == end && is_strange(f, i) && is_strange(f, at) &&
		    token_is_cue(f, i - 1, "epithet"))
			return i;
		/* Ketua GRIB Jaya | Rosario de Marshal */
		if (i + 1 < end && token_is_capital(f, i) && token_is_beside(f, i, "firm") &&
		    is_given_word(f, i + 1))
			continue;
		/* Wairasa | Melkianus Umbu */
		if (token_is_apart(f, i) && token_is_capital(f, i) &&
		    !(token_facts(f, i) & (FACT_COMMON | FACT_MAP)) && has_persons_ending(f, i))
			return before_last(f, at, i, end);
		/* Sialang Sakti | Erni Juwita: the village's, since a first name stands behind it
		 */
		if (i == at + 1 && skip_epithet(f, i, end) > i && i + 1 < end &&
		    token_is_apart(f, i + 1) && token_is_capital(f, i + 1) &&
		    (token_facts(f, i + 1) & (FACT_GIVEN | FACT_FAMILY)) == FACT_GIVEN)
			continue;
		if (!token_is_apart(f, i) || !(token_facts(f, i) & FACT_GIVEN) ||
		    !token_is_capital(f, i) || (i + 1 < end && is_mark(f, i + 1, '-')))
			continue;
		/* Wadas | Budi Santoso, but Suka Indah | Budi Santoso */
		if (is_given_word(f, i) && token_facts(f, i) & FACT_FAMILY)
			return before_last(f, at, i, end);
		if (is_given_word(f, i) || (i + 1 < end && token_facts(f, i + 1) & FACT_GIVEN &&
					    skip_epithet(f, i, end) == i))
			return i;
	}
	return end;
}

/* Direktur | Wilayah II: which of them; Sistem dan | Tata Kelola: a word that is a name too, but a
 * noun behind it goes on the field, where it is `joined` to one. */
bool begins_compound(const struct name_finder *f, uint32_t at, uint32_t end, bool joined)
{
	const uint32_t both = FACT_GIVEN | FACT_COMMON;

	if (at + 1 < end && sulih_view_is(token_lower(f, at), "wilayah"))
		return token_facts(f, at + 1) & FACT_ROMAN &&
		       token_at(f, at + 1)->shape == SHAPE_UPPER;
	return joined && at + 1 < end && (token_facts(f, at) & both) == both &&
	       token_at(f, at + 1)->shape == SHAPE_CAPITAL && token_is_apart(f, at + 1) &&
	       is_only_common(token_facts(f, at + 1)) && token_at(f, at)->shape == SHAPE_CAPITAL;
}

/* Mixue | Zhang Hongchao: Chinese and Korean names begin with that of the family. */
static bool is_surname_first(const struct name_finder *f, uint32_t at)
{
	struct sulih_row row = given_row(f, at);
	struct sulih_view origin = sulih_row_column(&row, 2);

	return sulih_view_is(origin, "chinese") || sulih_view_is(origin, "korean");
}

/* Camat Marlundu Siregar, Direktur Prihatmoko Budi: a first name that no list has. */
static bool is_unlisted_first_name(const struct name_finder *f, uint32_t at, uint32_t person)
{
	return person == at + 1 &&
	       ((token_facts(f, person) & FACT_FAMILY && !is_surname_first(f, person)) ||
		has_persons_ending(f, at));
}

/* detikSumbagsel, kumparanNEWS */
static bool is_small_brand(const struct name_finder *f, uint32_t at)
{
	return token_at(f, at)->shape == SHAPE_MIXED &&
	       sulih_byte_is_lower(token_text(f, token_at(f, at)).data[0]);
}

/* Direktur Utama Karya Beton | Sutrisno, pendiri Rumah Belajar |, Rina Wati, …: generic words are
 * written small. */
uint32_t house_end(const struct name_finder *f, const struct name_scene *scene, uint32_t at,
		   uint32_t end)
{
	enum { MOST = 4 };
	uint32_t i = at;

	if (scene->title_end != at || !token_is_cue(f, at - 1, "whole"))
		return at;
	while (i < end && i < at + MOST && token_is_apart(f, i) &&
	       token_at(f, i)->shape == SHAPE_CAPITAL &&
	       !(token_at(f, i)->flags & (TOKEN_TITLECASE | TOKEN_FIRST)) &&
	       token_facts(f, i) & FACT_COMMON &&
	       !(token_facts(f, i) &
		 (FACT_GIVEN | FACT_FUNCTION | FACT_HEAD | FACT_TITLE | FACT_MAP)))
		i++;
	return i >= at + 2 && i < end &&
			       ((token_is_apart(f, i) &&
				 (is_given_word(f, i) || has_persons_ending(f, i))) ||
				holder_behind_comma(f, scene, i))
		       ? i
		       : at;
}

/* A person's name may begin at `at` and go on to `end`. */
static bool begins_holder(const struct name_finder *f, uint32_t at, uint32_t end)
{
	const uint32_t other = FACT_COMMON | FACT_ORG | FACT_MAP | FACT_TITLE | FACT_HEAD;

	return token_is_capital(f, at) && token_is_apart(f, at) &&
	       (token_facts(f, at) & FACT_GIVEN
			? !(token_facts(f, at) & FACT_COMMON) || at + 1 < end
			: at + 1 < end && !(token_facts(f, at) & other));
}

/* What firms are called by, and no person: Agro, Group; in doubt no ordinary word either
 * (Kontraktor). */
static bool is_firm_word(const struct name_finder *f, uint32_t at, bool doubtful)
{
	return token_facts(f, at) & FACT_ORG || token_is_beside(f, at, "trade") ||
	       (!doubtful && is_only_common(token_facts(f, at)) &&
		!(token_facts(f, at) & FACT_FUNCTION));
}

/* Dirut Bangun Cipta Kontraktor | Toto Suryana, CEO Cipta Karsa Mandiri | Hadi Wibowo: behind the
 * last word that firms are called by, or wish themselves; `at`: there is none. */
static uint32_t officers_firm_end(const struct name_finder *f, uint32_t at, uint32_t end)
{
	bool given = is_given_word(f, at); /* Direktur Tirta Makmur Farma, Direktur Dwi Lestari */
	uint32_t last = at;

	for (uint32_t i = at; i + 1 < end; i++) {
		if (!token_is_capital(f, i) || is_free_case(f, i))
			return at;
		if (is_firm_word(f, i, given) ||
		    (!given && i > at && i + 2 < end && is_given_word(f, i + 1) &&
		     token_is_beside(f, i, "wish")))
			last = i + 1;
	}
	/* Ketua Umum International Creatives Exchange: the firm begins with such a word, too */
	return last > at && begins_holder(f, last, end) &&
			       (last > at + 1 || token_facts(f, last) & FACT_GIVEN)
		       ? last
		       : at;
}

/* Camat Talibura | Yos Gaharpung: of three words that no list has the first is the place, as the
 * lists have most parts of persons' names. */
static uint32_t behind_strange(const struct name_finder *f, uint32_t at, uint32_t end)
{
	return end == at + 3 && is_strange(f, at) && is_strange(f, at + 1) && is_strange(f, at + 2)
		       ? at + 1
		       : at;
}

/* Camat Golewa Barat | Kletus Repu: a compass word ends the place, and nobody is called so; `at`:
 * there is none. */
static uint32_t behind_compass(const struct name_finder *f, uint32_t at, uint32_t end)
{
	for (uint32_t i = at + 1; i + 1 < end; i++)
		if (token_facts(f, i) & FACT_COMPASS && token_is_capital(f, i) &&
		    token_is_capital(f, i + 1) && token_is_apart(f, i + 1))
			return i + 1;
	return at;
}

bool is_body_in_letters(const struct name_finder *f, uint32_t at, uint32_t end)
{
	const uint32_t other = FACT_TITLE | FACT_ROMAN | FACT_GROWN | FACT_SHORT | FACT_PARTICLE;

	if (at + 2 >= end || token_at(f, at)->shape != SHAPE_UPPER ||
	    token_length(f, at) < 3 + (token_facts(f, at) & FACT_GIVEN ? 1 : 0) ||
	    token_at(f, at)->flags & (TOKEN_SHOUTED | TOKEN_DOTTED) || token_facts(f, at) & other ||
	    is_free_case(f, at) ||
	    token_is_beside(f, at + 1, "firm")) /* Ketua GRIB Jaya | Rosario de Marshal */
		return false;
	for (uint32_t i = at + 1; i < at + 3; i++)
		if (token_at(f, i)->shape != SHAPE_CAPITAL || !token_is_apart(f, i) ||
		    (token_facts(f, i) & (FACT_COMMON | FACT_ORG | FACT_MAP | FACT_HEAD) &&
		     !(token_facts(f, i) & FACT_GIVEN)))
			return false;
	return true;
}

/*
 * The place or body of [at, end) that the title before it is of: Kades | Wadas | Fahri Setyanto,
 * Lurah | Karet Tengsin |, Ahmad Fauzi, Direktur Utama | Sritex | Iwan Kurniawan.  Its end; `at`
 * when a person stands there at once.
 */
uint32_t post_end(struct name_finder *f, const struct name_scene *scene, uint32_t at, uint32_t end)
{
	uint32_t person = at;

	/* Kepala Desa Grinting, Kecamatan X, berinisial … */
	if (scene->post == POST_PLACE && end == at + 1 && end + 1 < scene->end &&
	    is_mark(f, end, ',') && is_region_word(f, end + 1))
		return end;
	if (scene->post == POST_FIRM && (person = house_end(f, scene, at, scene->end)) != at)
		return person;
	if (scene->post != POST_PLACE && (person = officers_firm_end(f, at, end)) != at)
		return person;
	/* kata Bhima, elsewhere in the text: a person whom no list has */
	if (word_at(f, at)->person ||
	    (token_facts(f, at) & FACT_GIVEN && !is_home(f, scene, at, end)))
		return at;
	/* Kabiro detikSumbagsel | Baringin Parlindungan: the brand is one word */
	if (scene->post == POST_FIRM && at + 1 < end && is_small_brand(f, at) &&
	    goes_on_person(f, at + 1, end))
		return at + 1;
	if (scene->post == POST_PLACE && (person = behind_compass(f, at, end)) != at)
		return person;
	person = person_start(f, at, end);
	/* Ketua Nasyiatul Aisyiyah | Ariati Dina, who is Ariati later */
	if (scene->post != POST_PLACE && person < end && person > at + 1 &&
	    !(token_facts(f, person - 1) & (FACT_GIVEN | FACT_COMMON)) &&
	    stands_apart(f, person - 1, end))
		person--;
	if (scene->post != POST_PLACE)
		return person + 1 < end && !(token_facts(f, at) & FACT_COMMON) &&
				       !is_unlisted_first_name(f, at, person)
			       ? person
			       : at;
	if (person < end)
		return is_unlisted_first_name(f, at, person) ? at : person;
	/* warga Kebon Manggis | Ipang (39): whose age it is */
	if (scene->title == TITLE_ROLE && end > at + 1 && token_is_apart(f, end - 1) &&
	    age_follows(f, end, scene->end))
		return end - 1;
	if (is_home(f, scene, at, end))
		return skip_epithet(f, end, scene->end);
	if (holder_behind_comma(f, scene, end) || precedes_ranked(f, scene, end))
		return end;
	return scene->title == TITLE_OFFICE ? behind_strange(f, at, end) : at;
}
