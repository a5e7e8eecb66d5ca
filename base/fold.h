/*
 * Words as they stand in a text, looked up in lists of small letters.
 */
#ifndef SULIH_BASE_FOLD_H
#define SULIH_BASE_FOLD_H

#include "base/letter.h"
#include "base/table.h"
#include "base/utf8.h"

/* Whether the lower-cased word can be a key of the list: that it cannot costs no lower-casing.
 * Small ASCII letters take as many bytes as capitals, other letters may not. */
static inline bool sulih_fold_may_find(const struct sulih_table *table, struct sulih_view word)
{
	if (word.length == 0)
		return false;
	if (sulih_table_has_length(table, sulih_byte_lower(word.data[0]), word.length))
		return true;
	for (size_t at = sulih_utf8_skip_ascii(word, 0); at < word.length; at++)
		if ((unsigned char)word.data[at] >= 0x80)
			return true;
	return false;
}

/* The row of the lower-cased word; `room` has `size` bytes for it. */
static inline struct sulih_row sulih_fold_find(const struct sulih_table *table,
					       struct sulih_view word, char *room, size_t size)
{
	if (!sulih_fold_may_find(table, word))
		return (struct sulih_row){ table, NULL, false, false };
	return sulih_table_find(table, sulih_lower_key(word, room, size));
}

#endif
