#!/usr/bin/env bash
# Documents over 8 MiB come in stretches: what is written is one document all the same.
. "$(dirname "$0")/lib.sh"
cd "$tmp" || exit 2
yes 'Ia pergi ke pasar. Dia membeli beras.' | head -n 230000 | awk 'NR % 50 == 0 { print "" } { print }' > big.txt
{ printf '{"id":7,"text":"'; awk '{ printf "%s\\n", $0 }' big.txt; printf '","x": 1.10}\n{"id":8,"text":"Akhir."}\n'; } > big.jsonl
printf 'Satu.\n' > satu.txt

t 'text to JSONL is one record'; run translate -e echo --to-lang id --to jsonl big.txt; status 0; is 1 "$(wc -l < "$tmp/out" | tr -d ' ')"
"$sulih" translate -e echo --to-lang id -f jsonl --to text "$tmp/out" > back.txt; is 0 $?; is '' "$(cmp big.txt back.txt 2>&1)"
t 'a JSONL record stays one'; SULIH_LOG=info run translate -e echo --to-lang id big.jsonl; status 0; is '' "$(cmp big.jsonl "$tmp/out" 2>&1)"; err_has 'document-split'
run extract --xliff 2.1 --to-lang id --xliff-target source big.jsonl -o big.xlf; status 0
run merge big.xlf; status 0; is '' "$(cmp big.jsonl "$tmp/out" 2>&1)"
t 'records of both are alike'; "$sulih" segment --json big.txt > text.json; "$sulih" segment --json big.jsonl > jsonl.json; is 2 "$(wc -l < jsonl.json | tr -d ' ')"
is "$(grep -o '"blocks":.*' text.json | md5sum)" "$(head -n 1 jsonl.json | grep -o '"blocks":.*' | md5sum)"
t 'a refused document leaves nothing to the next record'; { cat big.txt; printf '\0\0\0\1\2'; } > rusak.txt
run segment --json rusak.txt satu.txt; status 4; out_is '{"id":"satu.txt","text":"Satu.\n","blocks":[{"start":0,"end":5,"role":"body","dateline":null,"text":"Satu."}],"segments":[{"start":0,"end":5,"text":"Satu.","block":0}],"quotes":[],"diagnostics":[]}'
t 'the ledger has a line an article'; run translate -e echo --ledger l.jsonl big.jsonl -o out.jsonl; status 0; is 2 "$(wc -l < l.jsonl)"
is 460000 "$(head -n 1 l.jsonl | sed 's/.*"segments":\([0-9]*\),.*/\1/')"; is 1 "$(tail -n 1 l.jsonl | sed 's/.*"segments":\([0-9]*\),.*/\1/')"
t 'and each array is one of the whole'; awk 'NR % 60000 == 1 { print "Ratusan warga menolak, kata Menteri Sri Wahyuni pada 12 Maret 2024. Harganya Rp12.500." } { print }' big.txt > named.txt
run translate -e gloss --ledger n.jsonl named.txt -o out.txt; status 0; is 1 "$(wc -l < n.jsonl)"
for a in quotes numbers names dates repairs diagnostics; do is 1 "$(grep -o "\"$a\":\[" n.jsonl | wc -l)"; done
is 4 "$(grep -o '"source":"12 Maret 2024"' n.jsonl | wc -l)"; is '' "$(grep -o '}{' n.jsonl)"; is '' "$(grep -oE '\[,|,\]|,,' n.jsonl)"
is "$(grep -bo 'Rp12.500' named.txt | cut -d: -f1)" "$(grep -o '{"start":[0-9]*,"end":[0-9]*,"kind":"money"' n.jsonl | sed 's/[^0-9]*\([0-9]*\).*/\1/')"

t 'what leaves in pieces is whole'; yes 'Pada 12 Maret 2024 ia membeli "beras" di pasar.' | head -n 40000 > utuh.txt
run protect --json utuh.txt; status 0; is 1 "$(wc -l < "$tmp/out" | tr -d ' ')"; is 40000 "$(grep -o '"block":' "$tmp/out" | wc -l)"; is 40000 "$(grep -o '"kind":"date"' "$tmp/out" | wc -l)"
is '' "$(grep -oE '\[,|,\]|,,|\}\{' "$tmp/out")"; is 40000 "$(grep -o '"kind":"mention"},\{0,1\}' "$tmp/out" | wc -l)"; is ']}' "$(tail -c 3 "$tmp/out")"
run protect --json utuh.txt -o utuh.jsonl; status 0; is '' "$("$sulih" protect --json utuh.txt | cmp utuh.jsonl - 2>&1)"
t 'also as text'; run segment utuh.txt; status 0; is "$(awk 'NR > 1 { print "" } { print }' utuh.txt | md5sum)" "$(md5sum < "$tmp/out")"
run protect utuh.txt; status 0; is 79999 "$(wc -l < "$tmp/out" | tr -d ' ')"; is 2 "$(sort -u "$tmp/out" | wc -l)"

t 'a paragraph as long as that loses no blank where it is cut'
yes 'Ia pergi ke pasar. Dia membeli beras lagi. ' | head -n 200000 | tr -d '\n' > satu-baris.txt; yes 'kata ' | head -n 1700000 | tr -d '\n' > kata.txt
for f in satu-baris.txt kata.txt; do "$sulih" normalize $f > bersih
  run translate -e echo --to-lang id --verify $f; status 0; is '' "$(cmp bersih "$tmp/out" 2>&1)"
  "$sulih" extract --to-lang id --xliff-target source $f | "$sulih" merge > "$tmp/out"; is '' "$(cmp bersih "$tmp/out" 2>&1)"
  "$sulih" normalize --json $f | tr -d '\n' | grep -c 'pasar.Dia\|lagi.Ia\|katakata' > "$tmp/out"; is 0 "$(cat "$tmp/out")"
done

# Evidence goes from stretch to stretch: three of them, the names first seen whole in the first.
printf '%s\n' 'Barisan Rakyat Konservasi Alam (BRKA) menanam pohon. Kapten Harapan tiba.' > awal.txt
printf '%s\n' 'Warga memuji BRKA. Harapan berangkat.' > akhir.txt
{ cat awal.txt; echo; yes 'ia pergi ke pasar dan membeli beras.' | head -n 480000 | awk 'NR % 50 == 0 { print "" } { print }'; echo; cat akhir.txt; } > tiga.txt
# rule N NAME: the rule that decided the Nth mention of the name
rule() { sed -n "s/^[0-9-]* *[a-z]* *organization *$2  *| \([a-z ]*\):.*/\1/p; s/^[0-9-]* *[a-z]* *person *$2  *| \([a-z ]*\):.*/\1/p" "$tmp/out" | sed -n "$1p"; }
t 'a name introduced in the first stretch decides in the third'
run protect --explain akhir.txt; status 0; is capital "$(rule 1 BRKA)"; is '' "$(rule 1 Harapan)"
run protect --explain tiga.txt; status 0; is introduced "$(rule 1 BRKA)"; is 'title, later mention' "$(rule 1 Harapan), $(rule 2 Harapan)"
has 'behind its long form: Barisan Rakyat Konservasi Alam'; cp "$tmp/out" satu
t 'another document has none of it'
run protect --explain tiga.txt akhir.txt tiga.txt; status 0; is 'introduced, capital, introduced' "$(rule 1 BRKA), $(rule 2 BRKA), $(rule 3 BRKA)"; is '' "$(rule 5 Harapan)"
is "" "$(tail -n +2 "$tmp/out" | head -n "$(wc -l < satu)" | cmp satu - 2>&1)"; cp "$tmp/out" semua
t 'nor do threads change a byte'
for n in 2 3; do run protect --explain -j "$n" tiga.txt akhir.txt tiga.txt; status 0; is '' "$(cmp semua "$tmp/out" 2>&1)"; done
is "$("$sulih" protect -j 1 tiga.txt akhir.txt tiga.txt 2> /dev/null | md5sum)" "$("$sulih" protect -j 2 tiga.txt akhir.txt tiga.txt 2> /dev/null | md5sum)"
t 'of a record too'; { printf '{"id":1,"text":"'; awk '{ printf "%s\\n", $0 }' tiga.txt; printf '"}\n{"id":2,"text":"'; awk '{ printf "%s\\n", $0 }' akhir.txt; printf '"}\n'; } > tiga.jsonl
run protect -j 2 --explain tiga.jsonl; status 0; is 'introduced, capital' "$(rule 1 BRKA), $(rule 2 BRKA)"; is 'later mention, ' "$(rule 2 Harapan), $(rule 3 Harapan)"
t 'nobody waits for a stretch that was refused'; { cat big.txt; printf '\0\0\0\1\2'; head -c 9000000 big.txt; cat big.txt; } > rusak.txt
run protect -j 3 --explain rusak.txt akhir.txt; status 4; has '== akhir.txt'; is capital "$(rule 1 BRKA)"
finish
