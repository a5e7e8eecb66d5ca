#!/usr/bin/env bash
# sulih protect: masked text, --explain, --show.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"

t the masked text, a blank line between blocks
run protect <<<'Bupati Sri Lestari tiba di Jakarta.

Ia membawa 12.300 bibit.'
status 0
err_empty
out_is 'Bupati ⟦1⟧ tiba di ⟦2⟧.

Ia membawa ⟦1⟧ bibit.'

t the rule and what it saw, of every ruling
run protect --explain <<<'Bupati Sri Lestari bertemu Koalisi Masyarakat Sipil di Korea Utara untuk membahas 12.300 bibit.'
status 0
has '7-18          copy     person        Sri Lestari  | title: a title, rank or office stands before it: Bupati'
has 'leave    organization  Koalisi Masyarakat Sipil  | descriptive:'
has 'Korea Utara → North Korea  | list: an entry of a list of fixed names: exonyms, icu'
has '12.300 → 12,300  | separators: '
has ' = 12300'

t what was considered and not taken
run protect --explain <<<'Perkara itu disidangkan 12 kali, kata Menteri Luar Negeri. Bahasa Prancis dipakai.'
status 0
has '0-7           -                      Perkara  | sentence start:'
has '-                      12  | plain figure:'
has '-                      Menteri Luar Negeri  | office or title:'
has '-                      Prancis  | language:'

t evidence of persons
run protect --explain <<<'Sulastri (43) dan Darmaji diperiksa. "Saya kaget," kata Kusnadi. Pria berinisial RN kabur. Camat Wartono pulang.'
status 0
has 'Sulastri  | age: an age in brackets follows: (43)'
has 'Kusnadi  | saying verb: it is the subject of a verb of saying: kata'
has 'RN  | initials:'
has 'Wartono  | title: a title, rank or office stands before it: Camat'

t acronyms, mentions, conditions of lists
run protect --explain <<<'Komisi Pemberantasan Korupsi (KPK) memanggil AS (34). KPK menunggu. Partai Bulan Bintang (PBB) diam. PBB pecah.'
status 0
has 'KPK  | introduced: an acronym that the text introduced behind its long form: Komisi Pemberantasan Korupsi'
has 'PBB  | introduced: an acronym that the text introduced behind its long form: Partai Bulan Bintang'

t the line of the glossary
printf 'KPK\tCorruption Eradication Commission\torganization\n' > "$tmp/g.tsv"
run protect --explain -g "$tmp/g.tsv" <<<'KPK menunggu.'
status 0
has "KPK → Corruption Eradication Commission  | glossary: a line of the user's glossary: $tmp/g.tsv:1"

t places are those of the input, and records have the same rule
run protect --explain --from jsonl <<<'{"id":"x","text":"\u00a0\u00a0Di  Kutai Barat, kata Dewi."}'
status 0
has '== "x"'
has '6-17          map      place         Kutai Barat → West Kutai'
run protect --json <<<'Bupati Sri Lestari tiba.'
has '"why":"title"'

t every rule is in the catalogue and in its page
for f in "$top"/tests/spec/*.txt "$top"/tests/sample/*.txt; do "$sulih" protect --explain "$f"; done > "$tmp/all" 2> "$tmp/err"
is '' "$(cat "$tmp/err")"
is 0 "$(grep -cE '  \| ([^:]*: *(:|=|$)|:)' "$tmp/all")"
is yes "$([ "$(wc -l < "$tmp/all")" -gt 2000 ] && echo yes)"
sed -n 's/^\t{ "\([^"]*\)", .*/\1/p' "$top/pipeline/protect/reasons.c" | while read -r rule; do
  grep -qE "^\| (.*, )?$rule(,.*)? \|" "$top/docs/reasons.md" || echo "$rule"
done > "$tmp/missing"
is '' "$(cat "$tmp/missing")"

t a view for people, without colours in a pipe
run protect --show <<<'Baca juga: Banjir di Korea Utara

Bupati Sri Lestari membawa 12.300 bibit untuk Koalisi Masyarakat Sipil.'
status 0
has 'boilerplate ⏐ Baca juga: Banjir di [Korea Utara → North Korea]'
has 'body        ⏐ Bupati [Sri Lestari] membawa [12.300 → 12,300] bibit untuk {Koalisi Masyarakat Sipil}.'
lacks $'\033'

t colours when asked for, and not when a file or NO_COLOR says no
run protect --show=always <<<'Bupati Sri Lestari tiba.'
status 0
has $'\033[32m[Sri Lestari\033'
run protect --show=never <<<'Bupati Sri Lestari tiba.'
lacks $'\033'
if command -v script > /dev/null; then
  printf 'Bupati Sri Lestari tiba.\n' > "$tmp/a.txt"
  script -qec "$sulih protect --show $tmp/a.txt" /dev/null < /dev/null > "$tmp/out" 2>&1; out=$(cat "$tmp/out")
  has $'\033[32m'
  script -qec "env NO_COLOR=1 $sulih protect --show $tmp/a.txt" /dev/null < /dev/null > "$tmp/out" 2>&1; out=$(cat "$tmp/out")
  lacks $'\033[32m'
fi
run protect --show=often <<<'x'
status 2
err_has '--show is one of auto, always, never'
run segment --show=always <<<'Baca juga: Banjir'
has $'\033[90m'

t most of a sentence that may be masked
printf 'Viklund, Karlsen dan Jepang membayar 12.500 dolar AS.\n' > "$tmp/names.txt"
run protect --most-masked 1 "$tmp/names.txt"
out_is '⟦1⟧, ⟦2⟧ dan ⟦3⟧ membayar ⟦4⟧.'
run protect --most-masked 0.5 "$tmp/names.txt"
out_is 'Viklund, ⟦1⟧ dan Jepang membayar ⟦2⟧.'
for share in 0 0.05 1.5 half 0.5x nan ''; do
  run protect --most-masked "$share" "$tmp/names.txt"
  status 2
  err_has '--most-masked wants a share from 0.1 to 1'
done
SULIH_MOST_MASKED=0.5 run protect "$tmp/names.txt"
out_is 'Viklund, ⟦1⟧ dan Jepang membayar ⟦2⟧.'

finish
