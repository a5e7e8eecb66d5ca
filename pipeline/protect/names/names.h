/*
 * Names: persons, places, organisations, works, events, products, without a trained model.
 *
 *   memory.c     words, each once, and what the lists say of them, for many documents
 *   slots.c      … where each is found again
 *   letters.h    words of ASCII letters as numbers
 *   tokens.c     the running text as words, figures and marks, once for all finders
 *   cut.c        where the odd ones of them end
 *   stems.c      where a clitic or prefix begins that is written to a name
 *   facts.c      what the lists know about a word
 *   match_map.c  the longest name of the lists at a token
 *   match.c      the longest title or head word there
 *   modes.c      headlines in Title Case or capitals
 *   capitals.c   whether a word with a capital may stand in a name
 *   runs.c       how far a run of capitals reaches
 *   hyphens.c    … and what a hyphen in it joins
 *   titles.c     titles and offices, evidence for what follows
 *   title_rest.c  how far a title reaches: its force, numeral
 *   portfolio.c  … and the field of an office
 *   title_doubts.c  where a title is none
 *   posts.c      offices of a place: the place before the person
 *   links.c      what the document says elsewhere of a run: whose name begins or ends it
 *   owners.c     two persons side by side: whose wife or lawyer the second is
 *   listed.c     names of the lists, acronyms that the document introduced
 *   listed_doubts.c  where a listed name only begins another
 *   regions.c    a listed place with its compass word written small: Gaza selatan
 *   branches.c   a listed body and its place: MUI Jawa Timur
 *   head_read.c  a head word and its name: Gunung X, Universitas X
 *   head_word.c  … the word itself
 *   head_numbers.c  the numbers in it: Kodim 0701/X, SMA X 1
 *   head_rest.c  how far that name reaches
 *   head_doubts.c  where a head word is none
 *   heads.c      what such a name is in English
 *   descriptions.c  … and where it has none: rumah sakit Israel, Pasar Naik
 *   bodies.c     … that of a body, or of a description: Fraksi X, Lembaga Bantuan Hukum
 *   agencies.c   … that of an agency known by syllables: Dispermasdes
 *   storms.c     … what a storm is called: Badai X
 *   phrases.c    … what a body is for: Perlindungan Saksi dan Korban
 *   described.c  … and whose it is: Pusat Studi Bencana UGM
 *   short_bodies.c  … that of a body's short form alone: Kejari, RSUD
 *   institutions.c  … that of a ministry, a government, the board of a party
 *   plain.c      where the name in a plain run of capitals begins
 *   plain_end.c  … and ends
 *   body_before.c  … behind the body that a person leads or plays for
 *   decide.c     a plain run of capitals: is it a name
 *   kinds.c      … and of what kind
 *   kind_forms.c  … by its form, where its words tell nothing
 *   person_forms.c  … a person, by how it is written
 *   agree.c      one name, one kind
 *   single.c     a single word that is an ordinary one too: evidence for a name
 *   found.c      what a found name becomes: evidence, or a span
 *   tails.c      what belongs to a found name behind its last word: model signs, numerals
 *   countdown.c  H-3 Lebaran
 *   announced.c  titles of works behind what announces them: film X, novel Y
 *   works.c      … how far they reach
 *   rows.c       … and those behind them in a row
 *   shows.c      … and those that nothing announces, in an article about works
 *   listings.c   … and those that are headings: 2. Keramat (2009)
 *   outlets.c    papers that are called by words: kepada Pos Kupang
 *   eateries.c   dishes, and whose they are: Bakmi Jawa Mbah Gito
 *   evidence.c   what the rules saw, for --explain
 *   context.c    what stands around: ages, initials, words near
 *   persons.c    why a name is that of a person: titles, verbs of saying, commas
 *   parse.c      a run as titles, listed names, heads with their names, persons
 *   parse_capital.c  what begins at a capital that is none of these
 *   compose.c    English forms made by rule: Sungai X, Universitas X, X Selatan
 *   affixes.c    prefixes and small particles before a name
 *   foreign.c    other scripts, languages, names of species
 *   acronyms.c   what acronyms look like, and what they stand for in the document
 *   introduce.c  `pajak bumi (PB)`, `Nama Panjang, disingkat NP`: how it says so
 *   bracket.c    … and behind a found name: `Nama Panjang (NP)`
 *   senses.c     acronyms of several senses: which of them in this article
 *   sense_cues.c  … and what the words around a mention say
 *   carry.c      what goes from stretch to stretch of a long document
 *   names.c      the driver
 *
 * In finder.h stands what all of them know of the document, in match.h what the lists have at a
 * place of it, in scene.h what stands around a place, and here the steps of the parse.
 *
 * The document is parsed twice by the same code: the first time only evidence is
 * collected, the second time the spans are proposed, so that one name has one
 * ruling wherever it stands.
 */
#ifndef SULIH_PIPELINE_PROTECT_NAMES_NAMES_H
#define SULIH_PIPELINE_PROTECT_NAMES_NAMES_H

#include "pipeline/protect/names/listed/match.h"
#include "pipeline/protect/names/scene.h"

/* ---- parse.c ---- */
void parse_segment(struct name_finder *f, uint32_t start, uint32_t end);
/* parse_capital.c: a word with a capital that no title and no head word is; the token behind. */
uint32_t parse_capital(struct name_finder *f, struct name_scene *scene, uint32_t at);

/* ---- capitals.c ---- */
/* Whether the word may stand in a name: begin it (`start`) or go on with it. */
bool token_may_name(const struct name_finder *f, uint32_t at, bool start);
/* At the head of a sentence, of a grammatical word that is a part of names too: Lalu. */
bool opens_name(const struct name_finder *f, uint32_t at);

/* ---- runs.c ---- */
bool begins_plate(const struct name_finder *f, uint32_t at, uint32_t end);
bool is_make(const struct name_finder *f, uint32_t at);
/* Boeing 737, BYD Atto 1: whether the number at `at` belongs to the name that begins at `start`. */
bool takes_number(const struct name_finder *f, uint32_t start, uint32_t at, uint32_t end);
/* The token behind the run of capitals at `at`. */
uint32_t run_end(const struct name_finder *f, uint32_t at, uint32_t end);

/* ---- affixes.c ---- */
/* Behind a prefix; `at` when there is none. */
uint32_t skip_prefix(const struct name_finder *f, const struct name_scene *scene, uint32_t at);
/* al-Sisi, van Dijk: a name begins with this small word. */
bool begins_small(const struct name_finder *f, const struct name_scene *scene, uint32_t at);

/* ---- found.c ---- */
struct name_found {
	uint32_t at; /* tokens */
	uint32_t end;
	enum sulih_span_kind kind;
	enum sulih_ruling ruling;
	struct sulih_view target;
	const char *why; /* asked with why_is() */
	struct sulih_view evidence;
	struct sulih_row row;
};
/* Takes what was found: evidence in the first pass, a candidate in the second.  Returns the
 * token behind it (an acronym in brackets may have been added). */
uint32_t name_take(struct name_finder *f, struct name_scene *scene, struct name_found found);

/* ---- what may begin at `at`: the token behind it, or `at` when nothing does ---- */
/* titles.c */
uint32_t parse_title(struct name_finder *f, struct name_scene *scene, uint32_t at);
/* portfolio.c: behind the field of an office, Menteri Pendidikan Dasar. */
uint32_t skip_portfolio(struct name_finder *f, struct name_scene *scene, uint32_t at);
/* Presiden | Bola Tinubu: the name of who governs, though its first word is an ordinary one. */
bool begins_ruler(const struct name_finder *f, const struct name_scene *scene, uint32_t at);
/* Bidang, Urusan: a field of the office stands behind it. */
bool is_field_word(const struct name_finder *f, uint32_t at);
/* posts.c */
enum post post_class(struct sulih_view note);
/* Pengamat pajak CITA | Fajry Akbar, ekonom PRATAMA | Budi Santoso: letters before two words of a
 * person, in a sentence that is not in capitals. */
bool is_body_in_letters(const struct name_finder *f, uint32_t at, uint32_t end);
/* The firm of ordinary words behind the title of who leads or owns it, before that person; `at`:
 * there is none. */
uint32_t house_end(const struct name_finder *f, const struct name_scene *scene, uint32_t at,
		   uint32_t end);
uint32_t post_end(struct name_finder *f, const struct name_scene *scene, uint32_t at, uint32_t end);
/* links.c */
/* A name, for the chain of its first or last word, `word`, which has a capital. */
void note_name(struct name_finder *f, uint32_t word, uint32_t at, uint32_t end,
	       enum name_role role);
/* Whether a body is named elsewhere that ends with the word: Palace, of Crystal Palace. */
bool ends_body(const struct name_finder *f, uint32_t at);
/* Whether a name elsewhere begins with the same words. */
bool begins_again(const struct name_finder *f, uint32_t at, uint32_t count);
/* Whether a person's name of several words, which ends with a listed one, begins elsewhere with the
 * word: Paris, of Paris Manalu, but not Washington, of Washington Examiner. */
bool begins_listed_person(const struct name_finder *f, uint32_t at);
/* Whether the word begins or ends a person's name of several words elsewhere. */
bool is_in_full_name(const struct name_finder *f, uint32_t at);
/* Whether a person's name elsewhere, which begins with a given name, ends with the word. */
bool is_last_name(const struct name_finder *f, uint32_t at);
/* Whether a name elsewhere begins with the same word and ends with a further one of [at, end): Lalu
 * Iqbal, of Lalu Muhamad Iqbal. */
bool begins_bridged(const struct name_finder *f, uint32_t at, uint32_t end);
/* owners.c */
/* Whether the document has the person of [at, end), or who begins it, elsewhere too: Ratnawati. */
bool stands_apart(const struct name_finder *f, uint32_t at, uint32_t end);
/* Where in the run [at, end) behind a title the person ends that another belongs to; `end`: it
 * is one name. */
uint32_t owner_end(struct name_finder *f, const struct name_scene *scene, uint32_t at,
		   uint32_t end);
/* listed.c */
uint32_t parse_bound(struct name_finder *f, struct name_scene *scene, uint32_t at);
uint32_t parse_listed(struct name_finder *f, struct name_scene *scene, uint32_t at);
/* regions.c: wilayah barat Sudan, asked at the compass word. */
uint32_t parse_part(struct name_finder *f, struct name_scene *scene, uint32_t at);
/* heads.c: a name with a head word. */
uint32_t parse_head(struct name_finder *f, struct name_scene *scene, uint32_t at);
/* Kejari, RSUD: the short form of a body without its place. */
uint32_t parse_short_body(struct name_finder *f, struct name_scene *scene, uint32_t at);
/* tails.c: the end of the numbers and grades of a model behind its name, which ends at `end`. */
uint32_t model_end(const struct name_finder *f, uint32_t end, uint32_t limit);
bool is_car_by_sign(const struct name_finder *f, uint32_t end, uint32_t limit);

/* countdown.c: H-3 Lebaran, which begins with H. */
uint32_t parse_countdown(struct name_finder *f, struct name_scene *scene, uint32_t at);
/* announced.c: the titles that a word such as film announces. */
uint32_t parse_work(struct name_finder *f, struct name_scene *scene, uint32_t at);
/* rows.c: the next title of a row, behind the one that ends at `at`. */
uint32_t parse_row(struct name_finder *f, struct name_scene *scene, uint32_t at);
/* shows.c */
bool is_about_shows(struct name_finder *f);
/* The title of a work that nothing announces. */
uint32_t take_title_amid(struct name_finder *f, struct name_scene *scene, uint32_t at,
			 uint32_t end);
/* Where the title of ordinary words ends that nothing announces and that begins the run [at, end);
 * `at`: it is none. */
uint32_t untold_end(struct name_finder *f, const struct name_scene *scene, uint32_t at,
		    uint32_t end);
/* lewat Nyala di Ujung Senja: where the title ends; `at`: there is none. */
uint32_t joined_title_end(struct name_finder *f, const struct name_scene *scene, uint32_t at);
/* Jumbo dibintangi X: at the head of a sentence, told by what only shows do. */
bool is_told_by_showing(struct name_finder *f, const struct name_scene *scene, uint32_t at);
/* sebagai Gema, memerankan Bening: the character that somebody plays. */
bool is_character(struct name_finder *f, const struct name_scene *scene, uint32_t at);
/* Kahitna, Kotak, dan Ungu: one ordinary word with a capital, beside a name in a list of them. */
bool is_listed_beside(struct name_finder *f, const struct name_scene *scene, uint32_t at);
/* Cinta Setelah Cinta, Sampai Titik Terakhirmu: a word of grammar with a capital, amid the sentence
 * and before another, stands in titles only. */
uint32_t parse_grammar_title(struct name_finder *f, struct name_scene *scene, uint32_t at);
/* dalam Pulang: a verb or adjective with a capital amid a sentence, where works are spoken of. */
bool is_told_by_capital(struct name_finder *f, const struct name_scene *scene, uint32_t at);
/* decide.c: merek Kopi Tuku, gerai Janji Jiwa: what a thing is sold under, whatever its words. */
bool is_brand_here(const struct name_finder *f, const struct name_scene *scene, uint32_t at);
/* listings.c: 2. Keramat (2009): a heading that is a title; the token behind it, or `at`, with
 * which the segment begins. */
uint32_t parse_listing(struct name_finder *f, struct name_scene *scene, uint32_t at);
/* Artis Dangdut Terbaik: Lesti | - Sekali Seumur Hidup: what a person is named for, behind the dash
 * at `at`, to the end of the line; `at` + 1: nothing. */
uint32_t parse_dashed_title(struct name_finder *f, struct name_scene *scene, uint32_t at);
/* outlets.c: kepada Pos Kupang: who was told; the token behind it, or `at`. */
uint32_t parse_outlet(struct name_finder *f, struct name_scene *scene, uint32_t at);
/* eateries.c: Bakmi Jawa Mbah Gito: a dish, then whose it is; the token behind it, or `at`. */
uint32_t parse_eatery(struct name_finder *f, struct name_scene *scene, uint32_t at);
/* dibuka dengan "Kangen": a title between quotation marks; the mark is at `at`. */
uint32_t parse_quoted_title(struct name_finder *f, struct name_scene *scene, uint32_t at);
/* works.c: Agak Laen | 2: Menyala Pantiku, where a title ends of which the lists have the first
 * part, up to `end`. */
uint32_t sequel_end(struct name_finder *f, uint32_t end, uint32_t limit);
/* foreign.c */
uint32_t parse_script(struct name_finder *f, struct name_scene *scene, uint32_t at);
/* plain.c: anything else with a capital. */
uint32_t parse_plain(struct name_finder *f, struct name_scene *scene, uint32_t at);

/* ---- decide.c, single.c ---- */
/* A plain name without head word or list entry: what is it, and is it one? */
uint32_t name_decide(struct name_finder *f, struct name_scene *scene, uint32_t at, uint32_t end);
/* The English of a place that is copied and ends with a compass word. */
void turn_compass(struct name_finder *f, struct name_found *found);
/* It is none: recognised and left, or refused.  The token behind. */
uint32_t leave_word(struct name_finder *f, struct name_scene *scene, uint32_t at);

/* ---- what goes on behind the words of a name ---- */
/* bodies.c */
uint32_t with_owner(struct name_finder *f, uint32_t end, uint32_t limit);
/* tails.c */
void name_extend(struct name_finder *f, struct name_found *found, uint32_t limit);
uint32_t match_age_group(struct name_finder *f, uint32_t at, uint32_t limit,
			 struct sulih_view *english);
bool number_counts(const struct name_finder *f, uint32_t at, uint32_t limit);
/* foreign.c: behind the languages that a word such as bahasa announces, the first of which is
 * at `at`. */
uint32_t languages_end(const struct name_finder *f, uint32_t at, uint32_t limit);
/* Where a species' name ends that begins with the name [at, end). */
uint32_t species_end(const struct name_finder *f, uint32_t at, uint32_t end, uint32_t limit);

/* ---- institutions.c ---- */
/* DJP Jawa Timur I: the place with the number of the office there. */
bool match_numbered_owner(struct name_finder *f, const struct name_scene *scene, uint32_t at,
			  struct name_match *owner);

/* ---- compose.c ---- */
uint32_t compass_tail(const struct name_finder *f, uint32_t at, uint32_t end,
		      struct sulih_row *row);
bool begins_region(struct name_finder *f, uint32_t at, uint32_t end);
bool is_region_word(const struct name_finder *f, uint32_t at);
struct sulih_view compose_name(struct name_finder *f, uint32_t at, uint32_t end);
struct sulih_view compose_pattern(struct name_finder *f, struct sulih_view pattern,
				  struct sulih_view rest);
struct sulih_view compose_owned(struct name_finder *f, struct sulih_view owner,
				struct sulih_view body, bool before);

/* ---- acronyms.c ---- */
uint32_t bracketed_acronym(const struct name_finder *f, uint32_t at, uint32_t end);
bool acronym_fits(struct sulih_view acronym, struct sulih_view name);
/* saham RAJA dan RATU, emiten DADA: four capitals behind what they are the letters of are no words,
 * whatever the words mean. */
uint32_t parse_ticker(struct name_finder *f, struct name_scene *scene, uint32_t at);
/* The long form as it is written. */
struct sulih_view acronym_full(const struct name_finder *f, const struct name_acronym *meaning);
void acronym_bind(struct name_finder *f, uint32_t acronym, const struct name_acronym *meaning);
/* ---- introduce.c ---- */
/* The first of the words up to `end` whose initials spell the acronym; NAMES_NONE: they do not. */
uint32_t spelled_from(const struct name_finder *f, uint32_t start, uint32_t end,
		      struct sulih_view acronym);
/* First pass: at an opening bracket, and at an acronym. */
void introduce_phrase(struct name_finder *f, const struct name_scene *scene, uint32_t at);
void introduce_aside(struct name_finder *f, const struct name_scene *scene, uint32_t at);
/* First pass: what may stand for the name from then on. */
void name_bind_parts(struct name_finder *f, const struct name_found *found);
/* ---- bracket.c ---- */
/* Behind a found name: its acronym in brackets, which may be taken into it. */
void name_introduce(struct name_finder *f, struct name_found *found, uint32_t limit);
/* dateline.c: the place or outlet at `at` in a dateline that no list has; the token behind it. */
uint32_t parse_dateline(struct name_finder *f, struct name_scene *scene, uint32_t at);
/* branches.c: Ditjen Pajak | Kementerian Keuangan: the ministry behind a part of it is taken in. */
void take_parent(struct name_finder *f, const struct name_scene *scene, struct name_found *found);
/* Whether a word of [at, end), or its gloss, stands in the English of an acronym. */
bool glosses_agree(const struct name_finder *f, uint32_t at, uint32_t end,
		   struct sulih_view english);

/* ---- agree.c ---- */
/* First pass: a name of several words amid a sentence is known by them in headlines too. */
void note_whole(struct name_finder *f, const struct name_found *found);
/* Second pass, in a headline or behind an office: the token behind such a name at `at`, else
 * `at`. */
uint32_t parse_whole(struct name_finder *f, struct name_scene *scene, uint32_t at);
/* First pass: the kind of [at, end) counts for the article. */
void kind_count(struct name_finder *f, uint32_t at, uint32_t end, enum sulih_span_kind kind);
/* The kind that most mentions of [at, end) have in the article. */
enum sulih_span_kind kind_agreed(const struct name_finder *f, uint32_t at, uint32_t end,
				 enum sulih_span_kind kind);

/* ---- senses.c: acronyms of several meanings, whose context in the lists is "senses" ---- */
/* A word beside the acronym admits one sense alone, whatever was introduced, and that has another
 * ruling than what was. */
bool sense_is_beside(const struct name_finder *f, const struct name_scene *scene, uint32_t at,
		     const struct name_match *map, enum sulih_ruling bound);
/* Before the first pass. */
void senses_count(struct name_finder *f);
/* Another sense than that of the lists. */
bool sense_is_other(struct name_finder *f, const struct name_scene *scene, uint32_t at);
/* The sense that the place or the article gives a listed acronym of several; false: other rules
 * decide about it. */
bool sense_choose(struct name_finder *f, const struct name_scene *scene, uint32_t at,
		  struct name_match *map, struct name_found *found);

#endif
