#!/usr/bin/env bash
# All that is checked without running the program. Each check is a script beside this one;
# prints what is wrong, and "N passed, N failed" over the checks.
set -u
cd "$(dirname "$0")/../.." || exit 2
passed=0 failed=0
for check in format sizes arrows lists headers words shell; do
  if out=$(bash "tests/lint/$check.sh" 2>&1); then
    passed=$((passed + 1)); printf 'lint: %-8s ok\n' "$check"
  else
    failed=$((failed + 1)); printf 'lint: %-8s FAILED\n%s\n' "$check" "$out"
  fi
done
echo "lint: $passed passed, $failed failed"
[ "$failed" = 0 ]
