/*
 * The chain of names that begin or end with a word (finder.h): walked to learn what the document
 * says elsewhere of a run of capitals.  note_name, begins_again and ends_body are in names.h.
 */
#ifndef SULIH_PIPELINE_PROTECT_NAMES_PLAIN_LINKS_H
#define SULIH_PIPELINE_PROTECT_NAMES_PLAIN_LINKS_H

#include "pipeline/protect/names/names.h"

/* A walk along the chain of a word. */
struct link_walk {
	uint32_t next; /* 1 + index into links; 0: its end */
	uint32_t seen;
};

/* Of the word at `at`. */
struct link_walk links_at(const struct name_finder *f, uint32_t at);
/* NULL: there are no more. */
const struct name_link *next_link(const struct name_finder *f, struct link_walk *walk);
/* The next with which a person's name begins at another place than `at`. */
const struct name_link *next_begun(const struct name_finder *f, struct link_walk *walk,
				   uint32_t at);

/* A name that begins at another place of the document with the same word. */
struct sighting {
	uint32_t same; /* how many of its tokens are those of the run */
	uint32_t length;
	bool whole;   /* all of them are */
	bool before;  /* amid a sentence or at its head, before the run, in no headline */
	bool bridged; /* its last word is one of the run's further ones: Ari Amir of Ari Yusuf Amir
		       */
};

/* That of the link, held against the run [at, end). */
struct sighting compare_link(const struct name_finder *f, const struct name_link *other,
			     uint32_t at, uint32_t end);

/* Where in the run [at, end) a person begins whom the document names elsewhere without what stands
 * before: eks pelatih Garuda | Shin Tae-yong; `end`: nowhere. */
uint32_t known_person_start(const struct name_finder *f, const struct name_scene *scene,
			    uint32_t at, uint32_t end);
/* Where a person ends whom the document names elsewhere, and a listed place begins: Shin Tae-yong |
 * Indonesia; `end`: nowhere. */
uint32_t known_person_end(struct name_finder *f, uint32_t at, uint32_t end);

#endif
