#include "pipeline/translate/http/curl.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

/* Set once, by load(), and only read from then on. */
static struct sulih_curl library;
static bool loaded;
static char fault[240];

#ifdef SULIH_LINK_CURL

static bool find_functions(void)
{
#define TAKE(name) library.name = curl_##name;
	SULIH_CURL_FUNCTIONS(TAKE)
#undef TAKE
	return true;
}

#else

/* Debian builds it with two TLS libraries, under two names; either does. */
static void *open_library(void)
{
	void *handle = dlopen("libcurl.so.4", RTLD_LAZY | RTLD_LOCAL);

	if (handle != NULL)
		return handle;
	snprintf(fault, sizeof(fault), "%s", dlerror());
	return dlopen("libcurl-gnutls.so.4", RTLD_LAZY | RTLD_LOCAL);
}

static bool find(void *handle, const char *name, void *slot)
{
	void *function = dlsym(handle, name);

	if (function == NULL) {
		snprintf(fault, sizeof(fault), "it has no %s", name);
		return false;
	}
	/* what dlsym gives is a pointer to data in the eyes of the language */
	memcpy(slot, &function, sizeof(function));
	return true;
}

static bool find_functions(void)
{
	void *handle = open_library();

	if (handle == NULL)
		return false;
#define FIND(name)                                                                                 \
	if (!find(handle, "curl_" #name, &library.name))                                           \
		return false;
	SULIH_CURL_FUNCTIONS(FIND)
#undef FIND
	return true;
}

#endif

static void load(void)
{
	if (!find_functions())
		return;
	loaded = library.global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
	if (!loaded)
		snprintf(fault, sizeof(fault), "it cannot be initialised");
}

const struct sulih_curl *sulih_curl_get(struct sulih_error *error)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;

	pthread_once(&once, load);
	if (loaded)
		return &library;
	sulih_fail(error, SULIH_ERROR_CONFIG,
		   "an engine is reached through libcurl, which cannot be used (%s); install it "
		   "(Debian: libcurl4)",
		   fault);
	return NULL;
}
