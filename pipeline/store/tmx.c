#include <libxml/parser.h>
#include <libxml/xmlreader.h>
#include <stdlib.h>
#include <time.h>

#include "pipeline/format/xml_depth.h"
#include "pipeline/format/xml_text.h"
#include "pipeline/store/store.h"

void sulih_tmx_begin(struct sulih_view from_lang, struct sulih_buffer *out)
{
	sulih_buffer_puts(out,
			  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
			  "<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n<tmx version=\"1.4\">\n"
			  "<header creationtool=\"sulih\" creationtoolversion=\"" SULIH_VERSION
			  "\" segtype=\"sentence\" o-tmf=\"sulih\" adminlang=\"en\" srclang=\"");
	sulih_xml_attribute(out, from_lang);
	sulih_buffer_puts(out, "\" datatype=\"plaintext\"/>\n<body>\n");
}

static void put_variant(struct sulih_buffer *out, struct sulih_view language,
			struct sulih_view text)
{
	sulih_buffer_puts(out, "<tuv xml:lang=\"");
	sulih_xml_attribute(out, language);
	sulih_buffer_puts(out, "\"><seg>");
	sulih_xml_text(out, text);
	sulih_buffer_puts(out, "</seg></tuv>\n");
}

void sulih_tmx_unit(const struct sulih_store_row *row, struct sulih_buffer *out)
{
	time_t made = (time_t)row->made;
	struct tm when;
	char date[32];

	sulih_buffer_puts(out, "<tu");
	/* of a year that no calendar has, nothing is said */
	if (gmtime_r(&made, &when) != NULL &&
	    strftime(date, sizeof(date), "%Y%m%dT%H%M%SZ", &when) > 0)
		sulih_buffer_printf(out, " creationdate=\"%s\"", date);
	sulih_buffer_printf(out, " usagecount=\"%lld\" creationid=\"", row->used);
	sulih_xml_attribute(out, row->engine);
	sulih_buffer_puts(out, "\">\n");
	put_variant(out, row->from_lang, row->source);
	put_variant(out, row->to_lang, row->target);
	sulih_buffer_puts(out, "</tu>\n");
}

void sulih_tmx_end(struct sulih_buffer *out)
{
	sulih_buffer_puts(out, "</body>\n</tmx>\n");
}

struct tmx_reader {
	const char *name, *from_lang, *to_lang;
	int (*each)(void *context, struct sulih_view source, struct sulih_view target,
		    struct sulih_error *error);
	void *context;
	struct sulih_error *error, *xml_fault; /* the caller's; libxml2's first */
};

static void on_fault(void *context, const char *message, xmlParserSeverities severity,
		     xmlTextReaderLocatorPtr locator)
{
	struct tmx_reader *r = context;

	if (severity == XML_PARSER_SEVERITY_WARNING ||
	    severity == XML_PARSER_SEVERITY_VALIDITY_WARNING)
		return;
	sulih_fail(r->xml_fault, SULIH_ERROR_INPUT, "%s:%d: not well-formed XML: %s", r->name,
		   xmlTextReaderLocatorLineNumber(locator), message);
}

/* "en" fits "en", "EN-US", "en_GB". */
static bool same_language(const xmlChar *code, const char *wanted)
{
	size_t length = strcspn(wanted, "-_");

	return code != NULL && strncasecmp((const char *)code, wanted, length) == 0 &&
	       strchr("-_", ((const char *)code)[length]) != NULL;
}

/* Codes of other tools: what they hold is markup, no text (<hi> holds text). */
static bool is_foreign_code(const xmlNode *node)
{
	static const char *const names[] = { "bpt", "ept", "ph", "it", "ut" };

	return SULIH_VIEW_IS_ONE_OF(sulih_view_of((const char *)node->name), names);
}

/* Appends the text with single blanks, as segments of sulih's have them. */
static void put_words(struct sulih_buffer *out, const xmlChar *text)
{
	for (; *text != '\0'; text++) {
		if (strchr(" \t\r\n", *text) == NULL)
			sulih_buffer_putc(out, (char)*text);
		else if (out->length > 0 && out->data[out->length - 1] != ' ')
			sulih_buffer_putc(out, ' ');
	}
}

/* An entity of the file's own is refused: what it stands for may be endless. */
static int put_content(struct sulih_buffer *out, const xmlNode *parent, struct sulih_error *error)
{
	int status = 0;

	for (const xmlNode *n = parent->children; n != NULL && status == 0; n = n->next) {
		if (n->type == XML_ENTITY_REF_NODE)
			return sulih_fail(error, SULIH_ERROR_INPUT,
					  "the entity &%s; is none of XML's own; it is refused",
					  (const char *)n->name);
		if (n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE)
			put_words(out, n->content);
		else if (n->type == XML_ELEMENT_NODE && !is_foreign_code(n))
			status = put_content(out, n, error);
	}
	return status;
}

/* The words of a variant's <seg>. */
static int read_segment(const xmlNode *variant, struct sulih_buffer *out, struct sulih_error *error)
{
	int status = 0;

	for (const xmlNode *n = variant->children; n != NULL && status == 0; n = n->next)
		if (n->type == XML_ELEMENT_NODE && strcmp((const char *)n->name, "seg") == 0)
			status = put_content(out, n, error);
	if (out->length > 0 && out->data[out->length - 1] == ' ')
		sulih_buffer_truncate(out, out->length - 1);
	return status == 0 ? sulih_buffer_status(out, error) : status;
}

static xmlChar *language_of(const xmlNode *variant)
{
	xmlChar *code = xmlGetNsProp((xmlNode *)(uintptr_t)variant, (const xmlChar *)"lang",
				     XML_XML_NAMESPACE);

	return code != NULL
		       ? code
		       : xmlGetNoNsProp((xmlNode *)(uintptr_t)variant, (const xmlChar *)"lang");
}

static int read_unit(const struct tmx_reader *r, const xmlNode *unit, struct sulih_error *error)
{
	struct sulih_buffer source = SULIH_BUFFER_INIT, target = SULIH_BUFFER_INIT;
	int status = 0;

	for (const xmlNode *n = unit->children; n != NULL && status == 0; n = n->next) {
		xmlChar *language;

		if (n->type != XML_ELEMENT_NODE || strcmp((const char *)n->name, "tuv") != 0)
			continue;
		language = language_of(n);
		if (source.length == 0 && same_language(language, r->from_lang))
			status = read_segment(n, &source, error);
		else if (target.length == 0 && same_language(language, r->to_lang))
			status = read_segment(n, &target, error);
		xmlFree(language);
	}
	if (status == 0 && source.length > 0 && target.length > 0)
		status = r->each(r->context, sulih_buffer_view(&source), sulih_buffer_view(&target),
				 error);
	sulih_buffer_release(&source);
	sulih_buffer_release(&target);
	return status;
}

/* Whether the reader stands at the start of an element. */
static bool is_element(xmlTextReaderPtr reader, const char *name)
{
	return xmlTextReaderNodeType(reader) == XML_READER_TYPE_ELEMENT &&
	       strcmp((const char *)xmlTextReaderConstLocalName(reader), name) == 0;
}

/* Reads the units of a file; *more is below 0 where the reader stopped before the end. */
static int read_units(struct tmx_reader *r, xmlTextReaderPtr reader, int *more)
{
	struct sulih_error fault = SULIH_ERROR_INIT;
	int status = 0;

	while (*more == 1 && status == 0) {
		const xmlNode *unit = is_element(reader, "tu") ? xmlTextReaderExpand(reader) : NULL;

		if (unit != NULL && sulih_xml_too_deep(unit))
			status =
				sulih_fail(&fault, SULIH_ERROR_INPUT, "its elements nest too deep");
		else if (unit != NULL)
			status = read_unit(r, unit, &fault);
		if (status != 0)
			sulih_fail(r->error, status, "%s:%ld: %s", r->name, xmlGetLineNo(unit),
				   fault.message);
		else
			*more = unit != NULL ? xmlTextReaderNext(reader)
					     : xmlTextReaderRead(reader);
	}
	return status;
}

/* Past what stands before the root element, which is to be <tmx>. */
static bool find_root(xmlTextReaderPtr reader, int *more)
{
	do
		*more = xmlTextReaderRead(reader);
	while (*more == 1 && xmlTextReaderNodeType(reader) != XML_READER_TYPE_ELEMENT);
	return *more == 1 && is_element(reader, "tmx");
}

int sulih_tmx_read(struct sulih_view tmx, const char *name, const char *from_lang,
		   const char *to_lang,
		   int (*each)(void *context, struct sulih_view source, struct sulih_view target,
			       struct sulih_error *error),
		   void *context, struct sulih_error *error)
{
	struct sulih_error xml_fault = SULIH_ERROR_INIT;
	struct tmx_reader r = { name, from_lang, to_lang, each, context, error, &xml_fault };
	xmlTextReaderPtr reader;
	int more, status = 0;
	bool root;

	if (tmx.length > INT32_MAX)
		return sulih_fail(error, SULIH_ERROR_LIMIT, "%s: over 2 GiB", name);
	reader = xmlReaderForMemory(tmx.data, (int)tmx.length, name, NULL,
				    XML_PARSE_NONET | XML_PARSE_HUGE);
	if (reader == NULL)
		return sulih_fail_memory(error);
	xmlTextReaderSetErrorHandler(reader, on_fault, &r);
	root = find_root(reader, &more);
	if (root)
		status = read_units(&r, reader, &more);
	xmlFreeTextReader(reader);
	if (status != 0)
		return status;
	if (xml_fault.code != 0)
		return sulih_fail(error, xml_fault.code, "%s", xml_fault.message);
	if (!root)
		return sulih_fail(error, SULIH_ERROR_INPUT, "%s: the root element is not <tmx>",
				  name);
	/* without a word of what is wrong */
	return more < 0 ? sulih_fail_memory(error) : 0;
}
