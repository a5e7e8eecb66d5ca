/* Names of the lists and what decides about them (listed.c), in parts. */
#ifndef SULIH_PIPELINE_PROTECT_NAMES_LISTED_LISTED_H
#define SULIH_PIPELINE_PROTECT_NAMES_LISTED_LISTED_H

#include "pipeline/protect/names/names.h"

/* ---- listed_doubts.c ---- */
/* Whether a listed name stands for itself at `at`, or only begins another name (China Airlines). */
bool listed_alone(struct name_finder *f, const struct name_scene *scene, uint32_t at,
		  const struct name_match *map);
/* BTS | World Tour: the listed name before `next` begins the English name of an event. */
bool begins_event(struct name_finder *f, const struct name_scene *scene, uint32_t next);

/* ---- regions.c ---- */
/* Gaza tengah is central Gaza, but "Indonesia tengah menghadapi" is in the midst of it. */
bool is_progressive(const struct name_finder *f, const struct name_scene *scene, uint32_t at);
/* Jawa barat daya: the first of two compass words in small letters, no province of Jawa Barat. */
bool begins_two_compass_words(const struct name_finder *f, const struct name_scene *scene,
			      uint32_t at);
/* Takes a listed name, with the compass word behind it: Gaza selatan → southern Gaza. */
uint32_t take_region(struct name_finder *f, struct name_scene *scene, struct name_found found);

/* ---- branches.c ---- */
/* Kadis PUPR | Sumut: the place of the agency whose field stands behind an office, by `note`. */
void take_field_place(struct name_finder *f, const struct name_scene *scene,
		      struct name_found *found, struct sulih_view note);
/* MUI Jawa Timur → East Java chapter of the Indonesian Ulema Council: a body that is in all
 * provinces and towns, which English puts behind its place.  `note`: what the list says of it. */
bool take_branch(struct name_finder *f, const struct name_scene *scene, struct name_found *found,
		 struct sulih_view note);
/* Komite Kehakiman Senat AS: a body that several countries have, and its country. */
bool take_nation_of(struct name_finder *f, const struct name_scene *scene, struct name_found *found,
		    struct sulih_view note);

#endif
