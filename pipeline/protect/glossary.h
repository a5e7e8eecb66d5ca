/* The user's glossary. */
#ifndef SULIH_PIPELINE_PROTECT_GLOSSARY_H
#define SULIH_PIPELINE_PROTECT_GLOSSARY_H

#include "pipeline/document.h"

struct sulih_glossary;

/* Reads a TSV or CSV file.  SULIH_ERROR_CONFIG names file and line. */
int sulih_glossary_load(const char *path, struct sulih_glossary **glossary,
			struct sulih_error *error);
void sulih_glossary_free(struct sulih_glossary *glossary);

#endif
