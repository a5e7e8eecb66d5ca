/* Characters by what stands for them: a byte of Windows-1252, a number or a name as HTML knows it.
 */
#ifndef SULIH_BASE_CHARACTER_H
#define SULIH_BASE_CHARACTER_H

#include "base/table.h"

/* What Windows-1252 means by byte 0x80 … 0x9F; 0 where it means nothing. */
uint32_t sulih_windows_1252(unsigned byte);

/* The value of a digit, -1 for anything else. */
int sulih_digit_value(char c, bool hexadecimal);

/* The character of "&#8220;": 128 to 159 are meant as Windows-1252; U+FFFD for what is none. */
uint32_t sulih_character_numbered(uint32_t number);

/* The one or two characters of "ldquo;" (some names do without their semicolon; the second is
 * 0 mostly).  *row, which may be NULL, gets the row of the list; false: there is no such name. */
bool sulih_character_named(struct sulih_view name, uint32_t characters[2], struct sulih_row *row);

#endif
