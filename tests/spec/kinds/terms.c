/*
 * terms      glossary lines (cells parted by " | "), a line "---", lines of text; gives the text
 *            with every stem that was found in brackets, [stem] copied or [stem=English]
 * glossary   the name of a file, its lines; gives what there is to say about them:
 *            "line level message", a line each, and at the end the number of terms
 * map        names, one a line; gives "kind English (list, evidence[, context])" of each
 * name-part  words, one a line; gives "kind origin [w]" of each as a part of personal names
 *
 * In glossary lines and files a bar stands for a tab.
 */
#include <stdio.h>

#include "lists.h"
#include "pipeline/protect/terms/glossary.h"
#include "pipeline/protect/protect.h"
#include "tests/spec/spec.h"
#include "tests/support/lines.h"

static struct sulih_view take_line(struct sulih_view *text)
{
	const char *end = memchr(text->data, '\n', text->length);
	size_t length = end ? (size_t)(end - text->data) : text->length;
	struct sulih_view line = sulih_view_slice(*text, 0, length);

	*text = sulih_view_slice(*text, end ? length + 1 : length, text->length);
	return line;
}

/* " | " and "|" become tabs. */
static void add_cells(struct sulih_buffer *out, struct sulih_view line)
{
	for (size_t i = 0; i < line.length; i++)
		sulih_buffer_putc(out, line.data[i] == '|' ? '\t' : line.data[i]);
	sulih_buffer_putc(out, '\n');
}

/* The candidate that begins at `at` and that no longer one crosses; as protect.c chooses. */
static const struct sulih_candidate *chosen_at(const struct sulih_candidates *found, size_t at)
{
	const struct sulih_candidate *best = NULL;

	for (size_t i = 0; i < found->list.count; i++) {
		const struct sulih_candidate *c = &found->list.items[i];

		if (c->is.span.start == at)
			best = c;
	}
	for (size_t i = 0; best != NULL && i < found->list.count; i++) {
		const struct sulih_candidate *c = &found->list.items[i];

		if (c->is.span.start > at && c->is.span.start < best->is.span.end &&
		    c->is.span.end - c->is.span.start > best->is.span.end - at)
			return NULL;
	}
	return best;
}

static void write_marked(struct sulih_view text, const struct sulih_candidates *found,
			 struct sulih_buffer *output)
{
	for (size_t at = 0; at < text.length;) {
		const struct sulih_candidate *c = chosen_at(found, at);

		if (c == NULL) {
			sulih_buffer_putc(output, text.data[at++]);
			continue;
		}
		sulih_buffer_putc(output, '[');
		if (c->is.kind != SULIH_KIND_TERM)
			sulih_buffer_printf(output, "%s:", sulih_kind_name(c->is.kind));
		sulih_buffer_add(output, sulih_view_slice(text, at, c->is.span.end));
		if (c->is.ruling == SULIH_MAP)
			sulih_buffer_printf(output, "=%.*s", SULIH_VIEW_ARGS(c->is.target));
		sulih_buffer_putc(output, ']');
		at = c->is.span.end;
	}
}

static int run_terms(struct sulih_view input, struct sulih_buffer *output,
		     struct sulih_error *error)
{
	struct sulih_buffer file = SULIH_BUFFER_INIT;
	const struct sulih_normalize_options decoded = { .decoded = true, .want_map = true };
	struct sulih_protect_options options = { 0 };
	struct sulih_candidates found = { 0 };
	struct sulih_document *document = sulih_document_new();
	struct sulih_glossary *glossary = NULL;
	struct sulih_view line;
	int status;

	while (input.length > 0 && !sulih_view_is(line = take_line(&input), "---"))
		add_cells(&file, line);
	status = document == NULL ? sulih_fail_memory(error)
				  : sulih_glossary_parse(sulih_buffer_view(&file), "terms.tsv",
							 &glossary, error);
	if (status == 0)
		status = sulih_normalize(input, &decoded, &document->clean, error);
	if (status == 0) {
		input = sulih_buffer_view(&document->clean.text);
		document->segmentation.running = input;
		options.glossary = glossary;
		status = lines_as_segments(document);
	}
	if (status == 0)
		status = sulih_find_terms(document, &options, &found, error);
	if (status == 0)
		write_marked(input, &found, output);
	if (document != NULL)
		for (size_t i = 0; i < document->diagnostics.list.count; i++)
			sulih_buffer_printf(
				output, "\n! %s",
				sulih_diagnostic_name(document->diagnostics.list.items[i].id));
	SULIH_VECTOR_RELEASE(&found.list);
	sulih_document_free(document);
	sulih_glossary_free(glossary);
	sulih_buffer_release(&file);
	return status;
}
SPEC_KIND("terms", run_terms);

static int run_glossary(struct sulih_view input, struct sulih_buffer *output,
			struct sulih_error *error)
{
	struct sulih_buffer file = SULIH_BUFFER_INIT;
	struct sulih_glossary_report report = { 0 };
	struct sulih_view name = take_line(&input);
	char path[64];
	int status;

	snprintf(path, sizeof(path), "%.*s", SULIH_VIEW_ARGS(name));
	while (input.length > 0) {
		struct sulih_view line = take_line(&input);

		if (sulih_view_ends(name, SULIH_VIEW(".csv"))) {
			sulih_buffer_add(&file, line);
			sulih_buffer_putc(&file, '\n');
		} else {
			add_cells(&file, line);
		}
	}
	status = sulih_glossary_check_text(sulih_buffer_view(&file), path, &report, error);
	for (size_t i = 0; status == 0 && i < report.flaws.count; i++)
		sulih_buffer_printf(output, "%zu %s %.*s\n", report.flaws.items[i].line,
				    sulih_level_name(report.flaws.items[i].level),
				    SULIH_VIEW_ARGS(report.flaws.items[i].message));
	sulih_buffer_printf(output, "%zu terms", report.terms);
	sulih_glossary_report_release(&report);
	sulih_buffer_release(&file);
	return status;
}
SPEC_KIND("glossary", run_glossary);

static const struct sulih_table *const map_tables[] = {
	&sulih_list_acronyms,	 &sulih_list_exonyms,	   &sulih_list_provinces,
	&sulih_list_regencies,	 &sulih_list_institutions, &sulih_list_organizations,
	&sulih_list_events,	 &sulih_list_products,	   &sulih_list_peoples,
	&sulih_list_icu_regions,
};

static void write_map(struct sulih_view name, struct sulih_buffer *output)
{
	for (size_t i = 0; i < SULIH_COUNT(map_tables); i++) {
		struct sulih_row row = sulih_table_find(map_tables[i], name);
		struct sulih_view context;

		if (!row.listed)
			continue;
		context = sulih_row_column(&row, 4);
		sulih_buffer_printf(output, "%.*s %.*s (%s, %.*s",
				    SULIH_VIEW_ARGS(sulih_row_column(&row, 1)),
				    SULIH_VIEW_ARGS(sulih_row_column(&row, 2)), map_tables[i]->name,
				    SULIH_VIEW_ARGS(sulih_row_column(&row, 3)));
		if (context.length > 0)
			sulih_buffer_printf(output, ", %.*s", SULIH_VIEW_ARGS(context));
		sulih_buffer_puts(output, ")\n");
		return;
	}
	sulih_buffer_puts(output, "none\n");
}

static int run_map(struct sulih_view input, struct sulih_buffer *output, struct sulih_error *error)
{
	while (input.length > 0)
		write_map(take_line(&input), output);
	return sulih_buffer_status(output, error);
}
SPEC_KIND("map", run_map);

static int run_name_part(struct sulih_view input, struct sulih_buffer *output,
			 struct sulih_error *error)
{
	while (input.length > 0) {
		struct sulih_row row = sulih_table_find(&sulih_list_given_names, take_line(&input));

		if (!row.listed) {
			sulih_buffer_puts(output, "none\n");
			continue;
		}
		sulih_buffer_printf(output, "%.*s %.*s%s\n",
				    SULIH_VIEW_ARGS(sulih_row_column(&row, 1)),
				    SULIH_VIEW_ARGS(sulih_row_column(&row, 2)),
				    sulih_row_column(&row, 3).length ? " w" : "");
	}
	return sulih_buffer_status(output, error);
}
SPEC_KIND("name-part", run_name_part);
