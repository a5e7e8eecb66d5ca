#!/usr/bin/env bash
# Whole articles in the manners of different outlets: roles and sentences.
# What must come out stands beside each article; `bash tests/golden/segment.sh -u` writes it anew.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/../cli/lib.sh"
for article in "$(dirname "$0")"/segment/*.txt; do
  t "$(basename "$article")"
  expected=${article%.txt}.expected
  # without the speakers of quotes, which have their own tests
  "$sulih" segment --show "$article" | sed '/^ *-- /d' > "$tmp/got"
  if [ "${1:-}" = -u ]; then cp "$tmp/got" "$expected"; fi
  if diff -u "$expected" "$tmp/got" > "$tmp/diff"; then ok; else bad "$(cat "$tmp/diff")"; fi
done
finish
