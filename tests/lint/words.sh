#!/usr/bin/env bash
# Marks of unfinished work and calls that do not belong into a library.
bad=0
hits=$(git ls-files '*.c' '*.h' | grep -v '^tests/' | xargs grep -nE '\b(TODO|FIXME|XXX|HACK)\b')
[ -z "$hits" ] || { echo "unfinished:"; echo "$hits"; bad=1; }
hits=$(git ls-files '*.c' | grep -E '^(base|normalize|segment|pipeline)/' | grep -vE '^(base/tools|pipeline/cli)/|^pipeline/main.c' |
  xargs grep -nE '\b(printf|puts|putchar|perror|abort|exit|assert|strtok|gets|sprintf|strcpy|strcat)\(' | grep -vE 'snprintf|vsnprintf|asprintf|_printf|_puts')
[ -z "$hits" ] || { echo "the library neither prints, exits nor asserts:"; echo "$hits"; bad=1; }
# a host program may have chosen a locale whose decimal mark is a comma
hits=$(git ls-files '*.c' | grep -E '^(base|normalize|segment|pipeline)/' | grep -vE '^(base/tools|pipeline/cli)/' |
  xargs grep -nE '\b(strtod|strtof|atof|setlocale|localeconv)\(|%[-+ 0-9]*(\.([1-9][0-9]*|\*))?[efg]')
[ -z "$hits" ] || { echo 'numbers are read and written the same in every locale:'; echo "$hits"; bad=1; }
hits=$(git ls-files '*.c' | grep -E '^(base|normalize|segment|pipeline)/' | grep -vE '^base/(tools/|(utf8|buffer|arena|user_place)\.c)' |
  xargs grep -nE '\bvsnprintf\(')
[ -z "$hits" ] || { echo 'a message is cut between two letters (sulih_utf8_print_va):'; echo "$hits"; bad=1; }
hits=$(git ls-files '*.c' '*.h' | grep -vE '^base/(view\.h|tools/)|^tests/' | xargs grep -nE 'sizeof\((\w+)\) / sizeof\((\*\1|\1\[0\])\)')
[ -z "$hits" ] || { echo 'SULIH_COUNT says how many members an array has:'; echo "$hits"; bad=1; }
hits=$(git ls-files '*.c' '*.h' | xargs grep -nE 'sulih_is_[a-z]+\(\(unsigned char\)')
[ -z "$hits" ] || { echo 'a byte of UTF-8 is no character (sulih_byte_is_…):'; echo "$hits"; bad=1; }
exit $bad
