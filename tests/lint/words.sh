#!/usr/bin/env bash
# Marks of unfinished work and calls that do not belong into a library.
bad=0
hits=$(git ls-files '*.c' '*.h' | grep -v '^tests/' | xargs grep -nE '\b(TODO|FIXME|XXX|HACK)\b')
[ -z "$hits" ] || { echo "unfinished:"; echo "$hits"; bad=1; }
hits=$(git ls-files '*.c' | grep -E '^(base|normalize|segment|pipeline)/' | grep -vE '^(base/tools|pipeline/cli)/|^pipeline/main.c' |
  xargs grep -nE '\b(printf|puts|putchar|perror|abort|exit|assert|strtok|gets|sprintf|strcpy|strcat)\(' | grep -vE 'snprintf|vsnprintf|asprintf|_printf|_puts')
[ -z "$hits" ] || { echo "the library neither prints, exits nor asserts:"; echo "$hits"; bad=1; }
hits=$(git ls-files '*.c' '*.h' | xargs grep -nE 'sulih_is_[a-z]+\(\(unsigned char\)')
[ -z "$hits" ] || { echo 'a byte of UTF-8 is no character (sulih_byte_is_…):'; echo "$hits"; bad=1; }
exit $bad
