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
t 'an option of another command is no abbreviation'; for c in 'protect --to jsonl' 'protect --to=jsonl' 'extract --to text' 'tm --from text'; do run $c < /dev/null; status 2; err_has "unknown option '--"; done
for c in 'protect --to-l en' 'segment --js'; do run $c < /dev/null; status 0; err_empty; done
t 'option without value'; run segment --from < /dev/null; status 2; err_has "wants a value"
t 'unknown format'; run segment --from pdf < /dev/null; status 2; err_has "no format 'pdf'"; err_has jsonl
t 'bad jobs'; run segment --jobs banyak < /dev/null; status 2; err_has 'whole number'
t 'a glossary without a name'; run protect -g '' < /dev/null; status 2; err_has '--glossary wants a file'
t 'two views in one output'; for c in 'protect --json --explain' 'protect --json --show' 'protect --show --explain' 'segment --json --explain' 'segment --explain --show=never'; do run $c < /dev/null; status 2; err_has 'do not go together'; done
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
t 'a setting of other commands, and one of the line alone'; printf 'engine = gloss\nxliff = 2.1\nconcurrency = 4\n' > sulih.ini
for c in tm engines 'segment sulih.ini' 'glossary check sulih.ini'; do SULIH_STORE=$tmp/leer.db run $c; is 0 "$status"; lacks 'no such setting'; err_empty; done
printf 'output = x\n' > sulih.ini; run segment <<< 'Ia datang.'; status 3; err_has 'output: stands on the command line only'
t 'malformed file'; printf '[sulih\n' > sulih.ini; run translate <<< 'Ia datang.'; status 3; err_has 'sulih.ini:1'
t 'the section of a command beats what holds for all, wherever it stands'; printf '[translate]\nengine = gloss\n[sulih]\nengine = tidak-ada\n' > sulih.ini; run translate <<< 'Ia datang.'; status 0; out_is 'He came.'
t 'it is read once'; rm sulih.ini; mkfifo sulih.ini; printf '[translate]\nengine = gloss\n[sulih]\nengine = tidak-ada\n' > sulih.ini & run translate <<< 'Ia datang.'; status 0; out_is 'He came.'; rm sulih.ini
t 'a faulty value of the section alone'; printf '[translate]\nstyle = eropa\n' > sulih.ini; run segment <<< 'Ia datang.'; status 0; run translate -e echo <<< 'Ia datang.'; status 3; err_has 'sulih.ini: style: '
t 'an indent is no value that goes on'; printf '[translate]\n  engine = echo\n\tto-lang = id\n' > sulih.ini; run translate <<< 'Harga 8.000.'; status 0; out_is 'Harga 8.000.'
t 'a line longer than is read: said, not cut'; printf 'engine = echo\nglossary = %0300d.tsv\n' 0 > sulih.ini; run translate <<< 'Ia datang.'; status 3; err_has 'sulih.ini:2: the line is longer than'; is 1 "$(wc -l < "$tmp/err")"
t 'a folder in its place'; rm sulih.ini; mkdir sulih.ini; run translate -e echo <<< 'Ia datang.'; status 3; err_has 'sulih.ini: cannot be read'; rmdir sulih.ini; printf '[sulih\n' > sulih.ini
t 'help even then'; run translate --help; status 0
rm -f sulih.ini; t 'language codes'; for l in '' x 1d id- -id in_do 'id en' abcdefghi; do run translate -e echo --to-lang "$l" <<< 'Ia datang.'; status 2; err_has '--to-lang'; done
for l in id ID id-ID; do run translate -e echo --to-lang "$l" <<< 'Harga 8.000 rupiah.'; status 0; out_is 'Harga 8.000 rupiah.'; done
for l in en en-GB zh-Hant-TW es-419; do run translate -e echo --to-lang "$l" <<< 'Harga 8.000 ekor.'; status 0; has '8,000'; done
t 'a section that is none'; printf '[protct]\nstyle = us\n' > sulih.ini; run protect <<< 'Ia datang.'; status 3; err_has '[protct]'; rm sulih.ini
t 'SULIH_NOW and SULIH_SEED'; for w in x 2024-11-01 2024-11-01T00:00:00Zx 2024-11-01T00:00:00+7 2024-02-30T00:00:00Z "2024-11-01T00:00:00+ 7:00" 2024-11-01T00:00:00+25:00 " 2024-11-01T00:00:00Z"; do SULIH_NOW=$w run protect <<< 'Ia datang.'; status 0; err_has 'SULIH_NOW'; done
for w in 2024-11-01T00:00:00Z 2024-02-29T23:59:59z 2024-11-01T00:00:60Z 2024-11-01T00:00:00+07:00 2024-11-01T00:00:00.5-03:30; do SULIH_NOW=$w run protect <<< 'Ia datang.'; status 0; err_empty; done
SULIH_SEED=satu run translate -e echo <<< 'Ia datang.'; status 0; err_has 'SULIH_SEED'
finish
