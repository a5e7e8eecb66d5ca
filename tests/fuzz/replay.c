/*
 * Runs a fuzz target over stored inputs, without a fuzzer:
 *
 *     TARGET FILE-OR-FOLDER...
 */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/buffer.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static size_t replayed;

static void replay(const char *path)
{
	struct sulih_buffer input = SULIH_BUFFER_INIT;
	struct dirent *entry;
	char block[4096], inner[4096];
	size_t got;
	DIR *folder = opendir(path);
	FILE *file;

	if (folder != NULL) {
		while ((entry = readdir(folder)) != NULL)
			if (entry->d_name[0] != '.' &&
			    (size_t)snprintf(inner, sizeof(inner), "%s/%s", path, entry->d_name) <
				    sizeof(inner))
				replay(inner);
		closedir(folder);
		return;
	}
	file = fopen(path, "rb");
	if (file == NULL) {
		perror(path);
		exit(1);
	}
	while ((got = fread(block, 1, sizeof(block), file)) > 0)
		sulih_buffer_append(&input, block, got);
	fclose(file);
	LLVMFuzzerTestOneInput((const uint8_t *)sulih_buffer_view(&input).data, input.length);
	sulih_buffer_release(&input);
	replayed++;
}

int main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++)
		replay(argv[i]);
	printf("%zu passed, 0 failed\n", replayed);
	return 0;
}
