/*
 * Many texts of words that the rules know, in an order that none expects.
 *
 *     vocabulary [COUNT [SEED]]
 *
 * `make fuzz TARGET=vocabulary` goes on from there, led by what the program does with them.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "tests/support/promises.h"
#include "tests/support/vocabulary.h"

enum { LONGEST = 400, HEAD = 40, USUAL_COUNT = 1200 };

static uint64_t next_random(uint64_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return *state;
}

int main(int argc, char **argv)
{
	size_t count = argc > 1 ? strtoul(argv[1], NULL, 10) : USUAL_COUNT;
	uint64_t state = (argc > 2 ? strtoul(argv[2], NULL, 10) : 0) * 2 + 88172645463325253U;

	for (size_t i = 0; i < count; i++) {
		uint8_t choices[LONGEST];
		size_t size = HEAD + next_random(&state) % (LONGEST - HEAD);
		struct sulih_buffer text = SULIH_BUFFER_INIT;

		for (size_t k = 0; k < size; k++)
			choices[k] = (uint8_t)(next_random(&state) >> 32);
		vocabulary_write(choices, size, &text);
		if (getenv("VOCABULARY_SHOW") != NULL)
			fprintf(stderr, "%zu: %s\n", i, sulih_buffer_view(&text).data);
		promises_keep(sulih_buffer_view(&text), choices[size - 1]);
		sulih_buffer_release(&text);
	}
	printf("%zu passed, 0 failed\n", count);
	return 0;
}
