#!/usr/bin/env bash
# Two runs on one translation memory pay for a text once, and one that is killed does not stop the other.
. "$(dirname "$0")/lib.sh"
. "$top/tests/support/stub.sh"
cd "$tmp" || exit 2
stub_profile quick.json 4000
mkdir in
for d in $(seq 1 12); do for i in $(seq 101 110); do printf 'Warga desa nomor %d%d telah hadir di balai kota bersama tetangga mereka.\n\n' "$d" "$i"; done > "in/$d.txt"; done
stub_start --delay 60
export SULIH_STORE=$tmp/kept.db
printf '<tmx version="1.4"><header srclang="id"/><body/></tmx>' > empty.tmx
go() { "$sulih" translate -e quick.json --url "$stub/m/ok/translate" --concurrency 4 -o "$1" "${2:-in}" 2> "$1.err"; }
asked() { awk '{ n += $2 } END { print n + 0 }' "$stub_log"; }
kept() { "$sulih" tm | awk 'NR > 1 { n += $2 } END { print n + 0 }'; }
claims() { "$build/tests/server/store_lock" kept.db "$1" < /dev/null > /dev/null; }
new() { rm -rf kept.db* a b; : > "$stub_log"; }
t 'one run'; go one; is 0 $?; is 120 "$(asked)"; is '' "$(cat one.err)"

t 'two that start together on a new memory'; new; go a & first=$!; go b; is 0 $?; wait "$first"; is 0 $?
is 120 "$(asked)"; is 120 "$(kept)"; is '' "$(cat a.err b.err)"; is '' "$(diff -r a one && diff -r b one)"
# held_while COMMAND...: another program has the memory's lock, and lets it go 0.5 s after the runs began
held_while() { rm -f hold.in hold.out; mkfifo hold.in; "$build/tests/server/store_lock" kept.db 'BEGIN IMMEDIATE' < hold.in > hold.out & holder=$!; exec 7> hold.in
  until grep -q ready hold.out; do sleep 0.005; done; "$@"; sleep 0.5; exec 7>&-; wait "$holder"; }
both() { go a 7>&- & first=$!; go b 7>&- & second=$!; }
t 'two that start while it is locked: of two that see nobody, the later one looks again'; new; "$sulih" tm import empty.tmx > tm.out; held_while both; wait "$first"; is 0 $?; wait "$second"; is 0 $?
is 120 "$(asked)"; is 120 "$(kept)"; is '' "$(cat a.err b.err)"; is '' "$(diff -r a one && diff -r b one)"
other() { go b 7>&- & second=$!; }
t 'it is locked when the second comes: that waits, and what the first could not keep yet is claimed as well'; new; go a & first=$!; until [ "$(asked)" -ge 8 ]; do sleep 0.01; done
held_while other; wait "$first"; is 0 $?; wait "$second"; is 0 $?; is 120 "$(asked)"; is 120 "$(kept)"; is '' "$(diff -r a one && diff -r b one)"
t 'of which nothing is left there'; is yes "$(claims 'SELECT 1 / ((SELECT count(*) FROM run) + (SELECT count(*) FROM claim) = 0)' && echo yes)"
t 'the second comes later, with other documents too'; new; mkdir -p more; cp in/*.txt more; printf 'Petani menjual beras di pasar pagi itu.\n' > more/0.txt
go a & first=$!; sleep 0.2; go b more; is 0 $?; wait "$first"; is 0 $?; is 121 "$(asked)"; is '' "$(cat a.err b.err)"; rm b/0.txt; is '' "$(diff -r a one && diff -r b one)"
t 'one is killed: the other goes on, and asks for what was under way'; new; "$sulih" translate -e quick.json --url "$stub/m/ok/translate" --concurrency 4 -o a in 2> a.err & first=$!
go b & second=$!; sleep 0.25; kill -9 "$first"; wait "$first" 2> /dev/null
claims 'UPDATE run SET until = 0' # its time passes
wait "$second"; is 0 $?; is '' "$(diff -r b one)"; is 120 "$(kept)"; is yes "$([ "$(asked)" -le 136 ] && echo yes)"

t 'one is interrupted: the other asks for the rest'; new; env --default-signal=INT "$sulih" translate -e quick.json --url "$stub/m/ok/translate" --concurrency 4 -o a in 2> a.err & first=$!
go b & second=$!; sleep 0.25; kill -s INT "$first"; wait "$first"; is 130 $?; wait "$second"; is 0 $?; is '' "$(diff -r b one)"; is 120 "$(asked)"
t 'the memory is only read: what it holds serves, and nothing is told'; chmod 444 kept.db; : > "$stub_log"
[ -w kept.db ] || { go a; is 0 $?; is 0 "$(asked)"; }; chmod 644 kept.db
t 'a dry run claims nothing'; new; go a & first=$!; sleep 0.2; "$sulih" translate -n -e quick.json in > dry; is 0 $?; wait "$first"; is 120 "$(asked)"; is yes "$(grep -q 'documents *12' dry && echo yes)"
t 'a memory of an older sulih learns to hold claims'; new; go a; claims 'DROP TABLE run; DROP TABLE claim; PRAGMA user_version = 2'; rm -rf a b; go a & first=$!; go b; is 0 $?; wait "$first"; is 120 "$(asked)"
stub_stop
finish
