/*
 * The finder of names: what it knows of a document.
 */
#ifndef SULIH_PIPELINE_PROTECT_NAMES_FINDER_H
#define SULIH_PIPELINE_PROTECT_NAMES_FINDER_H

#include <assert.h>

#include "base/table.h"
#include "pipeline/protect/names/carry.h"
#include "pipeline/protect/names/words/tokens.h"
#include "pipeline/protect/protect.h"

/* An answer of match_map, which is asked of one place by several rules and in both passes. */
struct name_map {
	uint32_t end; /* the token that it was asked up to */
	struct name_match match;
};

/* `Nama Panjang (NP)`: NP stands for the long form through the document. */
struct name_acronym {
	uint32_t start; /* tokens of the long form */
	uint32_t count;
	uint32_t mentions; /* by itself, behind the long form */
	enum sulih_span_kind kind;
	enum sulih_ruling ruling;
	struct sulih_view target;
	struct sulih_view full; /* the long form where it stood in a stretch before; else empty */
	const char *why;
};

/* How often a plain name was of which kind (agree.c). */
struct name_kinds {
	uint32_t last;	 /* its last word */
	uint32_t length; /* tokens */
	uint32_t next;	 /* 1 + index of the next that begins with the same word; 0: none */
	uint16_t counts[SULIH_KIND_NAME + 1];
};

/* A name of several words that stands amid a sentence (agree.c). */
struct name_whole {
	uint32_t at; /* tokens */
	uint32_t end;
	uint32_t earlier; /* 1 + index of another that begins with the same word; 0: none */
	enum sulih_span_kind kind;
	enum sulih_ruling ruling;
	struct sulih_view target;
};

/* A run of capitals in which a word stands. */
struct name_mention {
	uint32_t start; /* tokens */
	uint32_t end;
	uint32_t length; /* bytes; 0: none */
};

/* What a name has to do with a word: a person's begins or ends with it, a body's ends with it. */
enum name_role { PERSON_BEGINS, PERSON_ENDS, BODY_ENDS };

/* A link of the chain of a word, the newest first. */
struct name_link {
	uint32_t at; /* tokens */
	uint32_t end;
	uint32_t earlier; /* 1 + index into links; 0: none */
	enum name_role role;
};

/* The two longest of a word: one of them may be the name that is asked about. */
struct name_mentions {
	struct name_mention longest[2];
};

/* What the names of the document say of a word: of few they do, so that it stands apart from the
 * word itself.  The indices begin at 1; 0: none. */
struct word_names {
	uint32_t word;
	uint32_t link;	  /* into links: names that begin or end with it */
	uint32_t acronym; /* into acronyms: what it was introduced for */
	uint32_t kinds;	  /* into kinds: of names that begin with it */
	uint32_t wholes;  /* into wholes: names that begin with it */
	uint32_t senses; /* no index: evidence for each of its senses (senses.c), eight bits each */
};

/* Whether the document is about films, music or books (shows.c). */
enum shows { SHOWS_UNKNOWN, SHOWS_ABOUT, SHOWS_NOT };

struct name_finder {
	struct sulih_document *document;
	struct sulih_candidates *candidates;
	struct sulih_view text;
	struct name_tokens tokens; /* of the memory, which keeps them */
	struct name_vocabulary words;
	const struct word_brief *briefs;   /* of words */
	const struct map_word *starts;	   /* of words */
	const struct phrase_word *phrases; /* of words */
	const uint32_t *segments; /* the token that each begins with, and one behind the last */
	const uint32_t *plain;	  /* words of each that tell a sentence from a headline */
	SULIH_VECTOR(struct word_names) names; /* of words */
	SULIH_VECTOR(struct name_acronym) acronyms;
	SULIH_VECTOR(struct name_map) maps;
	SULIH_VECTOR(struct name_link) links;
	SULIH_VECTOR(struct name_kinds) kinds;
	SULIH_VECTOR(struct name_whole) wholes;
	struct name_mentions *mentions; /* by word; NULL: nothing is to be explained */
	struct sulih_buffer key;	/* scratch for look-ups */
	uint32_t from, to;		/* tokens of the segment that is being parsed */
	uint32_t number;		/* of the document, as the memory counts */
	uint32_t storms[3];		/* mentions of hurricanes, typhoons, cyclones (storms.c) */
	enum shows shows;
	bool carried;	 /* counts come from other stretches, or go there */
	bool collecting; /* first pass */
	bool initials;	 /* the document speaks of people by their initials */
	bool failed;	 /* out of memory */
};

/* Empties the scratch key; a failed allocation is remembered, which clearing alone forgets. */
static inline void key_clear(struct name_finder *f)
{
	f->failed |= f->key.failed != 0;
	sulih_buffer_clear(&f->key);
}

static inline const struct name_token *token_at(const struct name_finder *f, uint32_t at)
{
#ifdef SULIH_CHECKS /* the room behind the last token hides from a sanitizer who reads there */
	assert(at < f->tokens.count);
#endif
	return &f->tokens.items[at];
}

static inline struct name_word *word_at(const struct name_finder *f, uint32_t at)
{
	return &f->words.items[token_at(f, at)->word];
}

/* What its names say of a word. */
static inline struct word_names names_of(const struct name_finder *f, const struct name_word *word)
{
	return word->names ? f->names.items[word->names - 1] : (struct word_names){ 0 };
}

static inline struct word_names names_at(const struct name_finder *f, uint32_t at)
{
	return names_of(f, word_at(f, at));
}

/* An item that a vector was grown by; that it could not be is remembered. */
static inline void *name_added(struct name_finder *f, void *item)
{
	f->failed |= item == NULL;
	return item;
}
#define NAME_ADD(f, v) ((__typeof__((v)->items))name_added(f, SULIH_VECTOR_ADD(v)))

/* The same to be changed, until the next call; NULL: out of memory, which is remembered. */
static inline struct word_names *names_change(struct name_finder *f, struct name_word *word)
{
	struct word_names *names;

	if (word->names)
		return &f->names.items[word->names - 1];
	names = NAME_ADD(f, &f->names);
	if (names != NULL) {
		names->word = (uint32_t)(word - f->words.items);
		word->names = (uint32_t)f->names.count;
	}
	return names;
}

/* Texts behind each other, for as long as the document stays. */
static inline struct sulih_view name_join(struct name_finder *f, const struct sulih_view *texts,
					  size_t count)
{
	struct sulih_view joined = sulih_arena_join(&f->document->arena, texts, count);

	f->failed |= joined.data == NULL;
	return joined;
}
#define NAME_JOIN(f, ...)                                                                          \
	name_join(f, (const struct sulih_view[]){ __VA_ARGS__ },                                   \
		  SULIH_COUNT(((const struct sulih_view[]){ __VA_ARGS__ })))

/* ---- modes.c ---- */
void names_mark_modes(struct name_finder *f);

/* ---- senses.c ---- */
enum { NAMES_SENSES = 4 }; /* the most that an acronym has */
/* Adds evidence for senses of a word, eight bits each; SULIH_ERROR_MEMORY is remembered, too. */
int senses_note(struct name_finder *f, struct name_word *word, uint32_t senses);

/* ---- acronyms.c ---- */
/* The acronym stands for that through the document; NULL: out of memory, which is remembered. */
struct name_acronym *acronym_note(struct name_finder *f, struct name_word *word,
				  const struct name_acronym *meaning);

/* ---- carry.c: does nothing where `carry` is NULL ---- */
/* Waits for the stretches before, and adds what they learned to the words of this one. */
void carry_take(struct name_finder *f, struct sulih_carry *carry, size_t stretch);
/* Hands on what is known now; the next stretch has its turn. */
void carry_give(struct name_finder *f, struct sulih_carry *carry, size_t stretch);

#endif
