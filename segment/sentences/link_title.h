/*
 * `Baca juga: Polisi Sita Motor Curian Adapun para pelaku …`: a link whose title a scraper glued
 * to the sentence behind it.
 */
#ifndef SULIH_SEGMENT_SENTENCES_LINK_TITLE_H
#define SULIH_SEGMENT_SENTENCES_LINK_TITLE_H

#include "base/view.h"

/* Where the link at byte `at` ends and a sentence begins; `at` when none is glued to it. */
size_t sulih_link_end(struct sulih_view text, size_t at);

#endif
