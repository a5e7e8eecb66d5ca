/*
 * FIPS 180-4 (SHA-256), RFC 2104 (HMAC) and "Create a signed AWS API request" of the
 * AWS documentation; tests/unit/test_sigv4.c holds their published examples.
 */
#include "tests/support/sigv4.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static const uint32_t rounds[64] = {
	0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4,
	0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe,
	0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f,
	0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7,
	0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc,
	0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b,
	0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116,
	0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
	0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
	0xc67178f2
};

static uint32_t turn(uint32_t x, int by)
{
	return x >> by | x << (32 - by);
}

static void block(uint32_t state[8], const unsigned char *data)
{
	uint32_t w[64], s[8];

	for (int i = 0; i < 16; i++)
		w[i] = (uint32_t)data[4 * i] << 24 | (uint32_t)data[4 * i + 1] << 16 |
		       (uint32_t)data[4 * i + 2] << 8 | data[4 * i + 3];
	for (int i = 16; i < 64; i++)
		w[i] = w[i - 16] + w[i - 7] +
		       (turn(w[i - 15], 7) ^ turn(w[i - 15], 18) ^ w[i - 15] >> 3) +
		       (turn(w[i - 2], 17) ^ turn(w[i - 2], 19) ^ w[i - 2] >> 10);
	memcpy(s, state, sizeof(s));
	for (int i = 0; i < 64; i++) {
		uint32_t a = s[7] + (turn(s[4], 6) ^ turn(s[4], 11) ^ turn(s[4], 25)) +
			     ((s[4] & s[5]) ^ (~s[4] & s[6])) + rounds[i] + w[i];
		uint32_t b = (turn(s[0], 2) ^ turn(s[0], 13) ^ turn(s[0], 22)) +
			     ((s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]));

		memmove(s + 1, s, 7 * sizeof(*s));
		s[4] += a;
		s[0] = a + b;
	}
	for (int i = 0; i < 8; i++)
		state[i] += s[i];
}

void sigv4_sha256(struct sulih_view text, unsigned char out[32])
{
	uint32_t state[8] = { 0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
			      0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19 };
	unsigned char last[128] = { 0 };
	size_t whole = text.length / 64 * 64, rest = text.length - whole;
	size_t end = rest < 56 ? 64 : 128;
	uint64_t bits = (uint64_t)text.length * 8;

	for (size_t at = 0; at < whole; at += 64)
		block(state, (const unsigned char *)text.data + at);
	if (rest > 0)
		memcpy(last, text.data + whole, rest);
	last[rest] = 0x80;
	for (int i = 0; i < 8; i++)
		last[end - 1 - (size_t)i] = (unsigned char)(bits >> (8 * i));
	for (size_t at = 0; at < end; at += 64)
		block(state, last + at);
	for (int i = 0; i < 32; i++)
		out[i] = (unsigned char)(state[i / 4] >> (24 - 8 * (i % 4)));
}

void sigv4_hmac(struct sulih_view key, struct sulih_view text, unsigned char out[32])
{
	unsigned char pad[64], short_key[64] = { 0 }, inner[32];
	struct sulih_buffer both = SULIH_BUFFER_INIT;

	if (key.length > 64)
		sigv4_sha256(key, short_key);
	else if (key.length > 0)
		memcpy(short_key, key.data, key.length);
	for (int i = 0; i < 64; i++)
		pad[i] = short_key[i] ^ 0x36;
	sulih_buffer_append(&both, (const char *)pad, 64);
	sulih_buffer_add(&both, text);
	sigv4_sha256(sulih_buffer_view(&both), inner);
	for (int i = 0; i < 64; i++)
		pad[i] = short_key[i] ^ 0x5c;
	sulih_buffer_clear(&both);
	sulih_buffer_append(&both, (const char *)pad, 64);
	sulih_buffer_append(&both, (const char *)inner, 32);
	sigv4_sha256(sulih_buffer_view(&both), out);
	sulih_buffer_release(&both);
}

static void put_hex(struct sulih_buffer *out, const unsigned char hash[32])
{
	for (int i = 0; i < 32; i++)
		sulih_buffer_printf(out, "%02x", hash[i]);
}

static void put_hash(struct sulih_buffer *out, struct sulih_view text)
{
	unsigned char hash[32];

	sigv4_sha256(text, hash);
	put_hex(out, hash);
}

/* "NAME=value" of the Authorization header, up to a comma. */
static struct sulih_view field(const char *header, const char *name)
{
	const char *at = strstr(header, name);

	if (at == NULL)
		return (struct sulih_view){ NULL, 0 };
	at += strlen(name);
	return sulih_view_make(at, strcspn(at, ", "));
}

/* The canonical request; false when a header that was signed did not come. */
static bool canonical(const struct stub_request *request, struct sulih_view headers,
		      struct sulih_buffer *out)
{
	sulih_buffer_printf(out, "%s\n%s\n%s\n", request->method, request->sent_path,
			    request->query);
	for (size_t from = 0; from < headers.length;) {
		size_t to = from;
		char name[64];
		const char *value;

		while (to < headers.length && headers.data[to] != ';')
			to++;
		snprintf(name, sizeof(name), "%.*s", (int)(to - from), headers.data + from);
		value = request->header(request->context, name);
		if (value == NULL)
			return false;
		sulih_buffer_printf(out, "%s:%s\n", name, value);
		from = to + 1;
	}
	sulih_buffer_printf(out, "\n%.*s\n", SULIH_VIEW_ARGS(headers));
	put_hash(out, request->body);
	return true;
}

/* HMAC after HMAC over the parts of the scope: "20150830/us-east-1/iam/aws4_request" */
static void signing_key(const char *secret, struct sulih_view scope, unsigned char key[32])
{
	struct sulih_buffer first = SULIH_BUFFER_INIT;
	struct sulih_view with;

	sulih_buffer_printf(&first, "AWS4%s", secret);
	with = sulih_buffer_view(&first);
	for (size_t from = 0; from < scope.length;) {
		unsigned char next[32];
		size_t to = from;

		while (to < scope.length && scope.data[to] != '/')
			to++;
		sigv4_hmac(with, sulih_view_slice(scope, from, to), next);
		memcpy(key, next, 32);
		with = sulih_view_make((const char *)key, 32);
		from = to + 1;
	}
	sulih_buffer_release(&first);
}

bool sigv4_is_signed(const struct stub_request *request, const char *secret, const char **why)
{
	const char *header = request->header(request->context, "Authorization");
	const char *date = request->header(request->context, "X-Amz-Date");
	struct sulih_view credential, headers, signature, scope;
	struct sulih_buffer asked = SULIH_BUFFER_INIT, text = SULIH_BUFFER_INIT;
	unsigned char key[32], hash[32];
	const char *slash;
	bool sound = false;

	*why = "MissingAuthenticationTokenException";
	if (header == NULL || date == NULL || strncmp(header, "AWS4-HMAC-SHA256 ", 17) != 0)
		return false;
	*why = "IncompleteSignatureException";
	credential = field(header, "Credential=");
	headers = field(header, "SignedHeaders=");
	signature = field(header, "Signature=");
	slash = credential.data ? memchr(credential.data, '/', credential.length) : NULL;
	if (slash == NULL || headers.data == NULL || signature.length != 64 ||
	    !canonical(request, headers, &asked))
		goto out;
	scope = sulih_view_slice(credential, (size_t)(slash + 1 - credential.data),
				 credential.length);
	sulih_buffer_printf(&text, "AWS4-HMAC-SHA256\n%s\n%.*s\n", date, SULIH_VIEW_ARGS(scope));
	put_hash(&text, sulih_buffer_view(&asked));
	signing_key(secret, scope, key);
	sigv4_hmac(sulih_view_make((const char *)key, 32), sulih_buffer_view(&text), hash);
	sulih_buffer_clear(&text);
	put_hex(&text, hash);
	*why = "InvalidSignatureException";
	sound = sulih_view_equal(sulih_buffer_view(&text), signature);
out:
	sulih_buffer_release(&asked);
	sulih_buffer_release(&text);
	return sound;
}
