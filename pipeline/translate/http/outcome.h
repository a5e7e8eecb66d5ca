/* What libcurl's result of a transfer means, and how to say it to people. */
#ifndef SULIH_PIPELINE_TRANSLATE_HTTP_OUTCOME_H
#define SULIH_PIPELINE_TRANSLATE_HTTP_OUTCOME_H

#include <curl/curl.h>

#include "pipeline/translate/http.h"

/* `detail` is libcurl's own message of this transfer, perhaps empty. */
enum sulih_http_outcome sulih_http_outcome_of(CURLcode code, bool over_cap, const char *detail);
const char *sulih_http_words(CURL *easy, CURLcode code, enum sulih_http_outcome outcome,
			     const char *detail);

#endif
