/*
 * A word as numbers: its letters, small, eight at a time, and the hash of them.  Most words of
 * a text are of at most sixteen ASCII letters: these are found, made small, hashed and compared
 * without a look at any single letter.
 */
#ifndef SULIH_PIPELINE_PROTECT_NAMES_WORDS_LETTERS_H
#define SULIH_PIPELINE_PROTECT_NAMES_WORDS_LETTERS_H

#include "base/bytes.h"
#include "base/table.h"
#include "base/view.h"

/* A longer word is more than its key. */
enum { WORD_KEY_MAX = 16 };

struct word_key {
	uint64_t first; /* the first eight letters; of fewer, zeros behind them */
	uint64_t last;	/* the last eight of more than eight; else 0 */
	uint32_t length;
	uint32_t hash; /* sulih_table_hash() of all */
};

/* A row of ASCII letters; the key is that of its small letters. */
struct word_letters {
	struct word_key key; /* without hash when longer than WORD_KEY_MAX */
	uint64_t upper; /* where its capitals are, the first at bit 5; rows of eight are merged */
	uint64_t lower; /* where its small letters are */
};

/* The high bit of each byte that is no ASCII letter, or is not among the next `left` bytes. */
static inline uint64_t word_no_letters(uint64_t bytes, size_t left)
{
	uint64_t high = SULIH_BYTES_EACH * 0x80, low = (bytes | SULIH_BYTES_EACH * 0x20) & ~high;
	uint64_t none = bytes | ~(low + SULIH_BYTES_EACH * (0x80 - 'a')) |
			(low + SULIH_BYTES_EACH * (0x7F - 'z'));

	if (left < 8)
		none |= UINT64_C(0x80) << (8 * left);
	return none & high;
}

/* The bytes before the first of these marks; all when there is none. */
static inline uint64_t word_bytes_before(uint64_t marks)
{
	return ((marks & -marks) >> 7) - 1;
}

/* Eight bytes of the text from `at`; zeros behind its end. */
static inline uint64_t word_load(struct sulih_view text, size_t at)
{
	if (at + 8 <= text.length)
		return sulih_table_load(text.data + at, 8);
	return at < text.length ? sulih_table_load(text.data + at, text.length - at) : 0;
}

/* The letters behind the first eight, which are letters all. */
static inline void word_read_more(struct sulih_view text, size_t start, size_t end,
				  struct word_letters *word)
{
	const uint64_t small = SULIH_BYTES_EACH * 0x20;
	uint64_t other;
	size_t at = start;

	do {
		uint64_t bytes;

		at += 8;
		bytes = word_load(text, at);
		other = word_no_letters(bytes, end - at);
		/* the bit of the first letter is its alone */
		word->upper |= (~bytes & small & word_bytes_before(other)) << 1;
		word->lower |= (bytes & small & word_bytes_before(other)) << 1;
	} while (other == 0);
	at += (size_t)__builtin_ctzll(other) / 8;
	word->key.length = (uint32_t)(at - start);
	if (at > start + 8)
		word->key.last = sulih_table_load(text.data + at - 8, 8) | small;
}

/* The ASCII letters from `start` to `end` or before it. */
static inline struct word_letters word_read_letters(struct sulih_view text, size_t start,
						    size_t end)
{
	const uint64_t small = SULIH_BYTES_EACH * 0x20;
	uint64_t bytes = word_load(text, start), other = word_no_letters(bytes, end - start);
	uint64_t mask = word_bytes_before(other);
	struct word_letters word = { .key.first = (bytes | small) & mask,
				     .upper = ~bytes & small & mask,
				     .lower = bytes & small & mask };

	if (other != 0)
		word.key.length = (uint32_t)__builtin_ctzll(other) / 8;
	else
		word_read_more(text, start, end, &word);
	word.key.hash = sulih_table_hash_short(word.key.first, word.key.last, word.key.length);
	return word;
}

#endif
