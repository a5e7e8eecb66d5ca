#!/usr/bin/env bash
# Text that looks like placeholders comes home byte for byte, whatever shape the placeholders have on the wire.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=tests/support/stub.sh
. "$top/tests/support/stub.sh"
stub_start

# every shape of a token, sound and damaged, alone, beside names and figures, glued and nested
cat > "$tmp/odd.txt" << 'E2'
Bupati Sri Lestari membawa ⟦1⟧ bibit, ⟦2⟧ pupuk, ⟦99⟧ cangkul ke Surabaya.

Harga [1] naik 12.500 rupiah, [2] turun, [[3]] tetap; rujukan [1][2] hilang di Jakarta.

Kode XN1X, XN2X, xn3x serta XN 4 X tertulis di dinding rumah Budi Santoso.

Tag <x id="1"/>, <x id="2">, </x>, <ph id="1"/>, <n1/>, <var>1</var> tampak di layar Sri Lestari.

Rentang <span translate="no" id="p1">Jakarta</span> serta <span class="notranslate">Bandung</span> terbaca.

Templat {{1}}, {1}, ${1}, @@1@@, %1$s, __1__, #1#, 【1】, «1» berisi Rp15.000 milik Budi Santoso.

⟦1⟧

⟦1⟧⟦2⟧ Surabaya ⟦3⟧⟦1⟧, Surabaya⟦1⟧, ⟦Surabaya⟧, ⟦ 1 ⟧, ⟦１⟧, ⟦1, 1⟧.

“Saya melihat ⟦1⟧ di Surabaya,” ujar Sri Lestari. “Lalu [2] lewat.”

Q & A: 5 < 6 > 4, "AT&T" &lt;b&gt; &#10215;1&#10216; R&B milik Sri Lestari.
E2
"$sulih" normalize "$tmp/odd.txt" > "$tmp/want"

profile() { # SHAPE PROTECT: an engine whose placeholders have that shape
  cat > "$tmp/$1.json" << E2
{ "name": "$1", "url": "$stub/m/ok/translate",
  "body": { "q": { "\$each": { "\$var": "text" } }, "source": "\${source}", "target": "en", "format": "text" },
  "batch": { "mode": "array", "max_items": 8 },
  "protect": $2,
  "response": { "items": "/translatedText", "text": "" }, "error": { "message": "/error" },
  "limits": { "attempts": 2, "backoff_ms": 1 } }
E2
}
profile brackets '{ "shape": "brackets" }'
profile square '{ "shape": "square" }'
profile letters '{ "shape": "letters", "alternate": ["square", "brackets"] }'
profile xml '{ "shape": "xml" }'
profile span '{ "shape": "span" }'
profile own '{ "open": "{{${n}", "close": "}}" }'

for shape in brackets square letters xml span; do
  for mode in isolate inline verbatim; do
    t "$shape, quotes $mode"
    run translate --engine "$tmp/$shape.json" --to-lang id --verify --quotes $mode "$tmp/odd.txt"
    cmp -s "$tmp/want" "$tmp/out"; is 0 $?
    [ "$status" = 0 ] || bad "status $status: $err"
  done
done

t 'the built-in echo'
for mode in isolate inline verbatim; do
  run translate --engine echo --to-lang id --verify --quotes $mode "$tmp/odd.txt"
  status 0
  cmp -s "$tmp/want" "$tmp/out"; is 0 $?
done

t 'XLIFF'
for version in 1.2 2.1; do
  "$sulih" extract --xliff $version --to-lang id --xliff-target source "$tmp/odd.txt" -o "$tmp/odd.xlf"
  run merge "$tmp/odd.xlf"
  status 0
  cmp -s "$tmp/want" "$tmp/out"; is 0 $?
done

t 'text that collides with the only shape there is, and an engine that refuses everything'
printf 'Harga [1] naik 12.500 rupiah di Jakarta.\n' > "$tmp/one.txt"
run translate --engine "$tmp/square.json" --url "$stub/m/400/translate" --to-lang id --verify "$tmp/one.txt"
status 1
cmp -s "$tmp/one.txt" "$tmp/out"; is 0 $?

t 'in English the look-alikes stay and the names stand'
for shape in brackets letters xml; do
  run translate --engine "$tmp/$shape.json" --verify "$tmp/odd.txt"
  has 'Sri Lestari'
  has '⟦99⟧'
  has '12,500'
  has '<x id="1"/>'
  has 'XN1X'
done
stub_stop
t 'the translation memory, a profile, a key: no output takes their place'
cd "$tmp" || exit 1
mkdir -p milik/keluar; printf 'Satu.\n' > milik/satu.txt; "$sulih" engines show libretranslate > milik/mesin.json; printf 'pasar\tmarket\n' > milik/g.tsv; printf 'kunci\n' > milik/k.pem
printf '<tmx version="1.4"><header srclang="id"/><body><tu><tuv xml:lang="id"><seg>Satu.</seg></tuv><tuv xml:lang="en"><seg>One.</seg></tuv></tu></body></tmx>' > milik/m.tmx
"$sulih" tm import milik/m.tmx --store milik/m.db > /dev/null; "$sulih" tm import milik/m.tmx --store milik/keluar/satu.txt > /dev/null; ln -s m.db milik/l.db
mine() { sha1sum milik/m.db milik/keluar/satu.txt milik/mesin.json milik/g.tsv milik/k.pem; }; before=$(mine)
to() { run "$@" --url http://127.0.0.1:1/x milik/satu.txt; status 2; err_has 'would be written over'; }
for c in 'translate -e libretranslate' 'extract -e libretranslate'; do
  # shellcheck disable=SC2086
  { to $c --store milik/m.db -o milik/m.db; to $c --store milik/m.db -o milik/l.db; to $c --store milik/neu.db -o milik/neu.db; to $c --store none --ca-file milik/k.pem -o milik/k.pem; }
done
to translate -e libretranslate --store milik/keluar/satu.txt -o milik/keluar/
to translate -e milik/mesin.json --store none -o milik/mesin.json; to translate -e milik/mesin.json --store none --ledger milik/mesin.json
to translate -e libretranslate --store milik/m.db --ledger milik/m.db; to translate -e libretranslate --store none -g milik/g.tsv --ledger milik/g.tsv
run tm export --store milik/m.db -o milik/l.db; status 2; err_has 'is the translation memory'; is "$before" "$(mine)"
run translate -e echo --store milik/m.db milik/satu.txt -o milik/hasil.txt; status 0; err_empty
t 'a look at a memory that is not there makes none'; for c in show export 'forget --all'; do run tm $c --store tidak/ada/m.db; status 0; err_empty; is no "$([ -e tidak ] && echo yes || echo no)"; done
finish
