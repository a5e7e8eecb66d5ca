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
 * (tests/support/stub_spoil.c).  MODE@K misbehaves on every Kth request only, MODE+K from the Kth
 * on, MODE@batch only when a request holds several texts.
 */
#include <arpa/inet.h>
#include <getopt.h>
#include <gnutls/gnutls.h>
#include <microhttpd.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "tests/support/stub_answer.h"

struct server {
	struct stub_settings stub;
	unsigned port;
	char *tls, *tls_key, *client_ca; /* PEM, or NULL */
};

/* One request while its body comes in. */
struct incoming {
	struct sulih_buffer body;
	bool begun; /* the first call comes before the body */
	char query[1024];
};

static const char *header_of(void *context, const char *name)
{
	return MHD_lookup_connection_value(context, MHD_HEADER_KIND, name);
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

static enum MHD_Result send_answer(struct MHD_Connection *connection, struct stub_answer *a)
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

/* As nginx answers who comes without the certificate that it asks for. */
static void refuse_certificate(struct stub_answer *a)
{
	a->status = 400;
	a->content_type = "text/html";
	sulih_buffer_puts(&a->body, "<html><head><title>400 No required SSL certificate was "
				    "sent</title></head></html>");
}

static enum MHD_Result on_request(void *context, struct MHD_Connection *connection, const char *url,
				  const char *method, const char *version, const char *data,
				  size_t *size, void **state)
{
	struct server *server = context;
	const struct stub_settings *settings = &server->stub;
	struct incoming *in = *state;
	const struct stub_protocol *protocol;
	char protocol_name[64], mode[64];
	struct stub_answer a = { .status = 200 };
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
	if (server->client_ca != NULL && !has_certificate(connection))
		refuse_certificate(&a);
	else
		stub_answer_request(&server->stub, protocol, mode, &request, &a);
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

static struct MHD_Daemon *start(struct server *server)
{
	struct sockaddr_in address = { .sin_family = AF_INET,
				       .sin_port = htons((uint16_t)server->port),
				       .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	const struct MHD_OptionItem tls[] = {
		{ MHD_OPTION_HTTPS_MEM_CERT, 0, server->tls },
		{ MHD_OPTION_HTTPS_MEM_KEY, 0, server->tls_key },
		{ server->client_ca ? MHD_OPTION_HTTPS_MEM_TRUST : MHD_OPTION_END, 0,
		  server->client_ca },
		{ MHD_OPTION_END, 0, NULL },
	};

	return MHD_start_daemon(MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_THREAD_PER_CONNECTION |
					(server->tls ? MHD_USE_TLS : MHD_NO_FLAG),
				0, NULL, NULL, on_request, server, MHD_OPTION_SOCK_ADDR, &address,
				MHD_OPTION_NOTIFY_COMPLETED, on_completed, NULL,
				MHD_OPTION_URI_LOG_CALLBACK, on_address, NULL, MHD_OPTION_ARRAY,
				server->tls ? tls : tls + 3, MHD_OPTION_END);
}

static bool read_options(int argc, char **argv, struct server *server)
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
			server->port = (unsigned)strtoul(optarg, NULL, 10);
		else if (c == 'P')
			server->stub.protocol = optarg;
		else if (c == 'm')
			server->stub.mode = optarg;
		else if (c == 'k')
			server->stub.key = optarg;
		else if (c == 'd')
			server->stub.delay_ms = atol(optarg);
		else if (c == 'l')
			server->stub.log = fopen(optarg, "a");
		else if (c == 't')
			server->tls = file_text(optarg);
		else if (c == 'K')
			server->tls_key = file_text(optarg);
		else if (c == 'c')
			server->client_ca = file_text(optarg);
		else
			return false;
	}
	return stub_protocol_named(server->stub.protocol) != NULL;
}

int main(int argc, char **argv)
{
	struct server server = { .stub = { .protocol = "libretranslate", .mode = "ok" } };
	const union MHD_DaemonInfo *info;
	struct MHD_Daemon *daemon;
	char block[256];

	if (!read_options(argc, argv, &server)) {
		fprintf(stderr, "usage: mt_stub [--port N] [--protocol NAME] [--mode MODE] "
				"[--key KEY] [--delay MS] [--log FILE] "
				"[--tls CERTIFICATE --tls-key KEY [--client-ca FILE]]\n");
		return 2;
	}
	pthread_mutex_init(&server.stub.lock, NULL);
	daemon = start(&server);
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
	if (server.stub.log != NULL)
		fclose(server.stub.log);
	free(server.tls);
	free(server.tls_key);
	free(server.client_ca);
	return 0;
}
