#include "pipeline/translate/tokens/scan.h"

enum { MOST_JUNK = 4, MOST_DIGITS = 4 };

int sulih_scan_digit(uint32_t c)
{
	static const uint32_t zeros[] = { '0', 0xFF10, 0x660, 0x6F0, 0x966 };

	for (size_t i = 0; i < SULIH_COUNT(zeros); i++)
		if (c >= zeros[i] && c <= zeros[i] + 9)
			return (int)(c - zeros[i]);
	return -1;
}

/* Blanks, invisible characters and the backslashes of escaped Markdown. */
static bool is_junk(uint32_t c)
{
	return c == ' ' || c == '\\' || c == 0xA0 || c == 0xAD || c == 0x2009 || c == 0x202F ||
	       (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0x3000 || c == 0xFEFF;
}

size_t sulih_scan_skip_junk(struct sulih_view text, size_t at)
{
	size_t next;

	for (int i = 0; i < MOST_JUNK && is_junk(sulih_scan_peek(text, at, &next)); i++)
		at = next;
	return at;
}

size_t sulih_scan_number(struct sulih_view text, size_t at, unsigned *number)
{
	size_t end = at, next;
	int digits = 0, value;

	*number = 0;
	while ((value = sulih_scan_digit(sulih_scan_peek(text, end, &next))) >= 0) {
		if (++digits > MOST_DIGITS)
			return at;
		*number = *number * 10 + (unsigned)value;
		end = next;
	}
	return end;
}
