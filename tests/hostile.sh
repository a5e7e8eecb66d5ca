#!/usr/bin/env bash
# make hostile: the table of misbehaviours with many segments a row, and what became of them as a page.
#   SEGMENTS=10000   segments a row        OUT=FILE   the page (default: $BUILD/hostile.md)
#   JOBS=8           rows at a time
#   tests/hostile.sh FILE.tsv              only makes the page, of a run that was made before
set -u
export LC_ALL=C.UTF-8
cd "$(dirname "$0")/.." || exit 2
build=${BUILD:-build} segments=${SEGMENTS:-10000} table=${1:-}
out=${OUT:-$build/hostile.md}
status=0
if [ -z "$table" ]; then
  table=$build/hostile.tsv parts=$(mktemp -d "$build/hostile.XXXXXX") || exit 2
  export build segments parts
  modes=$(SULIH_HOSTILE_LIST=1 "$build/tests/unit/test_hostile")
  # each mode by itself and several at a time: most wait more than they work
  for mode in $modes; do echo "$mode"; done | xargs -P "${JOBS:-8}" -I{} bash -c '
    SULIH_HOSTILE=$segments SULIH_HOSTILE_ONLY=$1 SULIH_HOSTILE_TABLE=$parts/$1.tsv "$build/tests/unit/test_hostile" > "$parts/$1.log" 2>&1 ||
      { echo "$1: FAILED"; grep -E "ERROR|error:" "$parts/$1.log"; touch "$parts/failed"; }' row {}
  for mode in $modes; do cat "$parts/$mode.tsv"; done > "$table"
  [ -e "$parts/failed" ] && status=1
  rm -rf "$parts"
fi
[ -s "$table" ] || { echo 'no row was run'; exit 1; }
awk -F'\t' -v date="$(date -u +%F)" '
function share(n) { return n == 0 ? "" : n == $5 ? "all" : n * 1000 < $5 ? "< 0.1 %" : sprintf("%.1f %%", 100 * n / $5) }
function many(n) { return n == 0 ? "" : n }
BEGIN {
  end = "clean: all sound at once; sound: all sound but what chance spoils on every rung; some: those that are sound, the rest flagged; " \
    "none: all flagged, the endpoint lives; given up: the sending ends, all flagged"
}
{
  row[++rows] = sprintf("| `%s` | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %d |", $1, $2, $3, $4,
    share($6), share($7), share($8), share($9), share($10), share($11), share($12), many($13), $14)
  segments += $5; for (i = 6; i <= 14; i++) sum[i] += $i; requests += $15; seconds += $16; each = $5
  if (!($1 in seen)) { seen[$1] = 1; modes++ }
}
END {
  print "# The hostile server"
  print ""
  print "What became of segments when the server misbehaves; made by `make hostile` (tests/hostile.sh), not by hand."
  printf "%d misbehaviours in %d rows, %d segments each, %s: %d segments, %d requests, **%d silent losses**, 0 hangs.\n", modes, rows, each, date, segments, requests, sum[14]
  print ""
  print "The stub (`tests/server/mt_stub.c`) translates into a make-believe English that the test knows word for word. A *silent loss* is a segment that was"
  print "delivered with other words than these, or without each placeholder once, while no warning says so; or an untranslated one that is not its"
  print "source with the flag `segment-untranslated`. `@3` misbehaves in every third answer only, `@batch` in answers to several texts."
  print "Expected outcome: " end "."
  print "Each row has batches of four, 32 requests under way, a limit of 1.5 s an answer and retries after milliseconds, so that waiting does not take the day."
  print ""
  print "| mode | what the server does | tokens | outcome | at once | restored | alone | alternate | split | unmasked | flagged | warned | silent |"
  print "|---|---|---|---|---|---|---|---|---|---|---|---|---|"
  for (i = 1; i <= rows; i++) print row[i]
  print ""
  print "| together | at once | restored | alone | alternate | split | unmasked | flagged | warned | silent |"
  print "|---|---|---|---|---|---|---|---|---|---|"
  printf "| %d |", segments
  for (i = 6; i <= 14; i++) printf " %d |", sum[i]
  print ""
  print ""
  print "What a row cannot show: a text of fewer than twenty letters without a full stop can be cut and still look whole."
}' "$table" > "$out"
awk -F'\t' '{ n++; s += $14; all += $5 } END { printf "%d rows, %d segments, %d silent losses\n", n, all, s; exit s > 0 }' "$table" || status=1
echo "$out"
exit $status
