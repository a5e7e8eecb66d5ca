# shellcheck shell=bash
# For the benchmarks: a scratch folder, and commands timed in turn with a baseline in the same run.
set -eu
export LC_ALL=C.UTF-8 SULIH_STORE=none SULIH_LOG=error
build=${BUILD:-build}
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
scratch=$(mktemp -d "${TMPDIR:-/tmp}/sulih-bench.XXXXXX")
trap 'rm -rf "$scratch"' EXIT

# pair NAME COMMAND...: against ${baseline[@]}, A B A B A B; medians and the ratio of the medians
pair() {
  local name=$1 i
  shift
  : > "$scratch/a"; : > "$scratch/b"
  for i in 1 2 3 4 5; do
    /usr/bin/time -a -o "$scratch/a" -f '%e %U %M' "${baseline[@]}" > /dev/null
    /usr/bin/time -a -o "$scratch/b" -f '%e %U %M' "$@" > /dev/null
  done
  sort -n "$scratch/a" | sed -n 3p > "$scratch/a3"
  sort -n "$scratch/b" | sed -n 3p | paste -d' ' "$scratch/a3" - |
    awk -v name="$name" '{ printf "%-26s %7.2f s (user %.2f, %.0f MB)  baseline %.2f s  ratio %.2f\n", name, $4, $5, $6 / 1024, $1, $4 / ($1 > 0 ? $1 : 0.001) }'
}

# articles FOLDER MEGABYTES: made articles, as varied in words, names and figures as news (articles.c)
articles() {
  mkdir -p "$1"
  "$build/tests/bench/articles" "$1" "$2"
}
