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
has '1 terms, 2 errors, 0 warnings'

t entries that contradict each other are a warning
run glossary check "$tmp/two.tsv" "$tmp/good.tsv"
status 0
has "two.tsv:2: warning: 'tol' is 'toll road' in line 1 already"
has '3 terms, 0 errors'

t a file that is not there
run glossary check "$tmp/none.tsv"
status 4
err_has none.tsv

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
