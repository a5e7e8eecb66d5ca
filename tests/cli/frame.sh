#!/usr/bin/env bash
# The frame of the command line: help, version, wrong usage, configuration, secrets of nobody.
. "$(dirname "$0")/lib.sh"
cd "$tmp" || exit 2

t help; run --help; status 0; has 'usage: sulih COMMAND'; has 'translate'; err_empty
t version; run --version; status 0; has 'sulih '
t 'no command'; run; status 2; err_has 'usage: sulih COMMAND'; out_is ''
t 'unknown command'; run terjemah; status 2; err_has "no command 'terjemah'"
for c in translate extract merge normalize segment protect; do
  t "$c --help"; run $c --help; status 0; has "usage: sulih $c"; has '--help'; err_empty
done
t 'unknown option'; run segment --tidak-ada < /dev/null; status 2; err_has "unknown option '--tidak-ada'"; is 1 "$(wc -l < "$tmp/err")"
t 'option without value'; run segment --from < /dev/null; status 2; err_has "wants a value"
t 'unknown format'; run segment --from pdf < /dev/null; status 2; err_has "no format 'pdf'"; err_has jsonl
t 'bad jobs'; run segment --jobs banyak < /dev/null; status 2; err_has 'whole number'
t 'bad style'; run protect --style au < /dev/null; status 2; err_has 'us, uk'

t 'no engine named'; run translate <<< 'Ia datang.'; status 3; err_has 'no engine named'; err_has '--engine NAME'; out_is ''
t 'unknown engine'; run translate -e tidak-ada <<< 'Ia datang.'; status 3; err_has 'tidak-ada'; out_is ''

t 'engine from the environment'; SULIH_ENGINE='echo' run translate --to-lang id <<< 'Ia datang.'; status 0; out_is 'Ia datang.'
t 'engine from ./sulih.ini'; printf '[translate]\nengine = echo\nto-lang = id\n' > sulih.ini
run translate <<< 'Ia datang.'; status 0; out_is 'Ia datang.'
t 'environment beats the file'; SULIH_ENGINE=tidak-ada run translate <<< 'Ia datang.'; status 3
t 'a flag beats both'; SULIH_ENGINE=tidak-ada run translate --engine echo <<< 'Ia datang.'; status 0
t './sulih.ini beats the user file'; mkdir -p config/sulih; printf 'engine = tidak-ada\n' > config/sulih/sulih.ini
run translate <<< 'Ia datang.'; status 0
t 'the user file alone'; rm sulih.ini; run translate <<< 'Ia datang.'; status 3; err_has tidak-ada
t 'unknown setting'; printf 'mesin = echo\n' > sulih.ini; run translate <<< 'Ia datang.'; status 3; err_has 'mesin: no such setting'
t 'malformed file'; printf '[sulih\n' > sulih.ini; run translate <<< 'Ia datang.'; status 3; err_has 'sulih.ini:1'
t 'help even then'; run translate --help; status 0
finish
