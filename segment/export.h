/*
 * The room's knowledge in the forms of other tools: SRX 2.0 (OmegaT, Okapi) and
 * Moses' nonbreaking prefixes.  Both are made from the same lists as the rules.
 */
#ifndef SULIH_SEGMENT_EXPORT_H
#define SULIH_SEGMENT_EXPORT_H

#include "base/buffer.h"

/* Append the whole file; failure is the buffer's (sulih_buffer_status). */
void sulih_export_srx(struct sulih_buffer *out);
void sulih_export_nonbreaking_prefixes(struct sulih_buffer *out);

#endif
