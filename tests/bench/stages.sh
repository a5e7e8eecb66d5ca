#!/usr/bin/env bash
# Whole-process stage filters over article files (MEGABYTES=40), beside a minimal raw-ICU sentence
# splitter over the same files in the same run. Aims: segment 2 x, with -j2 1.2 x, protect 4 x.
# shellcheck source=tests/bench/lib.sh
. "$(dirname "$0")/lib.sh"
articles "$scratch/articles" "${MEGABYTES:-40}"
# shellcheck disable=SC2034
baseline=("$build/tests/bench/raw_icu" "$scratch/articles")
pair 'segment' "$build/sulih" segment "$scratch/articles"
pair 'segment -j2' "$build/sulih" segment -j2 "$scratch/articles"
pair 'protect' "$build/sulih" protect "$scratch/articles"
pair 'segment --json' "$build/sulih" segment --json "$scratch/articles"
