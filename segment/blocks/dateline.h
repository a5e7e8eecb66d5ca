/*
 * Datelines: `JAKARTA, KOMPAS.com –`, `Jakarta (ANTARA) -`, `Liputan6.com, Jakarta -`.
 */
#ifndef SULIH_SEGMENT_BLOCKS_DATELINE_H
#define SULIH_SEGMENT_BLOCKS_DATELINE_H

#include "base/view.h"

/* Bytes of the dateline at the head of a block, its dash included; 0: none. */
size_t sulih_find_dateline(struct sulih_view text);

#endif
