#!/usr/bin/env bash
# Whole-process stage filters over article files (MEGABYTES=40), beside a minimal raw-ICU sentence
# splitter over the same files in the same run. Aims: segment 2 x, with -j2 1.2 x, protect 4 x.
# The articles are made (articles.c): as varied in words, names and figures as news. NEWS=FOLDER
# takes the files of a folder instead. Last: memory of one document of 8 MiB.
# shellcheck source=tests/bench/lib.sh
. "$(dirname "$0")/lib.sh"
folder=${NEWS:-$scratch/articles}
[ -n "${NEWS:-}" ] || articles "$folder" "${MEGABYTES:-40}"
# shellcheck disable=SC2034
baseline=("$build/tests/bench/raw_icu" "$folder")
pair 'segment' "$build/sulih" segment "$folder"
pair 'segment -j2' "$build/sulih" segment -j2 "$folder"
pair 'protect' "$build/sulih" protect "$folder"
pair 'segment --json' "$build/sulih" segment --json "$folder"

find "$folder" -type f -print0 | sort -z | xargs -0 cat 2> /dev/null | head -c 8000000 > "$scratch/one.txt"
for command in segment protect 'protect --json'; do
  # shellcheck disable=SC2086
  /usr/bin/time -o "$scratch/memory" -f '%M' "$build/sulih" $command "$scratch/one.txt" > /dev/null
  awk -v name="$command" -v size="$(stat -c %s "$scratch/one.txt")" '{
    printf "%-26s %7.0f MB for a document of %.1f MB: %.1f x (aim: 12 x)\n", name, $1 / 1024, size / 1048576, $1 * 1024 / size }' "$scratch/memory"
done
