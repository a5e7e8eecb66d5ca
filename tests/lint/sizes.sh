#!/usr/bin/env bash
# The size budget: a .c or .h file has at most 350 lines, a function at most 60.
bad=0
for f in $(git ls-files '*.c' '*.h'); do
  n=$(wc -l < "$f")
  if [ "$n" -gt 350 ]; then echo "$f: $n lines, at most 350"; bad=1; fi
done
# With clang-format's style a function opens with "{" and closes with "}" in the first column.
for f in $(git ls-files '*.c'); do
  awk -v file="$f" '
    /^\{/ { start = NR; name = last }
    /^\}/ { if (start && NR - start > 60) { printf "%s:%d: %s has %d lines, at most 60\n", file, start, name, NR - start; bad = 1 } start = 0 }
    /^[a-z]/ { last = $0 }
    END { exit bad }' "$f" || bad=1
done
exit $bad
