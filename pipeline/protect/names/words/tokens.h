/*
 * The running text of a document as words, figures and marks: cut once (tokens.c), read by
 * the finders of figures and of names.  A token says at which word of the memory (memory.h)
 * to look; what the rules ask most of words stands in the token itself.
 */
#ifndef SULIH_PIPELINE_PROTECT_NAMES_WORDS_TOKENS_H
#define SULIH_PIPELINE_PROTECT_NAMES_WORDS_TOKENS_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/table.h"
#include "base/vector.h"
#include "base/word_index.h"
#include "pipeline/protect/names/words/facts.h"
#include "pipeline/protect/names/words/letters.h"
#include "pipeline/protect/names/words/memory.h"
#include "pipeline/protect/names/words/slots.h"
#include "pipeline/protect/protect.h"
#include "segment/segment.h"

#define NAMES_NONE UINT32_MAX
/* The word of what is none (marks, figures): without letters and facts, so that it can be asked. */
#define WORD_NONE 0
/* So many marks without a character stand behind the last token of a document. */
enum { TOKENS_BEHIND = 16 };

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
	TOKEN_SIGNED = 256,  /* in a byline */
	TOKEN_FREE = TOKEN_TITLECASE | TOKEN_SHOUTED,
	TOKEN_SILENT = TOKEN_FIRST | TOKEN_FREE, /* with any of these its capital says nothing */
	TOKEN_PLAIN = 128 /* the same token to every finder, as all up to the next blank are:
			     ASCII letters, a short number, a mark that is part of no address */
};

struct name_token {
	uint32_t start; /* running text */
	uint32_t end;
	uint32_t word;	/* index into words; WORD_NONE for marks and figures */
	uint32_t mark;	/* code point of a mark, else 0 */
	uint32_t facts; /* of its word as it is written, small or not (enum word_fact); else 0 */
	uint32_t map;	/* 1 + index into maps: what match_map gave here; 0: not asked yet */
	uint8_t kind;	/* enum token_kind */
	uint8_t shape;	/* enum token_shape */
	uint16_t flags; /* enum token_flag */
};

/*
 * A distinct word, folded to lower case.  The counts are of the current document, and of words
 * that stand in it with a capital; those of all others are 0.
 */
struct name_word {
	struct sulih_view lower;
	uint32_t hash;
	uint32_t lists;	 /* SULIH_IN_NAME: those that may have it (base/word_index.h) */
	uint32_t facts;	 /* enum word_fact */
	uint32_t small;	 /* how often written small */
	uint32_t middle; /* how often with a capital that says something */
	uint32_t person; /* evidence of a person: title, saying, age, full name */
	uint32_t named;	 /* how often part of a name of several words amid the sentence */
	uint32_t names;	 /* 1 + index into what its names say of it (finder.h); 0: nothing */
	uint32_t figure; /* 1 + index into figures; 0: it says nothing there */
	uint32_t map; /* 1 + index into maps; 0: it begins no key, or never stood with a capital */
	uint32_t phrase; /* 1 + index into phrases; 0: it begins no title and is no head word */
	uint16_t parts;	 /* 1 << enum sulih_word_class, and PART_*; 0: not asked yet */
};

enum { PART_NONE = 1 << 14, PART_BARE = 1 << 15 }; /* no word of the lexicon; without affixes */

/* What is asked of every word that is read, and of most words nothing else: kept apart, so
 * that the words of a text lie close together. */
struct word_brief {
	uint64_t first; /* its key (letters.h) */
	uint64_t last;
	uint32_t length;
	uint32_t always;   /* facts of every word */
	uint32_t raised;   /* facts of one that stands with a capital; 0: not asked yet */
	uint32_t document; /* the last in which it stood with a capital */
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

/* What the MAP lists have for a word alone, and which of them have longer keys. */
struct map_start {
	struct name_match match;
	uint32_t open; /* a bit for each list */
};

/* The same for both forms of a word that may begin a key. */
struct map_word {
	struct map_start title, upper;
};

/* What the lists of titles and of head words have for a word alone. */
struct phrase_word {
	struct sulih_row title, head;
};

struct sulih_word_memory {
	struct name_vocabulary words; /* of all documents so far, or since they were too many */
	SULIH_VECTOR(struct word_brief) briefs; /* of the same words */
	SULIH_VECTOR(uint32_t) raised; /* the words that stand with a capital in the current one */
	struct name_tokens tokens;     /* of the current one */
	SULIH_VECTOR(uint32_t) segments; /* the token that each begins with, and one behind */
	SULIH_VECTOR(uint32_t) plain;	 /* small words of four letters or more in each, or fewer */
	SULIH_VECTOR(struct figure_word) figures; /* of words */
	SULIH_VECTOR(struct map_word) maps;	  /* of words */
	SULIH_VECTOR(struct phrase_word) phrases; /* of words */
	struct word_slots slots;
	uint32_t document; /* its number */
	struct sulih_arena letters;
	struct sulih_buffer key; /* scratch */
};

/* Whether the word counts where headlines are told from sentences: function words do not. */
static inline bool word_has_weight(const struct name_token *token)
{
	return token->end - token->start >= 4 && !(token->facts & FACT_FUNCTION);
}

/* Reads a document: its tokens, and the counts of words, from the start. */
int sulih_words_read(struct sulih_word_memory *memory, const struct sulih_segmentation *s,
		     struct sulih_error *error) SULIH_MUST_CHECK;

/* The document is done: what it took up beyond the usual is given back. */
void sulih_words_done(struct sulih_word_memory *memory);

/* ---- memory.c, for tokens.c ---- */
int words_begin(struct sulih_word_memory *memory);
/* Behind the last token of a text of this length: a rule that looks there, which sanitized builds
 * refuse (token_at), finds no word of an earlier document, and the same whatever was read before.
 */
int words_close(struct sulih_word_memory *memory, size_t length);
/* The index of a word as it is written, of this shape; NAMES_NONE when out of memory. */
uint32_t word_intern_text(struct sulih_word_memory *memory, struct sulih_view text, uint8_t shape);
/* The same for one of WORD_KEY_MAX letters or fewer that is not there yet. */
uint32_t word_add_key(struct sulih_word_memory *memory, const struct word_key *key);

/* The index of the word with this key and, where it is longer than the key tells, these letters
 * (NULL: it is none of those); NAMES_NONE: there is none. */
static inline uint32_t word_find(const struct sulih_word_memory *memory, const struct word_key *key,
				 const char *letters)
{
	const struct word_slot *slots = memory->slots.items;

	for (uint32_t at = word_slots_first(&memory->slots, key->hash); slots[at].word;
	     at = word_slots_next(&memory->slots, at)) {
		uint32_t index = slots[at].word - 1;
		const struct word_brief *brief = &memory->briefs.items[index];

		if (slots[at].hash == key->hash && brief->first == key->first &&
		    brief->last == key->last && brief->length == key->length &&
		    (letters == NULL || key->length <= WORD_KEY_MAX ||
		     memcmp(memory->words.items[index].lower.data, letters, key->length) == 0))
			return index;
	}
	return NAMES_NONE;
}

static inline uint32_t word_intern_key(struct sulih_word_memory *memory, const struct word_key *key)
{
	uint32_t found = word_find(memory, key, NULL);

	return found != NAMES_NONE ? found : word_add_key(memory, key);
}

/* Its row in an indexed list of lower-case keys: WORD_ROW(word, titles); needs lists.h. */
#define WORD_ROW(word, list) word_row(word, &sulih_list_##list, SULIH_IN_##list)

static inline struct sulih_row word_row(const struct name_word *word,
					const struct sulih_table *table, uint32_t list)
{
	if (word->lists & list)
		return sulih_table_find_hashed(table, word->lower, word->hash);
	return (struct sulih_row){ table, NULL, false, false };
}

/* The counts of no document. */
static inline void word_renew(struct name_word *word)
{
	word->small = word->middle = word->person = word->named = 0;
	word->names = 0;
}

/* For the first time in the document the word stands with a capital. */
int word_raise_first(struct sulih_word_memory *memory, uint32_t index);

/* The word stands with a capital. */
static inline int word_raise(struct sulih_word_memory *memory, uint32_t index)
{
	return memory->briefs.items[index].document == memory->document
		       ? 0
		       : word_raise_first(memory, index);
}

/* ---- stems.c, for tokens.c ---- */
/* seIndonesia, proIsrael: the prefix is a token of its own; `end` when there is none. */
size_t stem_prefix_end(struct sulih_view text, size_t start, size_t end);
/* Prabowokah, Jakartalah, KPKnya: the end of the stem when the word is unknown and what stands
 * before the clitic is an acronym or a known name; else `end`. */
size_t stem_end(struct sulih_word_memory *memory, struct sulih_view text, size_t start, size_t end);

/* ---- facts.c: what the lists say of a word ---- */
/* Its part of speech as it stands: as `parts` above, learnt when it is first asked for. */
unsigned word_parts(struct name_word *word);
/* *phrase gets what the lists of phrases have for it alone. */
void word_learn(struct name_word *word, struct phrase_word *phrase);
/* The same for a word that stands with a capital; *map gets what the MAP lists have for it. */
void word_learn_capital(struct name_word *word, struct map_word *map);

/* ---- numbers/lexicon.c ---- */
/* What the word says in a figure; false: nothing. */
bool figure_word_find(const struct name_word *word, struct figure_word *found);

#endif
