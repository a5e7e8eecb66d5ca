#include "pipeline/format/xliff.h"

#include <jansson.h>
#include <libxml/parser.h>
#include <libxml/xmlreader.h>
#include <stdlib.h>

#include "base/letter.h"
#include "pipeline/format/format.h"
#include "pipeline/format/xliff_merge.h"
#include "pipeline/format/xliff_tree.h"
#include "pipeline/format/xliff_unit.h"
#include "pipeline/format/xml_depth.h"

static const xmlNode *skeleton_node(const xmlNode *file)
{
	const xmlNode *n = sulih_xliff_child(file, "skeleton");

	return n != NULL ? n
			 : sulih_xliff_child(
				   sulih_xliff_child(sulih_xliff_child(file, "header"), "skl"),
				   "internal-file");
}

static int load_skeleton(struct sulih_xliff_merger *m)
{
	const xmlNode *node = skeleton_node(m->file);
	xmlChar *text = node != NULL ? xmlNodeGetContent(node) : NULL;
	json_error_t fault;

	m->unit_name = sulih_xliff_child(m->file, "skeleton") != NULL ? "unit" : "trans-unit";
	m->skeleton = text != NULL ? json_loads((const char *)text, JSON_ALLOW_NUL, &fault) : NULL;
	xmlFree(text);
	if (!json_is_object(m->skeleton) ||
	    json_integer_value(json_object_get(m->skeleton, "sulih")) != 1)
		return sulih_xliff_bad_skeleton(m, "this <file> has no skeleton of sulih's");
	return 0;
}

/* Whether the targets are wanted in another language than the sources are in. */
static bool is_foreign(const struct sulih_xliff_merger *m)
{
	const char *wanted = json_string_value(json_object_get(m->skeleton, "to"));
	struct sulih_view from = sulih_xliff_attribute(m->file, "source-language");

	if (from.length == 0)
		from = sulih_xliff_attribute(m->file->parent, "srcLang");
	return wanted != NULL && !sulih_xliff_same_language(from, sulih_view_of(wanted));
}

static bool is_english(const struct sulih_xliff_merger *m)
{
	const char *wanted = json_string_value(json_object_get(m->skeleton, "to"));

	return sulih_xliff_same_language(SULIH_VIEW("en"), sulih_view_of(wanted));
}

static int merge_file(struct sulih_xliff_merger *m)
{
	const char *before, *behind, *name;
	const struct sulih_format *format;
	int status;

	m->merged.continues = false;
	m->merged.original = sulih_xliff_attribute(m->file, "original");
	m->merged.line = xmlGetLineNo(m->file);
	if (sulih_xml_too_deep(m->file))
		return sulih_fail(
			m->error, SULIH_ERROR_INPUT,
			"%s:%ld: the elements of this <file> nest too deep; nothing of it "
			"was merged",
			m->name, xmlGetLineNo(m->file));
	status = load_skeleton(m);
	if (status != 0)
		return status;
	name = json_string_value(json_object_get(m->skeleton, "format"));
	before = json_string_value(json_object_get(m->skeleton, "before"));
	behind = json_string_value(json_object_get(m->skeleton, "behind"));
	format = name != NULL ? sulih_format_named(sulih_view_of(name)) : NULL;
	if (format == NULL || before == NULL || behind == NULL)
		return sulih_xliff_bad_skeleton(m, "its skeleton is damaged");
	m->merged.continues = json_is_true(json_object_get(m->skeleton, "continues"));
	m->foreign = is_foreign(m);
	m->english = m->foreign && is_english(m);
	m->merged.unchanged = 0;
	sulih_xliff_check_language(m);
	status = sulih_xliff_merge_units(m, json_object_get(m->skeleton, "parts"));
	if (status != 0)
		return status;
	sulih_buffer_puts(&m->merged.bytes, before);
	format->encode(sulih_buffer_view(&m->text), &m->merged.bytes);
	sulih_buffer_puts(&m->merged.bytes, behind);
	status = sulih_buffer_status(&m->text, m->error);
	return status == 0 ? sulih_buffer_status(&m->merged.bytes, m->error) : status;
}

static void release_file(struct sulih_xliff_merger *m)
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
	struct sulih_xliff_merger *m = context;
	struct sulih_view text = sulih_view_of(message);

	/* a namespace that is no address hurts nobody */
	if (severity == XML_PARSER_SEVERITY_WARNING ||
	    severity == XML_PARSER_SEVERITY_VALIDITY_WARNING)
		return;
	while (text.length > 0 &&
	       (text.data[text.length - 1] == '\n' || text.data[text.length - 1] == ' '))
		text.length--;
	sulih_fail(m->xml_fault, SULIH_ERROR_INPUT,
		   "%s:%d: not well-formed XML: %.*s; nothing of the file was merged", m->name,
		   xmlTextReaderLocatorLineNumber(locator), SULIH_VIEW_ARGS(text));
}

/* A <file> that cannot be merged is told of and does not stop the others. */
static int give_file(struct sulih_xliff_merger *m,
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

/* What no XLIFF has: a document type, which could bring entities, or another root. */
static int check_head(const struct sulih_xliff_merger *m, xmlTextReaderPtr reader)
{
	const char *name = (const char *)xmlTextReaderConstLocalName(reader);
	int type = xmlTextReaderNodeType(reader);

	if (type == XML_READER_TYPE_DOCUMENT_TYPE)
		return sulih_fail(m->error, SULIH_ERROR_INPUT,
				  "%s: XLIFF has no document type declaration; it is refused",
				  m->name);
	if (type == XML_READER_TYPE_ELEMENT && xmlTextReaderDepth(reader) == 0 &&
	    strcmp(name, "xliff") != 0)
		return sulih_fail(m->error, SULIH_ERROR_INPUT,
				  "%s: the root element is <%s>, not <xliff>", m->name, name);
	return 0;
}

static bool is_file(xmlTextReaderPtr reader)
{
	return xmlTextReaderNodeType(reader) == XML_READER_TYPE_ELEMENT &&
	       strcmp((const char *)xmlTextReaderConstLocalName(reader), "file") == 0;
}

static int read_files(struct sulih_xliff_merger *m, xmlTextReaderPtr reader, size_t *files,
		      int (*on_document)(void *context, const struct sulih_merged *merged,
					 struct sulih_error *error),
		      void *context)
{
	int more = xmlTextReaderRead(reader), status = 0;

	while (more == 1 && status == 0) {
		status = check_head(m, reader);
		if (status != 0)
			return status;
		if (!is_file(reader)) {
			more = xmlTextReaderRead(reader);
			continue;
		}
		m->file = xmlTextReaderExpand(reader);
		if (m->file == NULL) {
			more = -1;
			break;
		}
		status = give_file(m, on_document, context);
		(*files)++;
		if (status == 0)
			more = xmlTextReaderNext(reader);
	}
	if (status == 0 && m->xml_fault->code != 0)
		return sulih_fail(m->error, m->xml_fault->code, "%s", m->xml_fault->message);
	/* without a word of what is wrong */
	return status == 0 && more < 0 ? sulih_fail_memory(m->error) : status;
}

int sulih_xliff_merge(struct sulih_view xliff, const char *name,
		      int (*on_document)(void *context, const struct sulih_merged *merged,
					 struct sulih_error *error),
		      void *context, struct sulih_error *error)
{
	struct sulih_error xml_fault = SULIH_ERROR_INIT;
	struct sulih_xliff_merger m = { .name = name, .error = error, .xml_fault = &xml_fault };
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
	if (status == 0 && files == 0)
		status = sulih_fail(error, SULIH_ERROR_INPUT, "%s: there is no <file> in it", name);
	return status;
}
