/*
 * The look for damage that every byte gets: most text has none and is copied as it is.
 */
#ifndef SULIH_NORMALIZE_SCAN_H
#define SULIH_NORMALIZE_SCAN_H

#include "base/view.h"

/* Offset of the first byte from `at` on that may need repair, or text.length.  It may err
 * on one side only: what it passes over is clean.  `starts`: text begins a line; `ends`: it
 * is followed by nothing. */
size_t sulih_scan(struct sulih_view text, size_t at, bool starts, bool ends);

#endif
