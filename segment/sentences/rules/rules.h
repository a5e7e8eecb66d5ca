/*
 * The rules that decide whether a candidate is a border.  They are tried in the
 * order of the table; the first that does not pass decides.
 */
#ifndef SULIH_SEGMENT_SENTENCES_RULES_RULES_H
#define SULIH_SEGMENT_SENTENCES_RULES_RULES_H

#include "segment/sentences/candidate.h"

enum verdict { PASS, CUT, KEEP };

struct rule {
	const char *name;
	enum verdict (*decide)(const struct candidate *candidate);
};

/* Ends with a rule without a name; the last named one decides always. */
extern const struct rule sulih_border_rules[];

/* The rules of other files, for the table; first those of inside.c. */
enum verdict sulih_rule_inside_token(const struct candidate *k);
enum verdict sulih_rule_inside_address(const struct candidate *k);
enum verdict sulih_rule_inside_domain(const struct candidate *k);
enum verdict sulih_rule_parts_of_phone(const struct candidate *k);
enum verdict sulih_rule_parts_of_figure(const struct candidate *k);

/* Those of items.c. */
enum verdict sulih_rule_list_marker(const struct candidate *k);
enum verdict sulih_rule_inline_item(const struct candidate *k);
/* `1.Forum Kepala Sekolah` at the head of a line or behind a colon, and `… Sekolah2.Badan …`
 * where the blank before the marker was lost too: items count up. */
bool sulih_is_glued_marker(const struct candidate *k);
/* Remembers the marker of an item, so that the next of its enumeration is known. */
void sulih_count_item(struct candidate *k);

/* Those of abbreviations.c. */
enum verdict sulih_rule_glued_abbreviation(const struct candidate *k);
enum verdict sulih_rule_abbreviation(const struct candidate *k);

/* Those of initials.c. */
enum verdict sulih_rule_label(const struct candidate *k);
enum verdict sulih_rule_initial(const struct candidate *k);
enum verdict sulih_rule_unknown_short_form(const struct candidate *k);

#endif
