#include "base/character.h"

#include "base/utf8.h"
#include "lists.h"

uint32_t sulih_windows_1252(unsigned byte)
{
	static const uint16_t high[32] = { 0x20AC, 0,	   0x201A, 0x0192, 0x201E, 0x2026, 0x2020,
					   0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
					   0x017D, 0,	   0,	   0x2018, 0x2019, 0x201C, 0x201D,
					   0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
					   0x0153, 0,	   0x017E, 0x0178 };

	return byte >= 0x80 && byte <= 0x9F ? high[byte - 0x80] : byte;
}

int sulih_digit_value(char c, bool hexadecimal)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	return hexadecimal && (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
}

uint32_t sulih_character_numbered(uint32_t number)
{
	if (number >= 0x80 && number <= 0x9F && sulih_windows_1252(number) != 0)
		return sulih_windows_1252(number);
	if (number == 0 || number > 0x10FFFF || (number >= 0xD800 && number <= 0xDFFF))
		return SULIH_REPLACEMENT;
	return number;
}

bool sulih_character_named(struct sulih_view name, uint32_t characters[2], struct sulih_row *row)
{
	struct sulih_row found = sulih_table_find(&sulih_list_character_references, name);
	struct sulih_view points = sulih_row_column(&found, 1);
	size_t at = 0;

	if (row != NULL)
		*row = found;
	if (!found.listed)
		return false;
	characters[0] = characters[1] = 0;
	for (size_t i = 0; i < points.length; i++) {
		if (points.data[i] == ' ')
			at = 1;
		else
			characters[at] = characters[at] * 16 +
					 (uint32_t)sulih_digit_value(points.data[i], true);
	}
	return true;
}
