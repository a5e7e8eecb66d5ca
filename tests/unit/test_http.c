/*
 * The transport by itself: connections that are kept, connections that the server closes
 * meanwhile, addresses that change.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <arpa/inet.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "pipeline/translate/http/http.h"

struct server {
	int listener;
	char url[64];
	int answers_each; /* of one connection, which is closed then without a word; 0: any */
	int accepted;
	char last[2048]; /* the last request */
	pthread_t thread;
};

static const char answer_text[] = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

static bool read_request(struct server *s, int fd)
{
	size_t length = 0;
	const char *end;
	ssize_t got;

	for (;;) {
		got = read(fd, s->last + length, sizeof(s->last) - 1 - length);
		if (got <= 0)
			return false;
		length += (size_t)got;
		s->last[length] = '\0';
		end = strstr(s->last, "\r\n\r\n");
		if (end != NULL && strstr(s->last, "Content-Length: 2\r\n") == NULL)
			return true;
		if (end != NULL && (size_t)(end + 6 - s->last) <= length)
			return true;
	}
}

/* One connection after the other, which is enough for one request at a time. */
static void *serve(void *context)
{
	struct server *s = context;
	int fd;

	while ((fd = accept(s->listener, NULL, NULL)) >= 0) {
		s->accepted++;
		for (int n = 0;
		     (s->answers_each == 0 || n < s->answers_each) && read_request(s, fd); n++)
			if (write(fd, answer_text, sizeof(answer_text) - 1) < 0)
				break;
		close(fd);
	}
	return NULL;
}

static void start_server(struct server *s, int answers_each)
{
	struct sockaddr_in address = { .sin_family = AF_INET };
	socklen_t size = sizeof(address);

	*s = (struct server){ .listener = socket(AF_INET, SOCK_STREAM, 0),
			      .answers_each = answers_each };
	address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	assert_int_equal(bind(s->listener, (struct sockaddr *)&address, size), 0);
	assert_int_equal(listen(s->listener, 8), 0);
	assert_int_equal(getsockname(s->listener, (struct sockaddr *)&address, &size), 0);
	snprintf(s->url, sizeof(s->url), "http://127.0.0.1:%u/", ntohs(address.sin_port));
	assert_int_equal(pthread_create(&s->thread, NULL, serve, s), 0);
}

static void stop_server(struct server *s)
{
	shutdown(s->listener, SHUT_RDWR);
	pthread_join(s->thread, NULL);
	close(s->listener);
}

struct result {
	int count;
	enum sulih_http_outcome outcome;
	long status;
};

static void on_answer(void *context, void *job, const struct sulih_http_answer *answer)
{
	struct result *result = context;

	(void)job;
	result->count++;
	result->outcome = answer->outcome;
	result->status = answer->status;
}

static struct sulih_http *new_http(void)
{
	static const struct sulih_http_options options = {
		.connect_ms = 5000, .total_ms = 5000, .loopback = true, .body_cap = 1 << 20
	};
	struct sulih_http *http = sulih_http_new(&options, NULL);

	assert_non_null(http);
	assert_int_equal(sulih_http_headers(http, NULL, 0, NULL), 0);
	return http;
}

/* One request, begun and ended. */
static void ask(struct sulih_http *http, const char *url, struct sulih_view body)
{
	struct result result = { 0 };

	assert_int_equal(sulih_http_start(http, NULL, url, body, NULL, NULL), 0);
	for (int i = 0; i < 100 && result.count == 0; i++)
		assert_int_equal(sulih_http_work(http, 1000, on_answer, &result, NULL), 0);
	assert_int_equal(result.count, 1);
	assert_int_equal(result.outcome, SULIH_HTTP_ANSWERED);
	assert_int_equal(result.status, 200);
}

static void test_connection_is_kept(void **state)
{
	struct server s;
	struct sulih_http *http;

	(void)state;
	start_server(&s, 0);
	http = new_http();
	for (int i = 0; i < 5; i++)
		ask(http, s.url, SULIH_VIEW("{}"));
	sulih_http_free(http);
	stop_server(&s);
	assert_int_equal(s.accepted, 1);
}

/* The server closes behind each answer without having said so; in between the transport
 * looks around, or does not. */
static void test_closed_while_idle(void **state)
{
	struct result none = { 0 };
	struct server s;
	struct sulih_http *http;

	(void)state;
	start_server(&s, 1);
	http = new_http();
	for (int i = 0; i < 6; i++) {
		ask(http, s.url, SULIH_VIEW("{}"));
		if (i % 2 == 0)
			assert_int_equal(sulih_http_work(http, 20, on_answer, &none, NULL), 0);
		else
			usleep(20000);
	}
	assert_int_equal(none.count, 0);
	sulih_http_free(http);
	stop_server(&s);
	assert_int_equal(s.accepted, 6);
}

/* The first address is taken apart once and shared; others come and go between. */
static void test_addresses_change(void **state)
{
	struct server s;
	struct sulih_http *http;
	char other[96];

	(void)state;
	start_server(&s, 0);
	http = new_http();
	for (int i = 0; i < 6; i++) {
		snprintf(other, sizeof(other), "%sv2/kata?q=%d", s.url, i);
		ask(http, i % 3 == 0 ? s.url : other, SULIH_VIEW("{}"));
		other[0] = '\0'; /* nobody may look at it any more */
		if (i % 3 == 0)
			assert_non_null(strstr(s.last, "POST / HTTP/1.1\r\n"));
		else
			assert_non_null(strstr(s.last, "POST /v2/kata?q="));
		assert_non_null(strstr(s.last, "\r\nAccept-Encoding: gzip, deflate\r\n"));
	}
	ask(http, s.url, (struct sulih_view){ NULL, 0 });
	assert_non_null(strstr(s.last, "GET / HTTP/1.1\r\n"));
	sulih_http_free(http);
	stop_server(&s);
	assert_int_equal(s.accepted, 1);
}

/* What is no address is told with the answer, and does not spoil the next one. */
static void test_no_address(void **state)
{
	struct result result = { 0 };
	struct sulih_http *http = new_http();

	(void)state;
	assert_int_equal(sulih_http_start(http, NULL, "http://[::1/", SULIH_VIEW("{}"), NULL, NULL),
			 0);
	for (int i = 0; i < 10 && result.count == 0; i++)
		assert_int_equal(sulih_http_work(http, 100, on_answer, &result, NULL), 0);
	assert_int_equal(result.count, 1);
	assert_int_equal(result.outcome, SULIH_HTTP_UNUSABLE);
	sulih_http_free(http);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_connection_is_kept),
		cmocka_unit_test(test_closed_while_idle),
		cmocka_unit_test(test_addresses_change),
		cmocka_unit_test(test_no_address),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
