#include "tests/support/vocabulary.h"

#include "lists.h"

enum { MOST_TOKENS = 8, BYTES_OF_TOKEN = 4 };

#define ADDRESS(name) &sulih_list_##name,
static const struct sulih_table *const tables[] = { SULIH_EACH_LIST(ADDRESS) };

static const char *const marks[] = {
	",", ".", "\"", "“", "”",  "'",	   "‘",	       "’",  "(",   ")", "[", "]", "-", "–",
	"—", "/", ":",	";", "?",  "!",	   "…",	       "&",  "%",   "|", "+", "#", "@", "*",
	"•", "°", "«",	"»", "\n", "\n\n", "\xC2\xA0", "Rp", "US$", "²", "_", "~"
};
static const char *const figures[] = { "1",	    "2",	  "10",	   "08",    "2024", "1.000",
				       "2,5",	    "1,000",	  "12/3",  "17.30", "3-1",  "21-15",
				       "1945-1950", "12/XI/2024", "IV",	   "XX",    "I",    "5x",
				       "2-0,",	    "3G",	  "50:50", "No.",   "ke-2", "'98" };

/* A key of a list, as it stands there or in other capitals. */
static void put_word(const uint8_t *choice, struct sulih_buffer *out)
{
	const struct sulih_table *table = tables[choice[1] % SULIH_COUNT(tables)];
	const struct sulih_table_entry *entry =
		&table->entries[(uint32_t)(choice[2] << 8 | choice[3]) % table->count];
	size_t from = out->length;

	sulih_buffer_append(out, table->text + entry->key, entry->key_length);
	for (size_t i = from; i < out->length; i++) {
		bool first = i == from || out->data[i - 1] == ' ';

		if (choice[0] & 8 && (first || choice[0] & 16) && out->data[i] >= 'a' &&
		    out->data[i] <= 'z')
			out->data[i] -= 'a' - 'A';
	}
}

static void put_token(const uint8_t *choice, struct sulih_buffer *out)
{
	switch (choice[0] % 8) {
	case 0:
	case 1:
		sulih_buffer_puts(out, marks[choice[1] % SULIH_COUNT(marks)]);
		break;
	case 2:
		sulih_buffer_puts(out, figures[choice[1] % SULIH_COUNT(figures)]);
		break;
	default:
		put_word(choice, out);
	}
}

void vocabulary_write(const uint8_t *choices, size_t size, struct sulih_buffer *out)
{
	static const char *const joints[] = { " ", "", " ", ", ", " ", "", " dan ", ". " };
	size_t count = size > 0 ? choices[0] % MOST_TOKENS + 1 : 0,
	       first = 1 + count * BYTES_OF_TOKEN;

	for (size_t i = first; i < size; i++) {
		put_token(choices + 1 + choices[i] % count * BYTES_OF_TOKEN, out);
		sulih_buffer_puts(out, joints[choices[i] >> 5]);
	}
}
