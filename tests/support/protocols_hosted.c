/* Protocols of hosted translation services, as their documentation shows them. */
#include <stdlib.h>

#include "tests/support/protocols_table.h"

static int read_deepl(const struct stub_request *request, json_t *root, struct stub_texts *texts,
		      const char **why)
{
	const char *source, *target, *split, *version, *handling = "", *context = "";
	json_t *list, *ignore;
	int preserve;

	(void)request;
	*why = "Value for 'target_lang' not supported.";
	if (json_unpack(root, "{s:o, s:s, s:s, s?s, s:s, s:b, s?s, s:s, s:o !}", "text", &list,
			"source_lang", &source, "target_lang", &target, "context", &context,
			"split_sentences", &split, "preserve_formatting", &preserve, "tag_handling",
			&handling, "tag_handling_version", &version, "ignore_tags", &ignore) != 0 ||
	    !stub_are(source, "ID", target, "EN-US") || !stub_are(split, "0", version, "v2"))
		return -1;
	*why = "text";
	if (json_array_size(list) > 50)
		return -1;
	return stub_add_array(texts, list, NULL);
}

static void write_deepl(const struct stub_texts *texts, struct sulih_buffer *out)
{
	stub_write_list(texts, "{\"translations\":[",
			"{\"detected_source_language\":\"ID\",\"text\":", "}", "]}", out);
}

static int read_huggingface(const struct stub_request *request, json_t *root,
			    struct stub_texts *texts, const char **why)
{
	const char *text, *source, *target;

	(void)request;
	*why = "inputs";
	texts->single = true;
	if (json_unpack(root, "{s:s, s:{s:s, s:s !} !}", "inputs", &text, "parameters", "src_lang",
			&source, "tgt_lang", &target) != 0 ||
	    !stub_are(source, "ind_Latn", target, "eng_Latn"))
		return -1;
	return stub_add(texts, text, NULL);
}

static void write_huggingface(const struct stub_texts *texts, struct sulih_buffer *out)
{
	stub_write_list(texts, "[", "{\"translation_text\":", "}", "]", out);
}

static int read_modernmt(const struct stub_request *request, json_t *root, struct stub_texts *texts,
			 const char **why)
{
	const char *source, *target, *format;
	const char *override = request->header(request->context, "X-HTTP-Method-Override");
	json_t *list;

	*why = "wrong members";
	if (override == NULL || strcmp(override, "GET") != 0 ||
	    json_unpack(root, "{s:s, s:s, s:o, s:s !}", "source", &source, "target", &target, "q",
			&list, "format", &format) != 0 ||
	    !stub_are(source, "id", target, "en") || strncmp(format, "text/", 5) != 0)
		return -1;
	return stub_add_array(texts, list, NULL);
}

static void write_modernmt(const struct stub_texts *texts, struct sulih_buffer *out)
{
	stub_write_list(texts, "{\"status\":200,\"data\":[", "{\"translation\":", "}", "]}", out);
}

static int read_lingvanex(const struct stub_request *request, json_t *root,
			  struct stub_texts *texts, const char **why)
{
	const char *platform, *from, *to, *mode;
	json_t *list;

	(void)request;
	*why = "wrong members";
	if (json_unpack(root, "{s:s, s:s, s:s, s:o, s:s !}", "platform", &platform, "from", &from,
			"to", &to, "data", &list, "translateMode", &mode) != 0 ||
	    !stub_are(from, "id_ID", to, "en_US") || strcmp(platform, "api") != 0)
		return -1;
	return stub_add_array(texts, list, NULL);
}

static void write_lingvanex(const struct stub_texts *texts, struct sulih_buffer *out)
{
	stub_write_list(texts, "{\"err\":null,\"result\":[", "", "", "]}", out);
}

static int read_systran(const struct stub_request *request, json_t *root, struct stub_texts *texts,
			const char **why)
{
	struct sulih_view form = request->body;
	size_t at = 0;
	int code = 0;

	(void)root;
	*why = "wrong members";
	if (!stub_form_is(form, "source", "id") || !stub_form_is(form, "target", "en"))
		return -1;
	while (at < form.length && code == 0) {
		const char *end = memchr(form.data + at, '&', form.length - at);
		size_t stop = end ? (size_t)(end - form.data) : form.length;
		char *value = stub_form_value(sulih_view_slice(form, at, stop), "input");

		if (value != NULL)
			code = stub_add(texts, value, NULL);
		free(value);
		at = stop + 1;
	}
	return texts->count ? code : -1;
}

static void write_systran(const struct stub_texts *texts, struct sulih_buffer *out)
{
	stub_write_list(texts, "{\"outputs\":[", "{\"output\":", "}", "]}", out);
}

static int read_mymemory(const struct stub_request *request, json_t *root, struct stub_texts *texts,
			 const char **why)
{
	char *text = stub_form_value(sulih_view_of(request->query), "q");
	int code;

	(void)root;
	*why = "INVALID LANGUAGE PAIR SPECIFIED";
	texts->single = true;
	code = stub_form_is(sulih_view_of(request->query), "langpair", "id|en") && text &&
			       strlen(text) <= 500
		       ? stub_add(texts, text, NULL)
		       : -1;
	free(text);
	return code;
}

static void write_mymemory(const struct stub_texts *texts, struct sulih_buffer *out)
{
	stub_write_list(texts, "{\"responseData\":{\"translatedText\":", "", "",
			"},\"quotaFinished\":false,\"responseStatus\":200,\"matches\":[]}", out);
}

#define JSON_TYPE "application/json"

const struct stub_protocol stub_hosted_protocols[] = {
	{ "deepl", "POST", "/v2/translate", "", JSON_TYPE, "Authorization", "DeepL-Auth-Key ",
	  read_deepl, write_deepl, "{\"message\":\"%2$s\"}" },
	{ "deepl-free", "POST", "/v2/translate", "", JSON_TYPE, "Authorization", "DeepL-Auth-Key ",
	  read_deepl, write_deepl, "{\"Message\":\"%2$s\"}" },
	{ "huggingface", "POST", "/hf-inference/models/facebook/nllb-200-distilled-600M", "",
	  JSON_TYPE, "Authorization", "Bearer ", read_huggingface, write_huggingface,
	  "{\"error\":\"%2$s\"}" },
	{ "modernmt", "POST", "/translate", "", JSON_TYPE, "MMT-ApiKey", "", read_modernmt,
	  write_modernmt, "{\"status\":%1$d,\"error\":{\"type\":\"x\",\"message\":\"%2$s\"}}" },
	{ "lingvanex", "POST", "/b1/api/v3/translate", "", JSON_TYPE, "Authorization", "",
	  read_lingvanex, write_lingvanex, "{\"err\":\"%2$s\",\"result\":null}" },
	{ "systran", "POST", "/translation/text/translate", "", "application/x-www-form-urlencoded",
	  "Authorization", "Key ", read_systran, write_systran,
	  "{\"error\":{\"message\":\"%2$s\"}}" },
	{ "mymemory", "GET", "/get", NULL, "", NULL, NULL, read_mymemory, write_mymemory,
	  "{\"responseData\":{\"translatedText\":\"\"},\"responseStatus\":%1$d,"
	  "\"responseDetails\":\"%2$s\"}" },
	{ NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL }
};
