/*
 * Reading the noun phrase that names a speaker.  Internal to segment/quotes/speaker.
 *
 * "Menteri Keuangan Sri Mulyani", "warga Melati bernama Sutrisno": word after word is passed
 * over as title, office, body or description, or added to the name, until one ends the phrase.
 */
#ifndef SULIH_SEGMENT_QUOTES_SPEAKER_PHRASE_H
#define SULIH_SEGMENT_QUOTES_SPEAKER_PHRASE_H

#include "segment/quotes/speaker/tokens.h"

/* A noun phrase while it is read. */
struct reading {
	const struct tokens *tokens;
	size_t at, to;
	bool head;     /* a title or a common noun stands before: what follows may belong to it */
	bool body;     /* a body's head word stands right before: the next word is its name */
	bool honored;  /* a form of address or a degree stands right before: Pak JK */
	bool ranked;   /* a rank stands right before: AKP Undang, whatever the word means */
	bool company;  /* the name of a body stands right before, and may go on */
	bool area;     /* the last title was that of a village head, a director or the like */
	bool resident; /* it was warga or penduduk: a place may follow */
	bool place;    /* a place stands right before */
	bool governed; /* a preposition stands right before */
	bool initial;  /* the first word begins a sentence: its capital tells nothing */
	bool kin;      /* the name belongs to a relative of the speaker */
	bool ended;
	bool pronoun;
	size_t lower;	     /* common words passed over */
	size_t name, behind; /* tokens of the name; equal: none yet */
};

static inline bool next_is_capital(const struct reading *r, size_t index)
{
	return index < r->to && r->tokens->items[index].type == TOKEN_WORD &&
	       r->tokens->items[index].capital;
}

static inline bool is_named(const struct reading *r)
{
	return r->behind > r->name;
}

static inline void end_phrase(struct reading *r)
{
	r->ended = true;
}

/* What was taken for a name belongs to an office or a body. */
static inline void forget_name(struct reading *r)
{
	r->name = r->behind = 0;
	r->head = true;
}

static inline void add_to_name(struct reading *r, size_t count)
{
	if (!is_named(r))
		r->name = r->at;
	r->at += count;
	r->behind = r->at;
	r->body = r->company = r->place = r->governed = r->honored = r->ranked = false;
}

static inline void pass_over(struct reading *r, size_t count)
{
	r->at += count;
	r->head = true;
	r->body = r->company = r->place = r->governed = r->honored = r->ranked = false;
}

/* titles.c */
struct title {
	size_t count;	 /* tokens; 0: none */
	bool after_name; /* of those that stand behind a name: M.Si., (Purn.) */
	bool honorific;
	bool rank;
};

/* The title at the next word; none when its words are part of a name (Putri Marino, Budi H.
 * Santoso, Jack Ma). */
struct title sulih_phrase_match_title(const struct reading *r);
/* What a title of tokens[first, last] says of the words behind it. */
void sulih_phrase_note_title(struct reading *r, size_t first, size_t last, bool honorific);
/* The next word may say that a relative speaks: istri, ayah. */
void sulih_phrase_note_kin(struct reading *r);

/* small_words.c: reads a word without a capital; behind the name it ends the phrase, before the
 * name it describes. */
void sulih_phrase_read_small(struct reading *r);

/* capitals.c: reads a word with a capital that is no title: body, place, acronym or name. */
void sulih_phrase_read_capital(struct reading *r);

/* phrase.c: the phrase of tokens[from, to). */
struct reading sulih_read_phrase(const struct tokens *tokens, size_t from, size_t to);

#endif
