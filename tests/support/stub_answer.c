/* What the stub answers to one request: the texts are translated and spoilt as the mode says. */
#include "tests/support/stub_answer.h"

#include <stdlib.h>

#include "tests/support/mangle.h"

static bool any_holds(const struct stub_texts *texts, const char *word)
{
	for (size_t i = 0; i < texts->count; i++)
		if (strstr(texts->items[i], word) != NULL)
			return true;
	return false;
}

/* Whether this request is one that the mode's "@" or "+" names. */
static bool is_due(char *mode, struct stub_settings *settings, size_t texts)
{
	char *at = strpbrk(mode, "@+");
	bool from = at != NULL && *at == '+';
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
	if (from)
		return number >= every;
	return every > 0 && number % every == 0;
}

/* Whether it is one of the first requests, which have a trouble that passes. */
static bool is_early(struct stub_settings *settings)
{
	bool early;

	pthread_mutex_lock(&settings->lock);
	early = settings->requests <= 20;
	pthread_mutex_unlock(&settings->lock);
	return early;
}

static void translate_all(const char *mode, struct stub_texts *texts, bool *known)
{
	*known = strcmp(mode, "ok") == 0 || strcmp(mode, "blab-poison") == 0 ||
		 strcmp(mode, "blab-wide") == 0 || mode[0] == '\0';
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

/* The texts in English, spoilt; whether there is such a mode. */
static bool answer_texts(const struct stub_protocol *protocol, const char *mode,
			 struct stub_texts *texts, struct stub_answer *a)
{
	bool known, other_list = stub_spoil_list(mode, texts);

	translate_all(other_list ? "" : mode, texts, &known);
	stub_write(protocol, texts, &a->body);
	return other_list || stub_spoil_answer(mode, a) || known;
}

static void log_request(struct stub_settings *settings, const struct stub_request *request,
			int status, size_t texts, const char *why)
{
	if (settings->log == NULL)
		return;
	pthread_mutex_lock(&settings->lock);
	fprintf(settings->log, "%d %zu %s %s\n", status, texts, request->path, why);
	fflush(settings->log);
	pthread_mutex_unlock(&settings->lock);
}

/* A server that repeats what it was given, the key too: as it is, as its header has it, or behind
 * so many words that a message of it is cut short amid the key; or one that says a lot in letters
 * of two bytes. */
static bool blabs(const struct stub_protocol *protocol, const char *mode,
		  const struct stub_request *request, const struct stub_texts *texts, char *why,
		  size_t size)
{
	const char *header = stub_key_header(protocol, request);

	if (strcmp(mode, "blab") == 0 ||
	    (strcmp(mode, "blab-poison") == 0 && any_holds(texts, "bocor")))
		snprintf(why, size, "cannot serve key %s today (%s)", request->key,
			 header ? header : "");
	else if (strcmp(mode, "blab-long") == 0)
		snprintf(why, size, "%0*d%s", 186, 0, request->key);
	else if (strcmp(mode, "blab-wide") == 0 && any_holds(texts, "bocor"))
		for (size_t at = 0; at + 3 <= size && at < 300; at += 2)
			memcpy(why + at, "\xC3\xA9", 3);
	else
		return false;
	return true;
}

void stub_answer_request(struct stub_settings *settings, const struct stub_protocol *protocol,
			 const char *asked, const struct stub_request *request,
			 struct stub_answer *a)
{
	struct stub_texts texts;
	char why[400] = "", mode[64];
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
	} else if (blabs(protocol, mode, request, &texts, why, sizeof(why))) {
		a->status = 400;
		stub_write_error(protocol, a->status, why, &a->body);
	} else if (any_holds(&texts, "MACET") && is_early(settings)) {
		a->status = 400;
		stub_write_error(protocol, 400, "not yet", &a->body);
	} else if (any_holds(&texts, "RACUN")) {
		a->status = 500;
		stub_write_error(protocol, 500, "poisoned", &a->body);
	} else if (!due || !stub_canned_answer(mode, protocol, a)) {
		if (!due)
			mode[0] = '\0';
		known = answer_texts(protocol, mode, &texts, a);
	}
	if (!known) {
		a->status = 501;
		fprintf(stderr, "mt_stub: no mode %s\n", mode);
	}
	log_request(settings, request, a->status, texts.count, why);
	stub_texts_release(&texts);
}
