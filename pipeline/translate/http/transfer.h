/* Inside the transport: a request under way on its libcurl handle, kept for the next one. */
#ifndef SULIH_PIPELINE_TRANSLATE_HTTP_TRANSFER_H
#define SULIH_PIPELINE_TRANSLATE_HTTP_TRANSFER_H

#include "pipeline/translate/http/curl.h"
#include "pipeline/translate/http/http.h"
#include "pipeline/translate/http/sockets.h"

struct sulih_transfer {
	CURL *easy;
	void *job;
	struct sulih_view sent; /* the request's body */
	struct sulih_buffer body;
	bool over_cap;
	bool fresh;	     /* the lasting options are not set yet */
	bool shares_address; /* its address is http->parsed */
	struct sulih_http *http;
	struct sulih_transfer *next; /* in the pool, and in the list of all */
	struct sulih_transfer *next_of_all;
	char error[CURL_ERROR_SIZE];
};

struct sulih_http {
	const struct sulih_curl *curl;
	CURLM *multi;
	struct sulih_sockets sockets;
	long timer_ms;	   /* libcurl wants to be called in so many milliseconds; -1: not at all */
	bool timer_is_new; /* timer_at is not worked out yet */
	int64_t timer_at;
	struct sulih_http_options options;
	struct sulih_transfer *pool, *all;
	struct curl_slist **headers; /* every list ever used; the last is current */
	size_t header_count;
	char *address; /* what was asked last, and the same taken apart; NULL: nothing */
	CURLU *parsed;
};

/* libcurl's callbacks for opening and closing sockets, with the struct sulih_http. */
curl_socket_t sulih_transfer_open_socket(void *http, curlsocktype purpose,
					 struct curl_sockaddr *address);
int sulih_transfer_close_socket(void *http, curl_socket_t fd);

/* One from the pool or a new one with its lasting options set; NULL: error. */
struct sulih_transfer *sulih_transfer_take(struct sulih_http *http, struct sulih_error *error);
void sulih_transfer_put_back(struct sulih_transfer *transfer);
void sulih_transfer_set_address(struct sulih_transfer *transfer, const char *url);
/* What came of it; views into the transfer. */
void sulih_transfer_finish(struct sulih_transfer *transfer, CURLcode code,
			   struct sulih_http_answer *answer);

#endif
