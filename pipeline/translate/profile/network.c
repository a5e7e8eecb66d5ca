/* What a profile says of the network: how fast and how patiently, TLS, the proxy. */
#include "pipeline/translate/profile/check.h"

void sulih_check_limits(struct sulih_check *check, struct sulih_profile *p)
{
	static const char *const members[] = { "concurrency_max",
					       "requests_per_second",
					       "characters_per_minute",
					       "connect_ms",
					       "total_ms",
					       "stall_s",
					       "attempts",
					       "backoff_ms",
					       "backoff_max_ms",
					       "retry_after_max_s",
					       NULL };
	const json_t *limits = sulih_check_object(check, p->root, "limits");
	size_t mark = sulih_check_enter(check, "limits");

	sulih_check_members(check, limits, members);
	p->concurrency_max =
		(unsigned)sulih_check_number(check, limits, "concurrency_max", 8, 1, 1024);
	p->attempts = (unsigned)sulih_check_number(check, limits, "attempts", 6, 1, 100);
	p->requests_per_second =
		sulih_check_number(check, limits, "requests_per_second", 0, 0, 1e6);
	p->characters_per_minute =
		sulih_check_number(check, limits, "characters_per_minute", 0, 0, 1e12);
	p->connect_ms = (long)sulih_check_number(check, limits, "connect_ms", 10000, 1, 1e7);
	p->total_ms = (long)sulih_check_number(check, limits, "total_ms", 60000, 1, 1e8);
	p->stall_s = (long)sulih_check_number(check, limits, "stall_s", 60, 0, 1e6);
	p->backoff_ms = (long)sulih_check_number(check, limits, "backoff_ms", 1000, 1, 1e6);
	p->backoff_max_ms =
		(long)sulih_check_number(check, limits, "backoff_max_ms", 60000, 1, 1e7);
	p->retry_after_max_s =
		(long)sulih_check_number(check, limits, "retry_after_max_s", 600, 0, 1e6);
	sulih_check_leave(check, mark);
}

static void check_proxy(struct sulih_check *check, const char *proxy)
{
	size_t mark = sulih_check_enter(check, "proxy");

	if (proxy[0] != '\0' && !sulih_address_is_web(proxy))
		sulih_check_fault(check, "must begin with http:// or https://, or be empty for "
					 "none");
	else if (sulih_address_has_login(proxy))
		sulih_check_fault(check, "holds a user and password: the variable https_proxy may "
					 "have them, a profile may not");
	sulih_check_leave(check, mark);
}

void sulih_check_tls(struct sulih_check *check, struct sulih_profile *p)
{
	static const char *const members[] = { "ca_file", "client_cert", "client_key", NULL };
	const json_t *tls = sulih_check_object(check, p->root, "tls");
	size_t mark = sulih_check_enter(check, "tls");

	sulih_check_members(check, tls, members);
	p->ca_file = sulih_check_string(check, tls, "ca_file", NULL);
	p->client_cert = sulih_check_string(check, tls, "client_cert", NULL);
	p->client_key = sulih_check_string(check, tls, "client_key", NULL);
	if (p->client_key != NULL && p->client_cert == NULL)
		sulih_check_fault(check, "has a \"client_key\", but no \"client_cert\"");
	sulih_check_leave(check, mark);
	p->proxy = sulih_check_string(check, p->root, "proxy", NULL);
	if (p->proxy != NULL)
		check_proxy(check, p->proxy);
}
