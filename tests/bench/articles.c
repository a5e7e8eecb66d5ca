/*
 * Articles for the benchmarks: as varied in words, names and figures as news, and
 * the same in every run.
 *
 *     articles FOLDER MEGABYTES
 *
 * Sentences are made of patterns of news and of the words of the program's own
 * lists, common ones often and most of them seldom, as in any text.  They mean
 * nothing; what they cost is what matters.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/table.h"
#include "lists.h"

struct writer {
	uint64_t state;
	struct sulih_buffer text;
	char person[2][48]; /* of the article */
	char place[48];
};

static uint32_t draw(struct writer *w, uint32_t below)
{
	w->state = w->state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (uint32_t)((w->state >> 33) % below);
}

/* A key of a list; the first of its own (scattered) order far oftener than the last. */
static struct sulih_view pick(struct writer *w, const struct sulih_table *table)
{
	for (;;) {
		double u = draw(w, 1 << 20) / (double)(1 << 20);
		uint32_t rank = (uint32_t)(u * u * u * u * table->count);
		struct sulih_row row =
			sulih_table_row(table, (uint32_t)((uint64_t)rank * 7919 % table->count));

		if (row.listed)
			return sulih_row_column(&row, 0);
	}
}

static void put(struct writer *w, const char *text)
{
	sulih_buffer_puts(&w->text, text);
}

static void put_key(struct writer *w, const struct sulih_table *table)
{
	sulih_buffer_add(&w->text, pick(w, table));
}

/* Makes the letter at `start` a capital. */
static void raise(struct writer *w, size_t start)
{
	char *c = w->text.data + start;

	if (*c >= 'a' && *c <= 'z')
		*c = (char)(*c - 32);
}

static void put_clause(struct writer *w)
{
	static const char *const small[] = { "yang",  "di",    "dan",	"untuk", "dengan",
					     "pada",  "dari",  "ini",	"itu",	 "akan",
					     "telah", "tidak", "dalam", "sudah", "oleh" };
	static const char *const prefixes[] = { "me", "di", "ber", "ter", "pe", "ke" };
	uint32_t words = 5 + draw(w, 9);

	for (uint32_t i = 0; i < words; i++) {
		put(w, i > 0 ? " " : "");
		if (draw(w, 100) < 35) {
			put(w, small[draw(w, SULIH_COUNT(small))]);
			continue;
		}
		put(w, draw(w, 8) == 0 ? prefixes[draw(w, 6)] : "");
		put_key(w, &sulih_list_words);
		put(w, draw(w, 12) == 0 ? "nya" : draw(w, 20) == 0 ? "an" : "");
	}
}

static void put_day(struct writer *w)
{
	static const char *const days[] = { "Senin", "Selasa", "Rabu",	"Kamis",
					    "Jumat", "Sabtu",  "Minggu" };

	sulih_buffer_printf(&w->text, "%s (%u/%u/%u)", days[draw(w, 7)], 1 + draw(w, 28),
			    1 + draw(w, 12), 2015 + draw(w, 11));
}

static void put_speaker(struct writer *w)
{
	const char *person = w->person[draw(w, 2)];

	if (draw(w, 3) == 0) {
		size_t start = w->text.length;

		put_key(w, &sulih_list_titles);
		raise(w, start);
		put(w, " ");
	} else if (strchr(person, ' ') != NULL && draw(w, 2)) {
		person = strchr(person, ' ') + 1; /* a later mention */
	}
	put(w, person);
}

static void put_figures(struct writer *w)
{
	static const char *const scales[] = { "ribu", "juta", "miliar", "triliun" };
	static const char *const counted[] = {
		"orang", "rumah", "warga", "hektare", "unit", "ton"
	};

	switch (draw(w, 4)) {
	case 0:
		sulih_buffer_printf(&w->text, " sebesar Rp %u,%u %s", 1 + draw(w, 90), draw(w, 10),
				    scales[draw(w, 4)]);
		break;
	case 1:
		sulih_buffer_printf(&w->text, " atau naik %u,%u persen", draw(w, 30), draw(w, 10));
		break;
	case 2:
		sulih_buffer_printf(&w->text, " bagi %u.%03u %s", 1 + draw(w, 90), draw(w, 1000),
				    counted[draw(w, 6)]);
		break;
	default:
		sulih_buffer_printf(&w->text, " sejak tahun %u", 1998 + draw(w, 28));
	}
}

static void put_quote(struct writer *w)
{
	static const char *const verbs[] = { "kata", "ujar", "tutur", "jelas", "tegas", "ucap" };
	size_t start = w->text.length + 1;

	put(w, "\"");
	put_clause(w);
	raise(w, start);
	put(w, draw(w, 2) ? ", " : " dan ");
	put_clause(w);
	sulih_buffer_printf(&w->text, ",\" %s ", verbs[draw(w, 6)]);
	put_speaker(w);
	put(w, draw(w, 2) ? " dalam keterangannya, " : " di ");
	if (w->text.data[w->text.length - 2] == 'i')
		sulih_buffer_printf(&w->text, "%s, ", w->place);
	put_day(w);
}

static void put_body(struct writer *w)
{
	const struct sulih_table *const bodies[] = { &sulih_list_institutions,
						     &sulih_list_organizations,
						     &sulih_list_exonyms };

	put_key(w, bodies[draw(w, 3)]);
	if (draw(w, 4) == 0)
		sulih_buffer_printf(&w->text, " (%c%c%c)", 'A' + (int)draw(w, 26),
				    'A' + (int)draw(w, 26), 'A' + (int)draw(w, 26));
}

static void put_sentence(struct writer *w)
{
	size_t start = w->text.length;

	switch (draw(w, 6)) {
	case 0:
	case 1:
		put_quote(w);
		break;
	case 2:
		put_speaker(w);
		put(w, " mengatakan ");
		put_clause(w);
		put_figures(w);
		break;
	case 3:
		put_body(w);
		put(w, " ");
		put_clause(w);
		break;
	case 4:
		put_clause(w);
		raise(w, start);
		put_figures(w);
		put(w, " di ");
		put_key(w, &sulih_list_regencies);
		break;
	default:
		put_clause(w);
		raise(w, start);
		put(w, ", sementara ");
		put_clause(w);
	}
	put(w, ".");
}

static void choose_people(struct writer *w)
{
	for (int i = 0; i < 2; i++) {
		struct sulih_view first = pick(w, &sulih_list_given_names);
		struct sulih_view last = pick(w, &sulih_list_given_names);

		snprintf(w->person[i], sizeof(w->person[i]), "%.*s %.*s", SULIH_VIEW_ARGS(first),
			 SULIH_VIEW_ARGS(last));
	}
	snprintf(w->place, sizeof(w->place), "%.*s",
		 SULIH_VIEW_ARGS(pick(w, &sulih_list_regencies)));
}

static void make_article(struct writer *w)
{
	uint32_t sentences = 10 + draw(w, 14);

	sulih_buffer_clear(&w->text);
	choose_people(w);
	put_clause(w);
	raise(w, 0);
	sulih_buffer_printf(&w->text, "\n\n%s - ", w->place);
	for (uint32_t i = 0; i < sentences; i++) {
		put_sentence(w);
		put(w, i % 3 == 2 ? "\n\n" : " ");
	}
	put(w, "\n");
}

int main(int argc, char **argv)
{
	struct writer w = { .state = 1, .text = SULIH_BUFFER_INIT };
	double wanted = argc == 3 ? atof(argv[2]) * 1e6 : 0, size = 0;

	if (wanted <= 0) {
		fprintf(stderr, "usage: articles FOLDER MEGABYTES\n");
		return 2;
	}
	for (unsigned n = 1; size < wanted; n++) {
		char path[4096];
		FILE *file;

		make_article(&w);
		snprintf(path, sizeof(path), "%s/%06u.txt", argv[1], n);
		file = fopen(path, "w");
		if (w.text.failed || file == NULL ||
		    fwrite(w.text.data, 1, w.text.length, file) != w.text.length ||
		    fclose(file) != 0) {
			perror(path);
			return 1;
		}
		size += (double)w.text.length;
	}
	sulih_buffer_release(&w.text);
	return 0;
}
