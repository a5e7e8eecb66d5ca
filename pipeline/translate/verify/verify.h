/*
 * Is an answer a translation of what was sent?  Faults send a text up the repair
 * ladder; notes only make an editor look.
 */
#ifndef SULIH_PIPELINE_TRANSLATE_VERIFY_VERIFY_H
#define SULIH_PIPELINE_TRANSLATE_VERIFY_VERIFY_H

#include "pipeline/translate/tokens/wire.h"

enum {
	SULIH_FAULT_EMPTY = 1,
	SULIH_FAULT_PLACEHOLDER = 2, /* not each placeholder exactly once, or marks crossed */
	SULIH_FAULT_NUMBER = 4,	     /* a number changed, came up or vanished */
	SULIH_FAULT_LOOP = 8,
	SULIH_FAULT_TRUNCATED = 16,
	SULIH_FAULT_LENGTH = 32,   /* far too long */
	SULIH_FAULT_SCRIPT = 64,   /* letters of a script that the source has not */
	SULIH_FAULT_SUSPECT = 128, /* the end is missing, perhaps: worth one more try */
	SULIH_NOTE_ECHO = 256,
	SULIH_NOTE_RESIDUE = 512,     /* still Indonesian */
	SULIH_FAULT_SENTENCES = 1024, /* many more or many fewer sentences: worth one more try */
	SULIH_FAULT_COUNT = 2048,     /* a number word that the source does not say: the same */
	SULIH_FAULT_TALK = 4096,      /* it speaks about the text, or has markup of its own */
	SULIH_FAULT_CANNED = 8192,    /* the same as to texts that say something else */
	SULIH_FAULTS_HARD = 127 | SULIH_FAULT_TALK | SULIH_FAULT_CANNED,
	SULIH_FAULTS_SOFT = SULIH_FAULT_SUSPECT | SULIH_FAULT_SENTENCES | SULIH_FAULT_COUNT,
	SULIH_NOTES = 768
};

struct sulih_verify_options {
	bool same_language; /* source and target language are one: an echo is right */
	bool english;	    /* the target language is English */
};

/* SULIH_FAULT_* and SULIH_NOTE_* bits. */
unsigned sulih_verify(const struct sulih_part *source, size_t source_count,
		      const struct sulih_part *target, size_t target_count,
		      struct sulih_wire_names names, const struct sulih_verify_options *options);

/* Whether the parts hold anything to translate: a letter outside placeholders. */
bool sulih_verify_has_words(const struct sulih_part *parts, size_t count);

/* numbers.c: SULIH_FAULT_NUMBER when a number of the target is nowhere in the source, or one
 * of the source is missing, in figures or in words; SULIH_FAULT_COUNT when the target's words count
 * what the source does not say; else 0. */
unsigned sulih_verify_numbers(const struct sulih_part *source, size_t source_count,
			      const struct sulih_part *target, size_t target_count,
			      struct sulih_wire_names names);
/* sentences.c: how many sentences the target has beyond what the source may become, or
 * lacks (negative); 0 unless it is two or more. */
int sulih_verify_sentences(const struct sulih_part *source, size_t source_count,
			   const struct sulih_part *target, size_t target_count);
/* talk.c: whether the target speaks about the text or the task ("Here is the translation"), which
 * the source does not; whether it has signs of markup, of JSON or of escapes that the source has
 * not. */
bool sulih_verify_talk(const struct sulih_part *source, size_t source_count,
		       const struct sulih_part *target, size_t target_count,
		       struct sulih_wire_names names);
bool sulih_verify_markup(const struct sulih_part *source, size_t source_count,
			 const struct sulih_part *target, size_t target_count,
			 struct sulih_wire_names names);
/* loops.c: whether the target says the same again and again, and the source not. */
bool sulih_verify_loops(const struct sulih_part *source, size_t source_count,
			const struct sulih_part *target, size_t target_count);

#endif
