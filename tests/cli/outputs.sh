#!/usr/bin/env bash
# Outputs: no result may take the place of another, of an input or of a device; what cannot be written is said.
. "$(dirname "$0")/lib.sh"
cd "$tmp" || exit 2
printf 'Satu.\n' > satu.txt
printf 'Dua.\n' > dua.txt

t 'two inputs of one name, apart in the list'; mkdir -p a b c; cp satu.txt a/x.txt; cp dua.txt b/y.txt; cp dua.txt c/x.txt
run segment a/x.txt b/y.txt c/x.txt -o keluar; status 2; err_has 'two inputs'; is no "$([ -e keluar ] && echo yes || echo no)"
t 'endings that become one'; printf '{"id":1,"text":"Tiga."}\n' > satu.jsonl
run extract satu.txt satu.jsonl -o keluar; status 2; err_has 'two inputs'
run segment --json satu.txt satu.jsonl -o keluar; status 2
t 'an output that is a later input'; mkdir -p p/t o/t; cp satu.txt p/t/z.txt; cp dua.txt o/t/z.txt
run segment p o/t/z.txt -o o; status 2; err_has 'replaced'; is 'Dua.' "$(cat o/t/z.txt)"
t 'an input behind a link'; ln -s satu.txt link.txt; run segment satu.txt -o link.txt; status 2; is 'Satu.' "$(cat satu.txt)"
t 'a link is written through'; printf 'lama\n' > old.txt; ln -s old.txt new.txt; run segment satu.txt -o new.txt; status 0
is 'Satu.' "$(cat old.txt)"; is yes "$([ -L new.txt ] && echo yes)"
t 'a pipe is written to, not replaced'; mkfifo pipe; cat pipe > got & run segment satu.txt -o pipe; status 0; wait; is 'Satu.' "$(cat got)"; is yes "$([ -p pipe ] && echo yes)"
t 'a ledger, a glossary that is an input or an output'; printf 'pasar\tmarket\n' > daftar.tsv; cp satu.txt l.txt; ln l.txt l2.txt
run translate -e echo l.txt --ledger l.txt; status 2; err_has 'l.txt is an input, and --ledger names it too; name another'; is 'Satu.' "$(cat l.txt)"
run translate -e echo l.txt --ledger l2.txt; status 2; is 'Satu.' "$(cat l.txt)"
run translate -e echo satu.txt -o baru.txt --ledger baru.txt; status 2; err_has 'written over'; is no "$([ -e baru.txt ] && echo yes || echo no)"
run translate -e echo satu.txt dua.txt -o keluar2 --ledger keluar2/dua.txt; status 2; err_has 'written over'
run translate -e echo satu.txt --ledger -; status 2; err_has 'wants a file'; is no "$([ -e - ] && echo yes || echo no)"
run translate -e echo satu.txt -g daftar.tsv -o daftar.tsv; status 2; err_has '--glossary'; is $'pasar\tmarket' "$(cat daftar.tsv)"
run protect satu.txt -g daftar.tsv -o daftar.tsv; status 2
t 'an older ledger outlives a run that does not begin'; printf 'lama\n' > l.jsonl; run translate -e tidak-ada satu.txt --ledger l.jsonl; status 3; is lama "$(cat l.jsonl)"
t 'an older output keeps its mode'; printf 'lama\n' > rahasia.txt; chmod 600 rahasia.txt; run segment satu.txt -o rahasia.txt; status 0; is 600 "$(stat -c %a rahasia.txt)"; is 'Satu.' "$(cat rahasia.txt)"
t 'a ledger that can grow no more ends with a whole line'; for i in $(seq 60); do printf '{"id":%d,"text":"Warga %d pulang ke Jakarta pada Senin (4/11/2024)."}\n' "$i" "$i"; done > banyak.jsonl
(trap '' XFSZ; ulimit -f 16; exec "$sulih" translate -e echo banyak.jsonl --ledger penuh.l > "$tmp/out" 2> "$tmp/err"); status=$?; err=$(cat "$tmp/err"); status 4; err_has 'penuh.l: cannot be written'
is yes "$([ "$(wc -l < penuh.l)" -gt 5 ] && [ "$(wc -l < penuh.l)" = "$(wc -l < "$tmp/out")" ] && echo yes)"; is "$(wc -l < penuh.l)" "$(grep -c '^{.*}$' penuh.l)"; is '' "$(tail -c 1 penuh.l | tr -d '\n')"
t 'a file may be no larger (ulimit -f): said, and nothing is left'; yes 'Ia pergi ke pasar.' | head -n 5000 > besar.txt; mkdir -p batas
for c in 'normalize besar.txt' 'translate -e echo besar.txt' 'extract besar.txt'; do
	(ulimit -f 16; "$sulih" $c -o batas/x) 2> "$tmp/err"; is 4 $?; err=$(cat "$tmp/err"); err_has 'batas/x: cannot be written'; is '' "$(ls -A batas)"
done
t 'a missing folder'; run segment satu.txt -o tidak/ada.txt; status 4; err_has 'tidak/ada.txt'
t 'an empty name'; run segment satu.txt -o ''; status 2; err_has '-o'
t 'merge goes on behind a file that it refuses'
"$sulih" extract --xliff-target source satu.txt -o satu.xlf; "$sulih" extract --xliff-target source dua.txt -o dua.xlf; printf '<xliff' > rusak.xlf
run merge satu.xlf rusak.xlf dua.xlf -o gabung; status 4; err_has 'rusak.xlf'; is 'Satu.' "$(cat gabung/satu.txt)"; is 'Dua.' "$(cat gabung/dua.txt)"
run merge rusak.xlf dua.xlf; status 4; out_is 'Dua.'
t 'two returns, one result'; mkdir -p k; cp satu.xlf k/satu.xliff; run merge satu.xlf k/satu.xliff -o gabung2; status 2; err_has 'two inputs'

if [ -w /dev/full ]; then
	t 'a full disk'; for c in --help 'segment --help' --version engines 'engines show deepl-free' 'segment satu.txt' 'segment --export srx' 'tm --help'; do
		"$sulih" $c > /dev/full 2> "$tmp/err"; status=$?; err=$(cat "$tmp/err"); is "4 $c" "$status $c"; err_has 'standard output'
	done
	run translate -e echo --to-lang id satu.txt -l /dev/full; status 4; err_has '/dev/full'
fi
t 'standard streams that are closed'
"$sulih" segment satu.txt -o tutup.txt 0<&- 1>&- 2>&-; is 0 $?; is 'Satu.' "$(cat tutup.txt)"
"$sulih" segment satu.txt tidak.txt -o tutup 2>&-; is 4 $?; is 'Satu.' "$(cat tutup/satu.txt)"
"$sulih" segment 0<&- 2> /dev/null; is 4 $?
"$sulih" segment satu.txt 1>&- 2> /dev/null; is 4 $?
t 'a reader that goes away'; yes 'Ia pergi ke pasar.' | head -n 200000 > banyak.txt; "$sulih" segment banyak.txt 2> "$tmp/err" | head -n 1 > /dev/null; is 4 "${PIPESTATUS[0]}"; is 1 "$(wc -l < "$tmp/err" | tr -d ' ')"

t 'unknown options are named'; run segment -Z satu.txt; status 2; err_has "'-Z'"
run segment -jZ satu.txt; status 2; err_has "'Z'"
run segment --tidak satu.txt; status 2; err_has "'--tidak'"
run segment --json=1 satu.txt; status 2; err_has "'--json'"; err_has 'takes no value'
run translate --from-l; status 2
t 'a message is one line'; run segment $'baris\nbaru.txt'; status 4; is 1 "$(wc -l < "$tmp/err" | tr -d ' ')"
t 'things in a folder that are no files'; mkdir -p lipat; cp satu.txt lipat/; mkfifo lipat/pipa.txt; ln -s . lipat/diri; run segment lipat -o lipat-keluar; status 0; is 'Satu.' "$(cat lipat-keluar/satu.txt)"; is 1 "$(find lipat-keluar -type f | wc -l | tr -d ' ')"
t 'a link to itself'; ln -s lingkar.txt lingkar.txt; run segment lingkar.txt; status 4
t 'standard output by its name is written to, not replaced'; for name in - /dev/stdout /dev/fd/1; do { echo Awal; "$sulih" normalize satu.txt -o "$name"; echo Akhir; } > dua.kali; is $'Awal\nSatu.\nAkhir' "$(cat dua.kali)"; done
finish
