#!/usr/bin/env bash
# Documents are prepared and finished by other threads while the engine works: order, bytes, messages
# and statuses are those of one document after the other, also where something fails in the middle.
. "$(dirname "$0")/lib.sh"
. "$top/tests/support/stub.sh"
stub_start
cd "$tmp" || exit 2
stub_profile quick.json 4000
# documents of 1 to 40 paragraphs: the short are finished by the caller, the long by a thread
mkdir in
for i in $(seq 101 140); do
  for k in $(seq $((1 + i * 7 % 40))); do
    printf 'Bupati Sri Lestari membuka pasar nomor %d di Surabaya pada Kamis (%d/3/2024), dan %d warga telah hadir.\n\n' "$k" $((k % 28 + 1)) "$i"
  done > "in/$i.txt"
done
go() { run translate --engine "$tmp/quick.json" --url "$stub/m/$1/translate" --concurrency 8 "${@:2}"; }
# same FOLDER: what it holds is what the documents gave alone; but FOLDER PATTERN: without those
same() { is '' "$(diff -rq alone "$1" 2>&1)"; }
but() { is "$(diff -rq alone "$1" 2>&1 | grep -v ' alone' ; cd alone && ls $2)" "$(cd alone && for f in *; do [ -e "../$1/$f" ] || echo "$f"; done)"; }

t 'one document after the other, and all at once'
mkdir alone
for f in in/*.txt; do "$sulih" translate --engine "$tmp/quick.json" --url "$stub/m/ok/translate" "$f" -o "alone/${f#in/}" || bad "$f alone"; done
for jobs in '' '-j 1' '-j 3'; do
  # shellcheck disable=SC2086
  go ok in -o "all$jobs" --ledger ledger.jsonl $jobs; status 0; err_empty
  same "all$jobs"
  is "$(seq 101 140)" "$(sed "s|^{.id.:.in/\\([0-9]*\\).*|\\1|" ledger.jsonl)"
done
t 'on standard output, in order'; go ok in; status 0; is "$(cat alone/*.txt | md5sum)" "$(md5sum < "$tmp/out")"
t 'while the server asks to slow down'; go 429@50 in -o slowed; status 0; same slowed

t 'an unusable input in the middle'; cp -r in broken; printf 'Satu dua tiga\0empat lima.' > broken/120.txt
for jobs in 1 3; do
  go ok broken -o "rest$jobs" -j "$jobs"; status 4; err_has '120.txt'; is 1 "$(grep -c . "$tmp/err")"
  but "rest$jobs" 120.txt
done
t 'and one that is not there'; rm broken/120.txt; ln -s nowhere broken/120.txt; go ok broken -o rest4; status 4; err_has '120.txt'
but rest4 120.txt

t 'an output that cannot be written ends the run'; mkdir -p shut/out/120.txt; go ok in -o shut/out; status 4; err_has '120.txt'
is "$(seq 101 119)" "$(find shut/out -type f | sort | tr -dc '0-9\n')"
t 'a disk that is full'; (trap '' XFSZ; ulimit -f 3; "$sulih" translate --engine quick.json --url "$stub/m/ok/translate" in -o full 2> "$tmp/err"); status=$?; err=$(cat "$tmp/err")
status 4; err_has '102.txt: cannot be written'; is 1 "$(grep -c . "$tmp/err")"; is full/101.txt "$(find full -type f)"
t 'nor a folder'; printf 'x' > file; go ok in -o file/out; status 4; err_has 'file/out'

t 'an engine that is not there'; run translate --engine "$tmp/quick.json" --url http://127.0.0.1:1/translate in -o down; status 5; err_has 'nothing listens'
is '' "$(diff -rq in down)"
t 'an engine whose quota ends in the middle'; go 456@9 in -o quota; status 5; is 40 "$(find quota -type f | wc -l | tr -d ' ')"
err_has 'the quota is spent'; is 1 "$(grep -c 'quota is spent' "$tmp/err")"

for signal in INT TERM; do
  t "SIG$signal"; rm -rf stopped
  # a server that takes its time, so that documents are under way in every stage; the shell has INT ignored for what runs behind it
  env --default-signal=INT "$sulih" translate --engine "$tmp/quick.json" --url "$stub/m/slow@9/translate" --concurrency 2 in -o stopped --ledger stopped.jsonl 2> "$tmp/err" &
  pid=$!
  sleep 1
  kill -s "$signal" "$pid"; wait "$pid"; status=$?; is "$signal" "$(kill -l "$status")"
  # what is there is whole, and nothing else; the ledger ends with a line end
  is 1 "$(tail -c 1 stopped.jsonl | wc -l)"
  is '' "$(find stopped -name '*sulih*' 2> /dev/null)"
  for f in stopped/*.txt; do [ ! -e "$f" ] || is '' "$(cmp "$f" "alone/${f#stopped/}" 2>&1)"; done
done
t 'a killed run goes on where it stopped'; : > "$stub_log"
kept() { SULIH_STORE=$tmp/kept.db "$sulih" tm | awk '{ n = $2 } END { print n + 0 }'; }
SULIH_STORE=$tmp/kept.db "$sulih" translate --engine "$tmp/quick.json" --url "$stub/m/slow@9/translate" --concurrency 2 in -o killed 2> "$tmp/err" &
pid=$!
for _ in $(seq 100); do [ "$(wc -l < "$stub_log")" -ge 30 ] && break; sleep 0.1; done
kill -KILL "$pid"; wait "$pid" 2> /dev/null
before=$(kept); is yes "$([ "${before:-0}" -ge 20 ] && echo yes)"
export SULIH_STORE=$tmp/kept.db; : > "$stub_log"
go ok in -o goes-on; status 0; same goes-on; is yes "$([ "$(kept)" -gt "$before" ] && echo yes)"
: > "$stub_log"; go ok in -o again; status 0; same again; is 0 "$(wc -l < "$stub_log" | tr -d ' ')"
export SULIH_STORE=none
stub_stop
finish
