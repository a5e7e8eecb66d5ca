/* Merging, file by file (xliff_read.c), unit by unit (xliff_merge.c). */
#ifndef SULIH_PIPELINE_FORMAT_XLIFF_MERGE_H
#define SULIH_PIPELINE_FORMAT_XLIFF_MERGE_H

#include <jansson.h>

#include "pipeline/format/xliff.h"

struct _xmlNode; /* libxml2's xmlNode */

/* Reading is by <file>: one is expanded into a tree, merged, and forgotten. */
struct sulih_xliff_merger {
	const char *name;
	struct sulih_error *error;
	struct sulih_error *xml_fault; /* first message of libxml2 */
	json_t *skeleton;
	const struct _xmlNode *file;
	const char *unit_name; /* "trans-unit" (1.2) or "unit" (2.x) */
	bool english;	       /* its targets are in English */
	bool foreign;	       /* its targets are in another language than its sources */
	struct sulih_merged merged;
	struct sulih_buffer text; /* the document's text */
};

/* Appends what the skeleton's parts and the file's units make to m->text. */
int sulih_xliff_merge_units(struct sulih_xliff_merger *m, json_t *parts);
int sulih_xliff_bad_skeleton(struct sulih_xliff_merger *m, const char *what);
/* Tells of a file whose targets are in another language than it was extracted for. */
void sulih_xliff_check_language(struct sulih_xliff_merger *m);

#endif
