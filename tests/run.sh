#!/usr/bin/env bash
# Runs every test program of $BUILD and adds up: the last line is "N passed, N failed".
set -u
export LC_ALL=C.UTF-8
for v in ${!SULIH_@}; do unset "$v"; done # what the caller has set is no part of the tests
build=${BUILD:-build}
cd "$(dirname "$0")/.." || exit 2
scratch=$(mktemp -d "${TMPDIR:-/tmp}/sulih-test.XXXXXX") || exit 2
trap 'rm -rf "$scratch"' EXIT
export SULIH_TEST_TMP=$scratch
passed=0 failed=0

# one NAME COMMAND...: runs it, counts what it says it ran, shows its output when it failed
one() {
  local name=$1 status p f
  shift
  timeout 900 "$@" > "$scratch/log" 2>&1
  status=$?
  p=$(sed -n -e 's/^\[  PASSED  \] \([0-9]*\) test.*/\1/p' -e 's/^\([0-9]*\) passed, [0-9]* failed.*/\1/p' "$scratch/log" | awk '{n+=$1} END {print n+0}')
  f=$(sed -n -e 's/^\[  FAILED  \] \([0-9]*\) test.*/\1/p' -e 's/^[0-9]* passed, \([0-9]*\) failed.*/\1/p' "$scratch/log" | awk '{n+=$1} END {print n+0}')
  if [ "$status" != 0 ] && [ "$f" = 0 ]; then f=1; fi
  if [ "$status" = 0 ] && [ "$p" = 0 ]; then echo "$name ran no test" >> "$scratch/log"; f=1; fi
  passed=$((passed + p)) failed=$((failed + f))
  printf '%-28s %5d passed %3d failed\n' "$name" "$p" "$f"
  if [ "$f" != 0 ]; then sed 's/^/    /' "$scratch/log" | tail -n 60; fi
}

for t in "$build"/tests/unit/* "$build"/tests/torture/*; do
  [ -f "$t" ] && [ -x "$t" ] && one "${t#"$build"/tests/}" "$t"
done
for t in tests/spec/*.txt; do
  [ -f "$t" ] && one "${t#tests/}" "$build/tests/spec/runner" "$t"
done
for t in "$build"/tests/fuzz/*; do
  [ -f "$t" ] && [ -x "$t" ] && [ -d "tests/fuzz/corpus/$(basename "$t")" ] && one "${t#"$build"/tests/}" "$t" "tests/fuzz/corpus/$(basename "$t")"
done
for t in tests/cli/*.sh tests/golden/*.sh; do
  case $t in */lib.sh | *'*'*) continue ;; esac
  one "${t#tests/}" bash "$t"
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
