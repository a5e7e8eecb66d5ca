/*
 * Finding tokens in an answer.  Engines return `⟦1⟧` as `[ 1 ]`, `\[1\]`, `【１】`
 * or `⟦ 1⟧`, and `<x id="1">` as `< X id = 1 >` or `&lt;x id="1"&gt;`.
 */
#ifndef SULIH_PIPELINE_TRANSLATE_TOKENS_TOKEN_H
#define SULIH_PIPELINE_TRANSLATE_TOKENS_TOKEN_H

#include "pipeline/translate/tokens/wire.h"

enum sulih_token_kind {
	SULIH_TOKEN_WHOLE, /* nothing belongs to it beyond its end */
	SULIH_TOKEN_OPEN,  /* the opening tag of an element that holds words */
	SULIH_TOKEN_CLOSE  /* its closing tag; number 0 */
};

struct sulih_token {
	size_t start, end;
	unsigned number;
	bool exact; /* byte for byte as it was sent */
	enum sulih_token_kind kind;
};

/* Whether a token of the shape can begin with this byte; cheap and generous. */
bool sulih_token_may_start(char byte, const struct sulih_shape *shape);

/* Whether a token begins at text.data[at]. */
bool sulih_token_at(struct sulih_view text, size_t at, const struct sulih_shape *shape,
		    struct sulih_token *token);

/* tags.c: the same for shapes that are tags; `token` is exact no more. */
bool sulih_token_tag_at(struct sulih_view text, size_t at, const struct sulih_shape *shape,
			struct sulih_token *token);

#endif
