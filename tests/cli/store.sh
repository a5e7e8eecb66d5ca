#!/usr/bin/env bash
# The translation memory: nothing is paid twice, a broken-off run goes on, TMX in and out.
. "$(dirname "$0")/lib.sh"
cd "$tmp" || exit 2
unset SULIH_STORE
t 'an empty memory'; run tm; status 0; has 'segments'; err_empty; is no "$([ -e state ] && echo yes || echo no)"
t 'echo and gloss never write'; rm -rf state; run translate -e gloss <<< 'Ia datang.'; is no "$([ -e state ] && echo yes || echo no)"
t 'none'; SULIH_STORE=none run tm; status 3; err_has none
t 'no name is no place'; run tm --store ''; status 2; err_has '--store wants a file'; SULIH_STORE='' run tm; status 3; err_has 'SULIH_STORE: --store wants a file'
echo Ya. > ya.txt; run translate --engine libretranslate --store '' ya.txt; status 2; err_has '--store wants a file'
t 'unknown action'; run tm buang; status 2; err_has 'show, export, import, forget'
t 'import'; cat > in.tmx <<'T'
<?xml version="1.0"?>
<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="id" datatype="plaintext"/><body>
<tu><tuv xml:lang="id-ID"><seg>Ia datang.</seg></tuv><tuv xml:lang="EN-US"><seg>He came.</seg></tuv></tu>
<tu><tuv xml:lang="id"><seg>Tanpa pasangan.</seg></tuv></tu>
</body></tmx>
T
run tm import in.tmx; status 0; has 'in.tmx: 1 segment'; lacks segments; is 600 "$(stat -c %a state/sulih/store.db)"
t 'counted'; run tm --store other.db import in.tmx; run tm --store other.db forget --all; out_is '1 segment forgotten'
t 'export'; run tm export; status 0; has '<seg>Ia datang.</seg>'; has '<seg>He came.</seg>'; has 'creationtool="sulih"'
t 'export to a file'; run tm export -o out.tmx; status 0; is yes "$(grep -q 'He came' out.tmx && echo yes)"
t 'a malformed import'; printf '<tmx><body><tu>' > bad.tmx; run tm import bad.tmx; status 4; err_has 'bad.tmx:1'
t 'a file that cannot be read does not stop the others'; run tm import bad.tmx tidak-ada.tmx in.tmx; status 4; err_has 'bad.tmx:1'; err_has 'tidak-ada.tmx'; has 'in.tmx: 1 segment'
t 'elements that nest without end'; { printf '<tmx version="1.4"><body><tu><tuv xml:lang="id"><seg>'; for e in '<hi>' '</hi>'; do yes "$e" | head -200000 | tr -d '\n'; done; echo '</seg></tuv></tu></body></tmx>'; } > dalam.tmx; run tm import dalam.tmx; status 4; err_has 'dalam.tmx:1: its elements nest too deep'
t 'not TMX'; printf '<html/>' > h.tmx; run tm import h.tmx; status 4; err_has '<tmx>'
t 'codes of other tools are no words'; cat > kode.tmx <<'T'
<?xml version="1.0"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="*all*" datatype="html"/><body>
<tu><tuv xml:lang="id"><seg> Ratna <bpt i="1">&lt;b&gt;</bpt>pergi<ept i="1">&lt;/b&gt;</ept>   ke
pasar.</seg></tuv><tuv xml:lang="en"><seg>Ratna <hi>went</hi> to<ph x="1">&lt;br/&gt;<sub>gambar</sub></ph> market.
</seg></tuv></tu></body></tmx>
T
run tm import kode.tmx; status 0; run tm export; has '<seg>Ratna pergi ke pasar.</seg>'; has '<seg>Ratna went to market.</seg>'
t 'entities of the file are refused'; printf '<!DOCTYPE tmx [<!ENTITY a "lalala"><!ENTITY b "&a;&a;&a;&a;">]>\n<tmx version="1.4"><body>\n<tu><tuv xml:lang="id"><seg>&b;</seg></tuv><tuv xml:lang="en"><seg>x</seg></tuv></tu></body></tmx>' > entitas.tmx
run tm import entitas.tmx; status 4; err_has 'entitas.tmx:3'; err_has '&b;'
t 'export into a folder'; mkdir -p f; run tm export -o f/; status 2; err_has 'a file'
t 'forget wants to know what'; run tm forget; status 2; err_has '--all'
t 'forget'; run tm forget --all; status 0; has '2 segments forgotten'; run tm export; lacks 'He came'
t 'many runs make one store'; for k in 1 2 3 4; do
	for i in 1 2 3 4 5 6; do "$sulih" tm --store "$tmp/baru$k.db" import in.tmx > /dev/null 2>> "$tmp/serentak" & done; wait
done; is '' "$(cat "$tmp/serentak")"; run tm --store "$tmp/baru1.db" export; has 'He came.'
t 'a store that is no database'; printf 'bukan basis data, sungguh bukan\n' > rusak.db; SULIH_STORE=$tmp/rusak.db run tm; status 4; err_has 'rusak.db'
t 'tm: a wrong line is said before a memory is made'
for a in 'tidak' 'show x' 'export x' 'forget' 'forget --all x' 'import'; do
  # shellcheck disable=SC2086
  run tm --store "$tmp/never.db" $a; status 2; is no "$([ -e "$tmp/never.db" ] && echo yes || echo no)"
done
SULIH_STORE=none run tm tidak; status 2; err_has "no action 'tidak'"
finish
