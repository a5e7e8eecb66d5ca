#!/usr/bin/env bash
# sulih segment: text, --explain, --show, --export.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"

t one sentence a line, a blank line between blocks
run segment <<<'Hujan turun. Air meluap.

Warga mengungsi.'
status 0
err_empty
out_is 'Hujan turun.
Air meluap.

Warga mengungsi.'

t nothing in, nothing out
run segment </dev/null
status 0
out_is ''

t the rule of every border
run segment --explain <<<'Ia bertemu dr. Sari. Mereka bicara.'
status 0
has '- abbreviation'
has '| plain-stop'

t a view for people, without colours in a pipe
run segment --show <<<'Baca juga: Banjir Surut di Cirebon

“Kami siap,” kata Darto.'
status 0
has 'boilerplate ⏐ Baca juga'
has 'body        ⏐ “Kami siap,” kata Darto.'
lacks $'\033'

t the record
run segment --json --from jsonl <<<'{"id":"x","text":"JAKARTA, KOMPAS.com – Hujan turun. Air meluap."}'
status 0
has '"role":"body","dateline":[0,21]'
has '"text":"Air meluap.","block":0'

t the rules for other tools
run segment --export srx
status 0
has '<srx xmlns="http://www.lisa.org/srx20" version="2.0">'
has 'languagerulename="Indonesian"'
has '<rule break="no">'
run segment --export nonbreaking-prefixes
status 0
has $'\nBrigjen\n'
has $'\nDr\n'
has $'\na.n\n'
has $'\nS.Pd\n'
lacks $'\nS.pd\n'
has 'Hal #NUMERIC_ONLY#'

t a form there is not
run segment --export csv
status 2
err_has 'srx, nonbreaking-prefixes'

finish
