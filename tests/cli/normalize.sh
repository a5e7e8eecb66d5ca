#!/usr/bin/env bash
# sulih normalize: the stream, reports, refusals, folders.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"

t "text in, text out"
run normalize <<< $'Presiden\u00a0tiba  di Solo.'
status 0
out_is "Presiden tiba di Solo."
err_empty

t "empty and blank input"
run normalize < /dev/null
status 0
is 0 "$(stat -c %s "$tmp/out")"
run normalize <<< $'  \n\t'
status 0
is 0 "$(stat -c %s "$tmp/out")"

t "the end of the text stays as it is"
printf 'satu\ndua' > "$tmp/open.txt"
run normalize "$tmp/open.txt"
is "$(od -c "$tmp/open.txt")" "$(od -c "$tmp/out")"

t "clean text comes through byte for byte, in blocks of any size"
for i in $(seq 1 6000); do
  printf 'Baris %d: “Taman ini milik warga,” ujar Bupati Sri Rahayu – Rp1,5 miliar.\n\n' "$i"
done > "$tmp/clean.txt"
run normalize "$tmp/clean.txt"
status 0
is "" "$(cmp "$tmp/clean.txt" "$tmp/out" 2>&1)"
is "" "$(cat "$tmp/clean.txt" | "$sulih" normalize | cmp - "$tmp/clean.txt" 2>&1)"

t "the stream and the record say the same"
sed -e 's/ /\xC2\xA0/3' -e 's/“/â€œ/' "$tmp/clean.txt" > "$tmp/damaged.txt"
run normalize "$tmp/damaged.txt"
is "" "$(cmp "$tmp/clean.txt" "$tmp/out" 2>&1)"
"$sulih" normalize --json "$tmp/damaged.txt" > "$tmp/record"
is "$(head -c 1000 "$tmp/out" | tr '\n' ' ')" \
  "$(sed -e 's/.*"text":"//' -e 's/\\n/ /g' "$tmp/record" | head -c 1000)"

t "memory does not grow with the input"
for i in 1 2 3 4 5 6; do cat "$tmp/damaged.txt" "$tmp/damaged.txt" > "$tmp/more"; mv "$tmp/more" "$tmp/damaged.txt"; done
# the address sanitizer maps terabytes
(case $(nm -D "$sulih" 2> /dev/null) in *__asan*) ;; *) ulimit -v 400000 ;; esac; "$sulih" normalize "$tmp/damaged.txt" > /dev/null)
is 0 $?

t "UTF-16 and Windows-1252"
printf '\xFF\xFES\x00o\x00l\x00o\x00' > "$tmp/utf16.txt"
run normalize "$tmp/utf16.txt"
out_is "Solo"
t "UTF-16 without its mark, with a control or a lone surrogate in it"
for i in 1 2 3 4 5 6; do printf 'Warga desa pergi ke pasar itu. '; done > "$tmp/plain.txt"
for e in LE BE; do
  for flaw in '\x1b\x00' '\x00\xdc'; do
    if [ $e = BE ]; then flaw=${flaw:4}${flaw:0:4}; fi
    { iconv -f UTF-8 -t UTF-16$e "$tmp/plain.txt"; printf "$flaw"; iconv -f UTF-8 -t UTF-16$e "$tmp/plain.txt"; } > "$tmp/utf16.txt"
    run normalize "$tmp/utf16.txt"; status 0
    is 12 "$(grep -o 'Warga desa' "$tmp/out" | wc -l)"
  done
done
printf 'Ren\xe9 \x93siap\x94\n' > "$tmp/1252.txt"
run normalize "$tmp/1252.txt"
out_is 'René “siap”'

t "what was assumed is said to who asks"
SULIH_LOG=info run normalize "$tmp/1252.txt"
err_has "charset-guessed"

t "binary input is refused, the others go on"
printf 'PNG\x00\x00\x01' > "$tmp/picture.txt"
run normalize "$tmp/picture.txt" "$tmp/1252.txt"
status 4
out_is 'René “siap”'
err_has "picture.txt: the input is binary"

t "explain lists each repair with its place"
printf 'Solo.\nWarga  pulang &amp; Pel\xc3\x83\xc2\xa9\n' > "$tmp/explain.txt"
run normalize --explain "$tmp/explain.txt"
status 0
out_is $'Solo.\nWarga pulang & Pelé'
err_has 'explain.txt:2: 20-25: reference-decoded: "&amp;" -> "&"'
err_has 'explain.txt:2: 29-31: mojibake-repaired: "Ã©" -> "é"'
run normalize --explain --json "$tmp/explain.txt"
status 2

t "a folder in, a folder out; nothing of a refused file"
mkdir -p "$tmp/in/sub"
cp "$tmp/1252.txt" "$tmp/in/sub/a.txt"
cp "$tmp/picture.txt" "$tmp/in/b.txt"
run normalize -o "$tmp/new" "$tmp/in"
status 4
is 'René “siap”' "$(cat "$tmp/new/sub/a.txt")"
is "new new/sub new/sub/a.txt" "$(cd "$tmp" && find new | sort | tr '\n' ' ' | sed 's/ $//')"

t "a file that is not there"
run normalize "$tmp/none.txt"
status 4
err_has "none.txt"
finish
