#!/usr/bin/env bash
# merge, tm, probe interrupted or killed: an output is the older one or the new one, whole; the memory is never torn; nothing else is left.
. "$(dirname "$0")/lib.sh"
. "$top/tests/support/stub.sh"
cd "$tmp" || exit 2
unset SULIH_STORE
# begin ARGS...: sulih behind; the shell has INT ignored for what runs there
begin() { env --default-signal=INT "$sulih" "$@" > out 2> err & pid=$!; }
# watching: until it watches for SIGINT; before that a signal may hit the shell that becomes it
watching() { until [ "$(cat "/proc/$pid/comm" 2> /dev/null)" = sulih ] && grep -q 'SigCgt:.*[2367abef]$' "/proc/$pid/status"; do [ -e "/proc/$pid" ] || return; sleep 0.002; done; }
# begun: until it is sulih: a signal before that would end a shell, which takes the files of the test with it
begun() { until [ "$(cat "/proc/$pid/comm" 2> /dev/null)" = sulih ] || ! kill -0 "$pid" 2> /dev/null; do sleep 0.001; done; }
end() { kill -s "$1" "$pid" 2> /dev/null; wait "$pid" 2> /dev/null; status=$?; out=$(cat out); err=$(cat err); }
tidy() { is '' "$(find . -name '*.sulih-*')"; }

mkdir in xlf
for i in 1 2 3 4; do printf 'Warga desa nomor %d datang.\n' "$i" > "in/$i.txt"; done
"$sulih" extract --to-lang id --xliff-target source in -o xlf > /dev/null 2>&1 || bad extract
mkfifo pipe
t 'merge: an input that is waited for'; printf 'lama\n' > one.txt
for signal in INT:130 TERM:143 HUP:129; do
  begin merge pipe -o one.txt; watching; end "${signal%:*}"; status "${signal#*:}"; err_has "interrupted by SIG${signal%:*}: 0 of 1 files"; is lama "$(cat one.txt)"
done
begin merge pipe; exec 8> pipe; watching; head -c 300 xlf/1.xlf >&8; end INT; exec 8>&-; status 130; out_is ''
t 'merge: what was merged before is there, what was not is as it was'; mkdir older; for i in 1 2 3 4; do printf 'lama\n' > "older/$i.txt"; done
mkdir mixed; cp xlf/1.xlf xlf/2.xlf xlf/4.xlf mixed; mkfifo mixed/3.xlf
begin merge mixed/1.xlf mixed/2.xlf mixed/3.xlf mixed/4.xlf -o older
begun
for _ in $(seq 1000); do [ "$(cat older/1.txt)" != lama ] && break; sleep 0.005; done
end INT; status 130; err_has 'interrupted by SIGINT: 2 of 4 files'; is "$(cat in/1.txt)" "$(cat older/1.txt)"; is lama "$(cat older/3.txt)"; is lama "$(cat older/4.txt)"; tidy
t 'merge: what a pipe gives is read once, whatever its name'; begin merge mixed/1.xlf mixed/3.xlf -o piped; cat xlf/3.xlf > mixed/3.xlf; wait "$pid"; is 0 $?; is "$(cat in/3.txt)" "$(cat piped/3)"
t 'merge: the same again'; run merge xlf -o older; status 0; for i in 1 2 3 4; do is "$(cat "in/$i.txt")" "$(cat "older/$i.txt")"; done

t 'tm: signals at any time'
{ printf '<?xml version="1.0"?>\n<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="id" datatype="plaintext"/><body>\n'
  for i in $(seq 6000); do printf '<tu><tuv xml:lang="id"><seg>Warga desa nomor %d datang.</seg></tuv><tuv xml:lang="en"><seg>The people of village %d came.</seg></tuv></tu>\n' "$i" "$i"; done; printf '</body></tmx>\n'; } > many.tmx
count() { "$sulih" tm | awk 'NR > 1 { n += $2 } END { print n + 0 }'; }
"$sulih" tm import many.tmx > /dev/null; "$sulih" tm export -o whole.tmx; is 6000 "$(grep -c 'The people' whole.tmx)"
for signal in INT TERM KILL; do
  for pause in 0.002 0.01 0.02 0.03 0.05 0.08; do
    "$sulih" tm import many.tmx > /dev/null; printf 'lama\n' > out.tmx; begin tm export -o out.tmx; begun; sleep $pause; end "$signal"
    [ $signal != KILL ] || rm -f out.tmx.sulih-* # it may have hit the moment between two names
    [ "$(cat out.tmx)" = lama ] || is '' "$(cmp whole.tmx out.tmx 2>&1)"
    rm -rf state; begin tm import many.tmx; begun; sleep $pause; end "$signal"
    had=$(count); is yes "$([ "$had" -le 6000 ] && echo yes)"; case $out in '') ;; *) is 6000 "$had" ;; esac
    run tm import many.tmx; status 0; is 6000 "$(count)"
    begin tm forget --all; begun; sleep $pause; end "$signal"; had=$(count); is yes "$([ "$had" = 0 ] || [ "$had" = 6000 ] && echo yes)"
  done
done
tidy
t 'tm import: an input that is waited for'; rm -rf state; begin tm import pipe; exec 8> pipe; watching; head -n 100 many.tmx >&8; end INT; exec 8>&-; status 130; err_has 'pipe: interrupted by SIGINT'; is 0 "$(count)"

t 'probe: the older profile, or the new one whole, whatever hits it'; stub_start; stub_profile quick.json 4000; cp quick.json first.json
"$sulih" probe ./quick.json --url "$stub/m/ok/translate" > /dev/null; cp quick.json probed.json; is no "$(cmp -s first.json probed.json && echo yes || echo no)"; run engines check ./quick.json; status 0
for pause in 0.005 0.02 0.04 0.06 0.08 0.1 0.12 0.15; do
  cp first.json quick.json; begin probe ./quick.json --url "$stub/m/ok/translate"; begun; sleep $pause; end INT
  is yes "$(cmp -s first.json quick.json || "$sulih" engines check ./quick.json > /dev/null && echo yes)"; is '' "$(find . -name 'quick.json?*')"
done
stub_stop
t 'probe: written through a link, into folders that are made'; stub_start; mkdir -p far; cp first.json far/quick.json; ln -sf far/quick.json linked.json
run probe ./linked.json --url "$stub/m/ok/translate"; status 0; has 'written to ./linked.json'; is yes "$([ -L linked.json ] && echo yes)"; is no "$(cmp -s first.json far/quick.json && echo yes || echo no)"
t 'nor where it cannot be written'; mkdir -p shut.json; run probe quick.json --url "$stub/m/ok/translate" --dry-run; status 0; lacks 'written to'
cp first.json quick.json; err=$({ (trap '' XFSZ; ulimit -f 0; exec "$sulih" probe ./quick.json --url "$stub/m/ok/translate" > /dev/null); } 2>&1); is 4 $?; err_has 'quick.json: cannot be written'; is '' "$(cmp first.json quick.json 2>&1)"
stub_stop
t 'segment --export: whole or not at all'; printf 'lama\n' > rules.srx
(trap '' XFSZ; ulimit -f 1; exec "$sulih" segment --export srx -o rules.srx 2> err); status=$?; err=$(cat err); status 4; err_has 'rules.srx: cannot be written'; is lama "$(cat rules.srx)"
run segment --export srx -o rules.srx; status 0; run segment --export srx; is "$out" "$(cat rules.srx)"; run segment --export srx -o -; is "$out" "$(cat rules.srx)"
tidy
finish
