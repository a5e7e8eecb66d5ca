/*
 * Names: persons, places, organisations, works, events, products, without a trained model.
 *
 *   tokens.c     the running text as words, figures and marks; every distinct word once
 *   facts.c      what the lists know about a word; longest matches
 *   modes.c      headlines in Title Case or capitals
 *   runs.c       how far a run of capitals reaches
 *   titles.c     titles and offices, evidence for what follows
 *   listed.c     names of the lists, acronyms that the document introduced
 *   heads.c      names with a head word: Gunung X, Universitas X
 *   found.c      what a found name becomes: evidence, or a span
 *   evidence.c   what the rules saw, for --explain
 *   context.c    what stands around: ages, verbs of saying, words near
 *   parse.c      a run as titles, listed names, heads with their names, persons
 *   compose.c    English forms made by rule: Sungai X, Universitas X, X Selatan
 *   acronyms.c   `Nama Panjang (NP)`, ages in brackets
 *   names.c      the driver
 *
 * The document is parsed twice by the same code: the first time only evidence is
 * collected, the second time the spans are proposed, so that one name has one
 * ruling wherever it stands.
 */
#ifndef SULIH_PIPELINE_PROTECT_NAMES_NAMES_H
#define SULIH_PIPELINE_PROTECT_NAMES_NAMES_H

#include "base/table.h"
#include "pipeline/protect/names/memory.h"
#include "pipeline/protect/protect.h"

#define NAMES_NONE UINT32_MAX

enum token_kind { TOKEN_WORD, TOKEN_NUMBER, TOKEN_MARK, TOKEN_NET };

enum token_shape {
	SHAPE_LOWER,   /* polisi */
	SHAPE_CAPITAL, /* Polisi */
	SHAPE_UPPER,   /* KPK, A, G20, JAKARTA */
	SHAPE_MIXED,   /* iPhone, NasDem, McDonald */
	SHAPE_NONE     /* no letters with case */
};

enum token_flag {
	TOKEN_GLUED = 1,     /* no blank before it */
	TOKEN_FIRST = 2,     /* its capital says nothing: first word of a sentence or quote */
	TOKEN_TITLECASE = 4, /* in a headline in Title Case */
	TOKEN_SHOUTED = 8,   /* in a line in capitals */
	TOKEN_DOTTED = 16,   /* an abbreviation with inner stops (S.H, U.S) */
	TOKEN_DOMAIN = 32,   /* Kompas.com */
	TOKEN_DATELINE = 64  /* in the dateline of its block */
};

struct name_token {
	uint32_t start; /* running text */
	uint32_t end;
	uint32_t word;	  /* index into words; NAMES_NONE for marks */
	uint32_t segment; /* index into segmentation.segments */
	uint32_t mark;	  /* code point of a mark, else 0 */
	uint32_t map;	  /* 1 + index into maps: what match_map gave here; 0: not asked yet */
	uint8_t kind;	  /* enum token_kind */
	uint8_t shape;	  /* enum token_shape */
	uint16_t flags;	  /* enum token_flag */
};

enum word_fact {
	FACT_COMMON = 1u << 0, /* an Indonesian word, also by affix stripping */
	FACT_FUNCTION =
		1u << 1,       /* pronoun, preposition, conjunction, calendar word: never a name */
	FACT_TITLE = 1u << 2,  /* begins a title, rank, office, profession */
	FACT_GIVEN = 1u << 3,  /* part of persons' names */
	FACT_SAID = 1u << 22,  /* verb of saying before its speaker: kata, ujar */
	FACT_SAYING = 1u << 4, /* verb of saying behind its subject: mengatakan */
	FACT_PARTICLE = 1u << 5,   /* bin, van, de, al: inside names */
	FACT_ENGLISH = 1u << 6,	   /* of, for, the: inside English names */
	FACT_HEAD = 1u << 7,	   /* begins a head word of places, bodies, works, events */
	FACT_CALENDAR = 1u << 8,   /* weekday or month */
	FACT_PREFIX = 1u << 9,	   /* pro-, anti-, se- */
	FACT_ROMAN = 1u << 10,	   /* Roman numeral */
	FACT_ORG = 1u << 11,	   /* marks an organisation in its name: Inc, United, FC */
	FACT_NUMBERED = 1u << 12,  /* takes a number into the name: Boeing 737 */
	FACT_COMPASS = 1u << 13,   /* Selatan, Utara */
	FACT_MAP = 1u << 14,	   /* in its Title form begins a key of the MAP lists */
	FACT_MAP_UPPER = 1u << 15, /* in capitals it does */
	FACT_SHORT = 1u << 16,	   /* abbreviated part of a name: Muh, Abd, St */
	FACT_LANGUAGE = 1u << 17,  /* bahasa: what follows is a language */
	FACT_WORK = 1u << 18,	   /* film, novel, lagu: a title follows */
	FACT_CLITIC = 1u << 19,	   /* -nya, -lah */
	FACT_ARTICLE = 1u << 20,   /* al-, el-: before a hyphen */
	FACT_TERM = 1u << 23,	   /* an acronym that is an ordinary noun: KTP, BBM */
	FACT_FAMILY = 1u << 24,	   /* a family or clan name: a first name stands before it */
	FACT_PLAIN = 1u << 25,	   /* an ordinary word even if somebody bears it as a name */
	FACT_LEARNED = 1u << 26,   /* word_learn_capital has been here */
	FACT_GRAMMAR = 1u << 27,   /* pronoun, preposition, conjunction */
	FACT_PARTY = 1u << 28,	   /* an ordinary word that with a capital is a party: Demokrat */
	FACT_GROWN = 1u << 21	   /* Gus, Bung, Ki: honorifics that belong to the name */
};

/* A distinct word of the document, folded to lower case. */
struct name_word {
	struct sulih_view lower;
	uint32_t hash;
	uint32_t facts;	   /* enum word_fact */
	uint32_t small;	   /* how often written small */
	uint32_t middle;   /* how often with a capital that says something */
	uint32_t first;	   /* how often with a capital that says nothing */
	uint32_t upper;	   /* how often in capitals amid normal text */
	uint32_t person;   /* evidence of a person: title, saying, age, full name */
	uint32_t named;	   /* how often part of a name of several words amid the sentence */
	uint32_t fullname; /* 1 + index into fullnames of the first that holds it; 0: none */
	uint32_t acronym;  /* 1 + index into acronyms; 0: none was introduced */
};

/* What the lists and rules give for a stretch of tokens. */
struct name_match {
	uint32_t count; /* tokens; 0: none */
	enum sulih_span_kind kind;
	enum sulih_ruling ruling;
	struct sulih_view target;
	struct sulih_view note; /* context column of the list */
	struct sulih_row row;	/* the entry */
	const char *why;
};

/* An answer of match_map, which is asked of one place by several rules and in both passes. */
struct name_map {
	uint32_t end; /* the token that it was asked up to */
	struct name_match match;
};

/* `Nama Panjang (NP)`: NP stands for the long form through the document. */
struct name_acronym {
	uint32_t word;
	uint32_t start; /* tokens of the long form */
	uint32_t count;
	enum sulih_span_kind kind;
	enum sulih_ruling ruling;
	struct sulih_view target;
	const char *why;
};

struct name_finder {
	struct sulih_document *document;
	struct sulih_candidates *candidates;
	struct sulih_word_memory *memory;
	struct sulih_view text;
	SULIH_VECTOR(struct name_token) tokens;
	SULIH_VECTOR(struct name_word) words;
	SULIH_VECTOR(struct name_acronym) acronyms;
	SULIH_VECTOR(struct name_map) maps;
	uint32_t *slots; /* word index + 1, or 0 */
	uint32_t mask;
	struct sulih_buffer key; /* scratch for look-ups */
	bool collecting;	 /* first pass */
	bool failed;		 /* out of memory */
};

/* Empties the scratch key; a failed allocation is remembered, which clearing alone forgets. */
static inline void key_clear(struct name_finder *f)
{
	f->failed |= f->key.failed != 0;
	sulih_buffer_clear(&f->key);
}

static inline const struct name_token *token_at(const struct name_finder *f, uint32_t at)
{
	return &f->tokens.items[at];
}

static inline bool is_mark(const struct name_finder *f, uint32_t at, uint32_t mark)
{
	return token_at(f, at)->kind == TOKEN_MARK && token_at(f, at)->mark == mark;
}

static inline uint32_t token_facts(const struct name_finder *f, uint32_t at)
{
	const struct name_token *token = token_at(f, at);

	return token->word == NAMES_NONE ? 0 : f->words.items[token->word].facts;
}

static inline bool token_is_capital(const struct name_finder *f, uint32_t at)
{
	const struct name_token *token = token_at(f, at);

	return token->kind == TOKEN_WORD && token->shape != SHAPE_LOWER &&
	       token->shape != SHAPE_NONE;
}

/* A blank stands before it. */
static inline bool token_is_apart(const struct name_finder *f, uint32_t at)
{
	return !(token_at(f, at)->flags & TOKEN_GLUED);
}

/* Of words only; else empty. */
static inline struct sulih_view token_lower(const struct name_finder *f, uint32_t at)
{
	const struct name_token *token = token_at(f, at);

	return token->word == NAMES_NONE ? SULIH_VIEW("") : f->words.items[token->word].lower;
}

/* ---- tokens.c ---- */
int names_tokenize(struct name_finder *f);
struct sulih_view token_text(const struct name_finder *f, const struct name_token *token);

/* ---- modes.c ---- */
void names_mark_modes(struct name_finder *f);

/* ---- facts.c ---- */
/* What matters of every word, and what matters only of one that stands with a capital. */
void word_learn(struct name_word *word);
void word_learn_capital(struct name_word *word);
/* The MAP lists in order, NULL behind the last. */
const struct sulih_table *names_map_table(unsigned index);
/* A lower-case word with its first letter, or all letters, in capitals. */
struct sulih_view name_recase(struct sulih_view lower, bool all, char *room, size_t size);

/* ---- match.c: the longest match at token `at`, before token `end` ---- */
struct title_match {
	uint32_t count; /* tokens; 0: none */
	struct sulih_view kind;
	struct sulih_view note;
};
bool match_map(struct name_finder *f, uint32_t at, uint32_t end, struct name_match *match);
bool match_title(struct name_finder *f, uint32_t at, uint32_t end, struct title_match *match);
/* A head word: its row, and how many tokens it has. */
uint32_t match_head(struct name_finder *f, uint32_t at, uint32_t end, struct sulih_row *row);

/* ---- context.c: what stands around ---- */
/* The sentence being parsed, and what was seen last in it. */
struct name_scene {
	uint32_t start; /* tokens of the segment */
	uint32_t end;
	uint32_t title_start; /* first token of the last title */
	uint32_t title_end;   /* token behind the last title; NAMES_NONE: none */
	uint8_t title;	      /* enum title_class */
};
enum title_class { TITLE_NONE, TITLE_OFFICE, TITLE_RANK, TITLE_HONORIFIC, TITLE_ROYAL, TITLE_ROLE };

struct sulih_view tokens_text(const struct name_finder *f, uint32_t at, uint32_t end);
bool context_allows(const struct name_finder *f, const struct name_scene *scene, uint32_t at,
		    uint32_t end, struct sulih_view conditions);
struct sulih_view context_target(const struct name_finder *f, const struct name_scene *scene,
				 uint32_t at, const struct name_match *map);
bool age_follows(const struct name_finder *f, uint32_t at, uint32_t end);
bool initials_announced(const struct name_finder *f, uint32_t at, uint32_t start);
/* Why [at, end) is a person by what stands around it; NULL: nothing says so. */
const char *person_evidence(const struct name_finder *f, const struct name_scene *scene,
			    uint32_t at, uint32_t end);

/* ---- evidence.c: what --explain says beside the rule ---- */
struct sulih_view name_evidence(const struct name_finder *f, const struct name_scene *scene,
				uint32_t at, uint32_t end, const char *why);
/* Tokens [at, end) were considered and are no name. */
void name_refuse(struct name_finder *f, uint32_t at, uint32_t end, const char *why);

/* ---- runs.c ---- */
bool token_may_name(const struct name_finder *f, uint32_t at, bool start);
bool begins_plate(const struct name_finder *f, uint32_t at, uint32_t end);
uint32_t run_end(const struct name_finder *f, uint32_t at, uint32_t end);

/* ---- compose.c ---- */
uint32_t compass_tail(const struct name_finder *f, uint32_t at, uint32_t end,
		      struct sulih_row *row);
struct sulih_view compose_name(struct name_finder *f, uint32_t at, uint32_t end);
struct sulih_view compose_pattern(struct name_finder *f, struct sulih_view pattern,
				  struct sulih_view rest);
struct sulih_view compose_owned(struct name_finder *f, struct sulih_view owner,
				struct sulih_view body, bool before);
uint32_t match_field(struct name_finder *f, uint32_t at, uint32_t end, struct sulih_view *english);

/* ---- acronyms.c ---- */
uint32_t bracketed_acronym(const struct name_finder *f, uint32_t at, uint32_t end);
bool acronym_fits(struct sulih_view acronym, struct sulih_view name);
void introduce_phrase(struct name_finder *f, const struct name_scene *scene, uint32_t at);
void acronym_bind(struct name_finder *f, uint32_t acronym, const struct name_acronym *meaning);

/* ---- titles.c: the token behind what begins at `at`, or `at` when nothing does ---- */
uint32_t parse_title(struct name_finder *f, struct name_scene *scene, uint32_t at);
uint32_t skip_portfolio(struct name_finder *f, struct name_scene *scene, uint32_t at);

/* ---- listed.c: likewise ---- */
uint32_t parse_bound(struct name_finder *f, struct name_scene *scene, uint32_t at);
uint32_t parse_listed(struct name_finder *f, struct name_scene *scene, uint32_t at);

/* ---- heads.c, parse.c, found.c ---- */
struct name_found {
	uint32_t at; /* tokens */
	uint32_t end;
	enum sulih_span_kind kind;
	enum sulih_ruling ruling;
	struct sulih_view target;
	const char *why;
	struct sulih_view evidence;
	struct sulih_row row;
};
/* A name with a head word at `at`; the token behind it, or `at` when there is none. */
uint32_t parse_head(struct name_finder *f, struct name_scene *scene, uint32_t at);
/* Takes what was found: evidence in the first pass, a candidate in the second.  Returns the
 * token behind it (an acronym in brackets may have been added). */
uint32_t name_take(struct name_finder *f, struct name_scene *scene, struct name_found found);
/* A plain name without head word or list entry: what is it, and is it one? */
uint32_t name_decide(struct name_finder *f, struct name_scene *scene, uint32_t at, uint32_t end);
uint32_t with_owner(struct name_finder *f, uint32_t end, uint32_t limit);
bool word_is_inflected(const struct name_finder *f, uint32_t at);
void parse_segment(struct name_finder *f, uint32_t start, uint32_t end);

#endif
