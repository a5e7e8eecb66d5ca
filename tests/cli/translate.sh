#!/usr/bin/env bash
# translate with the built-in engines: options, ledger, boilerplate, quotes, order of documents.
. "$(dirname "$0")/lib.sh"
cd "$tmp" || exit 2
cp "$top/tests/sample/berita.txt" .
t 'the sample'; run translate -e gloss berita.txt; status 0; err_has 'not a translation'
for want in '8,500' 'North Korea' 'Thursday (3 October 2024)' 'Rp1.5 trillion' '12,300 of 45,000' '5.2 percent' 'Rp14,750' '14:30 WIB' 'Ratna Kusumawardani' 'Vladimir Putin' 'Kim Jong Un' 'US and the European Union'; do has "$want"; done
t 'every paragraph'; is "$(wc -l < berita.txt)" "$(wc -l < "$tmp/out")"
# shellcheck disable=SC1112 # the quotes are data
t 'every quotation mark'; for m in '“' '”' '‘' '’'; do is "$(grep -o "$m" berita.txt | wc -l)" "$(grep -o "$m" "$tmp/out" | wc -l)"; done
t 'nothing is there twice'; SULIH_LOG=error run translate -e gloss berita.txt; status 0; err_empty

t 'a level that is none is said once, and warnings are'; SULIH_LOG=semua run translate -e gloss berita.txt; status 0; err_has "SULIH_LOG is one of error, warning, info, not 'semua'"; is 1 "$(grep -c SULIH_LOG "$tmp/err")"; err_has 'not a translation'
SULIH_LOG='' run translate -e gloss berita.txt; is 1 "$(wc -l < "$tmp/err")"
t 'counted'; printf 'Presiden Rusia Vladimir Putin tiba.\n' > satu.txt; SULIH_LOG=error run translate -e gloss --summary satu.txt; err_has '  1 segment: 0 untranslated'; err_has '2 names, 0 figures, 0 quotes, 0 warnings'
t ledger; run translate -e gloss --ledger l.jsonl berita.txt; status 0; is 1 "$(wc -l < l.jsonl)"
out=$(cat l.jsonl); has '"engine":"gloss"'; has '"speaker":"Ratna"'; has '"source":"8.500"'; has '"value":"8500"'; has '"survived":true'; has '"id":"berita.txt"'
has '"time":"2026-01-15T08:00:00Z"'; lacks '"survived":false'; is '' "$(grep -o '"ruling":"leave","[^}]*}' l.jsonl | grep -v '"survived":null')"
t 'what survived is looked for in its own sentence'; printf 'PBB menolak usul itu. Rapat PBB telah bubar.\n' > pbb.txt
run translate -e echo --to-lang id --ledger l.jsonl pbb.txt; out=$(cat l.jsonl); has '"survived":true'; lacks '"survived":false'
t 'what a mask took in, or a scraper glued on, survives with it'; printf 'HUT ke-80 RI meriah. Dana Dinas Sosial: Rp 5 miliar2. Badan itu tutup.\n' > hut.txt
run translate -e gloss --ledger l.jsonl hut.txt; out=$(cat l.jsonl); has '"source":"Rp 5 miliar"'; has '"survived":true'; lacks '"survived":false'
t "a time's own stop stays before the comma of a quote"; printf '“Besok jam 9 pagi,” ujar Ratna.\n' > jam.txt; run translate -e gloss jam.txt; has '9 a.m.,”'
t 'ledger that cannot be written'; run translate -e gloss --ledger /proc/tidak/ada berita.txt; status 4; err_has '/proc/tidak/ada'
t summary; run translate -e gloss --summary berita.txt; err_has 'ledger of berita.txt'; err_has 'Surya Hadiningrat'

t 'boilerplate is kept'; run translate -e echo --to-lang id berita.txt; has 'Baca juga'
t 'boilerplate is left out'; run translate -e echo --boilerplate omit --ledger l.jsonl berita.txt; lacks 'Baca juga'; has 'Samudranews.com/Dewi'; out=$(cat l.jsonl); has '"omitted":1'; has 'boilerplate-omitted'
t 'boilerplate stays Indonesian'; run translate -e gloss --boilerplate mark berita.txt; has 'Baca juga: Banjir Besar Melanda Korea Utara'
t 'quotes verbatim'; run translate -e gloss --quotes verbatim berita.txt; has '“Kami sudah berbicara'; has 'said Ratna'
t 'quotes inline'; run translate -e gloss --quotes inline berita.txt; status 0; has '“'
t 'us style'; run translate -e gloss --style us berita.txt; has 'October 3, 2024'
t 'order of documents'; for i in 1 2 3; do printf '{"id":%d,"text":"Nomor %d."}\n' $i $i; done > a.jsonl; run translate -e echo a.jsonl; is '1 2 3' "$(grep -o '"id":[0-9]' "$tmp/out" | cut -d: -f2 | xargs)"
t 'verify'; run translate -e gloss --verify berita.txt; status 0
t 'a name that a line end cuts, or that a quotation mark stands beside, survived'
printf 'Warga desa menunggu kedatangan Menteri Ratna\nSari di balai desa sejak pagi hari itu juga.\n\nMereka menyebutnya “ Budi Santoso” saja. Lalu ujar“ Siti Aminah pun datang.\n' > cut.txt
run translate -e echo cut.txt --ledger cut.l; status 0; is 0 "$(grep -c '"survived":false' cut.l)"; is 3 "$(grep -o '"survived":true' cut.l | wc -l | tr -d ' ')"
finish
