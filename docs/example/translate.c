/*
 * The library in one screen: translates its standard input with the offline gloss
 * engine and says how many segments there were.
 *
 *     cc translate.c $(pkg-config --cflags --libs sulih)
 */
#include <stdio.h>
#include <stdlib.h>

#include <sulih.h>

int main(void)
{
	const struct sulih_options options = { .engine = "gloss" };
	struct sulih_translation result;
	char *text = NULL, message[256] = "";
	size_t length = 0, room = 0, got;

	do {
		if (room - length < 4096) {
			char *more = realloc(text, room += 65536);

			if (more == NULL) {
				free(text);
				return 1;
			}
			text = more;
		}
		got = fread(text + length, 1, room - length, stdin);
		length += got;
	} while (got > 0);
	if (sulih_translate_text(text, length, &options, &result, message, sizeof(message)) != 0) {
		fprintf(stderr, "%s\n", message);
		free(text);
		return 1;
	}
	fwrite(result.text, 1, result.length, stdout);
	fprintf(stderr, "segments: %zu, untranslated: %zu\n", result.segments, result.untranslated);
	sulih_translation_release(&result);
	free(text);
	return 0;
}
