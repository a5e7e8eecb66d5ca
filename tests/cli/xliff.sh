#!/usr/bin/env bash
# extract and merge: both versions, every target mode, and what translators' tools do to a file.
. "$(dirname "$0")/lib.sh"
cd "$tmp" || exit 2
quiet() { is '' "$(grep -v 'in the words of' "$tmp/err")"; } # a copied source is no translation, and is said
cat > a.txt <<'T'
JAKARTA, KABARNUSA.com – Harga beras naik 5,2 persen menjadi Rp14.750 per kilogram.

“Kami sudah berbicara dengan PBB,” ujar Ratna. Bantuan itu dikirim pada Kamis (10/3/2024).
T
printf '{"id":"n-1","text":"Ia datang & pergi <cepat>.\\nLalu \\"diam\\".","tag":1.10}\n{"id":2,"text":""}\n{"id":3,"text":"a\\uffffb. Dua 8.000 orang."}\n' > a.jsonl
for v in 1.2 2.1; do
  for f in a.txt a.jsonl; do
    t "identity $v $f"
    "$sulih" normalize "$f" > clean; if [ "$f" = a.jsonl ]; then cp a.jsonl clean; fi
    run extract --xliff $v --to-lang id --xliff-target source "$f" -o x.xlf; status 0
    run merge x.xlf -o back; status 0; err_empty
    if [ "$f" = a.jsonl ]; then sed 's/a\\uffffb/ab/' a.jsonl > clean; fi
    cmp -s clean back; is 0 $?
  done
  t "no target $v"; run extract --xliff $v a.txt -o x.xlf; status 0; run merge x.xlf; status 1; err_has 'target-missing'; err_has 'x.xlf:'; is "$(cat a.txt)" "$out"
  t "codes become English $v"; "$sulih" extract --xliff $v --xliff-target source a.txt -o x.xlf; run merge x.xlf; status 0; has '5.2 percent'; has 'Rp14,750'; has '(3 October 2024)'
  t "mt $v"; run extract --xliff $v -e gloss a.txt -o x.xlf; status 0; err_has 'gloss'; run merge x.xlf; status 0; has '5.2 percent'; has 'rice'
  t "a lost code $v"; "$sulih" extract --xliff $v --xliff-target source a.txt | sed -E '/<target/s/<(x|ph) id="1"[^>]*>//' > x.xlf; run merge x.xlf; status 1; err_has 'code-missing'; has '5,2 persen'
  t "a code twice $v"; "$sulih" extract --xliff $v --xliff-target source a.txt | sed -E '/<target/s/(<(x|ph) id="1"[^>]*>)/\1\1/' > x.xlf; run merge x.xlf; status 1; err_has 'code twice'
  t "an unknown code $v"; "$sulih" extract --xliff $v --xliff-target source a.txt | sed -E '/<target/s/<(x|ph) id="1"/<\1 id="77"/' > x.xlf; run merge x.xlf; status 1; err_has 'code-unknown'
  t "malformed $v"; "$sulih" extract --xliff $v --xliff-target source a.txt | sed -E '0,/<\/target>/s/<\/target>//' > x.xlf; run merge x.xlf -o neu; status 4; err_has 'x.xlf:'; err_has 'not well-formed'; is no "$([ -e neu ] && echo yes || echo no)"
  t "a unit gone $v"; "$sulih" extract --xliff $v a.txt | sed -E 's/<(trans-unit|unit) id="1"/<\1 id="99"/' > x.xlf; run merge x.xlf; status 4; err_has 'unit 1'
done
t 'not XLIFF'; printf '<html/>' > h.xlf; run merge h.xlf; status 4; err_has '<html>'
t 'XLIFF of others'; printf '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="x" source-language="id" datatype="plaintext"><body/></file></xliff>' > o.xlf; run merge o.xlf; status 4; err_has "sulih extract"
t 'a document type'; printf '<!DOCTYPE xliff [<!ENTITY a "b">]><xliff version="1.2"/>' > d.xlf; run merge d.xlf; status 4; err_has 'document type'
t 'elements that nest without end'; "$sulih" extract --xliff-target source a.txt | sed -E 's,<target[^>]*>,&\n@<g>\n,; s,</target>,\n@</g>\n&,' |
  awk '/^@/ { for (i = 0; i < 200000; i++) printf "%s", substr($0, 2); next } { print }' > d.xlf; run merge d.xlf; status 4; err_has 'nest too deep'
t 'empty'; : > e.txt; run extract e.txt; status 0; has '<xliff'; has '</xliff>'
t 'empty input goes there and back'; for v in 1.2 2.1; do run extract --xliff $v e.txt -o e.xlf; status 0; is 1 "$(grep -c '<file ' e.xlf)"; run merge e.xlf -o e.back; status 0; err_empty; is 0 "$(wc -c < e.back | tr -d ' ')"
  "$sulih" extract --xliff $v < e.txt > e.xlf; run merge e.xlf; status 0; out_is ''; done
t 'a unit cut into segments (2.1)'; printf 'Ia pergi lalu pulang.\n' > u.txt; "$sulih" extract --xliff 2.1 u.txt > x.xlf
cut() { sed -E ':a;N;$!ba;s,<segment .*</segment>,'"$1"',' x.xlf > y.xlf; }
cut '<segment id="a"><source>Ia pergi</source><target>He went</target></segment><ignorable><source> </source></ignorable><segment id="b"><source>lalu pulang.</source><target>and came back.</target></segment>'
run merge y.xlf; status 0; out_is 'He went and came back.'
cut '<segment id="a"><source>Ia pergi</source><target>He went</target></segment><segment id="b"><source> lalu pulang.</source></segment>'
run merge y.xlf; status 1; err_has 'target-missing'; out_is 'Ia pergi lalu pulang.'
t 'a blank between the pieces that no target has (2.1)'
cut '<segment id="a"><source>Ia pergi </source><target>He went</target></segment><segment id="b"><source>lalu pulang.</source><target>and came back.</target></segment>'; run merge y.xlf; status 0; out_is 'He went and came back.'
cut '<segment id="a"><source>Ia pergi</source><target>He went</target></segment><segment id="b"><source> lalu pulang.</source><target>and came back.</target></segment>'; run merge y.xlf; out_is 'He went and came back.'
cut '<segment id="a"><source>Ia pergi </source><target>He went </target></segment><segment id="b"><source>lalu pulang.</source><target>and came back.</target></segment>'; run merge y.xlf; out_is 'He went and came back.'
cut '<segment id="a"><source>Ia </source><target>He</target></segment><segment id="b"><source>pergi</source><target/></segment><segment id="c"><source> lalu pulang.</source><target> came back.</target></segment>'; run merge y.xlf; status 1; err_has 'target-missing'
cut '<segment id="a"><source>Ia per</source><target>He we</target></segment><segment id="b"><source>gi lalu pulang.</source><target>nt.</target></segment>'; run merge y.xlf; out_is 'He went.'
t 'targets in another order (2.1)'
cut '<segment id="a"><source>Ia pergi</source><target order="3">he left.</target></segment><ignorable><source> </source></ignorable><segment id="b"><source>lalu pulang.</source><target order="1">Back home</target></segment>'
run merge y.xlf; status 0; out_is 'Back home he left.'
t 'an order without a place'; sed 's/order="3"/order="9"/' y.xlf > z.xlf; run merge z.xlf; status 1; err_has 'target-order'; err_has 'no place'; out_is 'Ia pergi lalu pulang.'
sed 's/order="3"/order="0"/' y.xlf > z.xlf; run merge z.xlf; status 1; err_has 'no place'
sed 's/order="3"/order="-1"/' y.xlf > z.xlf; run merge z.xlf; status 1; err_has 'no place'
t 'two targets for one place'; sed 's/order="3"/order="1"/' y.xlf > z.xlf; run merge z.xlf; status 1; err_has 'two targets for one place'; out_is 'Ia pergi lalu pulang.'
sed 's/ order="1"//' y.xlf > z.xlf; run merge z.xlf; status 1; err_has 'two targets for one place'
t 'an ignorable keeps its place'; sed 's/order="3"/order="2"/; s/order="1"/order="3"/' y.xlf > z.xlf; run merge z.xlf; status 1; err_has 'target-order'
t 'two targets in one segment'; cut '<segment id="a"><source>Ia pergi lalu pulang.</source><target>He left.</target><target>He went.</target></segment>'; run merge y.xlf; status 1; err_has 'two <target>'; out_is 'Ia pergi lalu pulang.'
t 'a comment is no translation'; cut '<segment id="a"><source>Ia pergi</source><target><!-- nanti --></target></segment>'; run merge y.xlf; status 1; err_has 'target-missing'
t 'what nobody sees is no translation'
for words in '\xc2\xa0' '\xe2\x80\x8b' '\xe3\x80\x80\n' '<mrk id="m" type="term"></mrk>' '<mq:ch xmlns:mq="MQXliff" val=" "/>'; do
  for v in 1.2 2.1; do "$sulih" extract --xliff $v --xliff-target source u.txt | sed "s,\(<target[^>]*>\)[^<]*</target>,\1$words</target>," > y.xlf; run merge y.xlf; status 1; err_has 'has no translation'; out_is 'Ia pergi lalu pulang.'; done
done
t 'a damaged skeleton'; "$sulih" extract a.txt | sed -E 's/"codes":\["[^]]*\]/"codes":[1,null]/' > x.xlf; run merge x.xlf; status 4; err_has 'damaged'
t 'a <file> that is refused does not stop the others'; "$sulih" extract --xliff-target source u.txt a.txt u.txt > x.xlf; sed '0,/<trans-unit id="1"/s//<trans-unit id="9"/' x.xlf > y.xlf
run merge y.xlf; status 4; err_has 'unit 1'; is "$({ "$sulih" extract --xliff-target source a.txt | "$sulih" merge 2> /dev/null; cat u.txt; } | sha1sum)" "$(sha1sum < "$tmp/out")"
run merge y.xlf -o whole.out; status 4; is yes "$([ -s whole.out ] && echo yes)"
sed 's/<trans-unit id="[0-9]*"/<trans-unit id="9"/' x.xlf > y.xlf; run merge y.xlf -o none.out; status 4; is no "$([ -e none.out ] && echo yes || echo no)"
for v in 1.2 2.1; do
  "$sulih" extract --xliff $v --xliff-target source a.txt > x.xlf
  t "a unit twice $v"; if [ $v = 1.2 ]; then sed 's/<trans-unit id="3"/<trans-unit id="2"/' x.xlf > y.xlf; else sed 's/<unit id="3"/<unit id="2"/' x.xlf > y.xlf; fi
  run merge y.xlf; status 4; err_has 'unit 2 stands there twice'; err_has 'first in line'; out_is ''
  t "a unit of somebody else $v"; if [ $v = 1.2 ]; then sed 's,</body>,<trans-unit id="m-1"><source>x</source><target>y</target></trans-unit></body>,' x.xlf > y.xlf; else sed 's,</file>,<unit id="m-1"><segment><source>x</source><target>y</target></segment></unit></file>,' x.xlf > y.xlf; fi
  run merge y.xlf; status 1; err_has 'unit-unknown'; err_has 'm-1'; has 'Rp14,750'
  t "units in another order $v"; sed -E 's/<(trans-unit|unit) id="1"/<\1 id="0"/; s/<(trans-unit|unit) id="2"/<\1 id="1"/; s/<(trans-unit|unit) id="0"/<\1 id="2"/' x.xlf > y.xlf; run merge y.xlf; status 1; err_has 'source-changed'; err_has 'id been changed'
  t "a doubled word written out is the same source $v"; printf 'Anak2 itu datang bersama Budi Santoso.\n' > twice.txt
  "$sulih" extract --xliff $v --xliff-target source twice.txt > y.xlf; run merge y.xlf; status 0; quiet; out_is 'Anak-anak itu datang bersama Budi Santoso.'
  t "another language $v"; sed -E '1,/<file/s/(target-language|trgLang)="en"/\1="de"/' x.xlf > y.xlf; run merge y.xlf; status 1; err_has 'target-language'; err_has '"de"'; has 'Rp14,750'
  sed -E '1,/<file/s/(target-language|trgLang)="en"/\1="en-GB"/' x.xlf > y.xlf; run merge y.xlf; status 0; quiet
  t "another language of a target $v"; sed -E '0,/<target/s//<target xml:lang="fr"/' x.xlf > y.xlf; run merge y.xlf; status 1; err_has '"fr"'; has 'Rp14,750'
  t "an ampersand of a careless tool $v"; sed -E '0,/(<target[^>]*>)/s//\1R\&D /' x.xlf > y.xlf; run merge y.xlf -o neu; status 4; err_has 'not well-formed'; err_has 'y.xlf:'
  t "notes and memories of other tools $v"; if [ $v = 1.2 ]; then sed -E 's,</trans-unit>,<note from="x">n</note><alt-trans><source>Lain</source><target xml:lang="de">Anders <x id="9"/></target></alt-trans></trans-unit>,; s/<target/<target state="signed-off"/' x.xlf > y.xlf; sed -E 's/(state="signed-off") state="[^"]*"/\1/' y.xlf > z.xlf
  else sed -E 's,<unit id="([0-9]+)">,<unit id="\1"><mtc:matches xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0"><mtc:match ref="\#s\1"><source>Lain</source><target xml:lang="de">Anders <ph id="9"/></target></mtc:match></mtc:matches><notes><note>n</note></notes>,; s/state="initial"/state="final"/' x.xlf > z.xlf; fi
  run merge z.xlf; status 0; err_empty; has 'Rp14,750'; is 0 "$(grep -c Anders "$tmp/out")"
  t "marks of segments and reviewers are looked through $v"; sed -E 's,(<target[^>]*>)(.*)(</target>),\1<mrk id="m9" mtype="seg" mid="0">\2</mrk>\3,' x.xlf > y.xlf; run merge y.xlf; status 0; quiet; has 'Rp14,750'
  t "UTF-16 of a Windows tool $v"; { printf '\377\376'; sed 's/encoding="UTF-8"/encoding="UTF-16"/' x.xlf | iconv -f UTF-8 -t UTF-16LE; } > y.xlf; run merge y.xlf; status 0; has '“Kami'
done
t 'words inside a code that holds none are not lost with it'; "$sulih" extract --xliff-target source a.txt > x.xlf
sed -E '/<target/s,<x id="1"[^>]*/>,<g id="1">dua kata</g>,' x.xlf > y.xlf; run merge y.xlf; status 1; err_has 'code-unknown'; has 'JAKARTA'; lacks 'KABARNUSA.com – rice'
"$sulih" extract --xliff 2.1 --xliff-target source a.txt | sed -E '/<target/s,<ph id="1"[^>]*/>,<pc id="1">dua kata</pc>,' > y.xlf; run merge y.xlf; status 1; err_has 'code-unknown'
t 'a marked segment that nobody translated (1.2)'; "$sulih" extract --xliff-target source u.txt > x.xlf
marked() { sed -E ':a;N;$!ba;s,<source>.*</target>,<source>Ia pergi lalu pulang.</source><seg-source><mrk mtype="seg" mid="0">Ia pergi</mrk> <mrk mtype="seg" mid="1">lalu pulang.</mrk></seg-source><target>'"$1"'</target>,' x.xlf > y.xlf; run merge y.xlf; }
marked '<mrk mtype="seg" mid="0">He left</mrk> <mrk mtype="seg" mid="1">and came back.</mrk>'; status 0; err_empty; out_is 'He left and came back.'
marked '<mrk mtype="seg" mid="0">He left</mrk> <mrk mtype="seg" mid="1"></mrk>'; status 1; err_has 'target-missing'; out_is 'Ia pergi lalu pulang.'
marked '<mrk mtype="seg" mid="0">He left</mrk>'; status 1; err_has 'target-missing'; out_is 'Ia pergi lalu pulang.'
marked 'He left and came back.'; status 0; err_empty; out_is 'He left and came back.'
t 'the layout of an indented target is no part of it'; marked '\n      He left and came back.\n    '; status 0; err_empty; out_is 'He left and came back.'
printf 'Jakarta\n\nIa pergi ke Bandung.\n' > name.txt
for v in 1.2 2.1; do t "nor the layout of an indented source $v"; "$sulih" extract --xliff $v --xliff-target source --to-lang id name.txt | sed -E 's,(<(source|target)[^>]*>)(<[^>]*/>)(</),\1\n   \3\n  \4,' > y.xlf; run merge y.xlf; status 0; err_empty; out_is "$(cat name.txt)"; done
t 'a copied source is said, unless a state wants it'; marked 'Ia pergi lalu pulang.'; status 0; err_has 'y.xlf:6: 1 unit stands in the words of its source'; out_is 'Ia pergi lalu pulang.'
printf 'Ia pergi ke pasar lalu pulang. Ia pun pergi ke kota lagi.\n' > v.txt
for v in 1.2 2.1; do
  "$sulih" extract --xliff $v --xliff-target source v.txt > x.xlf; run merge x.xlf; status 0; err_has '2 units, this one the first, stand in the words of their source'
  sed -E 's/state="(needs-translation|initial)"/state="final"/' x.xlf > y.xlf; run merge y.xlf; status 0; err_empty
  "$sulih" extract --xliff $v --xliff-target source --to-lang id v.txt > x.xlf; run merge x.xlf; status 0; err_empty
done
t 'the figures of a human translation are looked at'; printf 'Banjir merendam 350 rumah sejak Senin (4/11/2024).\n' > w.txt
for v in 1.2 2.1; do "$sulih" extract --xliff $v --xliff-target source w.txt | sed 's/state="[a-z-]*"/state="final"/' > x.xlf
  run merge x.xlf; status 0; err_empty
  human() { sed -E "s/(<target[^>]*>)Banjir merendam 350 rumah sejak/\1$1/" x.xlf > y.xlf; run merge y.xlf; }
  human 'Floods swamped 350 houses since'; status 0; err_empty; out_is 'Floods swamped 350 houses since Monday (4 November 2024).'
  human 'Floods swamped three hundred and fifty houses since'; status 0; err_empty
  human 'Floods swamped 530 houses since'; status 1; err_has 'number-changed'; err_has 'unit 1 has a number'; out_is 'Floods swamped 530 houses since Monday (4 November 2024).'
  human 'Floods swamped houses since'; status 1; err_has 'number-changed'
  human 'Floods (from 4 November 2024 on) swamped 350 houses since'; status 0; err_empty
  sed -E 's/(target-language|trgLang)="en"/\1="de"/; s/"to":"en"/"to":"de"/; s/(<target[^>]*>)Banjir merendam 350 rumah/\1Wasser in dreihundertfünfzig Häusern/' x.xlf > y.xlf; run merge y.xlf; status 0; err_empty
done
t 'a code that hangs on the word before it'; printf 'Menteri Sri Lestari tiba di Jakarta dari Bandung.\n' > g.txt
for v in 1.2 2.1; do "$sulih" extract --xliff $v --xliff-target source g.txt | sed 's/state="[a-z-]*"/state="final"/' > x.xlf; run merge x.xlf; status 0; err_empty
  sed -E '/<target/s/di (<(x|ph) id="2")/in\1/' x.xlf > y.xlf; run merge y.xlf; status 1; err_has 'code-glued'; has 'tiba inJakarta dari'
  sed -E '/<target/s/ tiba di (<(x|ph) id="2")/\1/' x.xlf > y.xlf; run merge y.xlf; status 1; err_has 'code-glued'
  sed -E '/<target/s/ tiba di (<(x|ph) id="2")/, \1/' x.xlf > y.xlf; run merge y.xlf; status 0; err_empty
done
t 'codes in each other'"'"'s place'; printf 'Ratna Kusumawardani bertemu Budi Santoso di Bandung pada Kamis (10/10/2024).\n\nHarga beras naik dari 5 persen menjadi 6 persen.\n\nMenteri mengunjungi Bandung dan Jakarta.\n' > tukar.txt
# target N TEXT: the target of unit N, with {1} for its first code
target() { awk -v unit="$1" -v text="$2" '/<(trans-)?unit id=/ { n++ }
  n == unit && /<target/ { rest = $0; while (match(rest, /<(x|ph) [^>]*\/>/)) { c = substr(rest, RSTART, RLENGTH); gsub(/&/, "\\\\&", c); k++; gsub("[{]" k "[}]", c, text); rest = substr(rest, RSTART + RLENGTH) }
    match($0, /<target[^>]*>/); print substr($0, 1, RSTART + RLENGTH - 1) text "</target>"; next } { print }' y.xlf > z.xlf; mv z.xlf y.xlf; }
for v in 1.2 2.1; do "$sulih" extract --xliff $v --xliff-target source tukar.txt | sed 's/state="[a-z-]*"/state="final"/' > x.xlf
  human() { cp x.xlf y.xlf; target 1 "$1"; target 2 "$2"; target 3 "$3"; run merge y.xlf; }
  human '{1} met {2} in {3} on {4}.' 'Rice prices rose from {1} to {2}.' 'The minister visited {1} and {2}.'; status 0; err_empty
  human 'On {4}, {1} met {2} in the {3}.' 'Rice prices rose to {2} from {1}.' 'The minister visited {2} and {1}.'; status 0; err_empty; has 'rose to 6 percent from 5 percent'
  human '{2} met {1} in {3} on {4}.' 'Rice prices rose from {2} to {1}.' 'The minister visited {1} and {2}.'; status 1; has 'from 6 percent to 5'
  err_has "unit 1 may have codes 1 (Ratna Kusumawardani) and 2 (Budi Santoso) in each other's place [code-exchanged]"; err_has 'unit 2 may have codes 1 (5 percent) and 2 (6 percent)'; is 2 "$(grep -c . "$tmp/err")"
  human '{1} met {3} in {2} on {4}.' 'Rice prices rose from {1} to {2}.' 'The minister visited {1} and {2}.'; status 1; err_has 'codes 2 (Budi Santoso) and 3 (Bandung)'; is 1 "$(grep -c . "$tmp/err")"
  sed 's/,"kinds":\[[^]]*\]//' x.xlf > old.xlf; mv old.xlf x.xlf; human '{1} met {2} in {3} on {4}.' 'Rice prices rose from {2} to {1}.' 'The minister visited {2} and {1}.'; status 1; err_has 'unit 2 may'; is 1 "$(grep -c . "$tmp/err")"
done
t 'a folder of XLIFF: nothing else is read, and the old endings come back'; mkdir -p cat/sub
"$sulih" extract --xliff-target source --to-lang id u.txt -o cat/u.xlf; "$sulih" extract --xliff-target source --to-lang id a.jsonl -o cat/sub/a.XLIFF; cp u.txt cat/notes.txt
"$sulih" extract --xliff 2.1 --xliff-target source --to-lang id u.txt | sed 's/"UTF-8"/"UTF-16"/' | iconv -f UTF-8 -t UTF-16 > cat/wide.txt.xlf
run merge cat -o merged; status 0; err_has 'cat/notes.txt: skipped, no XLIFF'; is 'merged/sub/a.jsonl merged/u.txt merged/wide.txt' "$(find merged -type f | sort | tr '\n' ' ' | sed 's/ $//')"; is 0 "$(cmp u.txt merged/u.txt > /dev/null; echo $?)"; is 0 "$(cmp u.txt merged/wide.txt > /dev/null; echo $?)"
t 'wrong version'; run extract --xliff 3.0 a.txt; status 2; err_has '1.2 or 2.1'
t 'mt without an engine'; run extract --xliff-target mt a.txt; status 3; err_has 'no engine'
t 'a folder'; mkdir -p in; cp a.txt in/; run extract in -o outdir; status 0; is yes "$([ -f outdir/a.xlf ] && echo yes)"
t 'many messages of a kind: five, and how many more'
for i in $(seq 12); do printf 'Warga nomor %d pergi ke pasar.\n\n' "$i"; done > banyak.txt; run extract banyak.txt -o banyak.xlf; status 0
run merge banyak.xlf; status 1; is 5 "$(grep -c 'has no translation' "$tmp/err")"; err_has 'banyak.xlf: and 7 more [target-missing]'; is 6 "$(grep -c . "$tmp/err")"; is "$(cat banyak.txt)" "$out"
SULIH_LOG=info run merge banyak.xlf; status 1; is 12 "$(grep -c 'has no translation' "$tmp/err")"
finish
