#!/usr/bin/env bash
# Every header compiles alone.
bad=0
flags="-std=c11 -D_GNU_SOURCE -I. -I${BUILD:-build}/gen -Wall -Wextra -Werror -fsyntax-only -x c"
for f in $(git ls-files '*.h' | grep -v '^tests/'); do
  printf '#include "%s"\n' "$f" | gcc $flags - || { echo "$f does not compile alone"; bad=1; }
done
exit $bad
