/* One request's options, its address, what it receives and what came of it. */
#include "pipeline/translate/http/transfer.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "pipeline/translate/http/outcome.h"

enum { KEPT_ROOM = 256 << 10 };

/* As libcurl itself takes an address apart. */
enum { HOW_TO_PARSE = CURLU_GUESS_SCHEME | CURLU_NON_SUPPORT_SCHEME };

const char *sulih_http_flaw(const struct sulih_http *http, const char *url)
{
	const struct sulih_curl *curl = http->curl;
	CURLU *parsed = curl->url();
	const char *flaw = NULL;
	CURLUcode code;

	if (parsed == NULL)
		return NULL; /* without memory the request will fail and say so */
	code = curl->url_set(parsed, CURLUPART_URL, url, HOW_TO_PARSE);
	curl->url_cleanup(parsed);
	if (code == CURLUE_BAD_PORT_NUMBER)
		flaw = "a port is a number up to 65535";
	else if (code != CURLUE_OK)
		flaw = curl->url_strerror(code);
	return flaw;
}

/* An address that many requests share is taken apart once: libcurl would do it for each.
 * Transfers hold on to `parsed` without owning it, so that it never changes. */
static void parse_address(struct sulih_http *http, const char *url)
{
	const struct sulih_curl *curl = http->curl;

	if (http->address != NULL)
		return;
	http->address = strdup(url);
	http->parsed = http->address != NULL ? curl->url() : NULL;
	if (http->parsed != NULL &&
	    curl->url_set(http->parsed, CURLUPART_URL, url, HOW_TO_PARSE) != CURLUE_OK) {
		curl->url_cleanup(http->parsed);
		http->parsed = NULL; /* libcurl will say what is wrong with it */
	}
}

void sulih_transfer_set_address(struct sulih_transfer *one, const char *url)
{
	const struct sulih_curl *curl = one->http->curl;
	struct sulih_http *http = one->http;

	parse_address(http, url);
	if (http->parsed != NULL && strcmp(http->address, url) == 0) {
		if (!one->shares_address)
			curl->easy_setopt(one->easy, CURLOPT_CURLU, http->parsed);
		one->shares_address = true;
		return;
	}
	if (one->shares_address)
		curl->easy_setopt(one->easy, CURLOPT_CURLU, NULL);
	one->shares_address = false;
	curl->easy_setopt(one->easy, CURLOPT_URL, url);
}

/* The cap counts decoded bytes, which also defuses compression bombs. */
static size_t on_body(char *data, size_t size, size_t count, void *context)
{
	struct sulih_transfer *one = context;

	if (one->body.length + size * count > one->http->options.body_cap) {
		one->over_cap = true;
		return 0;
	}
	sulih_buffer_append(&one->body, data, size * count);
	return one->body.failed ? 0 : size * count;
}

/* Bodies are traced whole: libcurl shows them in pieces, between which a key could be torn and
 * so escape the hiding, and answers still compressed. */
static int on_debug(CURL *easy, curl_infotype type, char *data, size_t size, void *context)
{
	const struct sulih_transfer *one = context;
	const struct sulih_http_options *o = &one->http->options;

	(void)easy;
	if (type == CURLINFO_HEADER_OUT) {
		/* small bodies may come along with the headers */
		const char *end = memmem(data, size, "\r\n\r\n", 4);

		o->on_trace(o->context, '>',
			    sulih_view_make(data, end ? (size_t)(end - data) : size));
		if (one->sent.length > 0)
			o->on_trace(o->context, '>', one->sent);
	} else if (type == CURLINFO_HEADER_IN) {
		o->on_trace(o->context, '<', sulih_view_make(data, size));
	}
	return 0;
}

static bool set_security(const struct sulih_curl *curl, CURL *easy,
			 const struct sulih_http_options *o)
{
	bool sound = curl->easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https") == CURLE_OK;

	/* A redirect would carry key headers and the article to another host. */
	curl->easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
	curl->easy_setopt(easy, CURLOPT_HEADEROPT, (long)CURLHEADER_SEPARATE);
	if (o->ca_file != NULL)
		sound = sound && curl->easy_setopt(easy, CURLOPT_CAINFO, o->ca_file) == CURLE_OK;
	if (o->client_cert != NULL)
		sound = sound &&
			curl->easy_setopt(easy, CURLOPT_SSLCERT, o->client_cert) == CURLE_OK;
	if (o->client_key != NULL)
		sound = sound && curl->easy_setopt(easy, CURLOPT_SSLKEY, o->client_key) == CURLE_OK;
	/* a key with a pass phrase is a fault: nobody sits there who could be asked for it */
	curl->easy_setopt(easy, CURLOPT_KEYPASSWD, "");
	if (o->proxy != NULL) {
		sound = sound && curl->easy_setopt(easy, CURLOPT_PROXY, o->proxy) == CURLE_OK;
		curl->easy_setopt(easy, CURLOPT_NOPROXY, "");
	} else if (o->loopback) {
		curl->easy_setopt(easy, CURLOPT_NOPROXY, "*");
	}
	if (o->user_password != NULL)
		sound = sound &&
			curl->easy_setopt(easy, CURLOPT_USERPWD, o->user_password) == CURLE_OK;
	if (o->sigv4 != NULL)
		sound = sound && curl->easy_setopt(easy, CURLOPT_AWS_SIGV4, o->sigv4) == CURLE_OK;
	else if (o->user_password != NULL)
		curl->easy_setopt(easy, CURLOPT_HTTPAUTH, (long)CURLAUTH_BASIC);
	return sound;
}

/* What is the same for every request of the run. */
static bool set_lasting(struct sulih_transfer *one)
{
	const struct sulih_curl *curl = one->http->curl;
	const struct sulih_http_options *o = &one->http->options;
	CURL *easy = one->easy;

	curl->easy_setopt(easy, CURLOPT_PRIVATE, one);
	curl->easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, sulih_transfer_open_socket);
	curl->easy_setopt(easy, CURLOPT_OPENSOCKETDATA, one->http);
	curl->easy_setopt(easy, CURLOPT_CLOSESOCKETFUNCTION, sulih_transfer_close_socket);
	curl->easy_setopt(easy, CURLOPT_CLOSESOCKETDATA, one->http);
	curl->easy_setopt(easy, CURLOPT_WRITEFUNCTION, on_body);
	curl->easy_setopt(easy, CURLOPT_WRITEDATA, one);
	curl->easy_setopt(easy, CURLOPT_ERRORBUFFER, one->error);
	curl->easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, ""); /* decodes; offering: headers */
	curl->easy_setopt(easy, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_2TLS);
	/* over TLS the first connection may carry all requests; without it waiting for what the
	 * first one tells would only keep back the others, until its answer is there */
	curl->easy_setopt(easy, CURLOPT_PIPEWAIT, o->tls ? 1L : 0L);
	curl->easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
	curl->easy_setopt(easy, CURLOPT_TCP_KEEPALIVE, 1L);
	curl->easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, o->connect_ms);
	curl->easy_setopt(easy, CURLOPT_TIMEOUT_MS, o->total_ms);
	if (o->stall_s > 0) {
		curl->easy_setopt(easy, CURLOPT_LOW_SPEED_LIMIT, 1L);
		curl->easy_setopt(easy, CURLOPT_LOW_SPEED_TIME, o->stall_s);
	}
	if (o->on_trace != NULL) {
		curl->easy_setopt(easy, CURLOPT_VERBOSE, 1L);
		curl->easy_setopt(easy, CURLOPT_DEBUGFUNCTION, on_debug);
		curl->easy_setopt(easy, CURLOPT_DEBUGDATA, one);
	}
	return set_security(curl, easy, o);
}

static struct sulih_transfer *new_transfer(struct sulih_http *http)
{
	struct sulih_transfer *one = calloc(1, sizeof(*one));

	if (one == NULL)
		return NULL;
	one->easy = http->curl->easy_init();
	if (one->easy == NULL) {
		free(one);
		return NULL;
	}
	one->http = http;
	one->fresh = true;
	one->next_of_all = http->all;
	http->all = one;
	return one;
}

struct sulih_transfer *sulih_transfer_take(struct sulih_http *http, struct sulih_error *error)
{
	struct sulih_transfer *one = http->pool;

	if (one != NULL)
		http->pool = one->next;
	else
		one = new_transfer(http);
	if (one == NULL) {
		sulih_fail_memory(error);
		return NULL;
	}
	if (one->fresh && !set_lasting(one)) {
		sulih_transfer_put_back(one);
		sulih_fail(error, SULIH_ERROR_CONFIG,
			   "this libcurl cannot do what the engine's options ask for");
		return NULL;
	}
	one->fresh = false;
	one->over_cap = false;
	one->error[0] = '\0';
	sulih_buffer_clear(&one->body);
	return one;
}

void sulih_transfer_put_back(struct sulih_transfer *one)
{
	/* a bomb's room is not kept for each connection */
	if (one->body.capacity > KEPT_ROOM)
		sulih_buffer_release(&one->body);
	one->next = one->http->pool;
	one->http->pool = one;
}

void sulih_transfer_finish(struct sulih_transfer *one, CURLcode code,
			   struct sulih_http_answer *answer)
{
	const struct sulih_curl *curl = one->http->curl;
	curl_off_t retry_after = 0;

	memset(answer, 0, sizeof(*answer));
	answer->outcome = sulih_http_outcome_of(code, one->over_cap, one->error);
	answer->body = sulih_buffer_view(&one->body);
	curl->easy_getinfo(one->easy, CURLINFO_RESPONSE_CODE, &answer->status);
	curl->easy_getinfo(one->easy, CURLINFO_RETRY_AFTER, &retry_after);
	curl->easy_getinfo(one->easy, CURLINFO_REDIRECT_URL, &answer->moved_to);
	answer->retry_after_s = retry_after > 0 ? (long long)retry_after : 0;
	if (one->http->options.on_trace != NULL)
		one->http->options.on_trace(one->http->options.context, '<', answer->body);
	if (code == CURLE_OK)
		return;
	sulih_utf8_print(answer->message, sizeof(answer->message), "%s",
			 sulih_http_words(curl, one->easy, code, answer->outcome, one->error));
}
