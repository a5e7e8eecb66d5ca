/*
 * Every line of a document's running text as a segment, as the examples of protect want it.
 */
#ifndef SULIH_TESTS_SUPPORT_LINES_H
#define SULIH_TESTS_SUPPORT_LINES_H

#include "pipeline/document.h"

/* Returns 0 or SULIH_ERROR_MEMORY. */
int lines_as_segments(struct sulih_document *document);

#endif
