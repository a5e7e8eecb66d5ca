/* The stub's own signature, by the published examples, before it judges anybody's. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <strings.h>

#include "tests/support/sigv4.h"

static const char *hex(const unsigned char hash[32])
{
	static char text[65];

	for (int i = 0; i < 32; i++)
		snprintf(text + 2 * i, 3, "%02x", hash[i]);
	return text;
}

static void test_hashes(void **state)
{
	unsigned char hash[32];

	(void)state;
	/* FIPS 180-4, one block and two */
	sigv4_sha256(SULIH_VIEW("abc"), hash);
	assert_string_equal(hex(hash),
			    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	sigv4_sha256(SULIH_VIEW("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"), hash);
	assert_string_equal(hex(hash),
			    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
	sigv4_sha256(SULIH_VIEW(""), hash);
	assert_string_equal(hex(hash),
			    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
	/* RFC 4231, cases 2 and 6 (a key longer than a block) */
	sigv4_hmac(SULIH_VIEW("Jefe"), SULIH_VIEW("what do ya want for nothing?"), hash);
	assert_string_equal(hex(hash),
			    "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
	{
		char key[131];

		memset(key, 0xaa, sizeof(key));
		sigv4_hmac(sulih_view_make(key, sizeof(key)),
			   SULIH_VIEW("Test Using Larger Than Block-Size Key - Hash Key First"),
			   hash);
	}
	assert_string_equal(hex(hash),
			    "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

/* The example of the AWS documentation: ListUsers of IAM. */
static const char *const headers[][2] = {
	{ "Content-Type", "application/x-www-form-urlencoded; charset=utf-8" },
	{ "Host", "iam.amazonaws.com" },
	{ "X-Amz-Date", "20150830T123600Z" },
	{ "Authorization",
	  "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request, "
	  "SignedHeaders=content-type;host;x-amz-date, "
	  "Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7" },
};

static const char *header_of(void *context, const char *name)
{
	(void)context;
	for (size_t i = 0; i < SULIH_COUNT(headers); i++)
		if (strcasecmp(headers[i][0], name) == 0)
			return headers[i][1];
	return NULL;
}

static void test_example(void **state)
{
	const char *secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
	struct stub_request request = { .method = "GET",
					.sent_path = "/",
					.query = "Action=ListUsers&Version=2010-05-08",
					.header = header_of,
					.body = SULIH_VIEW("") };
	const char *why;

	(void)state;
	assert_true(sigv4_is_signed(&request, secret, &why));
	request.body = SULIH_VIEW("x");
	assert_false(sigv4_is_signed(&request, secret, &why));
	assert_string_equal(why, "InvalidSignatureException");
	request.body = SULIH_VIEW("");
	assert_false(sigv4_is_signed(&request, "another", &why));
	request.sent_path = "/x";
	assert_false(sigv4_is_signed(&request, secret, &why));
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_hashes),
					    cmocka_unit_test(test_example) };

	return cmocka_run_group_tests_name("sigv4 of the stub", tests, NULL, NULL);
}
