/*
 * Text full of references: bytes below 0x40 stand for the pieces below, others
 * for themselves.
 */
#include <stdint.h>

#include "tests/support/normalize_check.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const pieces[] = {
	"&",	    "amp",     "#",	";",	  "x",	   "quot",    "nbsp",	  "copy",
	"39",	    "8220",    "x201C", "147",	  "x85",   "#38;",    "amp;",	  "=",
	"?",	    "http://", "www.",	" ",	  "\n",	   "lt;",     "gt;",	  "shy;",
	"NewLine;", "fjlig;",  "acE;",	"0",	  "55296", "1114112", "\xC2\xAD", "\xEF\xBC\x86",
	"eacute",   "Atilde;", "copy;", "Acirc;", "bull;", "e",	      "#769;",	  "Tab;"
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct sulih_buffer text = SULIH_BUFFER_INIT;

	for (size_t i = 0; i < size; i++) {
		if (data[i] < SULIH_COUNT(pieces))
			sulih_buffer_puts(&text, pieces[data[i]]);
		else
			sulih_buffer_append(&text, (const char *)&data[i], 1);
	}
	fuzz_normalize(sulih_buffer_view(&text), true);
	sulih_buffer_release(&text);
	return 0;
}
