/*
 * indexc: turns the first words of several lists into one index (base/word_index.h).
 *
 *     indexc LIST.tsv... > word-index.c
 *
 * The first list has the first bit.  A fault is one line on standard error, and status 1.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/buffer.h"
#include "base/letter.h"
#include "base/table.h"
#include "base/word_index.h"

struct index {
	struct sulih_word_slot *slots;
	uint32_t size; /* a power of two */
	uint32_t count;
};

static void die(const char *where, const char *what)
{
	fprintf(stderr, "indexc: %s: %s\n", where, what);
	exit(1);
}

static struct sulih_word_slot *find(const struct index *index, uint32_t hash)
{
	uint32_t at = hash & (index->size - 1);

	while (index->slots[at].lists != 0 && index->slots[at].hash != hash)
		at = (at + 1) & (index->size - 1);
	return &index->slots[at];
}

static void grow(struct index *index)
{
	struct index larger = { .size = index->size ? index->size * 2 : 1024,
				.count = index->count };

	larger.slots = calloc(larger.size, sizeof(*larger.slots));
	if (larger.slots == NULL)
		die("slots", "out of memory");
	for (uint32_t i = 0; i < index->size; i++)
		if (index->slots[i].lists != 0)
			*find(&larger, index->slots[i].hash) = index->slots[i];
	free(index->slots);
	*index = larger;
}

static void add(struct index *index, uint32_t hash, uint32_t list)
{
	struct sulih_word_slot *slot;

	if (index->count * 2 >= index->size)
		grow(index);
	slot = find(index, hash);
	index->count += slot->lists == 0;
	slot->hash = hash;
	slot->lists |= list;
}

static void add_word(struct index *index, struct sulih_view text, uint32_t list)
{
	struct sulih_buffer word = SULIH_BUFFER_INIT;

	sulih_lower(text, &word);
	add(index, sulih_table_hash(sulih_buffer_view(&word)), list);
	sulih_buffer_release(&word);
}

static void add_list(struct index *index, const char *path, uint32_t list)
{
	FILE *file = fopen(path, "r");
	char *line = NULL;
	size_t size = 0;

	if (file == NULL)
		die(path, "cannot be opened");
	while (getline(&line, &size, file) > 0) {
		struct sulih_view first = { line, strcspn(line, "\t \n") };

		if (first.length == 0 || line[0] == '#')
			continue;
		add_word(index, first, list);
		/* Hello, Cello: the word is found without its mark */
		if (strchr(":,'", first.data[first.length - 1]))
			add_word(index, sulih_view_slice(first, 0, first.length - 1), list);
	}
	if (ferror(file))
		die(path, "cannot be read");
	fclose(file);
	free(line);
}

int main(int argc, char **argv)
{
	struct index index = { 0 };

	if (argc < 2 || argc > 33) {
		fprintf(stderr, "usage: indexc LIST.tsv... > word-index.c (32 lists at most)\n");
		return 2;
	}
	for (int i = 1; i < argc; i++)
		add_list(&index, argv[i], UINT32_C(1) << (i - 1));
	printf("#include \"base/word_index.h\"\nstatic const struct sulih_word_slot slots[] = {\n");
	for (uint32_t i = 0; i < index.size; i++)
		printf("{%u,%u},%s", index.slots[i].hash, index.slots[i].lists,
		       i % 8 == 7 ? "\n" : "");
	printf("};\nconst struct sulih_word_index sulih_word_index = { slots, %u };\n",
	       index.size - 1);
	free(index.slots);
	return fflush(stdout) != 0 || ferror(stdout);
}
