/*
 * What stands around a place of the text, and what that says of a name there.
 */
#ifndef SULIH_PIPELINE_PROTECT_NAMES_SCENE_H
#define SULIH_PIPELINE_PROTECT_NAMES_SCENE_H

#include "pipeline/protect/names/token.h"

/* The title of a work that was taken last: others may stand behind it (rows.c). */
struct title_row {
	uint32_t first; /* the token that it begins with */
	uint32_t end;	/* … and behind it; NAMES_NONE: there is none */
	enum sulih_span_kind kind;
	bool quoted;
	bool several; /* lagu-lagu seperti: a row of them was announced */
	bool called;  /* berjudul: titles, whatever their words */
};

/* The sentence being parsed, and what was seen last in it. */
struct name_scene {
	uint32_t start; /* tokens of the segment */
	uint32_t end;
	uint32_t title_start;	  /* first token of the last title */
	uint32_t title_end;	  /* token behind the last title; NAMES_NONE: none */
	uint32_t person_end;	  /* likewise, behind the last person */
	uint32_t body_end;	  /* likewise, behind the body or place that the last title is of */
	uint32_t mapped_start;	  /* the last name … */
	uint32_t mapped_end;	  /* … and behind it, where it has another English … */
	struct sulih_view mapped; /* … and that */
	uint32_t name_end;	  /* behind the last name that is copied */
	struct title_row row;
	uint8_t title; /* enum title_class */
	uint8_t post;  /* enum post: of the title */
};
/* So many words to either side are near; so many are about the same thing. */
enum { NAMES_NEAR = 8, NAMES_ABOUT = 12 };
enum title_class { TITLE_NONE, TITLE_OFFICE, TITLE_RANK, TITLE_HONORIFIC, TITLE_ROYAL, TITLE_ROLE };

/* What stands behind a title before the person: Kades Wadas X, Direktur Utama Sritex X, Istri
 * Hasto X; a firm or a person: Juru bicara Sritex X; a person, seldom: Ibu Laras X; and no place
 * behind one of the nation: Wamendagri Bima Arya. */
enum post { POST_NONE, POST_PLACE, POST_FIRM, POST_NATION, POST_PERSON, POST_EITHER, POST_KIN };

/* The tokens of the sentence that are at most `reach` away from [at, end). */
struct name_reach {
	uint32_t from;
	uint32_t to;
};

static inline struct name_reach reach_around(const struct name_scene *scene, uint32_t at,
					     uint32_t end, uint32_t reach)
{
	return (struct name_reach){ at > scene->start + reach ? at - reach : scene->start,
				    scene->end - end > reach ? end + reach : scene->end };
}

/* ---- context.c ---- */
/* Whether one of those words is in the list: of this class where one is given. */
bool is_spoken_of(const struct name_finder *f, struct name_reach reach,
		  const struct sulih_table *table, const char *class);
struct sulih_view tokens_text(const struct name_finder *f, uint32_t at, uint32_t end);
bool begins_balinese(const struct name_finder *f, uint32_t at, uint32_t end);
bool begins_caste(const struct name_finder *f, uint32_t at, uint32_t end);
bool age_follows(const struct name_finder *f, uint32_t at, uint32_t end);
bool initials_announced(const struct name_finder *f, uint32_t at, uint32_t start);
/* Duta Besar Ukraina untuk | Indonesia, Konsul Jenderal RI di | Jeddah: where the holder of the
 * office, who stands behind, is posted. */
bool is_posted(const struct name_finder *f, const struct name_scene *scene, uint32_t at);
/* RI: the country, of which English does not speak behind a body of it. */
bool is_ri(const struct name_finder *f, uint32_t at);
/* RI, Republik Indonesia: the token behind it, or `at`. */
uint32_t behind_republic(const struct name_finder *f, uint32_t at, uint32_t limit);
/* Whether a prefix makes a verb of it: di-PHK; `start` of its scene. */
bool verb_prefix_before(const struct name_finder *f, uint32_t at, uint32_t start);

/* ---- conditions.c ---- */
bool context_allows(const struct name_finder *f, const struct name_scene *scene, uint32_t at,
		    uint32_t end, struct sulih_view conditions);
/* What the note of a list has behind a mark such as "branch:"; empty: nothing. */
struct sulih_view note_part(struct sulih_view note, struct sulih_view mark);
struct sulih_view context_target(const struct name_finder *f, const struct name_scene *scene,
				 uint32_t at, const struct name_match *map);

/* ---- persons.c ---- */
/* The class of the headline's verb at `at` (lists/headline-verbs.tsv); empty: it is none. */
struct sulih_view headline_verb(const struct name_finder *f, uint32_t at);
/* head_doubts.c: a word that goes on a person's name, as far as the lists know. */
bool goes_on_person(const struct name_finder *f, uint32_t at, uint32_t end);
/* A clan's name, which is no ordinary word and no place: Manalu. */
bool is_clan(const struct name_finder *f, uint32_t at);
/* kata X, ujar X; X mengatakan, X menilai. */
bool person_says(const struct name_finder *f, const struct name_scene *scene, uint32_t at,
		 uint32_t end);
/* istrinya, majikannya: a word for a person, and whose he is. */
bool is_somebodys(const struct name_finder *f, uint32_t at);
/* Why [at, end) is a person by what stands around it; NULL: nothing says so. */
const char *person_evidence(struct name_finder *f, const struct name_scene *scene, uint32_t at,
			    uint32_t end);
/* The same of one word in a headline. */
const char *headline_evidence(const struct name_finder *f, const struct name_scene *scene,
			      uint32_t at);
/* Inspektur Rahmat Pimpin Razia: a word that is a name too, behind an office or rank there. */
bool is_headline_officer(const struct name_finder *f, const struct name_scene *scene, uint32_t at);

/* ---- evidence.c: what --explain says beside the rule ---- */
struct sulih_view name_evidence(const struct name_finder *f, const struct name_scene *scene,
				uint32_t at, uint32_t end, const char *why);
/* Notes where each word stands, before they are asked for. */
void names_note_mentions(struct name_finder *f);
/* Tokens [at, end) were considered and are no name. */
void name_refuse(struct name_finder *f, uint32_t at, uint32_t end, const char *why);

/* Whether a reason is that one: asked of every name, and mostly told by the first letter. */
static inline bool why_is(const char *why, const char *name)
{
	return why[0] == name[0] && strcmp(why, name) == 0;
}

/* ---- kinds.c: of what kind a plain name is ---- */
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

/* makes.c: the kind that a make or a word with a number tells; SULIH_KIND_NAME: none. */
enum sulih_span_kind kind_by_number(const struct name_finder *f, uint32_t at, uint32_t end);
/* Tour, Cup, Week: the last word of an event's English name. */
bool ends_event(const struct name_finder *f, uint32_t at);
/* Park, Beach, Hall: the same of a place's. */
bool ends_place(const struct name_finder *f, uint32_t at);
/* The same: whether what stands behind the small word at `at` is a product (pesawat X-59). */
bool is_before_product(const struct name_finder *f, uint32_t at);
struct name_words survey_name(struct name_finder *f, uint32_t at, uint32_t end);
/* di Gading Serpong: a place, whatever its first word means. */
bool stands_in(const struct name_finder *f, const struct name_scene *scene, uint32_t at);
/* 081/Dhirotsaha Jaya: the name of a unit behind its number. */
bool is_numbered_unit(const struct name_finder *f, const struct name_scene *scene, uint32_t at);
/* The first token of its number: 081/, 1511-02/Moa. */
uint32_t unit_number_start(const struct name_finder *f, const struct name_scene *scene,
			   uint32_t at);
/* `person`: why it is one by what stands around it; NULL: nothing says so. */
enum sulih_span_kind kind_of(struct name_finder *f, struct name_scene *scene, uint32_t at,
			     uint32_t end, const char *person, struct name_words words);

/* ---- single.c ---- */
/* Built like an Indonesian word, though no list has it. */
bool word_is_inflected(const struct name_finder *f, uint32_t at);
/* kenang Harum, ujar Bening, istrinya: an ordinary word behind a verb of saying that is no body: an
 * adjective, or behind the comma stands who it is. */
bool speaks_as_person(const struct name_finder *f, uint32_t at);
/* pemuda Papua, warga Muslim: an ordinary noun stands directly before. */
bool is_behind_noun(const struct name_finder *f, uint32_t at);
/* What persons do stands there: meminta. */
bool acts(const struct name_finder *f, uint32_t at);
/* Why the word at `at` is a name; NULL: nothing says so.  `strong`: `person` makes one of any word.
 */
const char *single_evidence(struct name_finder *f, uint32_t at, const char *person, bool strong);

#endif
