#!/usr/bin/env bash
# sulih glossary check, and --glossary of the stages.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"

printf 'source\ttarget\tkind\nbank sentral\tcentral bank\nKPK\t\torganization\nMahkamah Konstitusi\tCourt of the Constitution\n' > "$tmp/good.tsv"
printf 'tol,toll road\nbank,"bank\nkas,cash,coin\n' > "$tmp/bad.csv"
printf 'tol\ttoll road\ntol\thighway\n' > "$tmp/two.tsv"

t a sound file
run glossary check "$tmp/good.tsv"
status 0
err_empty
out_is "$tmp/good.tsv: 3 terms, 0 errors, 0 warnings"

t every error with its line, status 3
run glossary check "$tmp/bad.csv"
status 3
has "$tmp/bad.csv:2: error: the quotation mark of this line is not closed"
has "$tmp/bad.csv:3: error: no kind is called 'coin'"
has '1 term, 2 errors, 0 warnings'

t entries that contradict each other are a warning
run glossary check "$tmp/two.tsv" "$tmp/good.tsv"
status 0
has "two.tsv:2: warning: 'tol' is 'toll road' in line 1 already"
has '3 terms, 0 errors'

t a file that is not there
run glossary check "$tmp/none.tsv"
status 4
err_has none.tsv

t columns
printf 'target\tsource\tjenis\tsource\nkas\tcash\n' > "$tmp/columns.tsv"
run glossary check "$tmp/columns.tsv"
status 0
has "columns.tsv:1: info: no column is called 'jenis', it is not read; columns are source, target, kind, case and note"
has "columns.tsv:1: warning: column 'source' stands twice; the first is read"
has '1 term, 0 errors, 1 warning'
printf 'Istilah,Terjemahan\ntol,toll road\n' > "$tmp/header.csv"
run glossary check "$tmp/header.csv"
has 'header.csv:1: warning: this line seems to name the columns but is read as a term'
printf 'tol,toll road,term,exact,note,more\n' > "$tmp/more.csv"
run glossary check "$tmp/more.csv"
has 'more.csv:1: warning: 6 cells, but there are 5 columns'

t encodings
printf 'tol\ttoll road\nkas\tca\xe9\n' > "$tmp/latin.tsv"
run glossary check "$tmp/latin.tsv"
status 3
has 'latin.tsv:2: error: not UTF-8 text; save the file as UTF-8'
printf '\xff\xfet\0o\0l\0' > "$tmp/wide.tsv"
run glossary check "$tmp/wide.tsv"
status 3
has 'wide.tsv:1: error: this is UTF-16; save the file as UTF-8'
printf 'tol\ttoll\0road\nkas\tcash\n' > "$tmp/nul.tsv"
run glossary check "$tmp/nul.tsv"
status 3
has 'nul.tsv:1: error: not UTF-8 text'
printf '\xef\xbb\xbfsource;target\r\n"kas ""besar""";"big; ""cash"""\r\n' > "$tmp/mark.csv"
run glossary check "$tmp/mark.csv"
status 0
has 'mark.csv: 1 term, 0 errors, 0 warnings'

t cells
printf 'source,target\n"tol\nraya",toll\nkas,cash\n,\n,coin\n' > "$tmp/cells.csv"
run glossary check "$tmp/cells.csv"
status 3
has 'cells.csv:2: error: a line end inside a cell'
has 'cells.csv:6: error: no source: write the Indonesian words in the first column'
has '1 term, 2 errors, 0 warnings'
: > "$tmp/empty.tsv"
run glossary check "$tmp/empty.tsv"
status 0
has 'empty.tsv:1: warning: no terms'

t size: a large one is read, one beyond the limit refused
awk 'BEGIN { for (i = 0; i < 200000; i++) printf "istilah ke%d\tterm number %d of many, many terms\n", i, i }' > "$tmp/large.tsv"
run glossary check "$tmp/large.tsv"
status 0
has '200000 terms, 0 errors'
head -c 68000000 /dev/zero | tr '\0' a > "$tmp/huge.tsv"
run glossary check "$tmp/huge.tsv"
status 3
err_has 'huge.tsv: a glossary has at most 64 MiB'
rm -f "$tmp/huge.tsv" "$tmp/large.tsv"

t a folder is no glossary
run glossary check "$tmp"
status 4
err_has 'Is a directory'

t usage
run glossary
status 2
run glossary count "$tmp/good.tsv"
status 2

t a stage takes it, and it beats the lists
run protect --json --glossary "$tmp/good.tsv" <<<'Bank sentral dan KPK-nya digugat ke Mahkamah Konstitusi.'
status 0
has '"source":"Bank sentral","target":"Central bank","why":"glossary"'
has '"kind":"organization","ruling":"copy","source":"KPK"'
has '"target":"Court of the Constitution"'

t a term in brackets leaves the name before it standing
run protect --json --glossary "$tmp/good.tsv" <<<'Komisi Pemberantasan Korupsi (KPK) menahan dua orang.'
status 0
has '"source":"Komisi Pemberantasan Korupsi","target":"Corruption Eradication Commission"'
has '"source":"KPK","target":"KPK","why":"glossary"'

t a contradiction that matters is told with the document
run protect --json --glossary "$tmp/two.tsv" <<<'Jalan tol itu tol baru.'
status 0
has '"id":"term-conflict"'

t a faulty one is refused before anything is written
run protect --glossary "$tmp/bad.csv" <<<'Jalan tol.'
status 3
err_has 'bad.csv:2:'
out_is ''

finish
