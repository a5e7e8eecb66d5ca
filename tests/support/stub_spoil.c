/* Ways in which the stub misbehaves: what it answers instead, and what it does to its sound answer.
 */
#include "tests/support/stub_answer.h"

#include <stdlib.h>

/* Answers with a status: what engines and their proxies say when all is not well. */
static const struct {
	const char *mode;
	int status;
	const char *retry_after;
	const char *body; /* NULL: an error in the protocol's dialect */
	const char *type;
} canned[] = {
	{ "400", 400, NULL, NULL, NULL },
	{ "401", 401, NULL, NULL, NULL },
	{ "403", 403, NULL, NULL, NULL },
	{ "404", 404, NULL, "<html><body>Not Found</body></html>", "text/html" },
	{ "408", 408, NULL, NULL, NULL },
	{ "413", 413, NULL, "<html><body>Request Entity Too Large</body></html>", "text/html" },
	{ "422", 422, NULL, NULL, NULL },
	{ "429", 429, NULL, NULL, NULL },
	{ "429-after", 429, "1", NULL, NULL },
	{ "429-date", 429, "Wed, 21 Oct 2099 07:28:00 GMT", NULL, NULL },
	{ "429-past", 429, "Wed, 21 Oct 2015 07:28:00 GMT", NULL, NULL },
	{ "429-junk", 429, "soon", NULL, NULL },
	{ "429-endless", 429, "9223372036854775807", NULL, NULL },
	{ "456", 456, NULL, NULL, NULL },
	{ "500", 500, NULL, NULL, NULL },
	{ "502", 502, NULL, "<html><body>Bad Gateway</body></html>", "text/html" },
	{ "503", 503, "1", NULL, NULL },
	{ "504", 504, NULL, "<html><body>Gateway Time-out</body></html>", "text/html" },
	{ "529", 529, NULL, NULL, NULL },
	{ "html", 200, NULL, "<html><body>Please log in</body></html>", "text/html" },
	{ "nothing", 200, NULL, "", NULL },
	{ "bad-json", 200, NULL, "{\"translatedText\": [\"unfinished", NULL },
	{ "no-field", 200, NULL, "{\"status\": 200}", NULL },
	{ "number", 200, NULL, "42", NULL },
	{ "null", 200, NULL, "null", NULL },
	{ "list", 200, NULL, "[]", NULL },
	{ "text", 200, NULL, "Harga naik.", "text/plain" },
	{ "error-member", 200, NULL, "{\"error\": \"Language pair not supported\"}", NULL },
	{ "status-error", 200, NULL, "{\"status\":\"error\",\"error\":{\"message\":\"down\"}}",
	  NULL },
	{ "wrong-types", 200, NULL,
	  "{\"translatedText\":[null,1,true],\"responseData\":{\"translatedText\":{}}}", NULL },
	{ "emoji", 200, NULL, "{\"translatedText\":[\"\xF0\x9F\x98\x80\"]}", NULL },
	{ "bad-utf8", 200, NULL, "{\"translatedText\":[\"\xFF\xFE\"]}", NULL },
};

bool stub_canned_answer(const char *mode, const struct stub_protocol *protocol,
			struct stub_answer *a)
{
	for (size_t i = 0; i < SULIH_COUNT(canned); i++) {
		if (strcmp(mode, canned[i].mode) != 0)
			continue;
		a->status = canned[i].status;
		a->retry_after = canned[i].retry_after;
		if (canned[i].type != NULL)
			a->content_type = canned[i].type;
		sulih_buffer_clear(&a->body);
		if (canned[i].body != NULL)
			sulih_buffer_puts(&a->body, canned[i].body);
		else
			stub_write_error(protocol, a->status, "make-believe trouble", &a->body);
		return true;
	}
	return false;
}

static void deep_json(struct sulih_buffer *body)
{
	sulih_buffer_clear(body);
	for (int i = 0; i < 100000; i++)
		sulih_buffer_putc(body, '[');
	for (int i = 0; i < 100000; i++)
		sulih_buffer_putc(body, ']');
}

/* 64 MiB of "a" in a few hundred KiB: fixed-Huffman runs of length 258, written by hand. */
static void gzip_bomb(struct sulih_buffer *body)
{
	static const unsigned char head[] = { 0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3 };
	unsigned long bits = 0, used = 0;
	const unsigned long runs = (64UL << 20) / 258;

	sulih_buffer_clear(body);
	sulih_buffer_append(body, (const char *)head, sizeof(head));
#define PUT(value, count)                                                                          \
	do {                                                                                       \
		bits |= (unsigned long)(value) << used;                                            \
		for (used += (count); used >= 8; used -= 8, bits >>= 8)                            \
			sulih_buffer_putc(body, (char)(bits & 255));                               \
	} while (0)
	PUT(1, 1);    /* last block */
	PUT(1, 2);    /* fixed codes */
	PUT(0x89, 8); /* 'a' = 0x30 + 97 = 0x91, bits reversed */
	for (unsigned long i = 0; i < runs; i++) {
		PUT(0xA3, 8); /* length 258 = code 285 = 0xC5, reversed */
		PUT(0, 5);    /* distance 1 */
	}
	PUT(0, 7); /* end of block */
	PUT(0, 7); /* fill */
#undef PUT
	sulih_buffer_append(body, "\0\0\0\0\0\0\0\0", 8);
}

static void huge(struct sulih_buffer *body)
{
	static char block[1 << 20];

	memset(block, '7', sizeof(block));
	sulih_buffer_clear(body);
	sulih_buffer_reserve(body, (size_t)41 << 20);
	sulih_buffer_puts(body, "{\"translatedText\":[\"");
	for (int i = 0; i < 40; i++)
		sulih_buffer_append(body, block, sizeof(block));
	sulih_buffer_puts(body, "\"]}");
}

/* Ways to misbehave that need the sound answer. */
bool stub_spoil_answer(const char *mode, struct stub_answer *a)
{
	size_t length = a->body.length;

	if (strcmp(mode, "bom") == 0) {
		char *copy = strndup(sulih_buffer_view(&a->body).data, length);

		sulih_buffer_clear(&a->body);
		sulih_buffer_puts(&a->body, "\xEF\xBB\xBF");
		sulih_buffer_puts(&a->body, copy ? copy : "");
		free(copy);
	} else if (strcmp(mode, "twins") == 0) {
		char *copy = strndup(sulih_buffer_view(&a->body).data, length);

		sulih_buffer_clear(&a->body);
		sulih_buffer_printf(&a->body, "{\"note\":1,\"note\":2,%s", copy ? copy + 1 : "}");
		free(copy);
	} else if (strcmp(mode, "half-json") == 0) {
		sulih_buffer_truncate(&a->body, length / 2);
	} else if (strcmp(mode, "half-body") == 0) {
		a->half = true;
	} else if (strcmp(mode, "reset") == 0) {
		a->reset = true;
	} else if (strcmp(mode, "slow") == 0) {
		a->delay_ms = 300;
	} else if (strcmp(mode, "hang") == 0) {
		a->delay_ms = 4000;
	} else if (strcmp(mode, "drip") == 0) {
		a->drip = true;
	} else if (strcmp(mode, "deep") == 0) {
		deep_json(&a->body);
	} else if (strcmp(mode, "gzip-bomb") == 0) {
		gzip_bomb(&a->body);
		a->gzip = true;
	} else if (strcmp(mode, "bad-gzip") == 0) {
		a->gzip = true;
	} else if (strcmp(mode, "huge") == 0) {
		huge(&a->body);
	} else if (strcmp(mode, "redirect") == 0) {
		a->status = 302;
		a->location = "/m/ok/translate";
		sulih_buffer_clear(&a->body);
	} else {
		return false;
	}
	return true;
}

static void drop_text(struct stub_texts *texts)
{
	if (texts->count > 0) {
		texts->count--;
		free(texts->items[texts->count]);
		free(texts->keys[texts->count]);
	}
}

/* Ways to get the list of texts wrong. */
bool stub_spoil_list(const char *mode, struct stub_texts *texts)
{
	if (strcmp(mode, "fewer") == 0) {
		drop_text(texts);
	} else if (strcmp(mode, "more") == 0) {
		if (texts->count > 0 && texts->count < STUB_MOST_TEXTS) {
			texts->items[texts->count] = strdup("One more.");
			texts->keys[texts->count] = strdup("s9999");
			texts->count++;
		}
	} else if (strcmp(mode, "merge") == 0) {
		while (texts->count > 1)
			drop_text(texts);
	} else {
		return false;
	}
	return true;
}
