/*
 * embed: puts files into the program as they are.
 *
 *     embed SYMBOL FILE... > files.c
 *
 * The result is `const struct sulih_embedded SYMBOL[]`, in the order given, with
 * an entry of NULLs at its end; a name is the file's without folder and ending.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static long put_file(const char *path)
{
	FILE *file = fopen(path, "rb");
	long length = 0;
	int c;

	if (file == NULL) {
		perror(path);
		exit(1);
	}
	while ((c = getc(file)) != EOF)
		printf("%d,%s", c, ++length % 32 == 0 ? "\n" : "");
	fclose(file);
	return length;
}

static void put_name(const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash ? slash + 1 : path;
	const char *dot = strrchr(name, '.');

	printf("%.*s", (int)(dot ? dot - name : (long)strlen(name)), name);
}

int main(int argc, char **argv)
{
	long *lengths = calloc((size_t)argc + 1, sizeof(*lengths));

	if (argc < 2 || lengths == NULL) {
		fprintf(stderr, "usage: embed SYMBOL FILE... > files.c\n");
		return 2;
	}
	printf("#include \"base/embedded.h\"\nextern const struct sulih_embedded %s[];\n", argv[1]);
	for (int i = 2; i < argc; i++) {
		printf("static const unsigned char file_%d[] = {", i);
		lengths[i] = put_file(argv[i]);
		printf("0};\n");
	}
	printf("const struct sulih_embedded %s[] = {\n", argv[1]);
	for (int i = 2; i < argc; i++) {
		printf("{ \"");
		put_name(argv[i]);
		printf("\", { (const char *)file_%d, %ld } },\n", i, lengths[i]);
	}
	printf("{ 0, { 0, 0 } } };\n");
	free(lengths);
	return fflush(stdout) != 0;
}
