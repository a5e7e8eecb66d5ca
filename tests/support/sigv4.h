/* AWS Signature Version 4, computed for the stub by other code than the client's. */
#ifndef SULIH_TESTS_SUPPORT_SIGV4_H
#define SULIH_TESTS_SUPPORT_SIGV4_H

#include "tests/support/protocols.h"

void sigv4_sha256(struct sulih_view text, unsigned char out[32]);
void sigv4_hmac(struct sulih_view key, struct sulih_view text, unsigned char out[32]);
/* Whether the request's Authorization header is what `secret` makes of the request; the
 * header names region and service itself.  *why says what is wrong. */
bool sigv4_is_signed(const struct stub_request *request, const char *secret, const char **why);

#endif
