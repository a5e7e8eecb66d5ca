#include "pipeline/translate/http/outcome.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

/* Servers of TLS 1.3 ask by an alert of its own; older ones only say that the handshake failed. */
static const char *refused_handshake(const char *detail)
{
	if (strstr(detail, "alert certificate required") != NULL)
		return "the server wants a certificate of yours: --client-cert and --client-key";
	if (strstr(detail, "alert bad certificate") != NULL ||
	    strstr(detail, "alert unknown ca") != NULL)
		return "the server does not accept the certificate of --client-cert";
	if (strstr(detail, "alert handshake failure") != NULL)
		return "the server refuses the TLS handshake: it may want a certificate of yours "
		       "(--client-cert and --client-key)";
	return NULL;
}

/* Closed before a word: what servers of TLS do to those who speak without it. */
static const char *closed_words(const struct sulih_curl *curl, CURL *easy)
{
	const char *scheme = NULL;

	curl->easy_getinfo(easy, CURLINFO_SCHEME, &scheme);
	if (scheme != NULL && strcasecmp(scheme, "http") == 0)
		return "the connection was closed without an answer; if TLS is spoken there, the "
		       "address begins with https://";
	return "the connection was closed without an answer";
}

enum sulih_http_outcome sulih_http_outcome_of(CURLcode code, bool over_cap, const char *detail)
{
	switch (code) {
	case CURLE_OK:
		return SULIH_HTTP_ANSWERED;
	case CURLE_COULDNT_RESOLVE_HOST:
	case CURLE_COULDNT_RESOLVE_PROXY:
	case CURLE_COULDNT_CONNECT:
		return SULIH_HTTP_UNREACHABLE;
	case CURLE_OPERATION_TIMEDOUT:
		return SULIH_HTTP_TIMEOUT;
	case CURLE_WRITE_ERROR:
		return over_cap ? SULIH_HTTP_TOO_LONG : SULIH_HTTP_BROKEN;
	case CURLE_PEER_FAILED_VERIFICATION:
	case CURLE_SSL_CACERT_BADFILE:
	case CURLE_SSL_CERTPROBLEM:
	case CURLE_SSL_ISSUER_ERROR:
		return SULIH_HTTP_INSECURE;
	case CURLE_UNSUPPORTED_PROTOCOL:
	case CURLE_URL_MALFORMAT:
	case CURLE_NOT_BUILT_IN:
	case CURLE_OUT_OF_MEMORY:
	case CURLE_BAD_FUNCTION_ARGUMENT:
		return SULIH_HTTP_UNUSABLE;
	default:
		return refused_handshake(detail) ? SULIH_HTTP_INSECURE : SULIH_HTTP_BROKEN;
	}
}

/* Which of the certificate's faults it is, by OpenSSL's numbers (X509_V_ERR_…); libcurl
 * compares the name itself, so that there OpenSSL has nothing to object to. */
static const char *certificate_words(const struct sulih_curl *curl, CURL *easy)
{
	long fault = 0;

	curl->easy_getinfo(easy, CURLINFO_SSL_VERIFYRESULT, &fault);
	switch (fault) {
	case 0:
	case 1: /* where libcurl starts from */
		return "the server's certificate is for another host name than the address has";
	case 9:
		return "the server's certificate is not valid yet: is the clock right?";
	case 10:
		return "the server's certificate has expired: whoever runs the server must renew "
		       "it (or is the clock wrong?)";
	case 18:
		return "the server's certificate is self-signed: --ca-file can name it";
	case 19:
	case 20:
	case 21:
		return "nobody known here vouches for the server's certificate: --ca-file names "
		       "who does";
	case 23:
		return "the server's certificate was revoked";
	default:
		return NULL;
	}
}

/* A list of authorities that cannot be read: the user's, or the system's, which bare systems lack.
 */
static const char *authorities_words(const struct sulih_curl *curl, CURL *easy, const char *detail)
{
	char *of_system = NULL;

	if (curl->easy_getinfo(easy, CURLINFO_CAINFO, &of_system) == CURLE_OK &&
	    of_system != NULL && strstr(detail, of_system) != NULL)
		return "this system has no list of certificate authorities: install one (Debian: "
		       "ca-certificates), or name a file with --ca-file";
	return "the file of --ca-file holds no certificates (PEM)";
}

/* Whether it was another host or port than the address has: libcurl names the one it tried. */
static bool is_of_proxy(const struct sulih_curl *curl, CURL *easy, const char *detail)
{
	const char *url = NULL, *at;
	unsigned tried, wanted;
	char host[256];

	if (sscanf(detail, "Failed to connect to %255s port %u ", host, &tried) != 2 ||
	    curl->easy_getinfo(easy, CURLINFO_EFFECTIVE_URL, &url) != CURLE_OK || url == NULL)
		return false;
	at = strstr(url, host);
	if (at == NULL)
		return true;
	at += strlen(host) + (at[strlen(host)] == ']');
	if (sscanf(at, ":%u", &wanted) != 1)
		wanted = strncasecmp(url, "https", 5) == 0 ? 443 : 80;
	return wanted != tried;
}

/* How libcurl says it is for people who know libcurl. */
static const char *plain_words(const struct sulih_curl *curl, CURL *easy, CURLcode code,
			       enum sulih_http_outcome outcome, const char *detail)
{
	if (code == CURLE_PEER_FAILED_VERIFICATION)
		return certificate_words(curl, easy);
	if (code == CURLE_URL_MALFORMAT) /* its shape was looked at before (sulih_http_flaw) */
		return "the address is none; a host with letters beyond ASCII is written as xn--…";
	if (code == CURLE_COULDNT_RESOLVE_HOST)
		return "no such host";
	if (code == CURLE_COULDNT_RESOLVE_PROXY)
		return "no such host: that of the proxy (https_proxy, http_proxy, or the profile's "
		       "\"proxy\")";
	if (code == CURLE_COULDNT_CONNECT)
		return is_of_proxy(curl, easy, detail)
			       ? "nothing listens there: at the proxy (https_proxy, http_proxy, or "
				 "the profile's \"proxy\")"
			       : "nothing listens there";
	if (code == CURLE_OPERATION_TIMEDOUT)
		return "no answer in time: --timeout sets how long to wait";
	if (code == CURLE_GOT_NOTHING)
		return closed_words(curl, easy);
	if (refused_handshake(detail) != NULL)
		return refused_handshake(detail);
	if (code == CURLE_SSL_CERTPROBLEM)
		return "the files of --client-cert and --client-key are no certificate with its "
		       "key (PEM, without a pass phrase)";
	if (code == CURLE_SSL_CACERT_BADFILE)
		return authorities_words(curl, easy, detail);
	if (code == CURLE_PARTIAL_FILE || code == CURLE_HTTP2_STREAM)
		return "the answer was cut off";
	if (code == CURLE_SSL_CONNECT_ERROR && strstr(detail, "wrong version number") != NULL)
		return "no TLS is spoken there: http:// instead of https://?";
	/* the plain server closed before its words were read */
	if (code == CURLE_SSL_CONNECT_ERROR && (strstr(detail, "SSL_ERROR_SYSCALL") != NULL ||
						strstr(detail, "unexpected eof") != NULL))
		return "no TLS is spoken there, or the handshake was broken off: http:// instead "
		       "of https://?";
	if (outcome == SULIH_HTTP_TOO_LONG)
		return "the answer is far too long";
	return NULL;
}

const char *sulih_http_words(const struct sulih_curl *curl, CURL *easy, CURLcode code,
			     enum sulih_http_outcome outcome, const char *detail)
{
	const char *words = plain_words(curl, easy, code, outcome, detail);

	if (words == NULL)
		words = detail[0] != '\0' ? detail : curl->easy_strerror(code);
	return words;
}
