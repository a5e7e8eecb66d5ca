#!/usr/bin/env bash
# All benchmarks, one after the other.
set -eu
cd "$(dirname "$0")"
for bench in *.sh; do
  [ "$bench" = run.sh ] && continue
  echo "== ${bench%.sh}"
  "./$bench"
done
