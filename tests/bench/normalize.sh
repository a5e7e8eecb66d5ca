#!/usr/bin/env bash
# Whole-process `sulih normalize` on clean and on damaged Indonesian text, in one run with a
# minimal raw-ICU sentence splitter and iconv. Best of three; MEGABYTES=100 is the size.
set -eu
export LC_ALL=C.UTF-8
build=${BUILD:-build}
cd "$(dirname "$0")/../.."
scratch=$(mktemp -d "${TMPDIR:-/tmp}/sulih-bench.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
bytes=$((${MEGABYTES:-100} * 1000000))

# repeat FILE OUT: the file over and over, until there are enough bytes
repeat() {
  cp "$1" "$2"
  while [ "$(stat -c %s "$2")" -lt "$bytes" ]; do
    cat "$2" "$2" > "$2.twice"
    mv "$2.twice" "$2"
  done
  head -c "$bytes" "$2" > "$2.cut"
  sed '$d' "$2.cut" > "$2"
  rm "$2.cut"
}

# best NAME COMMAND...: seconds of the best of three runs, and the largest memory
best() {
  local name=$1 i
  shift
  for i in 1 2 3; do
    /usr/bin/time -a -o "$scratch/time.$name" -f '%e %M' "$@" > /dev/null
  done
  sort -n "$scratch/time.$name" | awk -v name="$name" -v bytes="$bytes" \
    'NR == 1 { s = $1 } $2 > m { m = $2 }
     END { printf "%-28s %7.2f s %8.0f MB/s %7.1f MB memory\n", name, s, bytes / 1e6 / (s > 0 ? s : 0.005), m / 1024 }'
}

cat tests/sample/*.txt | "$build/sulih" normalize > "$scratch/clean.one"
sed -e 's/ /\xC2\xA0/7' -e 's/"/\&quot;/g' -e 's/“/â€œ/g' "$scratch/clean.one" > "$scratch/damaged.one"
repeat "$scratch/clean.one" "$scratch/clean"
repeat "$scratch/damaged.one" "$scratch/damaged"
best raw-icu "$build/tests/bench/raw_icu" "$scratch/clean"
best iconv-utf8-utf16 iconv -f utf8 -t utf16 "$scratch/clean"
best normalize-clean "$build/sulih" normalize "$scratch/clean"
best normalize-damaged "$build/sulih" normalize "$scratch/damaged"
"$build/sulih" normalize "$scratch/clean" | cmp - "$scratch/clean"
