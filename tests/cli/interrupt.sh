#!/usr/bin/env bash
# A run that is interrupted: no paid answer is thrown away, nothing half is written, and the same
# command goes on where it stopped.
. "$(dirname "$0")/lib.sh"
. "$top/tests/support/stub.sh"
cd "$tmp" || exit 2
stub_profile quick.json 4000
mkdir in
# 24 documents of 4 paragraphs, 96 different segments; in requests of two at the most
for i in $(seq 101 124); do
  for k in 1 2 3 4; do printf 'Warga desa nomor %d%d telah hadir di balai kota bersama tetangga mereka.\n\n' "$i" "$k"; done > "in/$i.txt"
  printf '{"id":%d,"text":"Petani desa nomor %d menjual beras di pasar pagi itu."}\n' "$i" "$i"
done > in.jsonl
segments=96

# begin ARGS...: runs sulih behind; the shell has INT ignored for what runs there
begin() {
  : > "$stub_log"
  env --default-signal=INT "$sulih" translate --engine "$tmp/quick.json" --concurrency 4 "$@" > "$tmp/out" 2> "$tmp/err" < /dev/null &
  pid=$!
}
# watching: waits until the program behind watches for SIGINT; before that a signal may hit the shell that becomes it
watching() { until [ "$(cat "/proc/$pid/comm")" = sulih ] && grep -q 'SigCgt:.*[2367abef]$' "/proc/$pid/status"; do sleep 0.005; done; }
# when N: waits until the server had N requests; end SIGNAL: sends it and waits; $status is the shell's
when() { for _ in $(seq 2000); do [ "$(wc -l < "$stub_log")" -ge "$1" ] && return; sleep 0.005; done; bad 'the server was not asked'; }
end() { kill -s "$1" "$pid" 2> /dev/null; wait "$pid"; status=$?; out=$(cat "$tmp/out"); err=$(cat "$tmp/err"); }
asked() { awk '{ n += $2 } END { print n + 0 }' "$stub_log"; } # texts since begin
kept() { "$sulih" tm | awk 'NR > 1 { n += $2 } END { print n + 0 }'; }
fresh() { export SULIH_STORE=$tmp/$1.db; }
number() { sed -n "s/.*$1.*/\\1/p" "$tmp/err"; }

stub_start --delay 60
url=$stub/m/ok/translate
"$sulih" translate --engine quick.json --url "$url" --concurrency 8 in -o whole || bad 'the run without an end'
"$sulih" translate --engine quick.json --url "$url" --concurrency 8 in.jsonl -o whole.jsonl || bad 'the run without an end'

for signal in INT:130 TERM:143 HUP:129; do
  t "SIG${signal%:*} into a folder"; fresh "${signal%:*}"; rm -rf out.d
  begin --url "$url" in -o out.d; when 12; end "${signal%:*}"; first=$(asked)
  status "${signal#*:}"; err_has "interrupted by SIG${signal%:*}: "; err_has 'goes on from there'
  is yes "$([ "$first" -lt $segments ] && echo yes)"
  # each answer that came is kept, also those to requests that were under way
  is "$first" "$(kept)"; is "$first" "$(number ' \([0-9]*\) answers are in the store')"
  is "$(find out.d -type f | wc -l | tr -d ' ')" "$(number ': \([0-9]*\) documents were written')"
  is yes "$([ "$(find out.d -type f | wc -l)" -ge 1 ] && echo yes)"
  for f in out.d/*; do is '' "$(cmp "$f" "whole/${f#out.d/}" 2>&1)"; done
  # the same command: the rest is asked for, once
  begin --url "$url" in -o out.d; wait "$pid"; is 0 $?; is '' "$(cat "$tmp/err")"
  is $((segments - first)) "$(asked)"; is '' "$(diff -r whole out.d)"
done

t 'on standard output: whole documents, in order'; fresh pipe
begin --url "$url" --from jsonl in.jsonl; when 6; end INT; first=$(asked); status 130
is yes "$([ "$(wc -l < out)" -ge 1 ] && [ "$(wc -l < out)" -lt 24 ] && echo yes)"
is "$(head -n "$(wc -l < out)" whole.jsonl)" "$out"; is "$first" "$(kept)"
t 'one file: the older one stays until the new one is whole'; fresh one; printf 'lama\n' > one.jsonl
begin --url "$url" in.jsonl -o one.jsonl; when 2; end INT; status 130; is lama "$(cat one.jsonl)"; err_has ': 0 documents were written'
is '' "$(find . -name '*.sulih-*')"
begin --url "$url" in.jsonl -o one.jsonl; wait "$pid"; is 0 $?; is '' "$(cmp one.jsonl whole.jsonl 2>&1)"
t 'older outputs stay too'; fresh older; mkdir older; for f in in/*; do printf 'lama\n' > "older/${f#in/}"; done
begin --url "$url" in -o older; when 10; end TERM; status 143
for f in older/*; do [ "$(cat "$f")" = lama ] || is '' "$(cmp "$f" "whole/${f#older/}" 2>&1)"; done
t 'a ledger names what was written, a line a document'; fresh ledger
begin --url "$url" in -o out.l -l l.jsonl; when 10; end INT; is "$(cd out.l && ls | sed 's|^|in/|')" "$(sed 's|^{"id":"\([^"]*\)".*|\1|' l.jsonl)"

t 'a second signal ends at once'; fresh second
begin --url "$stub/m/hang/translate" in -o out.2; when 4; kill -s INT "$pid"
for _ in $(seq 400); do grep -q 'second signal' err && break; sleep 0.005; done
began=$(date +%s%N); end INT; status 130; is yes "$([ $(($(date +%s%N) - began)) -lt 2000000000 ] && echo yes)"
is '' "$(find . -name '*.sulih-*')"; is no "$([ -e out.2 ] && echo yes || echo no)"; is 0 "$(grep -c interrupted err)"; err_has 'waiting for 4 requests under way, 4 s at most'
t 'a kill loses what is under way at most: four requests of two texts'; fresh killed
begin --url "$url" in -o out.k; when 16; kill -KILL "$pid"; wait "$pid" 2> /dev/null; first=$(kept); is yes "$([ $(($(asked) - first)) -le 8 ] && [ "$first" -ge 16 ] && echo yes)"
begin --url "$url" in -o out.k; wait "$pid"; is 0 $?; is $((segments - first)) "$(asked)"; is '' "$(diff -r whole out.k)"
t 'an answer that does not come is waited for as long as the profile says'
sed 's/"total_ms": 4000/"total_ms": 700/' quick.json > short.json; began=$(date +%s%N)
begin --url "$stub/m/hang/translate" --engine short.json in -o out.3; when 4; end INT; status 130; err_has '1 s at most'
is yes "$([ $(($(date +%s%N) - began)) -lt 3000000000 ] && echo yes)"; is 4 "$(wc -l < "$stub_log" | tr -d ' ')"
t 'what cannot be written ends the run, and what is under way is kept all the same'; fresh full; mkdir -p shut/104.txt
begin --url "$url" in -o shut; wait "$pid"; is 4 $?; err=$(cat err); err_has '104.txt'; err_has 'answers are in the store, and the same command goes on'; is "$(asked)" "$(kept)"
first=$(asked); rmdir shut/104.txt; begin --url "$url" in -o shut; wait "$pid"; is 0 $?; is $((segments - first)) "$(asked)"; is '' "$(diff -r whole shut)"
t 'nor does a reader that goes away'; fresh head; : > "$stub_log"
"$sulih" translate --engine quick.json --concurrency 4 --url "$url" in.jsonl 2> err | head -n 1 > out; is 4 "${PIPESTATUS[0]}"; is "$(head -n 1 whole.jsonl)" "$(cat out)"; is "$(asked)" "$(kept)"
t 'extract: XLIFF that is sound, of the documents that are whole'; fresh xliff; : > "$stub_log"
env --default-signal=INT "$sulih" extract --engine quick.json --url "$url" --concurrency 4 in.jsonl > out 2> err & pid=$!
when 6; end INT; status 130; first=$(asked); "$sulih" merge out > merged; is 0 $?; is yes "$([ "$(wc -l < merged)" -ge 1 ] && [ "$(wc -l < merged)" -lt 24 ] && echo yes)"
is "$(head -n "$(wc -l < merged)" whole.jsonl)" "$(cat merged)"; is "$first" "$(kept)"
t 'without a store'; SULIH_STORE=none; export SULIH_STORE
begin --url "$url" in -o out.4; when 8; end INT; status 130; err_has 'without a store'
kill "$stub_pid"; stub_stop # its answers take their time

t 'no retry is begun, and nobody waits for Retry-After'; stub_start; fresh retry
for mode in 429-after 503 500; do
  began=$(date +%s%N)
  begin --url "$stub/m/$mode/translate" --engine "$tmp/quick.json" in -o out.5; when 1; sleep 0.05; end INT; first=$(wc -l < "$stub_log")
  # a server that fails at once may have been given up before
  [ "$mode" = 500 ] || { status 130; err_has 'interrupted'; is '' "$(find out.5 -type f 2> /dev/null)"; }
  is yes "$([ $(($(date +%s%N) - began)) -lt 900000000 ] && echo yes)"; is "$first" "$(wc -l < "$stub_log")"
done
stub_stop

# documents that come one after the other
t 'an input that is waited for'; fresh wait; mkfifo line
for c in 'translate -e echo' 'segment' 'protect -j 2' 'normalize' 'normalize --json'; do
  rm -f out
  # shellcheck disable=SC2086
  env --default-signal=INT "$sulih" $c --from jsonl < line > out 2> err &
  pid=$!; exec 8> line; watching
  case $c in normalize) printf 'Ia datang.\n' >&8 ;; *) printf '{"text":"Ia datang."}\n{"text":"Ia per' >&8 ;; esac
  case $c in 'normalize') ;; *) for _ in $(seq 400); do [ -s out ] && break; sleep 0.005; done; is 1 "$(wc -l < out | tr -d ' ')" ;; esac
  end INT; exec 8>&-; status 130; err_has 'interrupted by SIGINT'; is 0 "$(grep -c 'others not' err)"
done

t 'a pipe that nobody opens'; for d in . out.p; do
  env --default-signal=INT "$sulih" segment in/101.txt line in/102.txt -o $d/ 2> err & pid=$!
  watching; until [ "$(cat /proc/$pid/wchan 2> /dev/null)" != 0 ]; do sleep 0.005; done; sleep 0.05; end INT; status 130; is 0 "$(grep -c 'cannot be opened' err)"
  is 1 "$(find $d -maxdepth 1 -name '10?.txt' | wc -l | tr -d ' ')"
done
t 'filters without an engine: nothing half, nothing left behind'
yes "$(cat in.jsonl)" | head -n 72000 > long.jsonl
for jobs in 1 3; do
  for c in segment protect; do
    rm -rf out.6; mkdir out.6; printf 'lama\n' > out.6/long.jsonl
    env --default-signal=INT "$sulih" $c -j $jobs long.jsonl -o out.6 2> err & pid=$!
    watching; end INT; status 130; is lama "$(cat out.6/long.jsonl)"; is 1 "$(find out.6 | tail -n +2 | wc -l | tr -d ' ')"
    rm -f out; env --default-signal=INT "$sulih" $c --json -j $jobs long.jsonl > out 2> err & pid=$!
    for _ in $(seq 400); do [ -s out ] && break; sleep 0.005; done; end INT; status 130
    is 0 "$(grep -vc '^{"id".*}$' out)"; is 1 "$(tail -c 1 out | wc -l | tr -d ' ')"
    is "$(wc -l < out | tr -d ' ')" "$(number ': \([0-9]*\) documents were written')"
  done
done
t 'a signal that is ignored stays so'; (trap '' INT; "$sulih" segment in -o out.7 & pid=$!; kill -s INT "$pid"; wait "$pid"); is 0 $?; is 24 "$(find out.7 -type f | wc -l | tr -d ' ')"
finish
