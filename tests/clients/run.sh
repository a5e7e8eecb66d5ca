#!/usr/bin/env bash
# The tests against real programs; the last line is "N passed, N failed".
set -u
cd "$(dirname "$0")/../.." || exit 2
export LC_ALL=C.UTF-8
passed=0 failed=0
for t in tests/clients/*.sh; do
  case $t in */run.sh | */apy.sh) continue ;; esac
  log=$(timeout 900 bash "$t" 2>&1)
  status=$?
  counts=$(printf '%s\n' "$log" | sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed$/\1 \2/p' | tail -n 1)
  read -r p f <<< "${counts:-0 1}"
  [ "$status" != 0 ] && [ "$f" = 0 ] && f=1
  passed=$((passed + p)) failed=$((failed + f))
  printf '%-40s %4d passed %3d failed\n' "${t#tests/clients/}" "$p" "$f"
  [ "$f" = 0 ] || printf '%s\n' "$log" | tail -n 30
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
