/* The units of one <file>: each target into its place, or the clean source with a diagnostic. */
#include "pipeline/format/xliff_merge.h"

#include <libxml/tree.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/letter.h"
#include "base/space.h"
#include "base/utf8.h"
#include "pipeline/format/xliff_tree.h"
#include "pipeline/format/xliff_unit.h"

static long line_of(const xmlNode *node)
{
	return xmlGetLineNo(node);
}

static void keep_source(struct sulih_xliff_merger *m, const struct sulih_xliff_unit *u,
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
static void report(struct sulih_xliff_merger *m, const struct sulih_xliff_unit *u,
		   enum sulih_diagnostic_id id, const char *what)
{
	struct sulih_span place = { (size_t)u->line, (size_t)u->line };

	sulih_diagnose(&m->merged.diagnostics, id, place, "%s:%ld: unit %.*s %s", m->name, u->line,
		       SULIH_VIEW_ARGS(u->id), what);
}

static void check_unit(struct sulih_xliff_merger *m, const struct sulih_xliff_unit *u)
{
	const char *wanted = json_string_value(json_object_get(m->skeleton, "to"));
	char what[80];

	if (wanted != NULL) {
		struct sulih_view other = sulih_xliff_other_language(u, sulih_view_of(wanted));

		sulih_utf8_print(what, sizeof(what), "has a target in \"%.*s\"",
				 SULIH_VIEW_ARGS(other));
		if (other.length > 0)
			report(m, u, SULIH_DIAGNOSTIC_TARGET_LANGUAGE, what);
	}
	if (!sulih_xliff_source_kept(u))
		report(m, u, SULIH_DIAGNOSTIC_SOURCE_CHANGED,
		       "has another source than was extracted; has its id been changed?");
}

static void check_order(struct sulih_xliff_merger *m, const struct sulih_xliff_unit *u)
{
	size_t first = 0, second = 0;
	char what[200];

	if (!sulih_xliff_codes_exchanged(u, &first, &second))
		return;
	sulih_utf8_print(what, sizeof(what),
			 "may have codes %zu (%s) and %zu (%s) in each other's place", first,
			 json_string_value(json_array_get(u->codes, first - 1)), second,
			 json_string_value(json_array_get(u->codes, second - 1)));
	report(m, u, SULIH_DIAGNOSTIC_CODE_EXCHANGED, what);
}

/* The target without the line ends and blanks around it that only its layout in XML has: tools
 * indent it.  What the source has there belongs to it. */
static struct sulih_view without_layout(struct sulih_view target, struct sulih_view text)
{
	struct sulih_view bare = sulih_space_cut(target);

	if (sulih_space_cut(text).length != text.length || bare.length == 0)
		return target;
	return bare;
}

/* Takes the target, or the clean source with a diagnostic. */
static void use_target(struct sulih_xliff_merger *m, const struct sulih_xliff_unit *u,
		       struct sulih_view target)
{
	target = without_layout(target, sulih_view_of(u->text));
	if (u->fault != NULL)
		keep_source(m, u, u->fault_id, u->fault);
	else if (sulih_view_is(target, u->text))
		sulih_buffer_puts(&m->text, u->clean); /* its own line ends and broken words */
	else
		sulih_buffer_add(&m->text, target);
	if (u->fault == NULL && m->english && !sulih_xliff_numbers_kept(u))
		report(m, u, SULIH_DIAGNOSTIC_NUMBER_CHANGED,
		       "has a number that its source has not, or lacks one of it");
	if (u->fault == NULL && m->foreign && !sulih_xliff_codes_apart(u))
		report(m, u, SULIH_DIAGNOSTIC_CODE_GLUED,
		       "has a code that hangs on the word before it");
	if (u->fault == NULL && m->english)
		check_order(m, u);
	if (u->fault == NULL && m->foreign && sulih_xliff_untouched(u)) {
		m->merged.unchanged_line =
			m->merged.unchanged > 0 ? m->merged.unchanged_line : u->line;
		m->merged.unchanged++;
	}
}

/* Appends the unit's target to the text, or its clean source with a diagnostic. */
static int merge_unit(struct sulih_xliff_merger *m, struct sulih_xliff_unit *u)
{
	struct sulih_buffer target = SULIH_BUFFER_INIT;
	int status = 0;

	check_unit(m, u);
	if (!sulih_xliff_translated(u)) {
		keep_source(m, u, SULIH_DIAGNOSTIC_TARGET_MISSING, "has no translation");
		return 0;
	}
	if (!sulih_xliff_put_target(u, &target) || target.failed != 0)
		status = sulih_fail_memory(m->error);
	else
		use_target(m, u, sulih_buffer_view(&target));
	sulih_buffer_release(&target);
	return status;
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

static void report_stranger(struct sulih_xliff_merger *m, const xmlNode *node)
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
static int find_units(struct sulih_xliff_merger *m, const xmlNode **units, size_t count)
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
			return sulih_fail(m->error, SULIH_ERROR_INPUT,
					  "%s:%ld: unit %zu of this <file> is gone; nothing of it "
					  "was merged: "
					  "put it back from the extracted file",
					  m->name, line_of(m->file), i + 1);
	return 0;
}

int sulih_xliff_bad_skeleton(struct sulih_xliff_merger *m, const char *what)
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
	u->kinds = json_object_get(part, "kinds");
	if (u->text == NULL || !json_is_array(u->codes))
		return false;
	if (u->clean == NULL)
		u->clean = u->text;
	for (size_t i = 0; i < json_array_size(u->codes); i++)
		if (!json_is_string(json_array_get(u->codes, i)))
			return false;
	return true;
}

static int merge_parts(struct sulih_xliff_merger *m, json_t *parts, const xmlNode *const *units)
{
	for (size_t i = 0; i < json_array_size(parts); i++) {
		json_t *part = json_array_get(parts, i);
		struct sulih_xliff_unit u = { 0 };
		int status;

		if (i % 2 == 0) {
			if (!json_is_string(part))
				return sulih_xliff_bad_skeleton(m, "its skeleton is damaged");
			sulih_buffer_puts(&m->text, json_string_value(part));
			continue;
		}
		if (!read_part(part, &u))
			return sulih_xliff_bad_skeleton(m, "its skeleton is damaged");
		u.node = units[i / 2];
		u.id = sulih_xliff_attribute(u.node, "id");
		u.line = line_of(u.node);
		status = merge_unit(m, &u);
		if (status != 0)
			return status;
	}
	return 0;
}

int sulih_xliff_merge_units(struct sulih_xliff_merger *m, json_t *parts)
{
	size_t count = json_array_size(parts) / 2;
	const xmlNode **units;
	int status;

	if (!json_is_array(parts) || json_array_size(parts) % 2 == 0)
		return sulih_xliff_bad_skeleton(m, "its skeleton has no parts");
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
void sulih_xliff_check_language(struct sulih_xliff_merger *m)
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
