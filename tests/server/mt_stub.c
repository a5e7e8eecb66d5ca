/*
 * A make-believe MT server for the tests, on 127.0.0.1 only.
 *
 *     mt_stub [--port N] [--protocol NAME] [--mode MODE] [--key KEY] [--delay MS] [--log FILE]
 *             [--tls CERTIFICATE --tls-key KEY [--client-ca FILE]]
 *
 * Prints "port N" and serves until its standard input ends.  Every request is
 * checked strictly against the protocol and answered as the engine's
 * documentation says; the log gets a line for each: status, number of texts, path.
 * An address may choose for itself:
 *
 *     http://127.0.0.1:N/p/PROTOCOL/m/MODE/the/protocols/own/path
 *
 * A mode is a way to misbehave: of texts (tests/support/mangle.c) or of answers
 * (below).  MODE@K misbehaves on every Kth request only, MODE@batch only when a
 * request holds several texts.
 */
#include <arpa/inet.h>
#include <getopt.h>
#include <gnutls/gnutls.h>
#include <microhttpd.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "tests/support/mangle.h"
#include "tests/support/protocols.h"

struct settings {
	unsigned port;
	const char *protocol, *mode, *key;
	char *tls, *tls_key, *client_ca; /* PEM, or NULL */
	long delay_ms;
	FILE *log;
	pthread_mutex_t lock;
	unsigned long requests;
};

/* One request while its body comes in. */
struct incoming {
	struct sulih_buffer body;
	bool begun; /* the first call comes before the body */
	char query[1024];
};

struct answer {
	int status;
	struct sulih_buffer body;
	const char *content_type;
	const char *retry_after; /* NULL: none */
	const char *location;
	bool gzip;  /* the body is labelled as compressed */
	bool reset; /* close without an answer */
	bool half;  /* promise more than is sent */
	bool drip;
	long delay_ms;
};

static const char *header_of(void *context, const char *name)
{
	return MHD_lookup_connection_value(context, MHD_HEADER_KIND, name);
}

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

static bool canned_answer(const char *mode, const struct stub_protocol *protocol, struct answer *a)
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

/* One stored block of zeros that says it is followed by ever more: a bomb by hand. */
static void gzip_bomb(struct sulih_buffer *body)
{
	/* A gzip member of 64 MiB of "a", made of fixed-Huffman runs of length 258. */
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
static bool spoil_answer(const char *mode, struct answer *a)
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
static bool spoil_list(const char *mode, struct stub_texts *texts)
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

static bool any_holds(const struct stub_texts *texts, const char *word)
{
	for (size_t i = 0; i < texts->count; i++)
		if (strstr(texts->items[i], word) != NULL)
			return true;
	return false;
}

/* Whether this request is one that the mode's "@" names. */
static bool is_due(char *mode, struct settings *settings, size_t texts)
{
	char *at = strchr(mode, '@');
	unsigned long number, every;

	pthread_mutex_lock(&settings->lock);
	number = ++settings->requests;
	pthread_mutex_unlock(&settings->lock);
	if (at == NULL)
		return true;
	*at = '\0';
	if (strcmp(at + 1, "batch") == 0)
		return texts > 1;
	every = strtoul(at + 1, NULL, 10);
	return every > 0 && number % every == 0;
}

/* Whether it is one of the first requests, which have a trouble that passes. */
static bool is_early(struct settings *settings)
{
	bool early;

	pthread_mutex_lock(&settings->lock);
	early = settings->requests <= 20;
	pthread_mutex_unlock(&settings->lock);
	return early;
}

static void translate_all(const char *mode, struct stub_texts *texts, bool *known)
{
	*known = strcmp(mode, "ok") == 0 || strcmp(mode, "blab-poison") == 0 || mode[0] == '\0';
	for (size_t i = 0; i < texts->count; i++) {
		struct sulih_buffer english = SULIH_BUFFER_INIT, spoilt = SULIH_BUFFER_INIT;

		mangle_translate(sulih_view_of(texts->items[i]), &english);
		if (mode[0] != '\0' && mangle_text(mode, sulih_buffer_view(&english), &spoilt)) {
			*known = true;
			sulih_buffer_release(&english);
			english = spoilt;
			sulih_buffer_init(&spoilt);
		}
		free(texts->items[i]);
		texts->items[i] = strdup(sulih_buffer_view(&english).data);
		sulih_buffer_release(&english);
		sulih_buffer_release(&spoilt);
	}
}

static void make_answer(struct settings *settings, const struct stub_protocol *protocol,
			const char *asked, const struct stub_request *request, struct answer *a)
{
	struct stub_texts texts;
	char why[200] = "", mode[64];
	bool known = true, due;

	snprintf(mode, sizeof(mode), "%s", asked);
	a->content_type = "application/json";
	a->delay_ms = settings->delay_ms;
	a->status = stub_read(protocol, request, &texts, why, sizeof(why));
	due = is_due(mode, settings, texts.count);
	/* "limit": what nginx says of a body over client_max_body_size */
	if (strcmp(mode, "limit") == 0)
		snprintf(mode, sizeof(mode), "%s", request->body.length > 4096 ? "413" : "ok");
	if (a->status != 200) {
		stub_write_error(protocol, a->status, why, &a->body);
	} else if (strcmp(mode, "blab") == 0 ||
		   (strcmp(mode, "blab-poison") == 0 && any_holds(&texts, "bocor"))) {
		/* a server that repeats what it was given, the key too */
		snprintf(why, sizeof(why), "cannot serve key %s today", request->key);
		a->status = 400;
		stub_write_error(protocol, a->status, why, &a->body);
	} else if (any_holds(&texts, "MACET") && is_early(settings)) {
		a->status = 400;
		stub_write_error(protocol, 400, "not yet", &a->body);
	} else if (any_holds(&texts, "RACUN")) {
		a->status = 500;
		stub_write_error(protocol, 500, "poisoned", &a->body);
	} else if (!due || !canned_answer(mode, protocol, a)) {
		if (!due)
			mode[0] = '\0';
		if (spoil_list(mode, &texts)) {
			translate_all("", &texts, &known);
			stub_write(protocol, &texts, &a->body);
		} else {
			translate_all(mode, &texts, &known);
			stub_write(protocol, &texts, &a->body);
			if (spoil_answer(mode, a))
				known = true;
		}
	}
	if (!known) {
		a->status = 501;
		fprintf(stderr, "mt_stub: no mode %s\n", mode);
	}
	if (settings->log != NULL) {
		pthread_mutex_lock(&settings->lock);
		fprintf(settings->log, "%d %zu %s %s\n", a->status, texts.count, request->path,
			why);
		fflush(settings->log);
		pthread_mutex_unlock(&settings->lock);
	}
	stub_texts_release(&texts);
}

/* /p/NAME and /m/MODE at the head of a path. */
static const char *take_prefix(const char *path, const char *prefix, char *room, size_t size)
{
	const char *end;

	if (strncmp(path, prefix, 3) != 0)
		return path;
	end = strchr(path + 3, '/');
	if (end == NULL)
		end = path + strlen(path);
	snprintf(room, size, "%.*s", (int)(end - path - 3), path + 3);
	return end;
}

struct half_body {
	struct sulih_buffer body;
	size_t sent;
	bool drip;
};

static ssize_t read_slowly(void *context, uint64_t at, char *room, size_t size)
{
	struct half_body *half = context;
	size_t left = half->body.length - (size_t)at;

	if (half->drip) {
		usleep(1200 * 1000);
		room[0] = ' ';
		return 1;
	}
	if (at >= half->body.length / 2)
		return MHD_CONTENT_READER_END_WITH_ERROR;
	left = half->body.length / 2 - (size_t)at;
	size = left < size ? left : size;
	memcpy(room, half->body.data + at, size);
	return (ssize_t)size;
}

static void free_half(void *context)
{
	struct half_body *half = context;

	sulih_buffer_release(&half->body);
	free(half);
}

static enum MHD_Result send_answer(struct MHD_Connection *connection, struct answer *a)
{
	struct MHD_Response *response;
	struct half_body *half;
	size_t length = a->body.length;
	enum MHD_Result result;

	if (a->delay_ms > 0)
		usleep((useconds_t)a->delay_ms * 1000);
	if (a->reset) {
		sulih_buffer_release(&a->body);
		return MHD_NO;
	}
	if (a->half || a->drip) {
		half = calloc(1, sizeof(*half));
		half->body = a->body;
		half->drip = a->drip;
		response = MHD_create_response_from_callback(length, 1024, read_slowly, half,
							     free_half);
	} else {
		char *data = sulih_buffer_take(&a->body, &length);

		response =
			data ? MHD_create_response_from_buffer(length, data, MHD_RESPMEM_MUST_FREE)
			     : MHD_create_response_from_buffer(0, (void *)(uintptr_t) "",
							       MHD_RESPMEM_PERSISTENT);
		sulih_buffer_release(&a->body);
	}
	MHD_add_response_header(response, "Content-Type", a->content_type);
	if (a->retry_after != NULL)
		MHD_add_response_header(response, "Retry-After", a->retry_after);
	if (a->location != NULL)
		MHD_add_response_header(response, "Location", a->location);
	if (a->gzip)
		MHD_add_response_header(response, "Content-Encoding", "gzip");
	result = MHD_queue_response(connection, (unsigned)a->status, response);
	MHD_destroy_response(response);
	return result;
}

/* Whether a certificate came that --client-ca vouches for; it is asked for, not demanded, and
 * what does not do is answered as nginx answers it. */
static bool has_certificate(struct MHD_Connection *connection)
{
	const union MHD_ConnectionInfo *info =
		MHD_get_connection_info(connection, MHD_CONNECTION_INFO_GNUTLS_SESSION);
	unsigned fault = 1, count = 0;

	if (info == NULL || gnutls_certificate_get_peers(info->tls_session, &count) == NULL)
		return false;
	return gnutls_certificate_verify_peers2(info->tls_session, &fault) == 0 && fault == 0;
}

static enum MHD_Result on_request(void *context, struct MHD_Connection *connection, const char *url,
				  const char *method, const char *version, const char *data,
				  size_t *size, void **state)
{
	struct settings *settings = context;
	struct incoming *in = *state;
	const struct stub_protocol *protocol;
	char protocol_name[64], mode[64];
	struct answer a = { .status = 200 };
	struct stub_request request;
	const char *type, *sent = url;

	(void)version;
	if (in == NULL)
		return MHD_NO;
	if (!in->begun) {
		in->begun = true;
		return MHD_YES;
	}
	if (*size > 0) {
		sulih_buffer_append(&in->body, data, *size);
		*size = 0;
		return MHD_YES;
	}
	snprintf(protocol_name, sizeof(protocol_name), "%s", settings->protocol);
	snprintf(mode, sizeof(mode), "%s", settings->mode);
	url = take_prefix(url, "/p/", protocol_name, sizeof(protocol_name));
	url = take_prefix(url, "/m/", mode, sizeof(mode));
	protocol = stub_protocol_named(protocol_name);
	type = header_of(connection, "Content-Type");
	request = (struct stub_request){ .method = method,
					 .path = url,
					 .sent_path = sent,
					 .query = in->query,
					 .content_type = type ? type : "",
					 .header = header_of,
					 .context = connection,
					 .body = sulih_buffer_view(&in->body),
					 .key = settings->key };
	if (protocol == NULL)
		return MHD_NO;
	if (settings->client_ca != NULL && !has_certificate(connection)) {
		a.status = 400;
		a.content_type = "text/html";
		sulih_buffer_puts(&a.body, "<html><head><title>400 No required SSL certificate was "
					   "sent</title></head></html>");
	} else {
		make_answer(settings, protocol, mode, &request, &a);
	}
	return send_answer(connection, &a);
}

/* libmicrohttpd takes the query apart; the protocols want it as it came. */
static void *on_address(void *context, const char *uri, struct MHD_Connection *connection)
{
	struct incoming *in = calloc(1, sizeof(*in));
	const char *query = strchr(uri, '?');

	(void)context;
	(void)connection;
	if (in != NULL && query != NULL)
		snprintf(in->query, sizeof(in->query), "%s", query + 1);
	return in;
}

static void on_completed(void *context, struct MHD_Connection *connection, void **state,
			 enum MHD_RequestTerminationCode code)
{
	struct incoming *in = *state;

	(void)context;
	(void)connection;
	(void)code;
	if (in != NULL)
		sulih_buffer_release(&in->body);
	free(in);
}

static char *file_text(const char *path)
{
	FILE *file = fopen(path, "r");
	char *text = calloc(1, 65536);

	if (file == NULL || text == NULL || fread(text, 1, 65535, file) == 0) {
		fprintf(stderr, "mt_stub: cannot read %s\n", path);
		exit(2);
	}
	fclose(file);
	return text;
}

static struct MHD_Daemon *start(struct settings *settings)
{
	struct sockaddr_in address = { .sin_family = AF_INET,
				       .sin_port = htons((uint16_t)settings->port),
				       .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	const struct MHD_OptionItem tls[] = {
		{ MHD_OPTION_HTTPS_MEM_CERT, 0, settings->tls },
		{ MHD_OPTION_HTTPS_MEM_KEY, 0, settings->tls_key },
		{ settings->client_ca ? MHD_OPTION_HTTPS_MEM_TRUST : MHD_OPTION_END, 0,
		  settings->client_ca },
		{ MHD_OPTION_END, 0, NULL },
	};

	return MHD_start_daemon(MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_THREAD_PER_CONNECTION |
					(settings->tls ? MHD_USE_TLS : MHD_NO_FLAG),
				0, NULL, NULL, on_request, settings, MHD_OPTION_SOCK_ADDR, &address,
				MHD_OPTION_NOTIFY_COMPLETED, on_completed, NULL,
				MHD_OPTION_URI_LOG_CALLBACK, on_address, NULL, MHD_OPTION_ARRAY,
				settings->tls ? tls : tls + 3, MHD_OPTION_END);
}

static bool read_options(int argc, char **argv, struct settings *settings)
{
	static const struct option options[] = { { "port", required_argument, NULL, 'p' },
						 { "key", required_argument, NULL, 'k' },
						 { "protocol", required_argument, NULL, 'P' },
						 { "mode", required_argument, NULL, 'm' },
						 { "delay", required_argument, NULL, 'd' },
						 { "log", required_argument, NULL, 'l' },
						 { "tls", required_argument, NULL, 't' },
						 { "tls-key", required_argument, NULL, 'K' },
						 { "client-ca", required_argument, NULL, 'c' },
						 { NULL, 0, NULL, 0 } };
	int c;

	while ((c = getopt_long(argc, argv, "", options, NULL)) != -1) {
		if (c == 'p')
			settings->port = (unsigned)strtoul(optarg, NULL, 10);
		else if (c == 'P')
			settings->protocol = optarg;
		else if (c == 'm')
			settings->mode = optarg;
		else if (c == 'k')
			settings->key = optarg;
		else if (c == 'd')
			settings->delay_ms = atol(optarg);
		else if (c == 'l')
			settings->log = fopen(optarg, "a");
		else if (c == 't')
			settings->tls = file_text(optarg);
		else if (c == 'K')
			settings->tls_key = file_text(optarg);
		else if (c == 'c')
			settings->client_ca = file_text(optarg);
		else
			return false;
	}
	return stub_protocol_named(settings->protocol) != NULL;
}

int main(int argc, char **argv)
{
	struct settings settings = { .protocol = "libretranslate", .mode = "ok" };
	const union MHD_DaemonInfo *info;
	struct MHD_Daemon *daemon;
	char block[256];

	if (!read_options(argc, argv, &settings)) {
		fprintf(stderr, "usage: mt_stub [--port N] [--protocol NAME] [--mode MODE] "
				"[--key KEY] [--delay MS] [--log FILE] "
				"[--tls CERTIFICATE --tls-key KEY [--client-ca FILE]]\n");
		return 2;
	}
	pthread_mutex_init(&settings.lock, NULL);
	daemon = start(&settings);
	if (daemon == NULL) {
		fprintf(stderr, "mt_stub: cannot listen\n");
		return 1;
	}
	info = MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT);
	printf("port %u\n", info->port);
	fflush(stdout);
	/* the test that started it holds the other end of standard input */
	while (read(STDIN_FILENO, block, sizeof(block)) > 0)
		continue;
	MHD_stop_daemon(daemon);
	if (settings.log != NULL)
		fclose(settings.log);
	free(settings.tls);
	free(settings.tls_key);
	free(settings.client_ca);
	return 0;
}
