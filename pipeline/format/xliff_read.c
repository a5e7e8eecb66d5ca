#include "pipeline/format/xliff.h"

#include <jansson.h>
#include <libxml/parser.h>
#include <libxml/xmlreader.h>
#include <stdlib.h>

#include "pipeline/format/format.h"

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

static bool is_element(const xmlNode *node, const char *name)
{
	return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

static const xmlNode *child(const xmlNode *parent, const char *name)
{
	for (const xmlNode *n = parent ? parent->children : NULL; n != NULL; n = n->next)
		if (is_element(n, name))
			return n;
	return NULL;
}

static struct sulih_view attribute(const xmlNode *node, const char *name)
{
	const xmlAttr *a = xmlHasProp(node, (const xmlChar *)name);

	return a != NULL && a->children != NULL && a->children->content != NULL
		       ? sulih_view_of((const char *)a->children->content)
		       : SULIH_VIEW("");
}

static long line_of(const xmlNode *node)
{
	return xmlGetLineNo(node);
}

/* The next element named `name` below `root`, after `from` in document order. */
static const xmlNode *following(const xmlNode *root, const xmlNode *from, const char *name)
{
	const xmlNode *n = from;

	for (;;) {
		if (n->children != NULL && n->type == XML_ELEMENT_NODE) {
			n = n->children;
		} else {
			while (n != root && n->next == NULL)
				n = n->parent;
			if (n == root)
				return NULL;
			n = n->next;
		}
		if (is_element(n, name))
			return n;
	}
}

/* ---- units ----------------------------------------------------------------------- */

struct unit {
	const xmlNode *node;
	struct sulih_view id;
	long line;
	json_t *codes;
	const char *text, *clean;
	unsigned char *seen; /* how often each code came */
	const char *fault;   /* what is wrong with its codes */
	size_t fault_code;
};

/* The number of a code, or 0. */
static size_t code_number(const struct unit *u, const xmlNode *node)
{
	struct sulih_view id = attribute(node, "id");
	char *end;
	unsigned long number = id.length > 0 ? strtoul(id.data, &end, 10) : 0;

	return id.length > 0 && *end == '\0' && number <= json_array_size(u->codes) ? number : 0;
}

static bool is_code(const xmlNode *node)
{
	static const char *const names[] = { "x",   "ph",  "g",	 "pc", "bx", "ex",
					     "bpt", "ept", "it", "sc", "ec", "cp" };

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (is_element(node, names[i]))
			return true;
	return false;
}

/* Appends an element's text with its codes' replacements; mrk and the like are looked through. */
static void put_content(struct unit *u, const xmlNode *parent, struct sulih_buffer *out)
{
	for (const xmlNode *n = parent->children; n != NULL; n = n->next) {
		size_t number;

		if (n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE) {
			sulih_buffer_puts(out, (const char *)n->content);
		} else if (n->type == XML_ELEMENT_NODE && is_code(n)) {
			number = code_number(u, n);
			if (number == 0) {
				u->fault = "has a code that its source has not";
				continue;
			}
			if (u->seen[number - 1] < 255)
				u->seen[number - 1]++;
			sulih_buffer_puts(out,
					  json_string_value(json_array_get(u->codes, number - 1)));
		} else if (n->type == XML_ELEMENT_NODE) {
			put_content(u, n, out);
		}
	}
}

static void check_codes(struct unit *u)
{
	for (size_t i = 0; i < json_array_size(u->codes) && u->fault == NULL; i++) {
		if (u->seen[i] == 1)
			continue;
		u->fault = u->seen[i] == 0 ? "lacks a code of its source" : "has a code twice";
		u->fault_code = i + 1;
	}
}

static void keep_source(struct merger *m, const struct unit *u, enum sulih_diagnostic_id id,
			const char *what)
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

/* A target with neither text nor code counts as none. */
static bool filled(const xmlNode *target)
{
	for (const xmlNode *n = target ? target->children : NULL; n != NULL; n = n->next) {
		if (n->type == XML_ELEMENT_NODE)
			return true;
		if ((n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE) &&
		    n->content[strspn((const char *)n->content, " \t\r\n")] != 0)
			return true;
	}
	return false;
}

/* Whether the unit is translated.  Tools may cut the one segment of a 2.x unit into several, with
 * ignorables between: each of them wants its target. */
static bool translated(const xmlNode *unit)
{
	const xmlNode *segment = child(unit, "segment");
	bool any = false;

	if (segment == NULL)
		return filled(child(unit, "target"));
	for (; segment != NULL; segment = segment->next) {
		if (!is_element(segment, "segment"))
			continue;
		if (!filled(child(segment, "target")) && filled(child(segment, "source")))
			return false;
		any = any || filled(child(segment, "target"));
	}
	return any;
}

static void put_target(struct unit *u, struct sulih_buffer *out)
{
	if (child(u->node, "segment") == NULL) {
		put_content(u, child(u->node, "target"), out);
		return;
	}
	for (const xmlNode *n = u->node->children; n != NULL; n = n->next) {
		const xmlNode *target;

		if (!is_element(n, "segment") && !is_element(n, "ignorable"))
			continue;
		target = child(n, "target");
		if (target == NULL && is_element(n, "ignorable"))
			target = child(n, "source");
		if (target != NULL)
			put_content(u, target, out);
	}
}

/* Appends the unit's target to the text, or its clean source with a diagnostic. */
static int merge_unit(struct merger *m, struct unit *u)
{
	size_t before = m->text.length;

	u->seen = calloc(json_array_size(u->codes) + 1, 1);
	if (u->seen == NULL)
		return sulih_fail_memory(m->error);
	if (!translated(u->node)) {
		keep_source(m, u, SULIH_DIAGNOSTIC_TARGET_MISSING, "has no translation");
	} else {
		put_target(u, &m->text);
		check_codes(u);
		if (u->fault != NULL) {
			sulih_buffer_truncate(&m->text, before);
			keep_source(m, u,
				    u->fault_code > 0 ? SULIH_DIAGNOSTIC_CODE_MISSING
						      : SULIH_DIAGNOSTIC_CODE_UNKNOWN,
				    u->fault);
		} else if (m->text.failed == 0 &&
			   sulih_view_is(sulih_view_slice(sulih_buffer_view(&m->text), before,
							  m->text.length),
					 u->text)) {
			/* unchanged: its own line ends and broken words */
			sulih_buffer_truncate(&m->text, before);
			sulih_buffer_puts(&m->text, u->clean);
		}
	}
	free(u->seen);
	return 0;
}

/* The unit with the id that stands in the skeleton's order; NULL: a unit is missing. */
static const xmlNode *next_unit(const struct merger *m, const xmlNode *from, size_t number)
{
	char wanted[24];
	const xmlNode *n;

	snprintf(wanted, sizeof(wanted), "%zu", number);
	/* units stand in order as a rule; else they are looked for from the start */
	for (int pass = 0; pass < 2; pass++) {
		for (n = pass == 0 ? from : m->file; n != NULL;) {
			n = following(m->file, n, m->unit_name);
			if (n != NULL && sulih_view_is(attribute(n, "id"), wanted))
				return n;
		}
	}
	return NULL;
}

static int bad_skeleton(struct merger *m, const char *what)
{
	return sulih_fail(m->error, SULIH_ERROR_INPUT,
			  "%s:%ld: %s; only files made by 'sulih extract' can be merged", m->name,
			  line_of(m->file), what);
}

/* What the skeleton knows of a unit; false: damaged. */
static bool read_part(const json_t *part, struct unit *u)
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

static int merge_units(struct merger *m, json_t *parts)
{
	const xmlNode *at = m->file;

	if (!json_is_array(parts) || json_array_size(parts) % 2 == 0)
		return bad_skeleton(m, "its skeleton has no parts");
	for (size_t i = 0; i < json_array_size(parts); i++) {
		json_t *part = json_array_get(parts, i);
		const xmlNode *node;
		struct unit u = { 0 };
		int status;

		if (i % 2 == 0) {
			if (!json_is_string(part))
				return bad_skeleton(m, "its skeleton is damaged");
			sulih_buffer_puts(&m->text, json_string_value(part));
			continue;
		}
		if (!read_part(part, &u))
			return bad_skeleton(m, "its skeleton is damaged");
		node = next_unit(m, at, i / 2 + 1);
		if (node == NULL)
			return sulih_fail(
				m->error, SULIH_ERROR_INPUT,
				"%s:%ld: unit %zu of this <file> is gone; nothing of it was merged",
				m->name, line_of(m->file), i / 2 + 1);
		at = node;
		u.node = node;
		u.id = attribute(node, "id");
		u.line = line_of(node);
		status = merge_unit(m, &u);
		if (status != 0)
			return status;
	}
	return 0;
}

/* ---- files ----------------------------------------------------------------------- */

static const xmlNode *skeleton_node(const xmlNode *file)
{
	const xmlNode *n = child(file, "skeleton");

	return n != NULL ? n : child(child(child(file, "header"), "skl"), "internal-file");
}

static int load_skeleton(struct merger *m)
{
	const xmlNode *node = skeleton_node(m->file);
	xmlChar *text = node != NULL ? xmlNodeGetContent(node) : NULL;
	json_error_t fault;

	m->unit_name = child(m->file, "skeleton") != NULL ? "unit" : "trans-unit";
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
