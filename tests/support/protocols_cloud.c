/* Protocols of the clouds that translate among other things, as their documentation shows them. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "tests/support/protocols_table.h"
#include "tests/support/sigv4.h"

static int read_google2(const struct stub_request *request, json_t *root, struct stub_texts *texts,
			const char **why)
{
	const char *source, *target, *format;
	json_t *list;

	(void)request;
	*why = "INVALID_ARGUMENT";
	if (json_unpack(root, "{s:o, s:s, s:s, s:s !}", "q", &list, "source", &source, "target",
			&target, "format", &format) != 0 ||
	    !stub_are(source, "id", target, "en") ||
	    (strcmp(format, "html") != 0 && strcmp(format, "text") != 0))
		return -1;
	return stub_add_array(texts, list, NULL);
}

static void write_google2(const struct stub_texts *texts, struct sulih_buffer *out)
{
	stub_write_list(texts, "{\"data\":{\"translations\":[", "{\"translatedText\":", "}", "]}}",
			out);
}

static int read_google3(const struct stub_request *request, json_t *root, struct stub_texts *texts,
			const char **why)
{
	const char *source, *target, *type, *project;
	json_t *list;

	project = request->header(request->context, "x-goog-user-project");
	*why = "INVALID_ARGUMENT";
	if (project == NULL || strcmp(project, "desk") != 0 ||
	    json_unpack(root, "{s:o, s:s, s:s, s:s !}", "contents", &list, "mimeType", &type,
			"sourceLanguageCode", &source, "targetLanguageCode", &target) != 0 ||
	    !stub_are(source, "id", target, "en") ||
	    (strcmp(type, "text/html") != 0 && strcmp(type, "text/plain") != 0))
		return -1;
	return stub_add_array(texts, list, NULL);
}

static void write_google3(const struct stub_texts *texts, struct sulih_buffer *out)
{
	stub_write_list(texts, "{\"translations\":[", "{\"translatedText\":", "}", "]}", out);
}

static int has_region(const struct stub_request *request)
{
	const char *region = request->header(request->context, "Ocp-Apim-Subscription-Region");

	return region == NULL || strcmp(region, "southeastasia") == 0;
}

static int read_azure3(const struct stub_request *request, json_t *root, struct stub_texts *texts,
		       const char **why)
{
	*why = "The body of the request is not valid JSON.";
	return has_region(request) ? stub_add_array(texts, root, "Text") : -1;
}

/* Azure's answers may begin with a byte-order mark. */
static void write_azure3(const struct stub_texts *texts, struct sulih_buffer *out)
{
	stub_write_list(texts, "\xEF\xBB\xBF[",
			"{\"translations\":[{\"text\":", ",\"to\":\"en\"}]}", "]", out);
}

static int read_azure2026(const struct stub_request *request, json_t *root,
			  struct stub_texts *texts, const char **why)
{
	const char *text, *language, *type, *to;
	json_t *inputs;

	*why = "inputs";
	if (!has_region(request) || json_unpack(root, "{s:o !}", "inputs", &inputs) != 0)
		return -1;
	for (size_t i = 0; i < json_array_size(inputs); i++) {
		if (json_unpack(json_array_get(inputs, i), "{s:s, s:s, s:s, s:[{s:s !}] !}", "text",
				&text, "language", &language, "textType", &type, "targets",
				"language", &to) != 0 ||
		    !stub_are(language, "id", to, "en") ||
		    (strcmp(type, "Html") != 0 && strcmp(type, "Plain") != 0) ||
		    stub_add(texts, text, NULL) != 0)
			return -1;
	}
	return texts->count ? 0 : -1;
}

static void write_azure2026(const struct stub_texts *texts, struct sulih_buffer *out)
{
	stub_write_list(texts, "{\"value\":[",
			"{\"translations\":[{\"language\":\"en\",\"text\":", "}]}", "]}", out);
}

/* "20150830T123600Z", within the fifteen minutes that AWS grants */
static bool is_recent(const char *date)
{
	struct tm then = { 0 };
	const char *end = strptime(date, "%Y%m%dT%H%M%SZ", &then);

	return end != NULL && *end == '\0' && labs((long)(time(NULL) - timegm(&then))) < 900;
}

static int read_amazon(const struct stub_request *request, json_t *root, struct stub_texts *texts,
		       const char **why)
{
	const char *text, *source, *target;
	const char *name = request->header(request->context, "X-Amz-Target");
	const char *signature = request->header(request->context, "Authorization");
	const char *date = request->header(request->context, "X-Amz-Date");
	bool session = request->header(request->context, "X-Amz-Security-Token") != NULL;

	texts->single = true;
	*why = "MissingAuthenticationTokenException";
	if (signature == NULL || date == NULL ||
	    strncmp(signature, "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/", 40) != 0 ||
	    strstr(signature, "/ap-southeast-1/translate/aws4_request") == NULL ||
	    strstr(signature,
		   session ? "SignedHeaders=content-type;host;x-amz-date;"
			     "x-amz-security-token;x-amz-target,"
			   : "SignedHeaders=content-type;host;x-amz-date;x-amz-target,") == NULL)
		return -1;
	if (request->key != NULL && !sigv4_is_signed(request, request->key, why))
		return -403;
	*why = "RequestExpired";
	if (!is_recent(date))
		return -403;
	*why = "InvalidRequestException";
	if (name == NULL || strcmp(name, "AWSShineFrontendService_20170701.TranslateText") != 0 ||
	    json_unpack(root, "{s:s, s:s, s:s !}", "Text", &text, "SourceLanguageCode", &source,
			"TargetLanguageCode", &target) != 0 ||
	    !stub_are(source, "id", target, "en"))
		return -1;
	return stub_add(texts, text, NULL);
}

static void write_amazon(const struct stub_texts *texts, struct sulih_buffer *out)
{
	stub_write_list(texts, "{\"TranslatedText\":", "", "",
			",\"SourceLanguageCode\":\"id\",\"TargetLanguageCode\":\"en\"}", out);
}

static int read_yandex(const struct stub_request *request, json_t *root, struct stub_texts *texts,
		       const char **why)
{
	const char *folder = "", *source, *target, *format;
	json_t *list;

	(void)request;
	*why = "wrong members";
	if (json_unpack(root, "{s?s, s:o, s:s, s:s, s:s !}", "folderId", &folder, "texts", &list,
			"sourceLanguageCode", &source, "targetLanguageCode", &target, "format",
			&format) != 0 ||
	    !stub_are(source, "id", target, "en") ||
	    (strcmp(format, "HTML") != 0 && strcmp(format, "PLAIN_TEXT") != 0))
		return -1;
	return stub_add_array(texts, list, NULL);
}

static void write_yandex(const struct stub_texts *texts, struct sulih_buffer *out)
{
	stub_write_list(texts, "{\"translations\":[", "{\"text\":", "}", "]}", out);
}

/* "Basic " and the base64 of "user:password" */
static bool is_login(const char *got, const char *user, const char *password)
{
	static const char digits[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	char plain[200], wanted[300] = "Basic ";
	size_t length = (size_t)snprintf(plain, sizeof(plain), "%s:%s", user, password);
	char *out = wanted + strlen(wanted);

	for (size_t i = 0; i < length; i += 3) {
		unsigned long three = (unsigned long)(unsigned char)plain[i] << 16 |
				      (i + 1 < length ? (unsigned char)plain[i + 1] : 0UL) << 8 |
				      (i + 2 < length ? (unsigned char)plain[i + 2] : 0UL);

		*out++ = digits[three >> 18 & 63];
		*out++ = digits[three >> 12 & 63];
		*out++ = i + 1 < length ? digits[three >> 6 & 63] : '=';
		*out++ = i + 2 < length ? digits[three & 63] : '=';
	}
	*out = '\0';
	return got != NULL && strcmp(got, wanted) == 0;
}

static int read_watson(const struct stub_request *request, json_t *root, struct stub_texts *texts,
		       const char **why)
{
	const char *source, *target;
	const char *login = request->header(request->context, "Authorization");
	json_t *list;

	*why = "wrong members";
	if (request->key != NULL && !is_login(login, "apikey", request->key))
		return -401;
	if (json_unpack(root, "{s:o, s:s, s:s !}", "text", &list, "source", &source, "target",
			&target) != 0 ||
	    !stub_are(source, "id", target, "en"))
		return -1;
	return stub_add_array(texts, list, NULL);
}

static void write_watson(const struct stub_texts *texts, struct sulih_buffer *out)
{
	stub_write_list(texts, "{\"translations\":[", "{\"translation\":", "}", "]}", out);
}

#define JSON_TYPE "application/json"

const struct stub_protocol stub_cloud_protocols[] = {
	{ "google-v2", "POST", "/language/translate/v2", "", JSON_TYPE, "X-goog-api-key", "",
	  read_google2, write_google2,
	  "{\"error\":{\"code\":%1$d,\"message\":\"%2$s\",\"errors\":[{\"reason\":\"x\"}]}}" },
	{ "google-v3", "POST", "/v3/projects/desk/locations/global:translateText", "", JSON_TYPE,
	  "Authorization", "Bearer ", read_google3, write_google3,
	  "{\"error\":{\"code\":%1$d,\"message\":\"%2$s\",\"status\":\"INVALID_ARGUMENT\"}}" },
	{ "azure-v3", "POST", "/translate", "api-version=3.0&from=id&to=en&textType=html",
	  JSON_TYPE, "Ocp-Apim-Subscription-Key", "", read_azure3, write_azure3,
	  "{\"error\":{\"code\":%1$d000,\"message\":\"%2$s\"}}" },
	{ "azure-2026", "POST", "/translate", "api-version=2026-06-06", JSON_TYPE,
	  "Ocp-Apim-Subscription-Key", "", read_azure2026, write_azure2026,
	  "{\"error\":{\"code\":%1$d000,\"message\":\"%2$s\"}}" },
	{ "amazon", "POST", "/", "", "application/x-amz-json-1.1", NULL, NULL, read_amazon,
	  write_amazon, "{\"__type\":\"com.amazon#%2$s\",\"message\":\"%2$s\"}" },
	{ "yandex-v2", "POST", "/translate/v2/translate", "", JSON_TYPE, "Authorization",
	  "Api-Key ", read_yandex, write_yandex,
	  "{\"code\":3,\"message\":\"%2$s\",\"details\":[]}" },
	{ "ibm-watson", "POST", "/v3/translate", "version=2018-05-01", JSON_TYPE, NULL, NULL,
	  read_watson, write_watson, "{\"code\":%1$d,\"error\":\"%2$s\"}" },
	{ NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL }
};
