/* What a run says to people about its endpoint, without the keys. */
#include <stdio.h>

#include "base/utf8.h"
#include "pipeline/translate/session/session.h"

void sulih_session_hide(const struct sulih_session *session, const char *message, char *out,
			size_t size)
{
	struct sulih_buffer hidden = SULIH_BUFFER_INIT;

	sulih_endpoint_hide(&session->endpoint, sulih_view_of(message), &hidden);
	sulih_utf8_print(out, size, "%s", hidden.failed ? "" : sulih_buffer_view(&hidden).data);
	sulih_buffer_release(&hidden);
}

void sulih_session_die(struct sulih_session *session, const char *format, ...)
{
	struct sulih_buffer line = SULIH_BUFFER_INIT;
	va_list arguments;
	char message[400];

	if (session->dead)
		return;
	session->dead = true;
	session->face.counts.unreachable = true;
	va_start(arguments, format);
	sulih_utf8_print_va(message, sizeof(message), format, arguments);
	va_end(arguments);
	sulih_session_hide(session, message, session->cause, sizeof(session->cause));
	sulih_buffer_printf(&line, "engine %s at %s: %s", session->face.name, session->endpoint.url,
			    session->cause);
	if (session->options.on_message != NULL && line.failed == 0)
		session->options.on_message(session->options.people, SULIH_ERROR, line.data);
	sulih_buffer_release(&line);
}

/* nginx and Apache say in a page what is wrong with TLS, and answer 400. */
const char *sulih_session_tls_trouble(const struct sulih_reply *reply, long status)
{
	if (status != 400 && status != 403 && status != 496 && status != 497)
		return NULL;
	if (strstr(reply->message, "SSL certificate was sent") != NULL || status == 496)
		return "the server wants a certificate of yours: --client-cert and "
		       "--client-key";
	if (strstr(reply->message, "SSL certificate error") != NULL)
		return "the server does not accept the certificate of --client-cert";
	if (strstr(reply->message, "HTTP request was sent to HTTPS") != NULL || status == 497)
		return "TLS is spoken there: https:// instead of http://";
	return NULL;
}

void sulih_session_note_move(struct sulih_reply *reply, const struct sulih_http_answer *answer)
{
	const char *to = answer->moved_to;
	int length = to != NULL ? (int)strcspn(to, "?#") : 0;

	for (int i = 0; i < length; i++)
		if (to[i] <= ' ' || to[i] > '~')
			return;
	if (length > 0 && answer->status / 100 == 3)
		snprintf(reply->message, sizeof(reply->message), "to %.*s", length, to);
}

static const char *meaning_of(const struct sulih_reply *reply, long status)
{
	const char *trouble = sulih_session_tls_trouble(reply, status);

	if (trouble != NULL)
		return trouble;
	if (status == 401 || status == 403)
		return "the key is refused";
	if (status == 404)
		return "there is nothing at this address";
	if (status >= 300 && status < 400)
		return "the address has moved, and redirects are not followed";
	if (status == 413)
		return "the request is too large";
	if (reply->verdict == SULIH_REPLY_THROTTLED)
		return "the endpoint asks to slow down";
	if (reply->verdict == SULIH_REPLY_QUOTA)
		return "the quota is spent";
	return status >= 500 ? "the server failed" : "the request is refused";
}

/* One sentence for people: what the status means, and what the server says. */
void sulih_session_explain(char *out, size_t size, const struct sulih_reply *reply, long status)
{
	if (reply->verdict == SULIH_REPLY_BAD && sulih_session_tls_trouble(reply, status) == NULL)
		sulih_utf8_print(out, size, "%s", reply->message);
	else
		sulih_utf8_print(out, size, "%s (HTTP %ld%s%s)", meaning_of(reply, status), status,
				 reply->message[0] ? ": " : "", reply->message);
}

/* The last of two members of one name counts, which is a guess: said once a run. */
void sulih_session_warn_of_twins(struct sulih_session *session)
{
	char line[200];

	if (session->warned_of_twins || session->options.on_message == NULL)
		return;
	session->warned_of_twins = true;
	snprintf(line, sizeof(line),
		 "engine %s: an answer names a member twice; the last one counts",
		 session->face.name);
	session->options.on_message(session->options.people, SULIH_WARNING, line);
}

void sulih_session_warn_of_trouble(struct sulih_session *session, const char *why,
				   const char *what_now)
{
	char cause[240], line[400];

	if (session->warned_of_trouble || session->options.on_message == NULL)
		return;
	session->warned_of_trouble = true;
	sulih_session_hide(session, why, cause, sizeof(cause));
	sulih_utf8_print(line, sizeof(line), "engine %s: %s%s", session->face.name, cause,
			 what_now);
	session->options.on_message(session->options.people, SULIH_WARNING, line);
}
