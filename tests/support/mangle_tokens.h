/* Placeholders in a text, and what bad engines do to them. */
#ifndef SULIH_TESTS_SUPPORT_MANGLE_TOKENS_H
#define SULIH_TESTS_SUPPORT_MANGLE_TOKENS_H

#include "base/buffer.h"

/* A token as sulih sends it. */
struct mangle_token {
	size_t start, end;
	const char *open, *close; /* what stands around the number */
	char number[8];
};

bool mangle_token_at(struct sulih_view text, size_t at, struct mangle_token *token);
/* Spoils each token; false when `mode` is no way to do so. */
bool mangle_tokens(const char *mode, struct sulih_view text, struct sulih_buffer *out);
/* All tokens, the last first. */
void mangle_reverse_tokens(struct sulih_view text, struct sulih_buffer *out);

#endif
