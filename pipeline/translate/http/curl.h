/*
 * libcurl, loaded when the first request is to be made.  It brings some thirty
 * libraries with it, and to find and map them takes more than a filter that needs
 * none of them takes for everything else.  `make CURL=link` links it as usual.
 */
#ifndef SULIH_PIPELINE_TRANSLATE_HTTP_CURL_H
#define SULIH_PIPELINE_TRANSLATE_HTTP_CURL_H

#include <curl/curl.h>

#include "base/error.h"

#define SULIH_CURL_FUNCTIONS(each)                                                                 \
	each(global_init) each(version_info) each(slist_append) each(slist_free_all) each(url)     \
		each(url_set) each(url_cleanup) each(url_strerror) each(easy_init)                 \
			each(easy_cleanup) each(easy_setopt) each(easy_getinfo)                    \
				each(easy_strerror) each(multi_init) each(multi_cleanup)           \
					each(multi_setopt) each(multi_add_handle)                  \
						each(multi_remove_handle) each(multi_info_read)    \
							each(multi_socket_action)

/* curl->easy_init() is curl_easy_init(), and so on. */
struct sulih_curl {
#define SULIH_CURL_MEMBER(name) __typeof__(curl_##name) *name;
	SULIH_CURL_FUNCTIONS(SULIH_CURL_MEMBER)
#undef SULIH_CURL_MEMBER
};

/* The library, loaded and initialised once for the process; NULL and SULIH_ERROR_CONFIG when it
 * is not to be had. */
const struct sulih_curl *sulih_curl_get(struct sulih_error *error);

#endif
