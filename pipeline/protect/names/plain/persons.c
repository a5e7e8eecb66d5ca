/* Why a name is that of a person, by what stands around it. */
#include "lists.h"
#include "pipeline/protect/names/listed/match.h"
#include "pipeline/protect/names/scene.h"

bool person_says(const struct name_finder *f, const struct name_scene *scene, uint32_t at,
		 uint32_t end)
{
	if (at > scene->start && token_at(f, at - 1)->shape == SHAPE_LOWER &&
	    token_facts(f, at - 1) & FACT_SAID)
		return true;
	return end < scene->end && token_at(f, end)->shape == SHAPE_LOWER &&
	       token_facts(f, end) & FACT_SAYING;
}

/* Bunga, bukan nama sebenarnya; Mawar (nama samaran); HNW, sapaan Hidayat */
static bool is_alias(const struct name_finder *f, uint32_t at, uint32_t end)
{
	if (at + 2 >= end || !(is_mark(f, at, ',') || is_mark(f, at, '(')))
		return false;
	at++;
	if (token_is_cue(f, at, "alias"))
		return true;
	if (sulih_view_is(token_lower(f, at), "bukan"))
		at++;
	return at + 1 < end && sulih_view_is(token_lower(f, at), "nama") &&
	       (sulih_view_is(token_lower(f, at + 1), "sebenarnya") ||
		sulih_view_is(token_lower(f, at + 1), "samaran") ||
		sulih_view_is(token_lower(f, at + 1), "asli") ||
		sulih_view_is(token_lower(f, at + 1), "panggilan"));
}

/* alias Kancil, akrab disapa Bunga: a name is said to be one; Dedi Mulyadi atau KDM. */
static bool is_called(const struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	const struct name_token *token = token_at(f, at);

	if (at == scene->start || !token_is_apart(f, at))
		return false;
	/* margin bunga bersih alias NIM: the letters of something that was just said in words */
	if (at > scene->start + 1 && token->shape == SHAPE_UPPER && token_length(f, at) > 2 &&
	    sulih_view_is(token_lower(f, at - 1), "alias") &&
	    token_at(f, at - 2)->shape == SHAPE_LOWER && scene->person_end != at - 1 &&
	    !(token_facts(f, at - 2) & FACT_TITLE) && !token_is_beside(f, at - 2, "suspect"))
		return false;
	return token_is_cue(f, at - 1, "called") ||
	       (scene->person_end == at - 1 && sulih_view_is(token_lower(f, at - 1), "atau") &&
		(token->shape != SHAPE_UPPER || token_length(f, at) <= 4) &&
		!(token->facts & (FACT_LISTED | FACT_COMMON)));
}

bool is_clan(const struct name_finder *f, uint32_t at)
{
	struct sulih_row row;

	if (!(token_facts(f, at) & FACT_FAMILY) || token_facts(f, at) & (FACT_COMMON | FACT_MAP))
		return false;
	row = given_row(f, at);
	return sulih_view_is(sulih_row_column(&row, 1), "clan");
}

struct sulih_view headline_verb(const struct name_finder *f, uint32_t at)
{
	struct sulih_row row;

	if (!is_free_case(f, at) || !token_is_capital(f, at))
		return SULIH_VIEW("");
	row = TOKEN_ROW(f, at, headline_verbs);
	return sulih_row_column(&row, 1);
}

/*
 * Puan Temui Mega, Bintang Minta Maaf: in a headline a word that is a name too, where a verb
 * says that a person is meant.  Before "Temui Bintang Timnas" it is the noun.
 */
const char *headline_evidence(const struct name_finder *f, const struct name_scene *scene,
			      uint32_t at)
{
	const struct name_token *token = token_at(f, at);
	struct sulih_view verb;
	uint32_t next = at + 1;

	if (!token_is_headline_word(token) ||
	    (token_facts(f, at) & (FACT_GIVEN | FACT_FUNCTION | FACT_TITLE)) != FACT_GIVEN)
		return NULL;
	/* Gara-gara Utang, Budi Bunuh Teman: a clause of its own behind a comma */
	if ((token->flags & TOKEN_FIRST || (at > scene->start && is_mark(f, at - 1, ','))) &&
	    next < scene->end && token_is_apart(f, next)) {
		verb = headline_verb(f, next);
		if (sulih_view_is(verb, "deed") || sulih_view_is(verb, "both"))
			return "deed";
	}
	if (at == scene->start || !token_is_apart(f, at) ||
	    (next < scene->end && token_is_capital(f, next) && token_is_apart(f, next) &&
	     !(token_facts(f, next) & FACT_FUNCTION)))
		return NULL;
	verb = headline_verb(f, at - 1);
	return sulih_view_is(verb, "met") || sulih_view_is(verb, "both") ? "deed" : NULL;
}

/* Inspektur Rahmat Pimpin Razia: a word that is a name too, behind an office or rank; but Pejabat
 * Israel Desak Trump. */
bool is_headline_officer(const struct name_finder *f, const struct name_scene *scene, uint32_t at)
{
	const struct name_token *token = token_at(f, at);

	return scene->title_end == at && token_is_headline_word(token) &&
	       token_facts(f, at) & FACT_GIVEN &&
	       !(token_facts(f, at) & (FACT_FUNCTION | FACT_TITLE)) &&
	       headline_verb(f, at).length == 0 &&
	       (scene->title == TITLE_OFFICE || scene->title == TITLE_RANK);
}

bool is_somebodys(const struct name_finder *f, uint32_t at)
{
	struct sulih_view stem = token_lower(f, at);
	struct sulih_row row;

	if (token_at(f, at)->kind != TOKEN_WORD || !sulih_view_ends(stem, SULIH_VIEW("nya")))
		return false;
	stem.length -= strlen("nya");
	row = sulih_table_find(&sulih_list_titles, stem);
	return (row.listed && !sulih_view_is(sulih_row_column(&row, 1), "degree")) ||
	       sulih_table_says(&sulih_list_name_cues, stem, "kin");
}

/* Istrinya, Ciska Wihardja, menjemput; anak sulungnya, Bagas, kritis: whose relative stands before
 * the comma at `comma`. */
static bool is_behind_relative(const struct name_finder *f, const struct name_scene *scene,
			       uint32_t comma)
{
	uint32_t last = comma - 1;

	return is_somebodys(f, last) ||
	       (last > scene->start && token_at(f, last)->shape == SHAPE_LOWER &&
		sulih_view_ends(token_lower(f, last), SULIH_VIEW("nya")) &&
		scene->title_end == last && scene->title == TITLE_ROLE);
}

/* Asisten rumah tangga itu, Ijah, kabur; istri almarhum, Suciwati: which one it is. */
static bool is_pointer(const struct name_finder *f, uint32_t at)
{
	return token_is_cue(f, at, "pointer");
}

/* A title stands near before the comma at `comma`, with nothing but small words between. */
static bool is_behind_title(const struct name_finder *f, const struct name_scene *scene,
			    uint32_t comma)
{
	enum { FAR = 6 };

	if (scene->title_end == NAMES_NONE || scene->title_end > comma ||
	    comma - scene->title_end > FAR || scene->title == TITLE_NONE ||
	    scene->title == TITLE_RANK)
		return false;
	/* Ibu Delpedro, Magda Antista, berorasi: his mother */
	if (scene->title == TITLE_HONORIFIC && scene->post == POST_KIN &&
	    scene->person_end == comma)
		return true;
	/* istri almarhum, Suciwati: the honorific is the last title */
	if (scene->title == TITLE_HONORIFIC)
		return scene->title_end == comma && comma > scene->start + 1 &&
		       is_pointer(f, comma - 1) && token_facts(f, comma - 2) & FACT_TITLE;
	/* Ibunda Bintang, Ratmi, menangis */
	if (scene->person_end == comma)
		return true;
	for (uint32_t i = scene->title_end; i < comma; i++) {
		if (token_at(f, i)->kind != TOKEN_NUMBER &&
		    (token_at(f, i)->shape != SHAPE_LOWER ||
		     (token_facts(f, i) & FACT_GRAMMAR && !(i + 1 == comma && is_pointer(f, i)))))
			return false;
	}
	return true;
}

/* Istri korban, Yuliana, pingsan; calon nomor urut 2, Hendrar Prihadi, diam: between commas
 * behind a word for a person, with nothing but small words between. */
static bool is_between_commas(const struct name_finder *f, const struct name_scene *scene,
			      uint32_t at, uint32_t end)
{
	uint32_t comma = at - 1;

	if (at < scene->start + 2 || !is_mark(f, comma, ',') || end >= scene->end)
		return false;
	/* didampingi suaminya, Dhohir Farisi. */
	if (is_mark(f, end, '.') && end + 1 == scene->end)
		return is_behind_relative(f, scene, comma);
	if (!is_mark(f, end, ','))
		return false;
	/* Raja-Raja Singasari, Majapahit, Dharmasraya, dan …: a list */
	if (end + 1 >= scene->end || token_is_cue(f, end + 1, "and") ||
	    (token_is_capital(f, end + 1) && !(token_facts(f, end + 1) & FACT_CALENDAR)))
		return false;
	/* pengurus DPD, DPC, PAC */
	if (end == at + 1 && token_at(f, at)->shape == SHAPE_UPPER && token_length(f, at) > 2)
		return false;
	return is_behind_relative(f, scene, comma) || is_behind_title(f, scene, comma);
}

/* Suahasil Nazara, wamenkeu yang baru: behind the comma stands who it is. */
static bool is_who(struct name_finder *f, const struct name_scene *scene, uint32_t at, uint32_t end)
{
	struct title_match title;

	const struct name_token *token = token_at(f, at);

	/* HW, pengusaha beras: initials */
	if (end == at + 1 && (token->shape != SHAPE_UPPER || token_length(f, at) > 3 ||
			      token->flags & TOKEN_SHOUTED ||
			      token->facts & (FACT_MAP_UPPER | FACT_TITLE | FACT_TERM)))
		return false;
	return end + 1 < scene->end && is_mark(f, end, ',') &&
	       (end == at + 1 ? token_at(f, end + 1)->shape == SHAPE_LOWER
			      : token->shape == SHAPE_CAPITAL) &&
	       token_facts(f, end + 1) & FACT_TITLE && !token_is_cue(f, end + 1, "body-too") &&
	       match_title(f, end + 1, scene->end, &title) &&
	       (sulih_view_is(title.kind, "office") || sulih_view_is(title.kind, "profession"));
}

/* calon gubernur nomor urut 1 | Suswono; bapaknya | Karyo */
static bool is_behind_whose(const struct name_finder *f, const struct name_scene *scene,
			    uint32_t at)
{
	if (at < scene->start + 1 || !token_is_apart(f, at) || !token_is_capital(f, at))
		return false;
	if (token_at(f, at - 1)->kind == TOKEN_NUMBER)
		return at > scene->start + 2 && sulih_view_is(token_lower(f, at - 2), "urut") &&
		       scene->title_end != NAMES_NONE;
	return is_somebodys(f, at - 1) && !(token_facts(f, at) & (FACT_COMMON | FACT_MAP));
}

const char *person_evidence(struct name_finder *f, const struct name_scene *scene, uint32_t at,
			    uint32_t end)
{
	if (age_follows(f, end, scene->end) || is_alias(f, end, scene->end))
		return "age";
	if (initials_announced(f, at, scene->start))
		return "initials";
	/* sopir Pajero bernama Ferdi: he is named behind it */
	if (end < scene->end && token_is_cue(f, end, "one-behind"))
		return NULL;
	/* model GPT-5: what a person does, but nobody's name ends with a number */
	if (scene->title_end == at && scene->title == TITLE_ROLE && end > at + 1 &&
	    token_at(f, end - 1)->kind == TOKEN_NUMBER)
		return NULL;
	if (scene->title_end == at && scene->title != TITLE_NONE)
		return "title";
	if (is_called(f, scene, at))
		return "called";
	if (person_says(f, scene, at, end))
		return "saying verb";
	if (is_between_commas(f, scene, at, end) || is_who(f, scene, at, end) ||
	    is_behind_whose(f, scene, at))
		return "apposition";
	return end == at + 1 ? headline_evidence(f, scene, at) : NULL;
}
