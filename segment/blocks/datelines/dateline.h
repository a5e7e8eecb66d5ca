/*
 * Datelines: `JAKARTA, KOMPAS.com –`, `Jakarta (ANTARA) -`, `Liputan6.com, Jakarta -`.
 */
#ifndef SULIH_SEGMENT_BLOCKS_DATELINES_DATELINE_H
#define SULIH_SEGMENT_BLOCKS_DATELINES_DATELINE_H

#include "base/view.h"

/* Bytes of the dateline at the head of a block, its dash included; 0: none. */
size_t sulih_find_dateline(struct sulih_view text);

/* Length of the name of a place at text[at]; 0: none that is known. */
size_t sulih_dateline_place(struct sulih_view text, size_t at);

#endif
