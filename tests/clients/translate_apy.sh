#!/usr/bin/env bash
# The whole way through a real MT server: every placeholder must come home.
here=$(cd "$(dirname "$0")" && pwd)
. "$here/../cli/lib.sh"
port=$("$here/apy.sh" start "$tmp/apy") || exit 1
trap '"$here/apy.sh" stop "$tmp/apy"; rm -rf "$tmp"' EXIT
url=http://127.0.0.1:$port/translate

# facts FILE: "segments untranslated" summed over a ledger
facts() { sed -n 's/.*"segments":\([0-9]*\).*"untranslated":\([0-9]*\).*/\1 \2/p' "$1" | awk '{s += $1; u += $2} END {print s + 0, u + 0}'; }

for sample in "$top"/tests/sample/*.txt "$top"/tests/golden/*.txt; do
  [ -f "$sample" ] || continue
  t "APy: $(basename "$sample")"
  run translate --engine apertium-apy --url "$url" --to-lang ms --ledger "$tmp/ledger" "$sample"
  status 0
  read -r segments untranslated <<< "$(facts "$tmp/ledger")"
  is 0 "$untranslated"
  if [ "$segments" -gt 0 ]; then ok; else bad "no segment in the ledger"; fi
  # no token is left over, and no unknown word is marked
  lacks '⟦'
  lacks '*'
done

t "APy: names and amounts stand where they belong"
printf 'Menteri Sri Lestari membuka pasar di Surabaya.\n' > "$tmp/a.txt"
run translate --engine apertium-apy --url "$url" --to-lang ms "$tmp/a.txt"
status 0
has 'Sri Lestari'
has 'Surabaya'

t "APy: sixty sentences at once, none cut"
for i in $(seq 60); do echo "Kalimat nomor $i ditulis oleh Budi Santoso di Bandung pada pagi itu."; echo; done > "$tmp/long.txt"
run translate --engine apertium-apy --url "$url" --to-lang ms --concurrency 8 "$tmp/long.txt"
status 0
is 60 "$(grep -c 'Budi Santoso' "$tmp/out")"

t "APy: a pair that is not installed"
run translate --engine apertium-apy --url "$url" "$tmp/a.txt"
status 5
err_has 'not installed'
is "$(cat "$tmp/a.txt")" "$out"

t "APy: probe"
run probe apertium-apy --url "$url" --to-lang ms --dry-run
status 0
has 'brackets'
finish
