/* From the lines of a glossary file to its entries. */
#include <errno.h>
#include <stdio.h>

#include "base/letter.h"
#include "base/utf8.h"
#include "pipeline/protect/delimited.h"
#include "pipeline/protect/glossary_build.h"

enum column { SOURCE, TARGET, KIND, CASE, NOTE, COLUMNS };

static const char *const column_names[COLUMNS] = { "source", "target", "kind", "case", "note" };

enum { FILE_LIMIT = 64 << 20, LONGEST_TERM = 500 };

/* One file being read. */
struct reading {
	struct sulih_glossary *glossary;
	struct sulih_glossary_report *report;
	struct sulih_row_reader rows;
	int columns[COLUMNS]; /* cell of each column; -1: not in this file */
	size_t named;	      /* cells that the columns take */
	bool begun;
};

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

static struct sulih_view trimmed(struct sulih_view v)
{
	while (v.length > 0 && (v.data[0] == ' ' || v.data[0] == '\t'))
		v = sulih_view_slice(v, 1, v.length);
	while (v.length > 0 && (v.data[v.length - 1] == ' ' || v.data[v.length - 1] == '\t'))
		v.length--;
	return v;
}

static bool same_word(struct sulih_view v, const char *word)
{
	size_t length = strlen(word);

	if (v.length != length)
		return false;
	for (size_t i = 0; i < length; i++) {
		char c = v.data[i] >= 'A' && v.data[i] <= 'Z' ? (char)(v.data[i] | 32) : v.data[i];

		if (c != word[i])
			return false;
	}
	return true;
}

static struct sulih_view cell_of(const struct reading *r, enum column column)
{
	int at = r->columns[column];

	if (at < 0 || (size_t)at >= r->rows.cells.count)
		return SULIH_VIEW("");
	return trimmed(r->rows.cells.items[at]);
}

/* The column that a cell of the header names; COLUMNS: none. */
static enum column column_named(struct sulih_view cell)
{
	int c = 0;

	while (c < COLUMNS && !same_word(cell, column_names[c]))
		c++;
	return (enum column)c;
}

/* What in a header will not be read. */
static void remark_header(struct reading *r, const int columns[COLUMNS])
{
	for (size_t i = 0; i < r->rows.cells.count; i++) {
		struct sulih_view cell = trimmed(r->rows.cells.items[i]);
		enum column column = column_named(cell);

		if (column == COLUMNS && cell.length > 0)
			sulih_glossary_say(
				r->report, r->rows.line, SULIH_INFO,
				"no column is called '%.*s', it is not read; columns are "
				"source, target, kind, case and note",
				SULIH_VIEW_ARGS(cell));
		else if (column != COLUMNS && columns[column] != (int)i)
			sulih_glossary_say(r->report, r->rows.line, SULIH_WARNING,
					   "column '%.*s' stands twice; the first is read",
					   SULIH_VIEW_ARGS(cell));
	}
}

/* "Istilah | Terjemahan": a header in other words is read as a term. */
static void remark_foreign_header(struct reading *r)
{
	static const char *const words[] = { "sumber",	   "istilah",	      "kata",
					     "indonesian", "indonesia",	      "id",
					     "term",	   "terms",	      "source term",
					     "sl",	   "bahasa indonesia" };
	static const char *const others[] = { "terjemahan",  "tujuan", "english",
					      "inggris",     "en",     "translation",
					      "target term", "tl",     "bahasa inggris" };
	bool source = false, target = false;

	if (r->rows.cells.count < 2)
		return;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		source |= same_word(trimmed(r->rows.cells.items[0]), words[i]);
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		target |= same_word(trimmed(r->rows.cells.items[1]), others[i]);
	if (source && target)
		sulih_glossary_say(
			r->report, r->rows.line, SULIH_WARNING,
			"this line seems to name the columns but is read as a term; call "
			"them source and target");
}

/* A first line that begins with or holds `source` names the columns. */
static bool take_header(struct reading *r)
{
	int columns[COLUMNS] = { -1, -1, -1, -1, -1 };

	for (size_t i = 0; i < r->rows.cells.count; i++) {
		enum column column = column_named(trimmed(r->rows.cells.items[i]));

		if (column != COLUMNS && columns[column] < 0)
			columns[column] = (int)i;
	}
	if (columns[SOURCE] < 0) {
		remark_foreign_header(r);
		return false;
	}
	remark_header(r, columns);
	memcpy(r->columns, columns, sizeof(columns));
	r->named = r->rows.cells.count;
	return true;
}

/* Text as the normaliser leaves it, so that it can meet the text of documents. */
static int clean(struct reading *r, struct sulih_view raw, struct sulih_view *out,
		 struct sulih_error *error)
{
	const struct sulih_normalize_options options = { .decoded = true };
	struct sulih_normalized normal;
	bool plain = true;
	int status = 0;

	for (size_t i = 0; i < raw.length && plain; i++)
		plain = raw.data[i] >= ' ' && raw.data[i] <= '~' && raw.data[i] != '&' &&
			!(raw.data[i] == ' ' && i > 0 && raw.data[i - 1] == ' ');
	sulih_normalized_init(&normal);
	if (!plain) {
		status = sulih_normalize(raw, &options, &normal, error);
		raw = trimmed(sulih_buffer_view(&normal.text));
	}
	if (status == 0) {
		*out = sulih_arena_copy(&r->glossary->arena, raw);
		if (out->data == NULL)
			status = sulih_fail_memory(error);
	}
	sulih_normalized_release(&normal);
	return status;
}

static bool read_kind(struct reading *r, struct sulih_term *term, bool *copy)
{
	struct sulih_view cell = cell_of(r, KIND);

	term->kind = SULIH_KIND_TERM;
	*copy = same_word(cell, "copy") || same_word(cell, "do-not-translate") ||
		same_word(cell, "dnt");
	if (*copy || cell.length == 0)
		return true;
	for (int kind = 0; kind <= SULIH_KIND_TERM; kind++) {
		if (same_word(cell, sulih_kind_name((enum sulih_span_kind)kind))) {
			term->kind = (enum sulih_span_kind)kind;
			return true;
		}
	}
	sulih_glossary_say(
		r->report, r->rows.line, SULIH_ERROR,
		"no kind is called '%.*s'; write term, copy, person, place, organization, "
		"event, work, law, product or name%s",
		SULIH_VIEW_ARGS(cell),
		r->rows.quotes ? " (a target with a comma must stand in \"…\")" : "");
	return false;
}

static bool read_case(struct reading *r, struct sulih_term *term)
{
	struct sulih_view cell = cell_of(r, CASE);

	if (cell.length == 0)
		term->letters = SULIH_CASE_WRITTEN;
	else if (same_word(cell, "exact"))
		term->letters = SULIH_CASE_EXACT;
	else if (same_word(cell, "insensitive"))
		term->letters = SULIH_CASE_INSENSITIVE;
	else
		sulih_glossary_say(r->report, r->rows.line, SULIH_ERROR,
				   "case is 'exact', 'insensitive' or empty, not '%.*s'",
				   SULIH_VIEW_ARGS(cell));
	return cell.length == 0 || term->letters != SULIH_CASE_WRITTEN;
}

static bool has_letter(struct sulih_view text)
{
	for (size_t at = 0, used; at < text.length; at += used) {
		uint32_t c = sulih_utf8_decode(text.data + at, text.length - at, &used);

		if (sulih_is_letter(c))
			return true;
	}
	return false;
}

static bool has_line_end(struct sulih_view text)
{
	return text.length > 0 && memchr(text.data, '\n', text.length) != NULL;
}

/* What is no error but will hardly be meant. */
static void remark(struct reading *r, const struct sulih_term *term, bool copy)
{
	if (!has_letter(term->source))
		sulih_glossary_say(r->report, r->rows.line, SULIH_WARNING,
				   "'%.*s' has no letter; figures are read by their own rules",
				   SULIH_VIEW_ARGS(term->source));
	else if (term->source.length > LONGEST_TERM)
		sulih_glossary_say(r->report, r->rows.line, SULIH_WARNING,
				   "a term of %zu bytes will hardly be found", term->source.length);
	else if (sulih_utf8_count(term->source) == 1)
		sulih_glossary_say(r->report, r->rows.line, SULIH_WARNING,
				   "'%.*s' is one letter and will be found very often",
				   SULIH_VIEW_ARGS(term->source));
	if (copy && term->target.length > 0 && !sulih_view_equal(term->source, term->target))
		sulih_glossary_say(r->report, r->rows.line, SULIH_WARNING,
				   "the kind is copy, so the target '%.*s' is not used",
				   SULIH_VIEW_ARGS(term->target));
	if (r->rows.cells.count > r->named)
		sulih_glossary_say(r->report, r->rows.line, SULIH_WARNING,
				   "%zu cells, but the columns end with the %zuth%s",
				   r->rows.cells.count, r->named,
				   r->rows.quotes ? "; put cells with a comma in \"…\"" : "");
}

static bool no_translation(struct sulih_view target)
{
	return same_word(target, "do-not-translate") || same_word(target, "do not translate");
}

static int add_entry(struct reading *r, struct sulih_error *error)
{
	struct sulih_term term = { .line = r->rows.line };
	struct sulih_buffer folded = SULIH_BUFFER_INIT;
	struct sulih_term *kept;
	bool copy = false;
	int status;

	if (!read_kind(r, &term, &copy) || !read_case(r, &term))
		return 0;
	status = clean(r, cell_of(r, SOURCE), &term.source, error);
	if (status == 0)
		status = clean(r, cell_of(r, TARGET), &term.target, error);
	if (status == 0)
		status = clean(r, cell_of(r, NOTE), &term.note, error);
	if (status != 0)
		return status;
	if (term.source.length == 0 || has_line_end(term.source) || has_line_end(term.target)) {
		sulih_glossary_say(r->report, r->rows.line, SULIH_ERROR,
				   term.source.length == 0
					   ? "no source: write the Indonesian words in the first "
					     "column, or take the line out"
					   : "a line end inside a cell; a term stands on one line");
		return 0;
	}
	if (no_translation(term.target))
		term.target.length = 0;
	remark(r, &term, copy);
	if (copy || sulih_view_equal(term.source, term.target))
		term.target.length = 0;
	sulih_glossary_fold(term.source, &folded);
	term.folded = sulih_arena_copy(&r->glossary->arena, sulih_buffer_view(&folded));
	kept = folded.failed || term.folded.data == NULL ? NULL
							 : SULIH_VECTOR_ADD(&r->glossary->terms);
	sulih_buffer_release(&folded);
	if (kept == NULL)
		return sulih_fail_memory(error);
	term.first_word = sulih_glossary_first_word(term.folded);
	*kept = term;
	return 0;
}

static bool is_blank_row(const struct reading *r)
{
	for (size_t i = 0; i < r->rows.cells.count; i++)
		if (trimmed(r->rows.cells.items[i]).length > 0)
			return false;
	return true;
}

/* "# words" or "#" alone; "#IndonesiaMaju" is a hashtag, and a term. */
static bool is_comment(const struct reading *r)
{
	struct sulih_view cell = r->rows.cells.items[0];

	return !r->rows.first_quoted && cell.length > 0 && cell.data[0] == '#' &&
	       (cell.length == 1 || cell.data[1] == ' ');
}

static int read_rows(struct reading *r, struct sulih_error *error)
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
			if (take_header(r))
				continue;
		}
		status = add_entry(r, error);
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
	struct reading r = { .glossary = g,
			     .report = report,
			     .columns = { SOURCE, TARGET, KIND, CASE, NOTE },
			     .named = COLUMNS };
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
