/*
 * A head word and its rest, as the text has them (head_read.c, head_rest.c); what
 * becomes of them is for heads.c.
 */
#ifndef SULIH_PIPELINE_PROTECT_NAMES_HEADS_HEADS_H
#define SULIH_PIPELINE_PROTECT_NAMES_HEADS_HEADS_H

#include "pipeline/protect/names/names.h"

/* A head word in the text and the rest that follows it. */
struct head_parse {
	uint32_t at;
	uint32_t rest; /* first token of the rest */
	uint32_t end;  /* behind the rest */
	enum sulih_span_kind kind;
	struct sulih_view pattern;
	struct sulih_view class; /* name, body, place, unit, numbered, field, ... */
	struct sulih_view
		words; /* the English where words of a field stand behind it, else empty */
	struct sulih_view
		words_for; /* ... but only for bodies "indonesian", or "owned" by a place */
	bool capital;
	bool numbered; /* a number is part of the rest */
};

/* ---- head_word.c ---- */
/* Reads the head word itself, and what stands between it and its rest. */
bool read_head_word(struct name_finder *f, const struct name_scene *scene, uint32_t at,
		    struct head_parse *head, struct sulih_row *row);
/* A head word in small letters that is an ordinary noun here.  `small`: what the list says of it
 * in small letters. */
bool is_small_noun(struct name_finder *f, const struct name_scene *scene,
		   const struct head_parse *head, struct sulih_view small);
/* A word that can stand behind a head word: also an ordinary one (Pasar Baru, Desa Harapan). */
bool follows_head(const struct name_finder *f, uint32_t at, uint32_t end);
/* As behind_doctor, of a title that is written small. */
uint32_t skip_doctor(const struct name_finder *f, uint32_t at, uint32_t end);
/* What the list says of the head word. */
void head_says(struct head_parse *head, const struct sulih_row *row);
/* The token behind the class of an office (Kelas I Khusus TPI), else `at`. */
uint32_t behind_class(const struct name_finder *f, uint32_t at, uint32_t end);
/* The token behind `(SHORT)` where the name goes on there; else `at`. */
uint32_t behind_short_form(const struct name_finder *f, uint32_t at, uint32_t end);
/* RSUD dr. Soetomo: the token of the name behind the title of a doctor; else `at`. */
uint32_t behind_doctor(const struct name_finder *f, uint32_t at, uint32_t limit);

/* ---- head_read.c ---- */
/* Reads the head word at `at` and finds where its rest ends; false: no name begins so. */
bool read_head(struct name_finder *f, const struct name_scene *scene, uint32_t at,
	       struct head_parse *head);
/* Whether all words of [at, end) are plain Indonesian words. */
bool all_common(const struct name_finder *f, uint32_t at, uint32_t end);

/* ---- head_numbers.c ---- */
/* Kelurahan 9/10 Ulu, Kelurahan 35 Ilir: the token behind a numbered quarter of Palembang; else
 * `at`. */
uint32_t quarter_end(const struct name_finder *f, uint32_t at, uint32_t end);
/* SMK Bina Karya 2, SMA Taruna 1 Bandung, PLTA Asahan 3: the number of a school or plant, and its
 * place. */
void take_rest_number(struct name_finder *f, const struct name_scene *scene,
		      struct head_parse *head);
/* The number directly behind the head word: head->rest and head->end behind what English leaves
 * out, head->numbered where it is part of the name; of a unit that has no place behind it the
 * number is the rest. */
void read_number(struct name_finder *f, const struct name_scene *scene, struct head_parse *head);

/* ---- head_rest.c ---- */
/* Behind the rest that begins at `at`, before `limit`; the head word stands at `head`. */
uint32_t rest_end(struct name_finder *f, const struct name_scene *scene, uint32_t head, uint32_t at,
		  uint32_t limit, const struct head_parse *parse);

/* ---- head_doubts.c ---- */
/* ibu kota Kabupaten X, timur laut Sungai X: no head word, or that of another. */
bool is_compound(struct name_finder *f, const struct name_scene *scene, uint32_t at, uint32_t rest);
/* Padang-Bukittinggi */
bool joins_places(struct name_finder *f, uint32_t at, uint32_t end);
/* Ketua KPU | Arief Budiman: a person of the body behind the head word, no place that it has. */
bool is_officer(struct name_finder *f, const struct name_scene *scene,
		const struct head_parse *head);
/* DPD | APKLI: a body that is known by its letters alone, and to no list. */
bool is_lettered_body(const struct name_finder *f, uint32_t at, uint32_t end);
/* A word that is a head elsewhere. */
bool is_no_head(struct name_finder *f, const struct name_scene *scene,
		const struct head_parse *head, struct sulih_view head_class);

/* Samudra Sekuritas, Gunung Capital: no ocean, no mountain but the name of a firm. */
bool names_firm(const struct name_finder *f, const struct name_scene *scene,
		const struct head_parse *head);

/* A ministry or directorate general begins at `at`: it is never the end of another's name. */
bool begins_ministry(struct name_finder *f, uint32_t at, uint32_t end);

/* ---- short_bodies.c ---- */
/* RSUD Kelas C, Rutan Kelas IIA, RS Tipe B: the class of a house at `at`, no name of it. */
bool is_house_class(const struct name_finder *f, uint32_t at, uint32_t end);

/* ---- head_longer.c ---- */
/* Penjaga pantai Yunani: a longer head word than the title; MT Arman 114: a ship, no degree. */
bool head_is_stronger(struct name_finder *f, uint32_t at, uint32_t end);
/* A head word at `at`, and not only the first word of a listed name. */
bool is_head_here(struct name_finder *f, const struct name_scene *scene, uint32_t at);

/* ---- heads.c ---- */
/* What every rule about a head word begins with: its span and kind, no English yet. */
struct name_found found_head(const struct name_finder *f, const struct head_parse *head,
			     enum sulih_ruling ruling, const char *why);
/* The head and its rest in English. */
struct sulih_view compose_head(struct name_finder *f, const struct head_parse *head);

/* Kejaksaan Negeri Lahat, DPRD Kota Medan: a place, though its words are ordinary ones. */
bool has_place(struct name_finder *f, const struct name_scene *scene,
	       const struct head_parse *head);

/* ---- descriptions.c ---- */
/* Behind the head stand a country, a person or ordinary words: it is described, no name. */
bool is_described(struct name_finder *f, const struct name_scene *scene,
		  const struct head_parse *head);
/* A description that is taken whole and left to the translator; that of the head word: none. */
uint32_t take_description(struct name_finder *f, struct name_scene *scene,
			  const struct head_parse *head);

/* ---- bodies.c ---- */
/* Behind the further plain words of a descriptive name and its owner. */
uint32_t descriptive_end(struct name_finder *f, uint32_t end, uint32_t limit);

/* ---- institutions.c ---- */
/* Bali, Kabupaten Sikka: the place at `at` that an agency belongs to, in English. */
bool match_owner(struct name_finder *f, const struct name_scene *scene, uint32_t at,
		 struct name_match *owner);
/* Gegana Satbrimob Polda Bali: parts of parts. */
enum { PARTS_DEEP = 2 };
/* Universitas Gadjah Mada, UGM, Polres Tulungagung: the body that a part of it belongs to, and its
 * English; at most `depth` parts of parts (Gegana | Satbrimob | Polda Bali). */
bool match_whole(struct name_finder *f, const struct name_scene *scene, uint32_t at, uint32_t depth,
		 struct name_match *whole);

/* ---- agencies.c ---- */
/* Dispermasdes Kabupaten X: the token behind a regional agency that no list has, or `at`. */
uint32_t parse_agency(struct name_finder *f, struct name_scene *scene, uint32_t at);

/* ---- storms.c ---- */
/* The pattern of a head word, that of a storm by the waters the article speaks of. */
struct sulih_view storm_pattern(struct name_finder *f, const struct name_scene *scene,
				const struct head_parse *head);

/* ---- phrases.c ---- */
/* Words of a field as they stand (Perlindungan Saksi dan Korban) and their English; the token
 * behind them, or `at`.  `before`: a noun follows in English (Economic Council). */
uint32_t match_phrase(struct name_finder *f, uint32_t at, uint32_t end, bool before,
		      struct sulih_view *english);
/* "dan", "serta" or its sign between two words of a phrase. */
bool is_phrase_and(const struct name_finder *f, uint32_t at, uint32_t end);

/* ---- described.c ---- */
/* More plain words of the name, which the list does not have, stand behind a phrase. */
bool goes_on_in_words(const struct name_finder *f, const struct name_scene *scene, uint32_t end);
/* A body whose words the list has all, and its place: its span and English; false: it is left. */
bool compose_described(struct name_finder *f, const struct name_scene *scene,
		       const struct head_parse *head, struct name_found *found);
/* The same of a head word that stands before such words alone (Kejuaraan Asia Angkat Besi). */
uint32_t take_words(struct name_finder *f, struct name_scene *scene, const struct head_parse *head);
/* The same of the head word at `at` that other rules did not take, as they read a longer one
 * (Badan Kepegawaian | dan Pengembangan SDM): the token behind the name, or `at`. */
uint32_t take_by_words(struct name_finder *f, struct name_scene *scene, uint32_t at);

/* Indonesia, Republic of Indonesia: a listed body of it needs no word of that in English. */
bool is_indonesia(struct sulih_view place);

/* ---- bodies.c, institutions.c, ministries.c: the token behind the name, or that of the head word
 * ---- */
uint32_t take_body(struct name_finder *f, struct name_scene *scene, const struct head_parse *head);
uint32_t take_field(struct name_finder *f, struct name_scene *scene, const struct head_parse *head);
uint32_t take_part_of(struct name_finder *f, struct name_scene *scene,
		      const struct head_parse *head);
uint32_t take_office(struct name_finder *f, struct name_scene *scene,
		     const struct head_parse *head);
uint32_t take_law(struct name_finder *f, struct name_scene *scene, const struct head_parse *head);
uint32_t take_nation(struct name_finder *f, struct name_scene *scene,
		     const struct head_parse *head);
uint32_t take_board(struct name_finder *f, struct name_scene *scene, const struct head_parse *head);

/* The head word takes a place; of a "regional" body the places are a closed list: all regencies,
 * cities and provinces, as with "KPU". */
static inline bool takes_place(struct sulih_view head_class)
{
	return sulih_view_is(head_class, "place") || sulih_view_is(head_class, "regional");
}

/* Pemerintah Suriah, pemerintah Bali; of class "country": Mahkamah Agung India. */
static inline bool takes_nation(struct sulih_view head_class)
{
	return sulih_view_is(head_class, "nation") || sulih_view_is(head_class, "country");
}

#endif
