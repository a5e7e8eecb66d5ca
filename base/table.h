/*
 * Word lists compiled into the program.
 *
 * A list is a file LISTS/NAME.tsv (its form: docs/lists.md); the build turns it
 * into a constant `sulih_list_NAME` (dashes become underscores) that needs no
 * work at start.  Keys are looked up by exact bytes; a list whose head says
 * `fold: lower` has lower-case keys and wants a lower-cased key.
 *
 * A list whose head says `phrases: yes` knows for every key of several words
 * its beginnings too: row.longer says that a longer key goes on after this one
 * with a blank, so that the longest match is found word by word.
 *
 * Words that steer the rules of one room stand in one list with the classes that they are of,
 * so that no rule has words of its own in C.
 */
#ifndef SULIH_BASE_TABLE_H
#define SULIH_BASE_TABLE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/view.h"

struct sulih_table_entry {
	uint32_t key;	  /* offset into text */
	uint32_t columns; /* offset into text: the columns after the key, each with a NUL */
	uint16_t key_length;
	uint8_t flags; /* SULIH_TABLE_* */
	uint8_t column_count;
	uint8_t lengths[4]; /* of the first columns, SULIH_TABLE_LONG where it is that or more */
};

enum {
	SULIH_TABLE_ENTRY = 1, /* a key of the list, not only the beginning of one */
	SULIH_TABLE_LONGER = 2 /* a longer key goes on after a blank */
};

enum { SULIH_TABLE_LONG = 255 };

/* A look-up that fails, as most do, touches its slot and nothing else. */
struct sulih_table_slot {
	uint32_t hash;
	uint32_t entry; /* its index + 1, or 0: empty */
};

struct sulih_table {
	const char *name;
	const char *text;
	const struct sulih_table_entry *entries; /* in byte order of the keys */
	const struct sulih_table_slot *slots;
	const uint32_t *lengths; /* [SULIH_TABLE_FIRSTS]: which lengths keys have, by first byte */
	uint32_t count;
	uint32_t mask;	       /* number of slots - 1 */
	const uint64_t *later; /* a bit for each word that stands behind a blank in keys … */
	uint32_t later_mask;   /* … by its hash; number of bits - 1 */
};

struct sulih_row {
	const struct sulih_table *table;
	const struct sulih_table_entry *entry; /* NULL: not found */
	bool listed;			       /* it is a key of the list */
	bool longer;			       /* a longer key begins with it */
};

enum { SULIH_TABLE_FIRSTS = 64 };

/* The bit for a key's length in `lengths`. */
static inline uint32_t sulih_table_length_bit(size_t length)
{
	return UINT32_C(1) << (length < 31 ? length : 31);
}

/* Whether the list has a key with this first byte and length: cheaper than a hash. */
static inline bool sulih_table_has_length(const struct sulih_table *table, char first,
					  size_t length)
{
	return table->lengths[(unsigned char)first % SULIH_TABLE_FIRSTS] &
	       sulih_table_length_bit(length);
}

/* The first eight bytes, or all and zeros behind them: as one number they are compared at once. */
static inline uint64_t sulih_table_load(const char *data, size_t length)
{
	uint64_t word = 0;
	uint32_t low, high;

	if (length >= 8) {
		memcpy(&word, data, 8);
	} else if (length >= 4) {
		memcpy(&low, data, 4);
		memcpy(&high, data + length - 4, 4);
		word = low | (uint64_t)high << (8 * (length - 4));
	} else if (length > 0) {
		word = (uint64_t)(unsigned char)data[0] |
		       (uint64_t)(unsigned char)data[length / 2] << (8 * (length / 2)) |
		       (uint64_t)(unsigned char)data[length - 1] << (8 * (length - 1));
	}
	return word;
}

#define SULIH_TABLE_FACTOR UINT64_C(0x9E3779B97F4A7C15)

static inline uint64_t sulih_table_mix(uint64_t hash, uint64_t bytes)
{
	hash = (hash ^ bytes) * SULIH_TABLE_FACTOR;
	return hash ^ hash >> 32;
}

/* The hash of a key of at most 16 bytes by its first eight and, of a longer one, its last. */
static inline uint32_t sulih_table_hash_short(uint64_t first, uint64_t last, size_t length)
{
	uint64_t hash = sulih_table_mix(length * SULIH_TABLE_FACTOR, first);

	if (length > 8)
		hash = sulih_table_mix(hash, last);
	return (uint32_t)(hash * SULIH_TABLE_FACTOR >> 32);
}

/* Eight bytes at a time, the last eight once more; one hash serves look-ups of the same key
 * in several tables.  The build and the program run on the same kind of machine. */
static inline uint32_t sulih_table_hash(struct sulih_view key)
{
	uint64_t hash = key.length * SULIH_TABLE_FACTOR;
	size_t at = 0;

	for (; key.length - at > 8; at += 8)
		hash = sulih_table_mix(hash, sulih_table_load(key.data + at, 8));
	if (at > 0)
		at = key.length - 8;
	hash = sulih_table_mix(hash, sulih_table_load(key.data + at, key.length - at));
	return (uint32_t)(hash * SULIH_TABLE_FACTOR >> 32);
}

struct sulih_row sulih_table_find_slow(const struct sulih_table *table, struct sulih_view key,
				       uint32_t hash);

/* Most look-ups fail at an empty slot, their first or the one behind it: no call is made for them.
 */
static inline struct sulih_row sulih_table_find_hashed(const struct sulih_table *table,
						       struct sulih_view key, uint32_t hash)
{
	const struct sulih_table_slot *slot = &table->slots[hash & table->mask];

	if (slot->entry == 0 ||
	    (slot->hash != hash && table->slots[(hash + 1) & table->mask].entry == 0))
		return (struct sulih_row){ table, NULL, false, false };
	return sulih_table_find_slow(table, key, hash);
}

static inline struct sulih_row sulih_table_find(const struct sulih_table *table,
						struct sulih_view key)
{
	if (key.length == 0 || !sulih_table_has_length(table, key.data[0], key.length))
		return (struct sulih_row){ table, NULL, false, false };
	return sulih_table_find_hashed(table, key, sulih_table_hash(key));
}

/* Whether any key may have the word of this hash (small ASCII letters, up to what is none) behind
 * a blank: for most words that could go on a key the answer is no, without a look-up. */
static inline bool sulih_table_may_go_on(const struct sulih_table *table, uint32_t hash)
{
	return table->later[(hash & table->later_mask) / 64] >> (hash % 64) & 1;
}

/* Whether `key` is a key of the list. */
static inline bool sulih_table_has(const struct sulih_table *table, struct sulih_view key)
{
	return sulih_table_find(table, key).listed;
}

/* Whether a row is of this class: its column 1 has classes with blanks between. */
bool sulih_row_says(const struct sulih_row *row, const char *class);

/* Whether `key` is a key of the list, of this class. */
static inline bool sulih_table_says(const struct sulih_table *table, struct sulih_view key,
				    const char *class)
{
	struct sulih_row row = sulih_table_find(table, key);

	return row.listed && sulih_row_says(&row, class);
}

/* Whether a text begins with a key of this class, or is one; of keys up to 30 bytes. */
bool sulih_table_starts(const struct sulih_table *table, struct sulih_view text, const char *class);
/* The same of its end; of keys up to `longest` bytes. */
bool sulih_table_ends(const struct sulih_table *table, struct sulih_view text, size_t longest,
		      const char *class);

/* Column `number` of a row, counted from 0 for the key itself; empty when absent. */
struct sulih_view sulih_row_column(const struct sulih_row *row, unsigned number);

/* The row of entry `index` < table->count, for walking over a list in order. */
struct sulih_row sulih_table_row(const struct sulih_table *table, uint32_t index);

#endif
