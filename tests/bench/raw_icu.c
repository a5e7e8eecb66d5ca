/*
 * The baseline of the benchmarks: the least a program must do to cut Indonesian
 * text into sentences with ICU.  Maps the file, turns UTF-8 into UTF-16 in
 * stretches that end with a line, writes one sentence a line.
 *
 *     raw_icu FILE|FOLDER > sentences
 */
#include <dirent.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <unicode/ubrk.h>
#include <unicode/ustring.h>

enum { STRETCH = 1 << 20 };

static void die(const char *what)
{
	perror(what);
	exit(1);
}

/* Writes units[start, end) without the white space at its end. */
static void put_sentence(const UChar *units, int32_t start, int32_t end, char *room)
{
	UErrorCode status = U_ZERO_ERROR;
	int32_t length = 0;

	while (end > start && (units[end - 1] == ' ' || units[end - 1] == '\n'))
		end--;
	if (end == start)
		return;
	u_strToUTF8(room, STRETCH * 3, &length, units + start, end - start, &status);
	fwrite(room, 1, (size_t)length, stdout);
	putchar('\n');
}

static void split(UBreakIterator *sentences, const char *text, size_t length, UChar *units,
		  char *room)
{
	UErrorCode status = U_ZERO_ERROR;
	int32_t count = 0, start, end;

	u_strFromUTF8WithSub(units, STRETCH, &count, text, (int32_t)length, 0xFFFD, NULL, &status);
	ubrk_setText(sentences, units, count, &status);
	if (U_FAILURE(status)) {
		fprintf(stderr, "raw_icu: %s\n", u_errorName(status));
		exit(1);
	}
	start = ubrk_first(sentences);
	for (end = ubrk_next(sentences); end != UBRK_DONE; start = end, end = ubrk_next(sentences))
		put_sentence(units, start, end, room);
}

static void split_file(UBreakIterator *sentences, const char *path, UChar *units, char *room)
{
	struct stat about;
	const char *text;
	int file = open(path, O_RDONLY);

	if (file < 0 || fstat(file, &about) != 0)
		die(path);
	text = about.st_size > 0
		       ? mmap(NULL, (size_t)about.st_size, PROT_READ, MAP_PRIVATE, file, 0)
		       : "";
	if (text == MAP_FAILED)
		die("mmap");
	for (size_t at = 0, length; at < (size_t)about.st_size; at += length) {
		const char *line;

		length = (size_t)about.st_size - at;
		if (length > STRETCH) {
			line = memrchr(text + at, '\n', STRETCH);
			length = line != NULL ? (size_t)(line - (text + at)) + 1 : STRETCH;
		}
		split(sentences, text + at, length, units, room);
	}
	if (about.st_size > 0)
		munmap((void *)(uintptr_t)text, (size_t)about.st_size);
	close(file);
}

/* The files of a folder, in the order of their names. */
static void split_folder(UBreakIterator *sentences, const char *folder, UChar *units, char *room)
{
	struct dirent **entries;
	int count = scandir(folder, &entries, NULL, alphasort);
	char path[4096];

	if (count < 0)
		die(folder);
	for (int i = 0; i < count; i++) {
		snprintf(path, sizeof(path), "%s/%s", folder, entries[i]->d_name);
		if (entries[i]->d_name[0] != '.')
			split_file(sentences, path, units, room);
		free(entries[i]);
	}
	free(entries);
}

int main(int argc, char **argv)
{
	UErrorCode status = U_ZERO_ERROR;
	UBreakIterator *sentences = ubrk_open(UBRK_SENTENCE, "id", NULL, 0, &status);
	UChar *units = malloc(STRETCH * sizeof(UChar));
	char *room = malloc(STRETCH * 3);
	struct stat about;

	if (argc != 2 || stat(argv[1], &about) != 0 || U_FAILURE(status) || !units || !room)
		die("raw_icu FILE|FOLDER");
	if (S_ISDIR(about.st_mode))
		split_folder(sentences, argv[1], units, room);
	else
		split_file(sentences, argv[1], units, room);
	ubrk_close(sentences);
	free(units);
	free(room);
	return fflush(stdout) != 0;
}
