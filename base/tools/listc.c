/*
 * listc: turns a word list into C (base/table.h says how it is read).
 *
 *     listc NAME < list.tsv > list.c
 *
 * The list's form is docs/lists.md.  A fault is one line on standard error with
 * its place, and status 1.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/buffer.h"
#include "base/table.h"
#include "base/utf8.h"
#include "base/vector.h"

struct line {
	struct sulih_view key;
	struct sulih_view columns; /* tab-separated, without the key */
	unsigned column_count;
	unsigned flags;
	size_t number;
};

struct list {
	const char *name;
	SULIH_VECTOR(struct line) lines;
	bool phrases;
	bool lower;
};

static void die(const struct list *list, size_t line, const char *what)
{
	fprintf(stderr, "%s:%zu: %s\n", list->name, line, what);
	exit(1);
}

static void read_all(struct sulih_buffer *input)
{
	char block[65536];
	size_t got;

	while ((got = fread(block, 1, sizeof(block), stdin)) > 0)
		sulih_buffer_append(input, block, got);
}

static struct line *add_line(struct list *list)
{
	struct line *line = SULIH_VECTOR_ADD(&list->lines);

	if (line == NULL)
		die(list, 0, "out of memory");
	return line;
}

static void read_head(struct list *list, struct sulih_view text)
{
	if (sulih_view_is(text, "# phrases: yes"))
		list->phrases = true;
	if (sulih_view_is(text, "# fold: lower"))
		list->lower = true;
}

static void read_entry(struct list *list, struct sulih_view text, size_t number)
{
	const char *tab = memchr(text.data, '\t', text.length);
	struct line *line = add_line(list);

	line->number = number;
	line->flags = SULIH_TABLE_ENTRY;
	line->key = text;
	if (tab != NULL) {
		line->key.length = (size_t)(tab - text.data);
		line->columns = sulih_view_slice(text, line->key.length + 1, text.length);
		line->column_count = 1;
		for (size_t i = 0; i < line->columns.length; i++)
			line->column_count += line->columns.data[i] == '\t';
	}
	if (line->key.length == 0)
		die(list, number, "empty key");
	if (line->key.length > UINT16_MAX || line->column_count > UINT8_MAX)
		die(list, number, "key too long or too many columns");
	for (size_t i = 0; list->lower && i < line->key.length; i++)
		if (line->key.data[i] >= 'A' && line->key.data[i] <= 'Z')
			die(list, number, "the list is lower-case (fold: lower), this key is not");
}

static void read_lines(struct list *list, struct sulih_view text)
{
	size_t number = 0;

	if (sulih_utf8_valid_prefix(text) != text.length)
		die(list, 0, "not UTF-8");
	for (size_t at = 0; at < text.length;) {
		const char *end = memchr(text.data + at, '\n', text.length - at);
		size_t length = end ? (size_t)(end - text.data) - at : text.length - at;
		struct sulih_view line = { text.data + at, length };

		number++;
		if (length > 0 && line.data[0] == '#')
			read_head(list, line);
		else if (length > 0)
			read_entry(list, line, number);
		at += length + 1;
	}
}

static int by_key(const void *a, const void *b)
{
	return sulih_view_compare(((const struct line *)a)->key, ((const struct line *)b)->key);
}

static void sort_lines(struct list *list)
{
	qsort(list->lines.items, list->lines.count, sizeof(struct line), by_key);
}

/* Behind the word that ends before `at`: a blank, or a mark and a blank (Hello, Cello). */
static bool ends_word(struct sulih_view key, size_t at)
{
	if (key.data[at] == ' ')
		return true;
	return at + 1 < key.length && key.data[at + 1] == ' ' && strchr(":,'", key.data[at]);
}

/* For a key of several words, adds its beginnings as entries that are only that. */
static void add_beginnings(struct list *list)
{
	size_t count = list->lines.count;

	for (size_t i = 0; i < count; i++) {
		struct sulih_view key = list->lines.items[i].key;

		for (size_t k = 1; k < key.length; k++) {
			struct line *line;

			if (!ends_word(key, k))
				continue;
			line = add_line(list);
			line->key = sulih_view_slice(key, 0, k);
			line->flags = SULIH_TABLE_LONGER;
		}
	}
}

static void merge_equal(struct list *list)
{
	size_t kept = 0;

	for (size_t i = 0; i < list->lines.count; i++) {
		struct line *line = &list->lines.items[i];
		struct line *last = kept > 0 ? &list->lines.items[kept - 1] : NULL;

		if (last == NULL || by_key(last, line) != 0) {
			list->lines.items[kept++] = *line;
			continue;
		}
		if (last->flags & line->flags & SULIH_TABLE_ENTRY)
			die(list, line->number, "key stands twice");
		if (line->flags & SULIH_TABLE_ENTRY) {
			line->flags |= last->flags;
			*last = *line;
		} else {
			last->flags |= line->flags;
		}
	}
	list->lines.count = kept;
}

static size_t put_text(struct sulih_view text, size_t offset)
{
	for (size_t i = 0; i < text.length; i++) {
		unsigned byte = text.data[i] == '\t' ? 0 : (unsigned char)text.data[i];

		printf("%u,", byte);
		if ((offset + i) % 32 == 31)
			putchar('\n');
	}
	printf("0,");
	return text.length + 1;
}

static void put_lengths(struct sulih_view columns)
{
	for (unsigned i = 0; i < 4; i++) {
		const char *tab =
			columns.length > 0 ? memchr(columns.data, '\t', columns.length) : NULL;
		size_t length = tab != NULL ? (size_t)(tab - columns.data) : columns.length;
		size_t next = tab != NULL ? length + 1 : length;

		printf("%zu,", length < SULIH_TABLE_LONG ? length : SULIH_TABLE_LONG);
		columns = sulih_view_slice(columns, next, columns.length);
	}
}

static void write_text_and_entries(const struct list *list)
{
	size_t offset = 1;

	printf("static const unsigned char text[] = {0,");
	for (size_t i = 0; i < list->lines.count; i++) {
		offset += put_text(list->lines.items[i].key, offset);
		offset += put_text(list->lines.items[i].columns, offset);
	}
	printf("};\nstatic const struct sulih_table_entry entries[] = {\n");
	offset = 1;
	for (size_t i = 0; i < list->lines.count; i++) {
		const struct line *line = &list->lines.items[i];

		printf("{%zu,%zu,%zu,%u,%u,{", offset, offset + line->key.length + 1,
		       line->key.length, line->flags, line->column_count);
		put_lengths(line->columns);
		printf("}},\n");
		offset += line->key.length + line->columns.length + 2;
	}
	printf("{0,0,0,0,0,{0}}};\n");
}

static uint32_t write_slots(const struct list *list)
{
	uint32_t size = 8;
	struct sulih_table_slot *slots;

	while (size < list->lines.count * 2)
		size *= 2;
	slots = calloc(size, sizeof(*slots));
	if (slots == NULL)
		die(list, 0, "out of memory");
	for (size_t i = 0; i < list->lines.count; i++) {
		uint32_t hash = sulih_table_hash(list->lines.items[i].key);
		uint32_t at = hash & (size - 1);

		while (slots[at].entry != 0)
			at = (at + 1) & (size - 1);
		slots[at] = (struct sulih_table_slot){ hash, (uint32_t)i + 1 };
	}
	printf("static const struct sulih_table_slot slots[] = {\n");
	for (uint32_t i = 0; i < size; i++)
		printf("{%u,%u},%s", slots[i].hash, slots[i].entry, i % 8 == 7 ? "\n" : "");
	printf("};\n");
	free(slots);
	return size - 1;
}

static void write_lengths(const struct list *list)
{
	uint32_t lengths[SULIH_TABLE_FIRSTS] = { 0 };

	for (size_t i = 0; i < list->lines.count; i++) {
		struct sulih_view key = list->lines.items[i].key;

		lengths[(unsigned char)key.data[0] % SULIH_TABLE_FIRSTS] |=
			sulih_table_length_bit(key.length);
	}
	printf("static const uint32_t lengths[] = {");
	for (size_t i = 0; i < SULIH_TABLE_FIRSTS; i++)
		printf("%u,%s", lengths[i], i % 8 == 7 ? "\n" : "");
	printf("};\n");
}

/* The bit of the ASCII letters at the start of `text`, written small, among `bits`. */
static uint32_t later_bit(struct sulih_view text, uint32_t bits)
{
	char word[256];
	size_t length = 0;

	for (; length < text.length && length < sizeof(word); length++) {
		char c = (char)(text.data[length] | 0x20);

		if (c < 'a' || c > 'z')
			break;
		word[length] = c;
	}
	return sulih_table_hash(sulih_view_make(word, length)) & (bits - 1);
}

/* The filter of the words behind blanks: eight bits and more for each, so that nearly all that
 * are set are right. */
static uint32_t write_later(const struct list *list)
{
	uint32_t bits = 64;
	uint64_t *later;

	while (bits < list->lines.count * 8)
		bits *= 2;
	later = calloc(bits / 64, sizeof(*later));
	if (later == NULL)
		die(list, 0, "out of memory");
	for (size_t i = 0; i < list->lines.count; i++) {
		struct sulih_view key = list->lines.items[i].key;

		for (size_t k = 0; k < key.length; k++) {
			uint32_t bit;

			if (key.data[k] != ' ')
				continue;
			bit = later_bit(sulih_view_slice(key, k + 1, key.length), bits);
			later[bit / 64] |= UINT64_C(1) << bit % 64;
		}
	}
	printf("static const uint64_t later[] = {");
	for (uint32_t i = 0; i < bits / 64; i++)
		printf("%lluU,%s", (unsigned long long)later[i], i % 8 == 7 ? "\n" : "");
	printf("};\n");
	free(later);
	return bits - 1;
}

int main(int argc, char **argv)
{
	struct sulih_buffer input = SULIH_BUFFER_INIT;
	struct list list = { 0 };
	uint32_t mask, later;

	if (argc != 2) {
		fprintf(stderr, "usage: listc NAME < list.tsv > list.c\n");
		return 2;
	}
	list.name = argv[1];
	read_all(&input);
	read_lines(&list, sulih_buffer_view(&input));
	if (list.phrases)
		add_beginnings(&list);
	sort_lines(&list);
	merge_equal(&list);
	printf("#include \"base/table.h\"\nextern const struct sulih_table sulih_list_%s;\n",
	       argv[1]);
	write_text_and_entries(&list);
	mask = write_slots(&list);
	write_lengths(&list);
	later = write_later(&list);
	printf("const struct sulih_table sulih_list_%s = { \"%s\", (const char *)text, entries, "
	       "slots, lengths, %zu, %u, later, %u };\n",
	       argv[1], argv[1], list.lines.count, mask, later);
	SULIH_VECTOR_RELEASE(&list.lines);
	sulih_buffer_release(&input);
	return fflush(stdout) != 0 || ferror(stdout);
}
