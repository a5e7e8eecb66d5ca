#!/usr/bin/env bash
# All benchmarks, one after the other.
set -eu
cd "$(dirname "$0")"
for bench in *.sh; do
  case $bench in run.sh | lib.sh) continue ;; esac
  echo "== ${bench%.sh}"
  bash "$bench"
done
