/* One line of a glossary file: its columns, and the entry that they make. */
#include "base/letter.h"
#include "base/utf8.h"
#include "pipeline/protect/terms/glossary_build.h"

static const char *const column_names[SULIH_COLUMNS] = { "source", "target", "kind", "case",
							 "note" };

enum { LONGEST_TERM = 500 };

struct sulih_view sulih_glossary_trim(struct sulih_view v)
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

static struct sulih_view cell_of(const struct sulih_glossary_reading *r,
				 enum sulih_glossary_column column)
{
	int at = r->columns[column];

	if (at < 0 || (size_t)at >= r->rows.cells.count)
		return SULIH_VIEW("");
	return sulih_glossary_trim(r->rows.cells.items[at]);
}

/* The column that a cell of the header names; SULIH_COLUMNS: none. */
static enum sulih_glossary_column column_named(struct sulih_view cell)
{
	int c = 0;

	while (c < SULIH_COLUMNS && !same_word(cell, column_names[c]))
		c++;
	return (enum sulih_glossary_column)c;
}

/* What in a header will not be read. */
static void remark_header(struct sulih_glossary_reading *r, const int columns[SULIH_COLUMNS])
{
	for (size_t i = 0; i < r->rows.cells.count; i++) {
		struct sulih_view cell = sulih_glossary_trim(r->rows.cells.items[i]);
		enum sulih_glossary_column column = column_named(cell);

		if (column == SULIH_COLUMNS && cell.length > 0)
			sulih_glossary_say(
				r->report, r->rows.line, SULIH_INFO,
				"no column is called '%.*s', it is not read; columns are "
				"source, target, kind, case and note",
				SULIH_VIEW_ARGS(cell));
		else if (column != SULIH_COLUMNS && columns[column] != (int)i)
			sulih_glossary_say(r->report, r->rows.line, SULIH_WARNING,
					   "column '%.*s' stands twice; the first is read",
					   SULIH_VIEW_ARGS(cell));
	}
}

/* "Istilah | Terjemahan": a header in other words is read as a term. */
static void remark_foreign_header(struct sulih_glossary_reading *r)
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
	for (size_t i = 0; i < SULIH_COUNT(words); i++)
		source |= same_word(sulih_glossary_trim(r->rows.cells.items[0]), words[i]);
	for (size_t i = 0; i < SULIH_COUNT(others); i++)
		target |= same_word(sulih_glossary_trim(r->rows.cells.items[1]), others[i]);
	if (source && target)
		sulih_glossary_say(
			r->report, r->rows.line, SULIH_WARNING,
			"this line seems to name the columns but is read as a term; call "
			"them source and target");
}

/* A first line that begins with or holds `source` names the columns. */
bool sulih_glossary_header(struct sulih_glossary_reading *r)
{
	int columns[SULIH_COLUMNS] = { -1, -1, -1, -1, -1 };

	for (size_t i = 0; i < r->rows.cells.count; i++) {
		enum sulih_glossary_column column =
			column_named(sulih_glossary_trim(r->rows.cells.items[i]));

		if (column != SULIH_COLUMNS && columns[column] < 0)
			columns[column] = (int)i;
	}
	if (columns[SULIH_COLUMN_SOURCE] < 0) {
		remark_foreign_header(r);
		return false;
	}
	remark_header(r, columns);
	memcpy(r->columns, columns, sizeof(columns));
	r->named = r->rows.cells.count;
	return true;
}

/* Text as the normaliser leaves it, so that it can meet the text of documents. */
static int clean(struct sulih_glossary_reading *r, struct sulih_view raw, struct sulih_view *out,
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
		raw = sulih_glossary_trim(sulih_buffer_view(&normal.text));
	}
	if (status == 0) {
		*out = sulih_arena_copy(&r->glossary->arena, raw);
		if (out->data == NULL)
			status = sulih_fail_memory(error);
	}
	sulih_normalized_release(&normal);
	return status;
}

static bool read_kind(struct sulih_glossary_reading *r, struct sulih_term *term, bool *copy)
{
	struct sulih_view cell = cell_of(r, SULIH_COLUMN_KIND);

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

static bool read_case(struct sulih_glossary_reading *r, struct sulih_term *term)
{
	struct sulih_view cell = cell_of(r, SULIH_COLUMN_CASE);

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
static void remark(struct sulih_glossary_reading *r, const struct sulih_term *term, bool copy)
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
				   "%zu cells, but there are %zu columns%s", r->rows.cells.count,
				   r->named,
				   r->rows.quotes ? "; put cells with a comma in \"…\"" : "");
}

static bool no_translation(struct sulih_view target)
{
	return same_word(target, "do-not-translate") || same_word(target, "do not translate");
}

int sulih_glossary_entry(struct sulih_glossary_reading *r, struct sulih_error *error)
{
	struct sulih_term term = { .line = r->rows.line };
	struct sulih_buffer folded = SULIH_BUFFER_INIT;
	struct sulih_term *kept;
	bool copy = false;
	int status;

	if (!read_kind(r, &term, &copy) || !read_case(r, &term))
		return 0;
	status = clean(r, cell_of(r, SULIH_COLUMN_SOURCE), &term.source, error);
	if (status == 0)
		status = clean(r, cell_of(r, SULIH_COLUMN_TARGET), &term.target, error);
	if (status == 0)
		status = clean(r, cell_of(r, SULIH_COLUMN_NOTE), &term.note, error);
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
