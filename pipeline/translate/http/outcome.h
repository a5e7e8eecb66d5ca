/* What libcurl's result of a transfer means, and how to say it to people. */
#ifndef SULIH_PIPELINE_TRANSLATE_HTTP_OUTCOME_H
#define SULIH_PIPELINE_TRANSLATE_HTTP_OUTCOME_H

#include "pipeline/translate/http/curl.h"
#include "pipeline/translate/http/http.h"

/* `detail` is libcurl's own message of this transfer, perhaps empty. */
enum sulih_http_outcome sulih_http_outcome_of(CURLcode code, bool over_cap, const char *detail);
const char *sulih_http_words(const struct sulih_curl *curl, CURL *easy, CURLcode code,
			     enum sulih_http_outcome outcome, const char *detail);

#endif
