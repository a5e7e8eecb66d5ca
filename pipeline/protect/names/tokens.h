/*
 * The running text of a document as words, figures and marks: cut once (tokens.c), read by
 * the finders of figures and of names.  A token says at which word of the memory (memory.h)
 * to look; what the rules ask most of words stands in the token itself.
 */
#ifndef SULIH_PIPELINE_PROTECT_NAMES_TOKENS_H
#define SULIH_PIPELINE_PROTECT_NAMES_TOKENS_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/table.h"
#include "base/vector.h"
#include "pipeline/protect/names/memory.h"
#include "pipeline/protect/names/slots.h"
#include "segment/segment.h"

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
	TOKEN_DATELINE = 64, /* in the dateline of its block */
	TOKEN_PLAIN = 128    /* the same token to every finder, as all up to the next blank are:
				ASCII letters, a short number, a mark that is part of no address */
};

struct name_token {
	uint32_t start; /* running text */
	uint32_t end;
	uint32_t word;	/* index into words; NAMES_NONE for marks */
	uint32_t mark;	/* code point of a mark, else 0 */
	uint32_t facts; /* of its word as it is written, small or not (enum word_fact); else 0 */
	uint32_t map;	/* 1 + index into maps: what match_map gave here; 0: not asked yet */
	uint8_t kind;	/* enum token_kind */
	uint8_t shape;	/* enum token_shape */
	uint16_t flags; /* enum token_flag */
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
	FACT_GROWN = 1u << 21,	   /* Gus, Bung, Ki: honorifics that belong to the name */
	FACT_LEAD = 1u << 29	   /* van, de: a particle that may also begin a name */
};

/* A distinct word, folded to lower case.  The counts are of the current document. */
struct name_word {
	struct sulih_view lower;
	uint32_t hash;
	uint32_t facts;	   /* enum word_fact */
	uint32_t small;	   /* how often written small */
	uint32_t middle;   /* how often with a capital that says something */
	uint32_t person;   /* evidence of a person: title, saying, age, full name */
	uint32_t named;	   /* how often part of a name of several words amid the sentence */
	uint32_t acronym;  /* 1 + index into acronyms; 0: none was introduced */
	uint32_t document; /* the one that it was seen in last */
	uint32_t always;   /* facts of every word */
	uint32_t raised;   /* facts of one that stands with a capital; 0: not asked yet */
	uint32_t figure;   /* 1 + index into figures; 0: it says nothing there */
	uint32_t map;	   /* 1 + index into maps; 0: it begins no key, or is not raised yet */
};

struct name_tokens {
	struct name_token *items;
	size_t count;
	size_t capacity;
};

struct name_vocabulary {
	struct name_word *items;
	size_t count;
	size_t capacity;
};

/* What a word says in a figure: a row of numbers/lists/figure-words.tsv. */
struct figure_word {
	const char *english; /* its column `english` */
	int value;	     /* its column `value` */
	uint8_t role;	     /* enum role (figures.h) */
};

/* What the MAP lists have for a word alone, and which of them have longer keys. */
struct map_start {
	struct sulih_row row;
	uint32_t open; /* a bit for each list */
};

/* The same for both forms of a word that may begin a key. */
struct map_word {
	struct map_start title, upper;
};

struct sulih_word_memory {
	struct name_vocabulary words;	 /* of all documents so far, or since they were too many */
	struct name_tokens tokens;	 /* of the current one */
	SULIH_VECTOR(uint32_t) segments; /* the token that each begins with, and one behind */
	SULIH_VECTOR(struct figure_word) figures; /* of words */
	SULIH_VECTOR(struct map_word) maps;	  /* of words */
	struct word_slots slots;
	uint32_t document; /* its number */
	struct sulih_arena letters;
	struct sulih_buffer key; /* scratch */
};

/* Reads a document: its tokens, and the counts of words, from the start. */
int sulih_words_read(struct sulih_word_memory *memory, const struct sulih_segmentation *s,
		     struct sulih_error *error) SULIH_MUST_CHECK;

/* The document is done: what it took up beyond the usual is given back. */
void sulih_words_done(struct sulih_word_memory *memory);

/* ---- memory.c, for tokens.c ---- */
int words_begin(struct sulih_word_memory *memory);
/* The index of a word by its lower-case form; NAMES_NONE when out of memory. */
uint32_t word_intern(struct sulih_word_memory *memory, struct sulih_view lower, uint32_t hash);
/* The word stands there with a capital: what matters of such words is looked up too. */
int word_raise(struct sulih_word_memory *memory, uint32_t index);

/* ---- facts.c: what the lists say of a word ---- */
void word_learn(struct name_word *word);
/* The same for a word that stands with a capital; *map gets what the MAP lists have for it. */
void word_learn_capital(struct name_word *word, struct map_word *map);

/* ---- numbers/lexicon.c ---- */
/* What the word says in a figure; false: nothing. */
bool figure_word_find(const struct name_word *word, struct figure_word *found);

#endif
