/* A glossary file: its text, its rows, what is wrong with them. */
#include <errno.h>
#include <stdio.h>

#include "base/utf8.h"
#include "pipeline/protect/terms/glossary_build.h"

enum { FILE_LIMIT = 64 << 20 };

void sulih_glossary_say(struct sulih_glossary_report *report, size_t line, enum sulih_level level,
			const char *format, ...)
{
	struct sulih_glossary_flaw *flaw = SULIH_VECTOR_ADD(&report->flaws);
	struct sulih_error text = SULIH_ERROR_INIT;
	va_list arguments;

	va_start(arguments, format);
	sulih_fail_va(&text, SULIH_ERROR_CONFIG, format, arguments);
	va_end(arguments);
	if (flaw == NULL) {
		report->failed = true;
		return;
	}
	flaw->line = line;
	flaw->level = level;
	flaw->message = sulih_arena_copy(&report->arena, sulih_view_of(text.message));
	if (flaw->message.data == NULL) {
		flaw->message = SULIH_VIEW("");
		report->failed = true;
	}
}

static bool is_blank_row(const struct sulih_glossary_reading *r)
{
	for (size_t i = 0; i < r->rows.cells.count; i++)
		if (sulih_glossary_trim(r->rows.cells.items[i]).length > 0)
			return false;
	return true;
}

/* "# words" or "#" alone; "#IndonesiaMaju" is a hashtag, and a term. */
static bool is_comment(const struct sulih_glossary_reading *r)
{
	struct sulih_view cell = r->rows.cells.items[0];

	return !r->rows.first_quoted && cell.length > 0 && cell.data[0] == '#' &&
	       (cell.length == 1 || cell.data[1] == ' ');
}

static int read_rows(struct sulih_glossary_reading *r, struct sulih_error *error)
{
	for (;;) {
		struct sulih_error wrong = SULIH_ERROR_INIT;
		int status = sulih_row_reader_next(&r->rows, &wrong);

		if (status == 0)
			return 0;
		if (status == SULIH_ERROR_MEMORY)
			return sulih_fail_memory(error);
		if (status < 0) {
			sulih_glossary_say(r->report, r->rows.line, SULIH_ERROR, "%s",
					   wrong.message);
			continue;
		}
		if (is_blank_row(r) || is_comment(r))
			continue;
		if (!r->begun) {
			r->begun = true;
			if (sulih_glossary_header(r))
				continue;
		}
		status = sulih_glossary_entry(r, error);
		if (status != 0)
			return status;
	}
}

static size_t line_of(struct sulih_view text, size_t offset)
{
	size_t line = 1;

	for (size_t i = 0; i < offset; i++)
		line += text.data[i] == '\n';
	return line;
}

static bool is_utf16(struct sulih_view text)
{
	return sulih_view_starts(text, SULIH_VIEW("\xFF\xFE")) ||
	       sulih_view_starts(text, SULIH_VIEW("\xFE\xFF"));
}

/* By the file's ending; else by what the first line has. */
static bool is_csv(const char *name, struct sulih_view text)
{
	struct sulih_view n = sulih_view_of(name);
	const char *end = memchr(text.data, '\n', text.length);
	size_t line = end ? (size_t)(end - text.data) : text.length;

	if (sulih_view_ends(n, SULIH_VIEW(".csv")) || sulih_view_ends(n, SULIH_VIEW(".CSV")))
		return true;
	if (sulih_view_ends(n, SULIH_VIEW(".tsv")) || sulih_view_ends(n, SULIH_VIEW(".tab")))
		return false;
	return memchr(text.data, '\t', line) == NULL &&
	       (memchr(text.data, ',', line) != NULL || memchr(text.data, ';', line) != NULL);
}

static int by_line(const void *a, const void *b)
{
	const struct sulih_glossary_flaw *x = a, *y = b;

	return x->line < y->line ? -1 : x->line > y->line;
}

/* Reads everything that can be read; what is wrong goes into the report. */
static int read_text(struct sulih_view text, const char *name, struct sulih_glossary *g,
		     struct sulih_glossary_report *report, struct sulih_error *error)
{
	struct sulih_glossary_reading r = { .glossary = g,
					    .report = report,
					    .columns = { SULIH_COLUMN_SOURCE, SULIH_COLUMN_TARGET,
							 SULIH_COLUMN_KIND, SULIH_COLUMN_CASE,
							 SULIH_COLUMN_NOTE },
					    .named = SULIH_COLUMNS };
	const char *nul;
	size_t valid;
	int status;

	if (sulih_view_starts(text, SULIH_VIEW("\xEF\xBB\xBF")))
		text = sulih_view_slice(text, 3, text.length);
	valid = sulih_utf8_valid_prefix(text);
	nul = text.length > 0 ? memchr(text.data, '\0', valid) : NULL;
	if (valid < text.length || nul != NULL) {
		valid = nul != NULL ? (size_t)(nul - text.data) : valid;
		sulih_glossary_say(report, line_of(text, valid), SULIH_ERROR,
				   "%s; save the file as UTF-8",
				   is_utf16(text) ? "this is UTF-16" : "not UTF-8 text");
		return 0;
	}
	g->name = sulih_arena_copy(&g->arena, sulih_view_of(name)).data;
	if (g->name == NULL)
		return sulih_fail_memory(error);
	sulih_row_reader_init(&r.rows, text, is_csv(name, text), &g->arena);
	status = read_rows(&r, error);
	sulih_row_reader_release(&r.rows);
	if (status == 0 && (sulih_glossary_index(g, report) != 0 || report->failed))
		status = sulih_fail_memory(error);
	report->terms = g->terms.count;
	if (status == 0 && g->terms.count == 0 && report->flaws.count == 0)
		sulih_glossary_say(report, 1, SULIH_WARNING, "no terms");
	if (report->flaws.count > 1)
		qsort(report->flaws.items, report->flaws.count, sizeof(*report->flaws.items),
		      by_line);
	return status;
}

static int read_file(const char *path, struct sulih_buffer *out, struct sulih_error *error)
{
	char block[16384];
	size_t got;
	int wrong;
	FILE *file = fopen(path, "rb");

	if (file == NULL)
		return sulih_fail(error, SULIH_ERROR_IO, "%s: %s", path, strerror(errno));
	out->limit = FILE_LIMIT;
	while ((got = fread(block, 1, sizeof(block), file)) > 0 && out->failed == 0)
		sulih_buffer_append(out, block, got);
	wrong = ferror(file) ? errno : 0;
	fclose(file);
	if (wrong != 0)
		return sulih_fail(error, SULIH_ERROR_IO, "%s: %s", path, strerror(wrong));
	if (out->failed == SULIH_ERROR_LIMIT)
		return sulih_fail(error, SULIH_ERROR_CONFIG, "%s: a glossary has at most 64 MiB",
				  path);
	return sulih_buffer_status(out, error);
}

static struct sulih_glossary *new_glossary(void)
{
	struct sulih_glossary *g = calloc(1, sizeof(*g));

	if (g != NULL)
		sulih_arena_init(&g->arena);
	return g;
}

/* The first error of the report as an error of the whole. */
static int refuse(const char *name, const struct sulih_glossary_report *report,
		  struct sulih_error *error)
{
	const struct sulih_glossary_flaw *first = NULL;
	size_t count = 0;

	for (size_t i = 0; i < report->flaws.count; i++) {
		if (report->flaws.items[i].level != SULIH_ERROR)
			continue;
		if (count++ == 0)
			first = &report->flaws.items[i];
	}
	if (first == NULL)
		return 0;
	if (count == 1)
		return sulih_fail(error, SULIH_ERROR_CONFIG, "%s:%zu: %.*s", name, first->line,
				  SULIH_VIEW_ARGS(first->message));
	return sulih_fail(error, SULIH_ERROR_CONFIG,
			  "%s:%zu: %.*s (and %zu more; sulih glossary check lists them)", name,
			  first->line, SULIH_VIEW_ARGS(first->message), count - 1);
}

int sulih_glossary_parse(struct sulih_view text, const char *name, struct sulih_glossary **glossary,
			 struct sulih_error *error)
{
	struct sulih_glossary_report report = { 0 };
	struct sulih_glossary *g = new_glossary();
	int status;

	*glossary = NULL;
	if (g == NULL)
		return sulih_fail_memory(error);
	status = read_text(text, name, g, &report, error);
	if (status == 0)
		status = refuse(name, &report, error);
	sulih_glossary_report_release(&report);
	if (status != 0) {
		sulih_glossary_free(g);
		return status;
	}
	*glossary = g;
	return 0;
}

int sulih_glossary_load(const char *path, struct sulih_glossary **glossary,
			struct sulih_error *error)
{
	struct sulih_buffer text = SULIH_BUFFER_INIT;
	int status = read_file(path, &text, error);

	*glossary = NULL;
	if (status == 0)
		status = sulih_glossary_parse(sulih_buffer_view(&text), path, glossary, error);
	sulih_buffer_release(&text);
	return status;
}

int sulih_glossary_check_text(struct sulih_view text, const char *name,
			      struct sulih_glossary_report *report, struct sulih_error *error)
{
	struct sulih_glossary *g = new_glossary();
	int status;

	*report = (struct sulih_glossary_report){ 0 };
	if (g == NULL)
		return sulih_fail_memory(error);
	status = read_text(text, name, g, report, error);
	sulih_glossary_free(g);
	return status;
}

int sulih_glossary_check(const char *path, struct sulih_glossary_report *report,
			 struct sulih_error *error)
{
	struct sulih_buffer text = SULIH_BUFFER_INIT;
	int status = read_file(path, &text, error);

	*report = (struct sulih_glossary_report){ 0 };
	if (status == 0)
		status = sulih_glossary_check_text(sulih_buffer_view(&text), path, report, error);
	sulih_buffer_release(&text);
	return status;
}

void sulih_glossary_report_release(struct sulih_glossary_report *report)
{
	SULIH_VECTOR_RELEASE(&report->flaws);
	sulih_arena_release(&report->arena);
}
