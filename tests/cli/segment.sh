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
# SRX 2.0: header, rules each with what stands before and behind, and maps to rules that are there
t the rules have the structure of SRX
cp "$tmp/out" "$tmp/id.srx"
count() { grep -c -- "$1" "$tmp/id.srx"; }
is "$(count '<rule break="\(yes\|no\)">')" "$(count '</rule>')"
is "$(count '</rule>')" "$(count '^ *<beforebreak>.*</beforebreak>$')"
is "$(count '</rule>')" "$(count '^ *<afterbreak>.*</afterbreak>$')"
is 2 "$(count '<languagemap languagepattern="[^"]*" languagerulename="Indonesian"/>')"
is '<srx <header <formathandle <formathandle <formathandle </header <body <languagerules <languagerule </languagerule </languagerules <maprules <languagemap <languagemap </maprules </body </srx' \
  "$(grep -v -E '</?rule|break>|<\?xml' "$tmp/id.srx" | grep -o '</\?[a-z]*' | tr '\n' ' ' | sed 's/ $//')"
is '' "$(grep -n '&' "$tmp/id.srx" | grep -v -E '&(amp|lt);')"
# every bracket of a pattern is closed: escaped ones and those of a class do not count
is '' "$(sed -n 's/^ *<[a-z]*break>\(.*\)<.*/\1/p' "$tmp/id.srx" | sed -e 's/\\.//g' -e 's/\[[^]]*\]//g' |
  awk '{ open = gsub(/\(/, ""); closed = gsub(/\)/, ""); if (open != closed) print NR ": " open " " closed }')"

t the prefixes of Moses
run segment --export nonbreaking-prefixes
status 0
has $'\nBrigjen\n'
has $'\nDr\n'
has $'\na.n\n'
has $'\nS.Pd\n'
lacks $'\nS.pd\n'
has 'Hal #NUMERIC_ONLY#'

is '' "$(grep -v -E '^#|^[A-Za-z][-A-Za-z./]*( #NUMERIC_ONLY#)?$' "$tmp/out")"
is '' "$(sort "$tmp/out" | uniq -d)"

t a quote lies in its block, also where furniture at the end of its paragraph has a block of its own
printf 'Ia berkata: “Kami pergi ke pasar. Kami pulang lagi. Baca juga: “Banjir” di Kota Solo\n' > "$tmp/open.txt"
run segment --json --verify "$tmp/open.txt"
has '{"start":12,"end":51,"text":"Kami pergi ke pasar. Kami pulang lagi.","speaker":null,"closed":false,"depth":1,'
has '"text":"Banjir","speaker":null,"closed":true,"depth":1,'
has '"id":"quote-unbalanced","level":"warning","start":12,"end":51,'
printf '“Kami pergi ke pasar. Baca juga: Banjir di Kota Solo,” kata Budi Santoso.\n' > "$tmp/closed.txt"
run segment --json --verify "$tmp/closed.txt"
is 1 "$(grep -o '"role"' "$tmp/out" | wc -l)"
has '"speaker":"Budi Santoso","closed":true'

t memory does not grow with the input
seq 60000 | awk '{ printf "Ia pergi ke pasar %d. “Mahal,” kata Darto. Dia membeli beras, gula, dan garam untuk tetangga.\n%s", $1, $1 % 9 ? "" : "\n" }' > "$tmp/part"
for i in 1 2 3 4 5 6 7 8; do cat "$tmp/part"; done > "$tmp/big.txt"
awk 'NF { printf "{\"id\":%d,\"text\":\"%s\"}\n", NR, $0 }' "$tmp/big.txt" > "$tmp/big.jsonl"
for input in big.txt big.jsonl; do
  # the address sanitizer maps terabytes
  (case $(nm -D "$sulih" 2> /dev/null) in *__asan*) ;; *) ulimit -v 300000 ;; esac; "$sulih" segment "$tmp/$input" > "$tmp/cut")
  is 0 $?
  is 1440000 "$(grep -c . "$tmp/cut")"
done

t a form there is not
run segment --export csv
status 2
err_has 'srx, nonbreaking-prefixes'

finish
