#include "pipeline/format/xliff.h"

#include <jansson.h>
#include <libxml/parser.h>
#include <libxml/xmlreader.h>
#include <stdlib.h>

#include "base/letter.h"
#include "pipeline/format/format.h"
#include "pipeline/format/xliff_tree.h"
#include "pipeline/format/xliff_unit.h"

/* Reading is by <file>: one is expanded into a tree, merged, and forgotten. */
struct merger {
	const char *name;
	struct sulih_error *error;
	struct sulih_error *xml_fault; /* first message of libxml2 */
	json_t *skeleton;
	const xmlNode *file;
	const char *unit_name; /* "trans-unit" (1.2) or "unit" (2.x) */
	struct sulih_merged merged;
	struct sulih_buffer text; /* the document's text */
};

static long line_of(const xmlNode *node)
{
	return xmlGetLineNo(node);
}

/* ---- units ----------------------------------------------------------------------- */

static void keep_source(struct merger *m, const struct sulih_xliff_unit *u,
			enum sulih_diagnostic_id id, const char *what)
{
	struct sulih_span place = { (size_t)u->line, (size_t)u->line };

	sulih_buffer_puts(&m->text, u->clean);
	if (u->fault_code > 0)
		sulih_diagnose(&m->merged.diagnostics, id, place,
			       "%s:%ld: unit %.*s %s (id %zu); its source stands in its place",
			       m->name, u->line, SULIH_VIEW_ARGS(u->id), what, u->fault_code);
	else
		sulih_diagnose(&m->merged.diagnostics, id, place,
			       "%s:%ld: unit %.*s %s; its source stands in its place", m->name,
			       u->line, SULIH_VIEW_ARGS(u->id), what);
}

/* What is doubtful about a unit and no reason not to use it. */
static void report(struct merger *m, const struct sulih_xliff_unit *u, enum sulih_diagnostic_id id,
		   const char *what)
{
	struct sulih_span place = { (size_t)u->line, (size_t)u->line };

	sulih_diagnose(&m->merged.diagnostics, id, place, "%s:%ld: unit %.*s %s", m->name, u->line,
		       SULIH_VIEW_ARGS(u->id), what);
}

static void check_unit(struct merger *m, const struct sulih_xliff_unit *u)
{
	const char *wanted = json_string_value(json_object_get(m->skeleton, "to"));
	char what[80];

	if (wanted != NULL) {
		struct sulih_view other = sulih_xliff_other_language(u, sulih_view_of(wanted));

		snprintf(what, sizeof(what), "has a target in \"%.*s\"", SULIH_VIEW_ARGS(other));
		if (other.length > 0)
			report(m, u, SULIH_DIAGNOSTIC_TARGET_LANGUAGE, what);
	}
	if (!sulih_xliff_source_kept(u))
		report(m, u, SULIH_DIAGNOSTIC_SOURCE_CHANGED,
		       "has another source than was extracted; has its id been changed?");
}

/* Appends the unit's target to the text, or its clean source with a diagnostic. */
static int merge_unit(struct merger *m, struct sulih_xliff_unit *u)
{
	size_t before = m->text.length;

	check_unit(m, u);
	if (!sulih_xliff_translated(u)) {
		keep_source(m, u, SULIH_DIAGNOSTIC_TARGET_MISSING, "has no translation");
		return 0;
	}
	if (!sulih_xliff_put_target(u, &m->text))
		return sulih_fail_memory(m->error);
	if (u->fault != NULL) {
		sulih_buffer_truncate(&m->text, before);
		keep_source(m, u, u->fault_id, u->fault);
	} else if (m->text.failed == 0 &&
		   sulih_view_is(
			   sulih_view_slice(sulih_buffer_view(&m->text), before, m->text.length),
			   u->text)) {
		/* unchanged: its own line ends and broken words */
		sulih_buffer_truncate(&m->text, before);
		sulih_buffer_puts(&m->text, u->clean);
	}
	return 0;
}

/* ---- the units of a file --------------------------------------------------------- */

/* The number of a unit that `extract` wrote, or 0: somebody else's. */
static size_t unit_number(struct sulih_view id, size_t count)
{
	size_t number = 0;

	for (size_t i = 0; i < id.length; i++) {
		if (!sulih_byte_is_digit(id.data[i]) || number > count || id.data[0] == '0')
			return 0;
		number = number * 10 + (size_t)(id.data[i] - '0');
	}
	return number <= count ? number : 0;
}

static void report_stranger(struct merger *m, const xmlNode *node)
{
	struct sulih_view id = sulih_xliff_attribute(node, "id");
	long line = line_of(node);
	struct sulih_span place = { (size_t)line, (size_t)line };

	/* extract's own filler, and what tools protect */
	if (sulih_view_is(sulih_xliff_attribute(node, "translate"), "no"))
		return;
	sulih_diagnose(&m->merged.diagnostics, SULIH_DIAGNOSTIC_UNIT_UNKNOWN, place,
		       "%s:%ld: unit %.*s was not extracted from this document; it was left out",
		       m->name, line, SULIH_VIEW_ARGS(id));
}

/* Fills units[number - 1] with the units of the file, in whatever order they stand. */
static int find_units(struct merger *m, const xmlNode **units, size_t count)
{
	for (const xmlNode *n = sulih_xliff_following(m->file, m->file, m->unit_name); n != NULL;
	     n = sulih_xliff_following(m->file, n, m->unit_name)) {
		size_t number = unit_number(sulih_xliff_attribute(n, "id"), count);

		if (number == 0) {
			report_stranger(m, n);
			continue;
		}
		if (units[number - 1] != NULL)
			return sulih_fail(m->error, SULIH_ERROR_INPUT,
					  "%s:%ld: unit %zu stands there twice, first in line %ld; "
					  "nothing of this <file> was merged: delete one of them",
					  m->name, line_of(n), number, line_of(units[number - 1]));
		units[number - 1] = n;
	}
	for (size_t i = 0; i < count; i++)
		if (units[i] == NULL)
			return sulih_fail(
				m->error, SULIH_ERROR_INPUT,
				"%s:%ld: unit %zu of this <file> is gone; nothing of it was merged",
				m->name, line_of(m->file), i + 1);
	return 0;
}

static int bad_skeleton(struct merger *m, const char *what)
{
	return sulih_fail(m->error, SULIH_ERROR_INPUT,
			  "%s:%ld: %s; only files made by 'sulih extract' can be merged", m->name,
			  line_of(m->file), what);
}

/* What the skeleton knows of a unit; false: damaged. */
static bool read_part(const json_t *part, struct sulih_xliff_unit *u)
{
	u->text = json_string_value(json_object_get(part, "text"));
	u->clean = json_string_value(json_object_get(part, "clean"));
	u->codes = json_object_get(part, "codes");
	if (u->text == NULL || !json_is_array(u->codes))
		return false;
	if (u->clean == NULL)
		u->clean = u->text;
	for (size_t i = 0; i < json_array_size(u->codes); i++)
		if (!json_is_string(json_array_get(u->codes, i)))
			return false;
	return true;
}

static int merge_parts(struct merger *m, json_t *parts, const xmlNode *const *units)
{
	for (size_t i = 0; i < json_array_size(parts); i++) {
		json_t *part = json_array_get(parts, i);
		struct sulih_xliff_unit u = { 0 };
		int status;

		if (i % 2 == 0) {
			if (!json_is_string(part))
				return bad_skeleton(m, "its skeleton is damaged");
			sulih_buffer_puts(&m->text, json_string_value(part));
			continue;
		}
		if (!read_part(part, &u))
			return bad_skeleton(m, "its skeleton is damaged");
		u.node = units[i / 2];
		u.id = sulih_xliff_attribute(u.node, "id");
		u.line = line_of(u.node);
		status = merge_unit(m, &u);
		if (status != 0)
			return status;
	}
	return 0;
}

static int merge_units(struct merger *m, json_t *parts)
{
	size_t count = json_array_size(parts) / 2;
	const xmlNode **units;
	int status;

	if (!json_is_array(parts) || json_array_size(parts) % 2 == 0)
		return bad_skeleton(m, "its skeleton has no parts");
	units = calloc(count + 1, sizeof(*units));
	if (units == NULL)
		return sulih_fail_memory(m->error);
	status = find_units(m, units, count);
	if (status == 0)
		status = merge_parts(m, parts, units);
	free(units);
	return status;
}

/* The language that the file says its targets are in: 1.2 at <file>, 2.x at <xliff>. */
static void check_language(struct merger *m)
{
	const char *wanted = json_string_value(json_object_get(m->skeleton, "to"));
	struct sulih_view said = sulih_xliff_attribute(m->file, "target-language");
	long line = line_of(m->file);
	struct sulih_span place = { (size_t)line, (size_t)line };

	if (said.length == 0)
		said = sulih_xliff_attribute(m->file->parent, "trgLang");
	if (wanted == NULL || said.length == 0 ||
	    sulih_xliff_same_language(said, sulih_view_of(wanted)))
		return;
	sulih_diagnose(
		&m->merged.diagnostics, SULIH_DIAGNOSTIC_TARGET_LANGUAGE, place,
		"%s:%ld: this <file> says that its targets are in \"%.*s\"; it was extracted "
		"for \"%s\"",
		m->name, line, SULIH_VIEW_ARGS(said), wanted);
}

/* ---- files ----------------------------------------------------------------------- */

static const xmlNode *skeleton_node(const xmlNode *file)
{
	const xmlNode *n = sulih_xliff_child(file, "skeleton");

	return n != NULL ? n
			 : sulih_xliff_child(
				   sulih_xliff_child(sulih_xliff_child(file, "header"), "skl"),
				   "internal-file");
}

static int load_skeleton(struct merger *m)
{
	const xmlNode *node = skeleton_node(m->file);
	xmlChar *text = node != NULL ? xmlNodeGetContent(node) : NULL;
	json_error_t fault;

	m->unit_name = sulih_xliff_child(m->file, "skeleton") != NULL ? "unit" : "trans-unit";
	m->skeleton = text != NULL ? json_loads((const char *)text, JSON_ALLOW_NUL, &fault) : NULL;
	xmlFree(text);
	if (!json_is_object(m->skeleton) ||
	    json_integer_value(json_object_get(m->skeleton, "sulih")) != 1)
		return bad_skeleton(m, "this <file> has no skeleton of sulih's");
	return 0;
}

static int merge_file(struct merger *m)
{
	const char *before, *behind, *name;
	const struct sulih_format *format;
	int status;

	m->merged.continues = false;
	status = load_skeleton(m);
	if (status != 0)
		return status;
	name = json_string_value(json_object_get(m->skeleton, "format"));
	before = json_string_value(json_object_get(m->skeleton, "before"));
	behind = json_string_value(json_object_get(m->skeleton, "behind"));
	format = name != NULL ? sulih_format_named(sulih_view_of(name)) : NULL;
	if (format == NULL || before == NULL || behind == NULL)
		return bad_skeleton(m, "its skeleton is damaged");
	m->merged.continues = json_is_true(json_object_get(m->skeleton, "continues"));
	check_language(m);
	status = merge_units(m, json_object_get(m->skeleton, "parts"));
	if (status != 0)
		return status;
	sulih_buffer_puts(&m->merged.bytes, before);
	format->encode(sulih_buffer_view(&m->text), &m->merged.bytes);
	sulih_buffer_puts(&m->merged.bytes, behind);
	status = sulih_buffer_status(&m->text, m->error);
	return status == 0 ? sulih_buffer_status(&m->merged.bytes, m->error) : status;
}

static void release_file(struct merger *m)
{
	json_decref(m->skeleton);
	m->skeleton = NULL;
	sulih_buffer_release(&m->text);
	sulih_buffer_release(&m->merged.bytes);
	sulih_diagnostics_release(&m->merged.diagnostics);
}

/* libxml2's first complaint, in our words and with its line. */
static void on_xml_fault(void *context, const char *message, xmlParserSeverities severity,
			 xmlTextReaderLocatorPtr locator)
{
	struct merger *m = context;
	struct sulih_view text = sulih_view_of(message);

	(void)severity;
	while (text.length > 0 &&
	       (text.data[text.length - 1] == '\n' || text.data[text.length - 1] == ' '))
		text.length--;
	sulih_fail(m->xml_fault, SULIH_ERROR_INPUT,
		   "%s:%d: not well-formed XML: %.*s; nothing of the file was merged", m->name,
		   xmlTextReaderLocatorLineNumber(locator), SULIH_VIEW_ARGS(text));
}

/* A <file> that cannot be merged is told of and does not stop the others. */
static int give_file(struct merger *m,
		     int (*on_document)(void *context, const struct sulih_merged *merged,
					struct sulih_error *error),
		     void *context)
{
	struct sulih_error fault = SULIH_ERROR_INIT, *error = m->error;
	int status;

	m->error = &fault;
	status = merge_file(m);
	m->error = error;
	m->merged.refused = NULL;
	if (status == SULIH_ERROR_INPUT) {
		sulih_buffer_clear(&m->merged.bytes);
		m->merged.refused = fault.message;
		status = 0;
	} else if (status != 0) {
		sulih_fail(error, status, "%s", fault.message);
	}
	if (status == 0)
		status = on_document(context, &m->merged, error);
	release_file(m);
	return status;
}

static int read_files(struct merger *m, xmlTextReaderPtr reader, size_t *files,
		      int (*on_document)(void *context, const struct sulih_merged *merged,
					 struct sulih_error *error),
		      void *context)
{
	int more = xmlTextReaderRead(reader), status = 0;

	while (more == 1 && status == 0) {
		const xmlChar *name = xmlTextReaderConstLocalName(reader);
		bool start = xmlTextReaderNodeType(reader) == XML_READER_TYPE_ELEMENT;

		if (xmlTextReaderNodeType(reader) == XML_READER_TYPE_DOCUMENT_TYPE)
			return sulih_fail(
				m->error, SULIH_ERROR_INPUT,
				"%s: XLIFF has no document type declaration; it is refused",
				m->name);
		if (start && xmlTextReaderDepth(reader) == 0 &&
		    strcmp((const char *)name, "xliff") != 0)
			return sulih_fail(m->error, SULIH_ERROR_INPUT,
					  "%s: the root element is <%s>, not <xliff>", m->name,
					  name);
		if (!start || strcmp((const char *)name, "file") != 0) {
			more = xmlTextReaderRead(reader);
			continue;
		}
		m->file = xmlTextReaderExpand(reader);
		if (m->file == NULL)
			break;
		status = give_file(m, on_document, context);
		(*files)++;
		if (status == 0)
			more = xmlTextReaderNext(reader);
	}
	return status;
}

int sulih_xliff_merge(struct sulih_view xliff, const char *name,
		      int (*on_document)(void *context, const struct sulih_merged *merged,
					 struct sulih_error *error),
		      void *context, struct sulih_error *error)
{
	struct sulih_error xml_fault = SULIH_ERROR_INIT;
	struct merger m = { .name = name, .error = error, .xml_fault = &xml_fault };
	xmlTextReaderPtr reader;
	size_t files = 0;
	int status;

	if (xliff.length > INT32_MAX)
		return sulih_fail(error, SULIH_ERROR_LIMIT, "%s: over 2 GiB", name);
	reader = xmlReaderForMemory(xliff.data, (int)xliff.length, name, NULL,
				    XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_BIG_LINES);
	if (reader == NULL)
		return sulih_fail_memory(error);
	xmlTextReaderSetErrorHandler(reader, on_xml_fault, &m);
	sulih_diagnostics_init(&m.merged.diagnostics);
	status = read_files(&m, reader, &files, on_document, context);
	xmlFreeTextReader(reader);
	if (status == 0 && xml_fault.code != 0)
		status = sulih_fail(error, xml_fault.code, "%s", xml_fault.message);
	if (status == 0 && files == 0)
		status = sulih_fail(error, SULIH_ERROR_INPUT, "%s: there is no <file> in it", name);
	return status;
}
