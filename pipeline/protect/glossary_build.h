/* What the reader and the index of the glossary share; for glossary*.c only. */
#ifndef SULIH_PIPELINE_PROTECT_GLOSSARY_BUILD_H
#define SULIH_PIPELINE_PROTECT_GLOSSARY_BUILD_H

#include "pipeline/protect/glossary.h"

struct sulih_glossary {
	struct sulih_arena arena;
	const char *name;
	SULIH_VECTOR(struct sulih_term) terms;
	struct sulih_term **order; /* by first word, the longest first */
	unsigned char firsts[32];  /* set of the first bytes of all folded sources */
};

void sulih_glossary_say(struct sulih_glossary_report *report, size_t line, enum sulih_level level,
			const char *format, ...) SULIH_PRINTF(4, 5);

/* Orders the entries, marks and reports those that contradict each other. */
int sulih_glossary_index(struct sulih_glossary *glossary, struct sulih_glossary_report *report);

#endif
