/*
 * icu-names: prints the word list icu-regions, the names of countries and
 * territories in Indonesian with their English, as ICU has them.
 *
 *     icu-names > icu-regions.tsv
 *
 * The lists written by hand hold what news writes (Korsel, Inggris); this one
 * fills up what they lack, so that no territory is unknown.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/uldnames.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

enum { ROOM = 200, LINE_ROOM = 2 * ROOM + 32 };

struct names {
	ULocaleDisplayNames *indonesian, *english;
	char (*lines)[LINE_ROOM];
	size_t count;
};

static void die(const char *what)
{
	fprintf(stderr, "icu-names: %s\n", what);
	exit(1);
}

static void name_of(const ULocaleDisplayNames *names, const char *region, char out[ROOM])
{
	UErrorCode status = U_ZERO_ERROR;
	UChar room[ROOM];
	int32_t length = uldn_regionDisplayName(names, region, room, ROOM, &status);

	u_strToUTF8(out, ROOM, NULL, room, length, &status);
	if (U_FAILURE(status) || out[ROOM - 1] != '\0')
		die(u_errorName(status));
}

static void add_region(struct names *names, const char *region)
{
	char indonesian[ROOM] = "", english[ROOM] = "";

	name_of(names->indonesian, region, indonesian);
	name_of(names->english, region, english);
	/* A name without its own form in one language comes back as the code. */
	if (strcmp(indonesian, region) == 0 || strcmp(english, region) == 0)
		return;
	snprintf(names->lines[names->count++], LINE_ROOM, "%s\tplace\t%s\ticu", indonesian,
		 english);
}

static int by_bytes(const void *a, const void *b)
{
	return strcmp(a, b);
}

int main(void)
{
	UErrorCode status = U_ZERO_ERROR;
	const char *const *regions = uloc_getISOCountries();
	struct names names = { 0 };
	size_t all = 0;

	while (regions[all] != NULL)
		all++;
	names.lines = calloc(all, sizeof(*names.lines));
	names.indonesian = uldn_open("id", ULDN_STANDARD_NAMES, &status);
	names.english = uldn_open("en", ULDN_STANDARD_NAMES, &status);
	if (U_FAILURE(status) || names.lines == NULL)
		die("no names");
	for (size_t i = 0; i < all; i++)
		add_region(&names, regions[i]);
	qsort(names.lines, names.count, sizeof(*names.lines), by_bytes);
	printf("# name: icu-regions\n# source: region names of ICU %s\n# licence: Unicode-3.0\n"
	       "# columns: key, kind, English, source\n# phrases: yes\n",
	       U_ICU_VERSION);
	for (size_t i = 0; i < names.count; i++)
		puts(names.lines[i]);
	uldn_close(names.indonesian);
	uldn_close(names.english);
	free(names.lines);
	return fflush(stdout) != 0 || ferror(stdout);
}
