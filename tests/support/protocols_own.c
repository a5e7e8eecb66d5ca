/* Protocols of servers that one runs oneself. */
#include <stdio.h>
#include <stdlib.h>

#include "tests/support/protocols_table.h"

static int read_libretranslate(const struct stub_request *request, json_t *root,
			       struct stub_texts *texts, const char **why)
{
	const char *source, *target, *format, *key = NULL;
	json_t *q;

	if (json_unpack(root, "{s:o, s:s, s:s, s:s, s?s !}", "q", &q, "source", &source, "target",
			&target, "format", &format, "api_key", &key) != 0) {
		*why = "wrong members";
		return -1;
	}
	if (request->key != NULL && (key == NULL || strcmp(key, request->key) != 0)) {
		*why = "Please contact the server operator to get an API key";
		return -403;
	}
	if (strcmp(source, "id") != 0 || strcmp(target, "en") != 0 || strcmp(format, "text") != 0) {
		*why = "language or format";
		return -1;
	}
	*why = "q";
	return stub_add_array(texts, q, NULL);
}

static void write_libretranslate(const struct stub_texts *texts, struct sulih_buffer *out)
{
	stub_write_list(texts, "{\"translatedText\":[", "", "", "]}", out);
}

static int read_apy(const struct stub_request *request, json_t *root, struct stub_texts *texts,
		    const char **why)
{
	char *q = stub_form_value(request->body, "q");
	int code;

	(void)root;
	*why = "That pair is not installed";
	if (!stub_form_is(request->body, "langpair", "ind|eng")) {
		free(q);
		return -1;
	}
	*why = "markUnknown or format";
	if (!stub_form_is(request->body, "markUnknown", "no") ||
	    (!stub_form_is(request->body, "format", "txt") &&
	     !stub_form_is(request->body, "format", "html"))) {
		free(q);
		return -1;
	}
	*why = "Missing argument q";
	code = stub_add(texts, q, NULL);
	texts->single = true;
	free(q);
	return code;
}

static void write_apy(const struct stub_texts *texts, struct sulih_buffer *out)
{
	stub_write_list(texts, "{\"responseData\":{\"translatedText\":", "", "",
			"},\"responseDetails\":null,\"responseStatus\":200}", out);
}

static int read_nllb(const struct stub_request *request, json_t *root, struct stub_texts *texts,
		     const char **why)
{
	const char *source, *target;
	json_t *list;

	(void)request;
	if (json_unpack(root, "{s:o, s:s, s:s !}", "source", &list, "src_lang", &source, "tgt_lang",
			&target) != 0) {
		*why = "wrong members";
		return -1;
	}
	*why = "language";
	if (strcmp(source, "ind_Latn") != 0 || strcmp(target, "eng_Latn") != 0)
		return -1;
	*why = "source";
	return stub_add_array(texts, list, NULL);
}

static void write_nllb(const struct stub_texts *texts, struct sulih_buffer *out)
{
	stub_write_list(texts, "{\"source\":[],\"translation\":[", "", "",
			"],\"src_lang\":\"ind_Latn\",\"tgt_lang\":\"eng_Latn\",\"time_taken\":0.4,"
			"\"time_units\":\"s\"}",
			out);
}

static int read_opus(const struct stub_request *request, json_t *root, struct stub_texts *texts,
		     const char **why)
{
	const char *from, *to, *source;

	(void)request;
	*why = "wrong members";
	texts->single = true;
	if (json_unpack(root, "{s:s, s:s, s:s !}", "from", &from, "to", &to, "source", &source) !=
		    0 ||
	    strcmp(from, "id") != 0 || strcmp(to, "en") != 0)
		return -1;
	return stub_add(texts, source, NULL);
}

static void write_opus(const struct stub_texts *texts, struct sulih_buffer *out)
{
	stub_write_list(texts, "{\"translation\":", "", "", "}", out);
}

static int read_mtuoc(const struct stub_request *request, json_t *root, struct stub_texts *texts,
		      const char **why)
{
	const char *source;
	int id;

	(void)request;
	*why = "wrong members";
	texts->single = true;
	if (json_unpack(root, "{s:i, s:s !}", "id", &id, "src", &source) != 0)
		return -1;
	return stub_add(texts, source, NULL);
}

static void write_mtuoc(const struct stub_texts *texts, struct sulih_buffer *out)
{
	stub_write_list(texts, "{\"id\":1,\"src\":\"\",\"tgt\":", "", "",
			",\"alternate_translations\":[]}", out);
}

static int read_tartu(const struct stub_request *request, json_t *root, struct stub_texts *texts,
		      const char **why)
{
	const char *text, *src, *tgt, *domain, *application, *key;

	key = request->header(request->context, "x-api-key");
	*why = "wrong members";
	texts->single = true;
	if (key == NULL || strcmp(key, "public") != 0 ||
	    json_unpack(root, "{s:s, s:s, s:s, s:s, s:s !}", "text", &text, "src", &src, "tgt",
			&tgt, "domain", &domain, "application", &application) != 0)
		return -1;
	return stub_add(texts, text, NULL);
}

static void write_tartu(const struct stub_texts *texts, struct sulih_buffer *out)
{
	stub_write_list(texts, "{\"result\":", "", "", "}", out);
}

/* The user's message of a chat: an object whose "sentences" are keyed. */
static int read_chat(const struct stub_request *request, json_t *root, struct stub_texts *texts,
		     const char **why)
{
	const char *model, *content;
	json_t *messages, *format, *user, *sentences;
	int stream = 1, tokens, code = 0;
	double temperature;
	void *at;

	(void)request;
	*why = "wrong members";
	if (json_unpack(root, "{s:s, s:F, s:i, s:b, s:o, s:o !}", "model", &model, "temperature",
			&temperature, "max_tokens", &tokens, "stream", &stream, "messages",
			&messages, "response_format", &format) != 0 ||
	    stream)
		return -1;
	*why = "messages";
	content = json_string_value(json_object_get(json_array_get(messages, 1), "content"));
	user = content ? json_loads(content, JSON_REJECT_DUPLICATES, NULL) : NULL;
	sentences = json_object_get(user, "sentences");
	for (at = json_object_iter(sentences); at != NULL && code == 0;
	     at = json_object_iter_next(sentences, at))
		code = stub_add(texts, json_string_value(json_object_iter_value(at)),
				json_object_iter_key(at));
	json_decref(user);
	*why = "response_format";
	format = json_object_get(json_object_get(format, "json_schema"), "schema");
	if (texts->count == 0 ||
	    json_array_size(json_object_get(format, "required")) != texts->count ||
	    json_object_size(json_object_get(format, "properties")) != texts->count)
		return -1;
	return code;
}

static void write_chat(const struct stub_texts *texts, struct sulih_buffer *out)
{
	json_t *answer = json_object(), *whole;
	char *inner, *fenced, *dumped;
	size_t size;

	for (size_t i = 0; i < texts->count; i++)
		json_object_set_new(answer, texts->keys[i], json_string(texts->items[i]));
	inner = json_dumps(answer, 0);
	size = strlen(inner) + 80;
	fenced = malloc(size);
	/* models like to think aloud and to fence what they say */
	snprintf(fenced, size, "<think>Let me see.</think>\n```json\n%s\n```", inner);
	whole = json_pack("{s:[{s:i, s:s, s:{s:s, s:s}}]}", "choices", "index", 0, "finish_reason",
			  "stop", "message", "role", "assistant", "content", fenced);
	dumped = json_dumps(whole, 0);
	sulih_buffer_puts(out, dumped ? dumped : "{}");
	json_decref(answer);
	json_decref(whole);
	free(inner);
	free(fenced);
	free(dumped);
}

/* Servers that want their key in the address, or in a form: no engine's, but users have them. */
static int read_query_key(const struct stub_request *request, json_t *root,
			  struct stub_texts *texts, const char **why)
{
	json_t *list;

	*why = "key";
	if (request->key != NULL &&
	    !stub_form_is(sulih_view_of(request->query), "key", request->key))
		return -401;
	*why = "q";
	if (json_unpack(root, "{s:o !}", "q", &list) != 0)
		return -1;
	return stub_add_array(texts, list, NULL);
}

static int read_form_key(const struct stub_request *request, json_t *root, struct stub_texts *texts,
			 const char **why)
{
	char *text = stub_form_value(request->body, "q");
	int code;

	(void)root;
	texts->single = true;
	*why = "key";
	if (request->key != NULL && !stub_form_is(request->body, "key", request->key)) {
		free(text);
		return -401;
	}
	*why = "q";
	code = stub_add(texts, text, NULL);
	free(text);
	return code;
}

#define JSON_TYPE "application/json"
#define FORM_TYPE "application/x-www-form-urlencoded"

const struct stub_protocol stub_own_protocols[] = {
	{ "libretranslate", "POST", "/translate", "", JSON_TYPE, NULL, NULL, read_libretranslate,
	  write_libretranslate, "{\"error\":\"%2$s\"}" },
	{ "apertium-apy", "POST", "/translate", "", FORM_TYPE, NULL, NULL, read_apy, write_apy,
	  "{\"status\":\"error\",\"code\":%1$d,\"message\":\"Bad "
	  "Request\",\"explanation\":\"%2$s\"}" },
	{ "nllb-serve", "POST", "/translate", "", JSON_TYPE, NULL, NULL, read_nllb, write_nllb,
	  "%2$s" },
	{ "opus-mt", "POST", "/api/translate", "", JSON_TYPE, NULL, NULL, read_opus, write_opus,
	  "{\"error\":\"%2$s\"}" },
	{ "mtuoc", "POST", "/translate", "", JSON_TYPE, NULL, NULL, read_mtuoc, write_mtuoc,
	  "%2$s" },
	{ "tartunlp", "POST", "/translation/v2", "", JSON_TYPE, NULL, NULL, read_tartu, write_tartu,
	  "{\"detail\":\"%2$s\"}" },
	{ "openai-local", "POST", "/v1/chat/completions", "", JSON_TYPE, NULL, NULL, read_chat,
	  write_chat, "{\"error\":{\"message\":\"%2$s\",\"type\":\"x\",\"code\":null}}" },
	{ "ollama", "POST", "/v1/chat/completions", "", JSON_TYPE, NULL, NULL, read_chat,
	  write_chat, "{\"error\":{\"message\":\"%2$s\"}}" },
	{ "openai-chat", "POST", "/v1/chat/completions", "", JSON_TYPE, "Authorization", "Bearer ",
	  read_chat, write_chat,
	  "{\"error\":{\"message\":\"%2$s\",\"type\":\"x\",\"code\":null}}" },
	{ "query-key", "POST", "/translate", NULL, JSON_TYPE, NULL, NULL, read_query_key,
	  write_libretranslate, "{\"error\":\"%2$s\"}" },
	{ "form-key", "POST", "/translate", "", FORM_TYPE, NULL, NULL, read_form_key,
	  write_libretranslate, "{\"error\":\"%2$s\"}" },
	{ NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL }
};
