#include "base/table.h"

struct sulih_row sulih_table_find_slow(const struct sulih_table *table, struct sulih_view key,
				       uint32_t hash)
{
	struct sulih_row row = { table, NULL, false, false };
	const struct sulih_table_slot *slot;

	for (uint32_t at = hash & table->mask; (slot = &table->slots[at])->entry != 0;
	     at = (at + 1) & table->mask) {
		const struct sulih_table_entry *entry = &table->entries[slot->entry - 1];

		if (slot->hash == hash && entry->key_length == key.length &&
		    memcmp(table->text + entry->key, key.data, key.length) == 0)
			return sulih_table_row(table, slot->entry - 1);
	}
	return row;
}

struct sulih_row sulih_table_row(const struct sulih_table *table, uint32_t index)
{
	const struct sulih_table_entry *entry = &table->entries[index];

	return (struct sulih_row){ table, entry, (entry->flags & SULIH_TABLE_ENTRY) != 0,
				   (entry->flags & SULIH_TABLE_LONGER) != 0 };
}

struct sulih_view sulih_row_column(const struct sulih_row *row, unsigned number)
{
	const char *column;

	if (row->entry == NULL || number > row->entry->column_count)
		return (struct sulih_view){ "", 0 };
	if (number == 0)
		return (struct sulih_view){ row->table->text + row->entry->key,
					    row->entry->key_length };
	column = row->table->text + row->entry->columns;
	for (unsigned i = 0;; i++) {
		bool known = i < sizeof(row->entry->lengths) &&
			     row->entry->lengths[i] != SULIH_TABLE_LONG;
		size_t length = known ? row->entry->lengths[i] : strlen(column);

		if (--number == 0)
			return (struct sulih_view){ column, length };
		column += length + 1;
	}
}

bool sulih_row_says(const struct sulih_row *row, const char *class)
{
	return sulih_view_has_word(sulih_row_column(row, 1), sulih_view_of(class));
}

bool sulih_table_starts(const struct sulih_table *table, struct sulih_view text, const char *class)
{
	uint32_t lengths =
		text.length > 0 ? table->lengths[(unsigned char)text.data[0] % SULIH_TABLE_FIRSTS]
				: 0;

	/* a bit for each length that keys have, the shortest first */
	for (; lengths != 0; lengths &= lengths - 1) {
		size_t n = (size_t)__builtin_ctz(lengths);

		if (n > text.length)
			break;
		if (sulih_table_says(table, sulih_view_slice(text, 0, n), class))
			return true;
	}
	return false;
}

bool sulih_table_ends(const struct sulih_table *table, struct sulih_view text, size_t longest,
		      const char *class)
{
	for (size_t n = 1; n <= longest && n <= text.length; n++) {
		struct sulih_view ending = sulih_view_slice(text, text.length - n, text.length);

		if (sulih_table_has_length(table, ending.data[0], n) &&
		    sulih_table_says(table, ending, class))
			return true;
	}
	return false;
}
