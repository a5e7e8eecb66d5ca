#!/usr/bin/env bash
# Word lists: head, UTF-8, order, no key twice, no stray blanks (docs/lists.md).
export LC_ALL=C
bad=0
for f in $(git ls-files '*.tsv'); do
  for field in name source licence date columns; do
    grep -q "^# $field: ." "$f" || { echo "$f: its head lacks '$field'"; bad=1; }
  done
  iconv -f UTF-8 -t UTF-8 "$f" > /dev/null 2>&1 || { echo "$f: not UTF-8"; bad=1; }
  grep -v '^#' "$f" | cut -f1 | sort -c 2> /tmp/sulih-sort.$$ || { echo "$f: $(cat /tmp/sulih-sort.$$)"; bad=1; }
  double=$(grep -v '^#' "$f" | cut -f1 | uniq -d | head -3)
  [ -z "$double" ] || { echo "$f: twice: $double"; bad=1; }
  # a list whose columns are parts of a pattern says so
  grep -qx '# blanks: kept' "$f" || awk -F'\t' -v file="$f" '/^#/ {next} {for (i = 1; i <= NF; i++) if ($i ~ /^ | $|  /) {printf "%s:%d: stray blank in column %d\n", file, NR, i; bad = 1}} END {exit bad}' "$f" || bad=1
  rm -f /tmp/sulih-sort.$$
done
exit $bad
