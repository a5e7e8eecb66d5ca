/*
 * Datelines whose place and outlet no list has.
 */
#ifndef SULIH_SEGMENT_BLOCKS_DATELINES_DATELINE_UNKNOWN_H
#define SULIH_SEGMENT_BLOCKS_DATELINES_DATELINE_UNKNOWN_H

#include "base/view.h"

/* Bytes of the dateline at the head of an article's first paragraph, its dash included; 0: none.
 * It is known by its form alone: `TEGALSARI –`, `Karangsari, Kabar Pantai -`,
 * `Purwosari (Warta) -`, `Karangsari - Nelayan …`. */
size_t sulih_find_unknown_dateline(struct sulih_view text);

#endif
