#!/usr/bin/env bash
# Input made to be slow: four times the text takes about four times as long, with segment, with
# protect and with translate.  What is quadratic takes sixteen times.
. "$(dirname "$0")/lib.sh"
cd "$tmp" || exit 2
export SULIH_LOG=error

# fill FILE BYTES PATTERN: the pattern over and over, a line without an end
fill() { yes -- "$3" | tr -d '\n' | head -c "$2" > "$1"; }

# numbered FILE COUNT FORMAT: the format with 1, 2, 3 …
numbered() { awk -v n="$2" -v f="$3" 'BEGIN { for (i = 1; i <= n; i++) printf f, i }' > "$1"; }

# seconds ARGS...: of the processor, in hundredths
seconds() {
  local TIMEFORMAT='%U %S'
  { time "$sulih" "$@" > /dev/null 2> /dev/null; } 2>&1 | awk '{ print int(($1 + $2) * 100 + 0.5) }'
}

# grows COMMAND [OPTION]...: short.txt and long.txt, which is four times as long; three tries, as the machine
# may be busy with other things
grows() {
  local short long
  for _ in 1 2 3; do
    short=$(seconds "$@" short.txt) long=$(seconds "$@" long.txt)
    [ "$long" -le $((8 * short + 10)) ] && break
  done
  if [ "$long" -le $((8 * short + 10)) ]; then ok; else bad "$*: $short and $long hundredths of a second"; fi
}

# shape NAME BYTES PATTERN
shape() {
  t "$1"
  fill short.txt "$2" "$3"
  fill long.txt $(($2 * 4)) "$3"
  grows segment
  grows protect
}

shape 'a paragraph without a stop' 300000 'harga beras di pasar naik karena hujan turun lebat '
shape 'quotation marks' 100000 '"'
shape 'words behind quotation marks' 60000 'kata "beras "naik '
shape 'abbreviations' 100000 'Dr. Prof. S.H. dll. Jl. No. '
shape 'capitals' 100000 'Budi Agung Bank Jakarta KPK PT '
shape 'head words' 100000 'Kota Universitas Jalan Bank '
shape 'titles' 100000 'menteri presiden direktur '
shape 'digits' 200000 '1'
shape 'numbers and stops' 100000 '12.'
shape 'brackets' 100000 '('
shape 'brackets around capitals' 100000 'Komisi Agung (KPA) '
shape 'letters and stops' 100000 'kompas.'
shape 'signs of addresses' 100000 'a@b.'
shape 'hyphens' 100000 'anak-'
shape 'glued words' 60000 'PresidenJoko'
shape 'a line in capitals' 100000 'POLISI TANGKAP WARGA '
shape 'masks without a blank' 300000 '(AS)DonaldTrumpmendesak'
shape 'short lines' 60000 $'- a: b\n'

# kin FILE COUNT: so many names of two words, all of which begin with the same
kin() {
  awk -v n="$2" 'BEGIN { for (i = 1; i <= n; i++) { k = i; s = ""
    for (j = 0; j < 4; j++) { s = s substr("bcdfghjklmnprstvwyzq", k % 20 + 1, 1) "a"; k = int(k / 20) }
    printf "Kemarin ia bertemu Budi %s%s di sana.\n\n", toupper(substr(s, 1, 1)), substr(s, 2) } }' > "$1"
}

t 'names that begin with one word'
kin short.txt 12000
kin long.txt 48000
grows protect

t 'words of which none is like another'
numbered short.txt 10000 'K%daru '
numbered long.txt 40000 'K%daru '
grows segment
grows protect

t 'persons whose other mentions are told of'
fill short.txt 60000 'Kapten Harapan Wirabuana tiba. Harapan pulang. '
fill long.txt 240000 'Kapten Harapan Wirabuana tiba. Harapan pulang. '
grows protect --explain

t 'quotes inside of one that is never closed'
{ printf '«Awal kata. '; fill part 150000 'Ia bilang "ya" lalu pergi. '; cat part; } > short.txt
{ printf '«Awal kata. '; fill part 600000 'Ia bilang "ya" lalu pergi. '; cat part; } > long.txt
grows protect

# nested FILE COUNT: so many quotes, each within the one before
nested() { { printf 'Warga berkata '; fill part "$(($2 * 5))" '“a '; cat part; printf 'pulang'; fill part "$(($2 * 3))" '”'; cat part; printf ' kemarin.\n'; } > "$1"; }
t 'quotes within quotes: each holds the words of all within it'
nested short.txt 10000
nested long.txt 40000
grows segment --json
grows protect --json
grows translate -e echo --ledger ledger.json
is 8 "$("$sulih" segment --json short.txt | grep -o '"closed":true' | wc -l)"
is yes "$("$sulih" segment --json short.txt | grep -q 'Quotes within quotes nest too deep' && echo yes)"

t 'placeholders of one sentence'
fill short.txt 150000 'Budi (1'
fill long.txt 600000 'Budi (1'
grows translate -e gloss

t 'names and terms of which each overlaps the next'
printf 'source\ttarget\nAkhmad Budi\tAB\n' > terms.tsv
row='Budi Agung Santoso Ratna Kusuma Wirabuana Harapan Joko Widodo Prabowo Subianto Megawati Sukarno Hatta Sutan Syahrir Tan Wahyudi Budiman Akhmad '
{ printf 'ia, dia, kami, mereka, '; fill part 700000 "$row"; cat part; } > short.txt
{ printf 'ia, dia, kami, mereka, '; fill part 2800000 "$row"; cat part; } > long.txt
grows protect -g terms.tsv
finish
