/*
 * A place where a sentence may end, and what the rules want to know about it.
 *
 *        word stop marks closers      next letter
 *     ... pergi  .   ..    ”     _ “  (      I       a pulang
 *                ^stop  ^stop_end  ^end ^next ^letter
 */
#ifndef SULIH_SEGMENT_SENTENCES_CANDIDATE_H
#define SULIH_SEGMENT_SENTENCES_CANDIDATE_H

#include "segment/segment.h"

enum mark { MARK_STOP, MARK_ELLIPSIS, MARK_STRONG /* ? ! and their like */ };

enum follow {
	FOLLOW_END,   /* nothing more in the block */
	FOLLOW_UPPER, /* also a letter of a script without case */
	FOLLOW_LOWER,
	FOLLOW_DIGIT,
	FOLLOW_OTHER /* emoji, currency, # … */
};

/* How the items of an enumeration are marked: `1.`, `I.`, `a.`, `A.` */
enum item_kind { ITEM_DIGITS, ITEM_ROMAN, ITEM_SMALL, ITEM_CAPITAL, ITEM_KINDS };

struct candidate {
	const struct sulih_segmentation *whole;
	const char *data;
	size_t limit;	 /* end of the block */
	size_t sentence; /* where the sentence began */
	size_t block;	 /* where the block began */
	unsigned
		last_item[ITEM_KINDS]; /* number of the last item of an enumeration in this block */

	bool caption; /* the block is a caption */

	size_t stop, stop_end, end, next, letter;
	enum mark mark;
	bool closed;	/* a quotation mark closes at the border */
	bool bracket;	/* a bracket closes at the border */
	bool furniture; /* `Baca juga:` begins at `next`, without a stop before it */
	bool opened;	/* a quotation mark or bracket opens at `next` */
	enum follow follow;
	struct sulih_span word; /* what stands before the stop, up to a blank or a bracket */
};

/* Finds the next candidate at or after `from`; false at the end of the block. */
bool sulih_candidate_find(struct candidate *candidate, size_t from);

/* Makes `candidate` of a border that ICU proposes; false when no stop stands before it. */
bool sulih_candidate_propose(struct candidate *candidate, size_t border);

static inline bool sulih_candidate_glued(const struct candidate *candidate)
{
	return candidate->next == candidate->end;
}

static inline struct sulih_view sulih_candidate_word(const struct candidate *candidate)
{
	size_t start = candidate->word.start, end = candidate->word.end;

	/* behind page furniture a mark may stand before where its word would begin */
	return sulih_view_make(candidate->data + start, end > start ? end - start : 0);
}

/* around.c: the words beside a candidate. */

/* The run of letters (with inner hyphen and apostrophe) at `at`. */
struct sulih_view sulih_word_at(const struct candidate *candidate, size_t at);
/* The word after the one at `at`; empty at the end or when punctuation stands between. */
struct sulih_view sulih_word_after(const struct candidate *candidate, struct sulih_view word);
/* The token before offset `at` (behind one blank); empty at the block's start. */
struct sulih_view sulih_token_before(const struct candidate *candidate, size_t at);

/* The character before offset `at`; a blank at the block's start. */
uint32_t sulih_char_before(const struct candidate *candidate, size_t at);
/* The token that ends at `end`, and where it begins. */
struct sulih_view sulih_token_ending(const struct candidate *candidate, size_t end);
size_t sulih_token_start(const struct candidate *candidate, size_t end);
/* Whether a subject and its verb follow: a capital word, then a small one. */
bool sulih_subject_follows(const struct candidate *candidate);

/* Behind the white space at `at`. */
size_t sulih_skip_space(const struct candidate *candidate, size_t at);

/* `end` without the white space before it, but not before `from`. */
size_t sulih_trim_end(const struct candidate *candidate, size_t from, size_t end);

#endif
