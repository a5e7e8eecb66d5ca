#!/usr/bin/env bash
# The same words in many places are paid for once, also while their first answer is still under way.
. "$(dirname "$0")/lib.sh"
. "$top/tests/support/stub.sh"
cd "$tmp" || exit 2
stub_profile quick.json 4000
# 40 documents of five paragraphs: one of their own, three that all have, one of these twice; 43 different ones
mkdir in
for i in $(seq 101 140); do
  printf 'Petani desa nomor %d menjual beras di pasar.\n\n' "$i" > "in/$i.txt"
  for k in 1 2 3 2; do printf 'Petugas nomor %d membagikan makanan dan air bersih di Surabaya.\n\n' "$k" >> "in/$i.txt"; done
done
go() { : > "$stub_log"; run translate --engine "$tmp/quick.json" --url "$stub/m/$1/translate" --concurrency 64 "${@:2}"; }
# behind ARGS...: the same behind, four requests at a time; the shell has INT ignored for what runs there
behind() {
  : > "$stub_log"
  env --default-signal=INT "$sulih" translate --engine quick.json --url "$stub/m/ok/translate" --concurrency 4 "$@" > out 2> err & pid=$!
}
when() { for _ in $(seq 2000); do [ "$(wc -l < "$stub_log")" -ge "$1" ] && return; sleep 0.005; done; bad 'the server was not asked'; }
asked() { awk '{ n += $2 } END { print n + 0 }' "$stub_log"; } # texts since go
kept() { "$sulih" tm | awk 'NR > 1 { n += $2 } END { print n + 0 }'; }
same() { is '' "$(diff -rq out.1 "$1" 2>&1)"; }

# all are under way before the first answer comes
stub_start --delay 300
t 'in many documents at once'
for jobs in 1 3; do go ok in -o "out.$jobs" -j "$jobs" --ledger ledger.jsonl; status 0; err_empty; is 43 "$(asked)"; done
same out.3; is 80 "$(cat out.1/*.txt | grep -c '^Petugas nomor 2 membagikan makanan and air bersih di Surabaya.$')"
t 'each is what it is alone'; for i in 101 140; do go ok "in/$i.txt"; status 0; is 4 "$(asked)"; is "$(cat "out.1/$i.txt")" "$out"; done
t 'the ledger counts what was sent where it was sent'
is 40 "$(wc -l < ledger.jsonl | tr -d ' ')"; sent=$(sed 's/.*"characters":\([0-9]*\).*/\1/' ledger.jsonl)
is yes "$(echo "$sent" | awk 'NR == 1 { first = $1 } NR > 1 && $1 * 4 > first { bad = 1 } END { print bad ? "no" : "yes" }')"
t 'with a store: a row each, and nothing more to ask for'; export SULIH_STORE=$tmp/kept.db
go ok in -o out.s -j 2; status 0; err_empty; is 43 "$(asked)"; is 43 "$(kept)"; same out.s
go ok in -o out.t; status 0; is 0 "$(asked)"; same out.t
export SULIH_STORE=none
t 'extract'; : > "$stub_log"; run extract --engine quick.json --url "$stub/m/ok/translate" --concurrency 64 --xliff-target mt in -o x; status 0; is 43 "$(asked)"
run merge x/*.xlf; is "$(cat out.1/*.txt)" "$out"
t 'in one document, more of them than the line holds'
for i in $(seq 3000); do printf 'Warga nomor %d datang.\n\n' $((i % 30)); done > many.txt
go ok many.txt; status 0; is 30 "$(asked)"; is '' "$(cmp many.txt out 2>&1)"
t 'in many short ones: what waits fills no place in the line'; export SULIH_STORE=$tmp/many.db
for i in $(seq 4000); do printf '{"id":%d,"text":"Petugas membagikan makanan."}\n{"id":%d,"text":"Warga nomor %d datang."}\n' "$i" "$i" $((i % 300)); done > many.jsonl
go ok many.jsonl -o many.out; status 0; is 8000 "$(wc -l < many.out | tr -d ' ')"; is 301 "$(asked)"
export SULIH_STORE=none

t 'SIGINT: what is whole with the answers under way is written, and the same command goes on'; export SULIH_STORE=$tmp/stopped.db
behind in -o stopped; when 5; kill -s INT "$pid"; wait "$pid"; is 130 $?; first=$(asked); is "$first" "$(kept)"; is yes "$([ "$first" -lt 43 ] && echo yes)"
for f in stopped/*; do is '' "$(cmp "$f" "out.1/${f#*/}" 2>&1)"; done
go ok in -o stopped; status 0; is $((43 - first)) "$(asked)"; same stopped
t 'a kill'; export SULIH_STORE=$tmp/killed.db
behind in -o killed; when 8; kill -KILL "$pid"; wait "$pid" 2> /dev/null; first=$(kept); go ok in -o killed; status 0; is $((43 - first)) "$(asked)"; same killed
t 'an output that cannot be written'; export SULIH_STORE=$tmp/shut.db; mkdir -p shut/104.txt
behind in -o shut; wait "$pid"; is 4 $?; first=$(asked); is "$first" "$(kept)"; rmdir shut/104.txt; go ok in -o shut; status 0; is $((43 - first)) "$(asked)"; same shut
export SULIH_STORE=none
kill "$stub_pid"; stub_stop 2> /dev/null

stub_start
t 'a live pipe: each is answered before the next comes'; mkfifo line
"$sulih" translate --engine quick.json --url "$stub/m/ok/translate" --from jsonl -j 2 < line > out 2> err & pid=$!; exec 8> line
for i in $(seq 5); do
  printf '{"text":"Ia pergi ke pasar. Ia pergi ke pasar."}\n' >&8
  for _ in $(seq 1000); do [ "$(wc -l < out)" -ge "$i" ] && break; sleep 0.005; done; is "$i" "$(wc -l < out | tr -d ' ')"
done
exec 8>&-; wait "$pid"; is 0 $?
t 'a server in trouble'; for mode in 429@5 500@7 reset@6 half-json@5; do go "$mode" in -o "out.$mode" -j 2; status 0; same "out.$mode"; done
t 'words that no engine takes: two are tried, and each document says what became of its own'; mkdir poison
for i in $(seq 101 120); do printf 'Petani desa nomor %d menjual beras.\n\nKabar tentang RACUN itu tidak benar.\n' "$i" > "poison/$i.txt"; done
go ok poison/101.txt; status 1; sole=$(grep -c poisoned "$stub_log"); err_has '1 segment stands in Indonesian'
go ok poison -o poison.out; status 1; err_has '20 segments stand in Indonesian'; is 20 "$(find poison.out -type f | wc -l | tr -d ' ')"
is yes "$([ "$(grep -c poisoned "$stub_log")" -le $((2 * sole + 4)) ] && echo yes)"
is 20 "$(grep -c 'segment-untranslated: the source stands in its place: .*poisoned' err)"; is '' "$(diff -rq poison poison.out 2>&1)"
t 'what is doubtful of an answer is said wherever it serves: beside the first, from the memory, in the next run'
export SULIH_STORE=$tmp/doubt.db; mkdir doubt; for i in 1 2 3; do printf 'Warga desa telah hadir di balai kota.\n' > "doubt/$i.txt"; done
doubts() { is 3 "$(grep -c '"id":"reply-suspect","level":"warning","start":0,"end":37,"message":"the answer may lack its end"' ledger.jsonl)"; is "$1" "$(grep -c '"id":"segment-retried"' ledger.jsonl)"; }
go no-end doubt -o doubt.out --ledger ledger.jsonl; status 0; doubts 3; is 2 "$(asked)"
go no-end doubt -o doubt.out --ledger ledger.jsonl; status 0; doubts 0; is 0 "$(asked)"
export SULIH_STORE=none
t 'an engine that is not there'; run translate --engine quick.json --url http://127.0.0.1:1/translate in -o down; status 5; err_has '200 segments stand in Indonesian'
is '' "$(diff -rq in down 2>&1)"; is 1 "$(grep -c 'nothing listens' err)"
t 'a quota that ends in the middle'; go 456@5 in -o quota; status 5; is 40 "$(find quota -type f | wc -l | tr -d ' ')"; is 1 "$(grep -c 'quota is spent' err)"
stub_stop

t 'behind other words they mean another thing, where the engine is told of them'; export SULIH_SECRET_DEEPL=test-key; stub_start --key test-key
printf 'Menteri Sri Lestari datang. Dia menolak.\n' > sri.txt; printf 'Menteri Budi Santoso datang. Dia menolak.\n' > budi.txt; cp sri.txt again.txt
for files in 'sri.txt budi.txt' 'sri.txt budi.txt again.txt'; do
  : > "$stub_log"
  # shellcheck disable=SC2086
  run translate --engine deepl-free --url "$stub/p/deepl-free/v2/translate" $files; status 0; is 4 "$(asked)"
done
stub_stop
finish
