#!/usr/bin/env bash
# A translation memory that will not do: what is wrong is said, and an answer that was paid for waits for it or is counted.
. "$(dirname "$0")/lib.sh"
. "$top/tests/support/stub.sh"
cd "$tmp" || exit 2
stub_profile quick.json 4000
for i in $(seq 101 140); do printf 'Warga desa nomor %d telah hadir di balai kota bersama tetangga mereka.\n\n' "$i"; done > a.txt
export SULIH_STORE=$tmp/kept.db
stub_start --delay 20
go() { : > "$stub_log"; run translate -e quick.json --url "$stub/m/ok/translate" --concurrency 4 a.txt; }
asked() { awk '{ n += $2 } END { print n + 0 }' "$stub_log"; }
kept() { "$sulih" tm | awk 'NR > 1 { n += $2 } END { print n + 0 }'; }
printf '<tmx version="1.4"><header srclang="id"/><body/></tmx>' > empty.tmx
new() { rm -f kept.db*; "$sulih" tm import empty.tmx > /dev/null; }
# hold SQL: another program that has done this to the store, and keeps it open until loose
hold() {
  rm -f hold.in hold.out; mkfifo hold.in
  "$build/tests/server/store_lock" kept.db "$1" < hold.in > hold.out & holder=$!; exec 7> hold.in
  for _ in $(seq 1000); do grep -q ready hold.out && return; sleep 0.005; done; bad 'no lock'
}
loose() { exec 7>&-; wait "$holder"; }
new; go; status 0; err_empty; whole=$out; is 40 "$(asked)"; is 40 "$(kept)"

# begin FILE: a run of which something is asked already
begin() { : > "$stub_log"; env --default-signal=INT "$sulih" translate -e quick.json --url "$stub/m/ok/translate" --concurrency 1 "$1" > out 2> err 7>&- & pid=$!; until [ "$(asked)" -gt 0 ]; do sleep 0.005; done; }
t 'another program writes for a while: answers wait in memory'; new; begin a.txt; hold 'BEGIN IMMEDIATE'
for _ in $(seq 2000); do grep -q 'wait in memory' err && break; sleep 0.005; done; loose
wait "$pid"; is 0 $?; err=$(cat err); err_has 'kept.db: another program has locked it; answers wait in memory'; is 1 "$(wc -l < err | tr -d ' ')"
is "$whole" "$(cat out)"; is 40 "$(asked)"; is 40 "$(kept)"
t 'it does so from the start: the run waits a little before it pays'; new; hold 'BEGIN IMMEDIATE'
: > "$stub_log"; "$sulih" translate -e quick.json --url "$stub/m/ok/translate" --concurrency 4 a.txt > out 2> err 7>&- & pid=$!
for _ in $(seq 2000); do grep -q 'waits for up to 5 s' err && break; sleep 0.005; done; is 0 "$(asked)"; loose
wait "$pid"; is 0 $?; err=$(cat err); err_has 'kept.db: another program has locked it; this run waits'; is 1 "$(wc -l < err | tr -d ' ')"; is "$whole" "$(cat out)"; is 40 "$(asked)"; is 40 "$(kept)"
t 'and goes on when that does not end'; new; hold 'BEGIN IMMEDIATE'
: > "$stub_log"; "$sulih" translate -e quick.json --url "$stub/m/ok/translate" --concurrency 4 a.txt > out 2> err 7>&- & pid=$!
for _ in $(seq 2000); do [ "$(asked)" -eq 40 ] && break; sleep 0.005; done; is 40 "$(asked)"; loose; wait "$pid"; is 0 $?; is "$whole" "$(cat out)"; is 40 "$(kept)"
t 'what it holds is found all the while'; hold 'BEGIN IMMEDIATE'; go; loose; status 0; err_empty; is 0 "$(asked)"; is "$whole" "$out"
t 'a stop while it is locked'; new; for i in $(seq 1101 1400); do printf 'Warga desa nomor %d telah hadir di balai kota bersama tetangga mereka.\n\n' "$i"; done > long.txt; begin long.txt; hold 'BEGIN IMMEDIATE'
for _ in $(seq 2000); do grep -q 'wait in memory' err && break; sleep 0.005; done; kill -s INT "$pid"
for _ in $(seq 2000); do grep -q 'coming to an end' err && break; sleep 0.005; done; loose
wait "$pid"; is 130 $?; is "$(asked)" "$(kept)"; is yes "$(grep -q " $(asked) answers are in the store" err && echo yes)"

t 'a disk that is full: what is not kept is counted'; new; : > "$stub_log"
(trap '' XFSZ; ulimit -f 40; exec "$sulih" translate -e quick.json --url "$stub/m/ok/translate" --concurrency 4 a.txt > "$tmp/out" 2> "$tmp/err"); status=$?; err=$(cat err); status 0
err_has 'kept.db: '; err_has 'answers wait in memory'; is "$whole" "$(cat out)"
lost=$(sed -n 's/.*answers that could not be kept: \([0-9]*\);.*/\1/p' err); is yes "$([ "${lost:-0}" -gt 0 ] && echo yes)"; is 40 $(($(kept) + lost))
go; status 0; err_empty; is "$lost" "$(asked)"; is "$whole" "$out"; is 40 "$(kept)"

t 'and what is there is found on a full disk too, though the marks of its use are lost'
for i in $(seq 101 500); do printf 'Petani desa nomor %d menjual beras di pasar pagi itu.\n\n' "$i"; done > many.txt
"$sulih" translate -e quick.json --url "$stub/m/ok/translate" many.txt > many.out; : > "$stub_log"
(trap '' XFSZ; ulimit -f 33; exec "$sulih" translate -e quick.json --url "$stub/m/ok/translate" many.txt > "$tmp/out" 2> "$tmp/err"); status=$?; err=$(cat err); status 0; err_empty; is 0 "$(asked)"; is '' "$(cmp out many.out 2>&1)"
is yes "$("$sulih" tm | awk 'NR > 1 && $4 < 400 { print "yes" }')"

t 'a store of an older sulih is brought up to date, and what it holds serves'; new; go; is 40 "$(kept)"
hold 'ALTER TABLE translation DROP COLUMN said; DROP TABLE run; DROP TABLE claim; PRAGMA user_version = 1'; loose; go; status 0; err_empty; is 0 "$(asked)"; is "$whole" "$out"; is 40 "$(kept)"
t 'a store of a newer sulih'; hold 'PRAGMA user_version = 99'; loose; go; status 0; err_has 'kept.db: made by a newer sulih (schema 99'; err_has 'goes on without it'; is "$whole" "$out"
run tm; status 4; err_has 'newer sulih'
t 'a store that is none'; printf 'bukan basis data, sungguh bukan, sama sekali bukan\n' > kept.db; go; status 0; err_has 'kept.db: file is not a database'; is "$whole" "$out"
is 'bukan basis data, sungguh bukan, sama sekali bukan' "$(cat kept.db)"
t 'what is no text, or nothing, is asked for again'; new; go; "$build/tests/server/store_lock" kept.db "UPDATE translation SET masked = CAST(x'48E9' AS TEXT) WHERE hex(key) < '8'; UPDATE translation SET masked = '' WHERE hex(key) >= '8'" < /dev/null > /dev/null
: > "$stub_log"; go; status 0; err_empty; is 40 "$(asked)"; is "$whole" "$out"
t 'a folder, and one that cannot be made'; rm -f kept.db*; mkdir kept.db; go; status 0; err_has 'kept.db: cannot be opened'; rmdir kept.db
SULIH_STORE=$tmp/a.txt/s.db; go; status 0; err_has 'a.txt/s.db: '; err_has 'goes on without it'; is "$whole" "$out"; SULIH_STORE=$tmp/kept.db

# root may write everything: as somebody else, in a folder that all may enter
other=''
if [ "$(id -u)" = 0 ]; then other='setpriv --reuid 65534 --regid 65534 --clear-groups'; fi
open=$(mktemp -d "${TMPDIR:-/tmp}/sulih-open.XXXXXX"); chmod 755 "$open"
trap 'chmod -R u+w "$open"; rm -rf "$tmp" "$open"' EXIT
if $other test -x "$open" 2> /dev/null && $other "$sulih" --version > /dev/null 2>&1; then
  export SULIH_STORE=$open/in/kept.db
  cp quick.json a.txt "$open"; chmod 644 "$open"/*; mkdir "$open/in"; cd "$open" || exit 2
  "$sulih" translate -e quick.json --url "$stub/m/ok/translate" <(head -n 40 a.txt) > /dev/null; is 20 "$(kept)"
  serves() { : > "$stub_log"; $other "$sulih" translate -e quick.json --url "$stub/m/ok/translate" a.txt > "$tmp/out" 2> "$tmp/err"; status=$?; out=$(cat "$tmp/out") err=$(cat "$tmp/err"); status 0; is "$whole" "$out"; }
  t 'a store that this user may only read: it serves, and nothing is kept'; chmod 777 in; chmod 444 in/kept.db
  serves; is 20 "$(asked)"; err_has 'kept.db: this user may not write it; what it holds serves, no answer is kept'; err_has 'answers that could not be kept: 20'; is 20 "$(kept)"
  t 'and what came serves in the same run'; cat a.txt a.txt > twice.txt; chmod 644 twice.txt; : > "$stub_log"
  $other "$sulih" translate -e quick.json --url "$stub/m/ok/translate" --concurrency 1 a.txt twice.txt > "$tmp/out" 2> "$tmp/err"; is 0 $?; is 20 "$(asked)"
  t 'nor its folder'; chmod 555 in; serves; err_has 'in/kept.db: '; is 20 "$(asked)"; err_has 'what it holds serves, no answer is kept'
  t 'an older one that cannot be brought up to date serves too'; chmod 755 in; chmod 644 in/kept.db
  "$build/tests/server/store_lock" in/kept.db 'ALTER TABLE translation DROP COLUMN said; DROP TABLE run; DROP TABLE claim; PRAGMA user_version = 1' < /dev/null > /dev/null
  chmod 444 in/kept.db; chmod 555 in; serves; is 20 "$(asked)"; err_has 'what it holds serves, no answer is kept'
  t 'in a folder whose name an address would read otherwise'; chmod 755 in; cp -r in 'i?n#%41'; chmod 555 in 'i?n#%41'; SULIH_STORE="$open/i?n#%41/kept.db"; serves; is 20 "$(asked)"; err_has 'what it holds serves'; SULIH_STORE=$open/in/kept.db
  # an ordinary user has a home in the user database, where no test may write; nobody has none
  if [ -n "$other" ]; then
    t 'no home: the memory is not made where the run happens to be'; mkdir elsewhere; chmod 777 elsewhere; cd elsewhere || exit 2
    for home in '' relative; do
      : > "$stub_log"; $other env -u SULIH_STORE -u XDG_STATE_HOME -u XDG_CONFIG_HOME HOME=$home "$sulih" translate -e ../quick.json --url "$stub/m/ok/translate" ../a.txt > "$tmp/out" 2> "$tmp/err"; is 0 $?
      is 40 "$(asked)"; is 1 "$(grep -c 'store: ' "$tmp/err")"; is '' "$(find . -mindepth 1)"
    done
  fi
  cd "$open" || exit 2
  cd "$tmp" || exit 2
fi
stub_stop
finish
