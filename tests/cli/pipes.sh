#!/usr/bin/env bash
# Filters in a live pipeline: a document that is there is answered, whatever may still come and however many threads there are.
. "$(dirname "$0")/lib.sh"
. "$top/tests/support/stub.sh"
cd "$tmp" || exit 2
mkfifo line
stub_start
stub_profile quick.json 4000

# lines N: waits until so many are in out
lines() { for _ in $(seq 1000); do [ "$(wc -l < out)" -ge "$1" ] && break; sleep 0.005; done; is "$1" "$(wc -l < out | tr -d ' ')"; }
# live ARGS...: sulih behind, its input is file descriptor 8
live() { rm -f out; : > out; "$sulih" "$@" --from jsonl < line > out 2> err & pid=$!; exec 8> line; }
over() { exec 8>&-; wait "$pid"; status=$?; err=$(cat err); out=$(cat out); }

for c in 'segment --json' 'segment --json -j 2' 'protect --json -j 4' 'normalize --json -j 2' 'translate -e echo' 'translate -e echo -j 3' "translate -e $tmp/quick.json --url $stub/m/ok/translate -j 2"; do
  t "$c: each is answered before the next one comes"
  # shellcheck disable=SC2086
  live $c
  for i in 1 2 3 4 5; do printf '{"id":%d,"text":"Ia pergi ke pasar desa."}\n' "$i" >&8; lines "$i"; done
  t "$c: also when several come at once, and the next one in pieces"
  for i in 6 7 8 9; do printf '{"id":%d,"text":"Ia pergi ke pasar desa."}\n' "$i"; done > some
  { cat some; printf '\n\n{"id":10,"text":"Ia per'; } >&8; lines 9
  printf 'gi."}\n' >&8; lines 10
  t "$c: a last line without its end"; printf '{"id":11,"text":"Ia pulang."}' >&8; over; status 0; is "$(seq 11)" "$(sed 's/^{"id":\([0-9]*\).*/\1/' <<< "$out")"
done
t 'a record that is none does not hold up the others'; live segment --json -j 2; printf '{"text":1}\n{"text":"Ia datang."}\n' >&8; lines 1; over; status 4; err_has ':1: the record has no member "text"'
t 'answers are not kept waiting for a document that may come in an hour'; live translate -e "$tmp/quick.json" --url "$stub/m/slow/translate"
printf '{"text":"Ia pergi."}\n' >&8; sleep 0.1; printf '{"text":"Ia pulang."}\n{"te' >&8; lines 2; printf 'xt":"Ia datang."}\n' >&8; over; status 0; is 3 "$(wc -l < out | tr -d ' ')"
t 'several inputs, one of them a pipe'; printf 'Ia datang.\n' > a.txt; printf 'Ia pergi.\n' | "$sulih" segment -j 2 a.txt - a.txt > out; is $'Ia datang.\n\nIa pergi.\n\nIa datang.' "$(cat out)"
stub_stop
finish
