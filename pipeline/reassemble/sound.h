/* How English says the start of a text: what decides between "a" and "an". */
#ifndef SULIH_PIPELINE_REASSEMBLE_SOUND_H
#define SULIH_PIPELINE_REASSEMBLE_SOUND_H

#include "base/view.h"

/* Whether English says "an" before `text`: an 8-year-old, an MP, an hour; a UN envoy, a euro. */
bool sulih_takes_an(struct sulih_view text);

#endif
