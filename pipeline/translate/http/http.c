#include "pipeline/translate/http/http.h"

#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/clock.h"
#include "pipeline/translate/http/transfer.h"

bool sulih_http_is_loopback(const char *url)
{
	const char *host = strstr(url, "://");

	if (host == NULL)
		return false;
	host += 3;
	if (strncmp(host, "[::1]", 5) == 0)
		return true;
	if (strncasecmp(host, "localhost", 9) == 0)
		return strchr(":/?#", host[9]) != NULL;
	/* 127.0.0.0/8, and not a name such as 127.example.org */
	return strncmp(host, "127.", 4) == 0 &&
	       strspn(host, "0123456789.") == strcspn(host, ":/?#");
}

/* libcurl says which sockets it waits for; only those that are ready are handed to it, so
 * that a wide window costs no more than a narrow one. */
static int on_socket(CURL *easy, curl_socket_t fd, int what, void *context, void *known)
{
	struct sulih_http *http = context;
	unsigned wanted = what == CURL_POLL_REMOVE
				  ? 0
				  : (what & CURL_POLL_IN ? SULIH_SOCKET_IN : 0u) |
					    (what & CURL_POLL_OUT ? SULIH_SOCKET_OUT : 0u);

	(void)easy;
	(void)known;
	return sulih_sockets_want(&http->sockets, fd, wanted);
}

curl_socket_t sulih_transfer_open_socket(void *context, curlsocktype purpose,
					 struct curl_sockaddr *address)
{
	struct sulih_http *http = context;
	int fd = socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);

	(void)purpose;
	if (fd >= 0 && sulih_sockets_opened(&http->sockets, fd) != 0) {
		close(fd);
		return CURL_SOCKET_BAD;
	}
	return fd;
}

int sulih_transfer_close_socket(void *context, curl_socket_t fd)
{
	struct sulih_http *http = context;

	sulih_sockets_closed(&http->sockets, fd);
	return close(fd);
}

/* Called often and obeyed seldom: the clock is read when it comes to waiting. */
static int on_timer(CURLM *multi, long timeout_ms, void *context)
{
	struct sulih_http *http = context;

	(void)multi;
	http->timer_ms = timeout_ms;
	http->timer_is_new = true;
	return 0;
}

struct sulih_http *sulih_http_new(const struct sulih_http_options *options,
				  struct sulih_error *error)
{
	const struct sulih_curl *curl = sulih_curl_get(error);
	struct sulih_http *http;

	if (curl == NULL)
		return NULL;
	http = calloc(1, sizeof(*http));
	if (http == NULL) {
		sulih_fail_memory(error);
		return NULL;
	}
	http->curl = curl;
	http->options = *options;
	http->multi = curl->multi_init();
	http->timer_ms = -1;
	if (sulih_sockets_init(&http->sockets) != 0 || http->multi == NULL) {
		curl->multi_cleanup(http->multi);
		sulih_sockets_release(&http->sockets);
		free(http);
		sulih_fail_memory(error);
		return NULL;
	}
	curl->multi_setopt(http->multi, CURLMOPT_SOCKETFUNCTION, on_socket);
	curl->multi_setopt(http->multi, CURLMOPT_SOCKETDATA, http);
	curl->multi_setopt(http->multi, CURLMOPT_TIMERFUNCTION, on_timer);
	curl->multi_setopt(http->multi, CURLMOPT_TIMERDATA, http);
	/* Room for every connection of the window, so that none is closed in between. */
	curl->multi_setopt(http->multi, CURLMOPT_MAXCONNECTS, 1100L);
	return http;
}

void sulih_http_free(struct sulih_http *http)
{
	const struct sulih_curl *curl;

	if (http == NULL)
		return;
	curl = http->curl;
	while (http->all != NULL) {
		struct sulih_transfer *one = http->all;

		http->all = one->next_of_all;
		curl->multi_remove_handle(http->multi, one->easy);
		curl->easy_cleanup(one->easy);
		sulih_buffer_release(&one->body);
		free(one);
	}
	curl->multi_cleanup(http->multi);
	sulih_sockets_release(&http->sockets);
	for (size_t i = 0; i < http->header_count; i++)
		curl->slist_free_all(http->headers[i]);
	free(http->headers);
	curl->url_cleanup(http->parsed);
	free(http->address);
	free(http);
}

/* Which compressions are offered.  libcurl's own line would name all it knows and be formatted
 * anew for each request; a line of the list takes its place, and what comes is decoded all the
 * same.  A signed request's headers are all signed, and proxies rewrite this one. */
static const char *offer_of(const struct sulih_http *http)
{
	if (http->options.sigv4 != NULL)
		return NULL;
	return (http->curl->version_info(CURLVERSION_NOW)->features & CURL_VERSION_LIBZ) != 0
		       ? "Accept-Encoding: gzip, deflate"
		       : "Accept-Encoding: identity";
}

int sulih_http_headers(struct sulih_http *http, const char *const *lines, size_t count,
		       struct sulih_error *error)
{
	const struct sulih_curl *curl = http->curl;
	const char *offer = offer_of(http);
	struct curl_slist *list = NULL, *longer;
	struct curl_slist **all =
		realloc(http->headers, (http->header_count + 1) * sizeof(*http->headers));

	if (all == NULL)
		return sulih_fail_memory(error);
	http->headers = all;
	for (size_t i = 0; i < count + (offer != NULL); i++) {
		longer = curl->slist_append(list, i < count ? lines[i] : offer);
		if (longer == NULL) {
			curl->slist_free_all(list);
			return sulih_fail_memory(error);
		}
		list = longer;
	}
	http->headers[http->header_count++] = list;
	return 0;
}

int sulih_http_start(struct sulih_http *http, const char *method, const char *url,
		     struct sulih_view body, void *job, struct sulih_error *error)
{
	const struct sulih_curl *curl = http->curl;
	struct sulih_transfer *one = sulih_transfer_take(http, error);

	if (one == NULL)
		return error != NULL ? error->code : SULIH_ERROR_MEMORY;
	one->job = job;
	one->sent = body;
	sulih_transfer_set_address(one, url);
	if (http->header_count > 0)
		curl->easy_setopt(one->easy, CURLOPT_HTTPHEADER,
				  http->headers[http->header_count - 1]);
	if (body.data != NULL) {
		curl->easy_setopt(one->easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)body.length);
		curl->easy_setopt(one->easy, CURLOPT_POSTFIELDS, body.data);
	} else {
		curl->easy_setopt(one->easy, CURLOPT_HTTPGET, 1L);
	}
	if (method != NULL && strcmp(method, body.data ? "POST" : "GET") != 0)
		curl->easy_setopt(one->easy, CURLOPT_CUSTOMREQUEST, method);
	if (curl->multi_add_handle(http->multi, one->easy) != CURLM_OK) {
		sulih_transfer_put_back(one);
		return sulih_fail_memory(error);
	}
	return 0;
}

struct receiver {
	void (*on_answer)(void *context, void *job, const struct sulih_http_answer *answer);
	void *context;
};

/* Hands out what is finished; whether there was anything. */
static bool hand_out(struct sulih_http *http, const struct receiver *to)
{
	const struct sulih_curl *curl = http->curl;
	struct sulih_http_answer answer;
	struct sulih_transfer *one;
	CURLMsg *message;
	bool any = false;
	int left;

	while ((message = curl->multi_info_read(http->multi, &left)) != NULL) {
		CURLcode code = message->data.result;
		CURL *easy = message->easy_handle;

		if (message->msg != CURLMSG_DONE)
			continue;
		curl->easy_getinfo(easy, CURLINFO_PRIVATE, (char **)(void *)&one);
		/* The message dies with the handle's removal. */
		curl->multi_remove_handle(http->multi, easy);
		sulih_transfer_finish(one, code, &answer);
		to->on_answer(to->context, one->job, &answer);
		sulih_transfer_put_back(one);
		any = true;
	}
	return any;
}

/* Milliseconds until libcurl wants to be called, or -1. */
static int timer_left(struct sulih_http *http)
{
	int64_t now, left;

	if (http->timer_ms < 0)
		return -1;
	if (http->timer_ms == 0)
		return 0;
	now = sulih_clock_us();
	if (http->timer_is_new)
		http->timer_at = now + http->timer_ms * 1000;
	http->timer_is_new = false;
	left = (http->timer_at - now + 999) / 1000;
	return left <= 0 ? 0 : left < INT_MAX ? (int)left : INT_MAX;
}

static bool run_timer(struct sulih_http *http)
{
	int running;

	if (timer_left(http) != 0)
		return true;
	http->timer_ms = -1;
	return http->curl->multi_socket_action(http->multi, CURL_SOCKET_TIMEOUT, 0, &running) ==
	       CURLM_OK;
}

static bool run_sockets(struct sulih_http *http, int wait_ms)
{
	struct sulih_socket_event events[64];
	int left = timer_left(http), running;
	bool sound = true;
	size_t count;

	if (left >= 0 && left < wait_ms)
		wait_ms = left;
	count = sulih_sockets_wait(&http->sockets, wait_ms, events, 64);
	for (size_t i = 0; i < count && sound; i++) {
		int what = (events[i].what & SULIH_SOCKET_IN ? CURL_CSELECT_IN : 0) |
			   (events[i].what & SULIH_SOCKET_OUT ? CURL_CSELECT_OUT : 0) |
			   (events[i].what & SULIH_SOCKET_FAULT ? CURL_CSELECT_ERR : 0);

		sound = http->curl->multi_socket_action(http->multi, events[i].fd, what,
							&running) == CURLM_OK;
	}
	return sound;
}

int sulih_http_work(struct sulih_http *http, int wait_ms,
		    void (*on_answer)(void *context, void *job,
				      const struct sulih_http_answer *answer),
		    void *context, struct sulih_error *error)
{
	const struct receiver to = { on_answer, context };
	bool sound = run_timer(http);

	if (sound && hand_out(http, &to))
		return 0;
	sound = sound && run_sockets(http, wait_ms) && run_timer(http);
	hand_out(http, &to);
	return sound ? 0 : sulih_fail(error, SULIH_ERROR_MEMORY, "libcurl gave up");
}
