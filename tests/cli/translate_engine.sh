#!/usr/bin/env bash
# The HTTP engine from the command line: batches, throttles, failures, messages, statuses.
. "$(dirname "$0")/lib.sh"
. "$top/tests/support/stub.sh"
stub_start
cat > "$tmp/a.txt" << 'EOF'
Menteri Sri Lestari membuka pasar di Surabaya pada pagi itu.

Harga beras naik menjadi Rp15.000 per kilogram, kata petani itu.

Sebanyak 25 rumah dan 3 jembatan telah rusak karena banjir.
EOF
stub_profile "$tmp/quick.json" 2000
go() { run translate --engine "$tmp/quick.json" --url "$stub/m/$1/translate" "${@:2}" "$tmp/a.txt"; }

t 'batches of the profile'
: > "$stub_log"
go ok
status 0
err_empty
# both are under way at once: either may arrive first
is $'200 1\n200 2' "$(cut -d' ' -f1,2 "$stub_log" | sort)"
has 'rusak because banjir'

t 'a wrong SULIH_NOW is said once'; SULIH_NOW=besok SULIH_STORE=$tmp/now.db go ok --dry-run; is 1 "$(grep -c SULIH_NOW "$tmp/err")"; is 1 "$(wc -l < "$tmp/err")"

t 'order of the results'
for i in $(seq 40); do printf 'Warga desa nomor %d telah hadir di balai kota.\n\n' "$i"; done > "$tmp/many.txt"
run translate --engine "$tmp/quick.json" --url "$stub/m/429@4/translate" --concurrency 8 "$tmp/many.txt"
status 0
is "$(seq 40)" "$(sed -n 's/.*nomor \([0-9]*\) .*/\1/p' "$tmp/out")"

t 'an endpoint that is not there'
run translate --engine libretranslate --url http://127.0.0.1:1/translate "$tmp/a.txt"
status 5
err_has 'nothing listens there'
is "$(cat "$tmp/a.txt")" "$out"

t 'an address that is none: configuration, said before anything is sent'
for address in http://127.0.0.1:99999/t http://127.0.0.1:abc/t 'http://[::1/t' 'http://a b/t' http:// 'http://mt.example/t?q=a b' ftp://mt.example/t mt.example:5000; do
  run translate --engine libretranslate --url "$address" "$tmp/a.txt"; status 3; out_is ''; is 1 "$(wc -l < "$tmp/err")"; err_has "the engine's address"
done
run translate --engine libretranslate --url http://127.0.0.1:99999/t?key=x "$tmp/a.txt"; err_has 'http://127.0.0.1:99999/t is none: a port is a number up to 65535'
t 'schemes and hosts in capitals'
run translate --engine "$tmp/quick.json" --url "HTTP${stub#http}/m/ok/translate" "$tmp/a.txt"; status 0; err_empty; has 'rusak because banjir'
http_proxy=http://127.0.0.1:1 run translate --engine "$tmp/quick.json" --url "${stub/http:\/\/127.0.0.1/Http://LOCALHOST}/m/ok/translate" "$tmp/a.txt"; status 0
sed "s|\"url\": *\"[^\"]*\"|\"url\": \"HTTP${stub#http}/m/ok/translate\"|" "$tmp/quick.json" > "$tmp/capitals.json"
run translate --engine "$tmp/capitals.json" "$tmp/a.txt"; status 0; has 'rusak because banjir'

t 'messages that say what is wrong'
go 401; status 5; err_has 'the key is refused'
go 404; status 5; err_has 'nothing at this address'
go redirect; status 5; err_has "redirects are not followed (HTTP 302: to $stub/m/ok/translate)"
go html; status 5; err_has 'web page'
go 456; status 5; err_has 'the quota is spent'
go 429; status 5; err_has 'slow down'
go 500; status 5; err_has 'the server failed'
go 429-endless; status 5; err_has 'slow down'

t 'words of a server are cut between two letters'
sed 's/Harga beras naik/Pipa air itu bocor/' "$tmp/a.txt" > "$tmp/b.txt"
run translate --engine "$tmp/quick.json" --url "$stub/m/blab-wide/translate" --ledger "$tmp/ledger" "$tmp/b.txt"
status 1; err_has 'éééé'; is 0 "$(iconv -f UTF-8 -t UTF-8 "$tmp/ledger" > "$tmp/out"; echo $?)"; is 0 "$(iconv -f UTF-8 -t UTF-8 "$tmp/err" > "$tmp/out"; echo $?)"

t 'character references: the profile says whether the engine writes them'
printf "Pagi itu roti & susu di kafé desa telah habis, kata warga.\n" > "$tmp/web.txt"
references() { # RULE-OR-EMPTY ALTERNATE MODE: what comes back
  sed "s|\"text\": \"\" }|\"text\": \"\"${1:+, \"unescape\": \"$1\"} }|; s|\"brackets\"|\"$2\"|" "$tmp/quick.json" > "$tmp/references.json"
  run translate --engine "$tmp/references.json" --url "$stub/m/$3/translate" --store none "$tmp/web.txt"
}
references html brackets web; status 0; out_is "Pagi that roti & susu di kafé desa has habis, said warga."
references xml brackets web; status 0; out_is "Pagi that roti & susu di kaf&eacute; desa has habis, said warga."
references none brackets web; status 0; out_is "Pagi that roti &amp; susu di kaf&eacute; desa has habis, said warga."
# where nothing is said: those of HTML, unless the text was sent plain and with an ampersand of its own
references '' brackets web; status 0; out_is "Pagi that roti &amp; susu di kaf&eacute; desa has habis, said warga."
references '' xml ok; status 0; out_is "Pagi that roti & susu di kafé desa has habis, said warga."
sed -i 's/roti & susu/roti dan susu/' "$tmp/web.txt"
references '' brackets web; status 0; out_is "Pagi that roti and susu di kafé desa has habis, said warga."
references twice brackets ok; status 3; err_has '/response/unescape: must be one of none xml html'

t 'an answer that names a member twice: said once'
go twins; status 0; is 1 "$(grep -c 'names a member twice' "$tmp/err")"

t 'what nobody sees is no part of an answer'; go ok; seen=$out; go unseen; status 0; out_is "$seen"

t 'what a server says is wrong, with a status of success too'; go error-member; status 5; err_has 'no array where the profile looks for it: Language pair not supported'

t 'nothing is lost'
for mode in 401 html 429 empty loop foreign; do
  go $mode
  is "$(cat "$tmp/a.txt")" "$out"
  err_has segment-untranslated
done
go empty
status 1

t 'one answer to everything is none, in pieces neither'
go constant; status 1; is "$(cat "$tmp/a.txt")" "$out"; err_has '3 segments stand in Indonesian'

t 'what a run learns of its endpoint is not paid for with every text'
for i in $(seq 60); do printf 'Warga desa nomor %d telah menemui Sri Lestari di balai kota bersama Budi Santoso.\n\n' "$i"; done > "$tmp/learned.txt"
learn() { : > "$stub_log"; run translate --engine "$tmp/quick.json" --url "$stub/m/$1/translate" --store none "$tmp/learned.txt"; asked=$(awk '{ n += $2 } END { print n }' "$stub_log"); }
learn drop; status 0; is "$(seq 60)" "$(sed -n 's/.*nomor \([0-9]*\) .*Sri Lestari.*/\1/p' "$tmp/out")"; err_has 'of 20 texts 20 came back without their placeholders (⟦1⟧)'; err_has 'sulih probe'; is 1 "$(wc -l < "$tmp/err")"; is yes "$([ "$asked" -lt 320 ] && echo yes || echo "$asked")"
learn stray; status 1; is "$(cat "$tmp/learned.txt")" "$out"; err_has 'of 24 texts none has a translation'; is yes "$([ "$asked" -lt 240 ] && echo yes || echo "$asked")"
learn stray@3; lacks 'nomor 61'; is 0 "$(grep -c 'none has' "$tmp/err")"
learn drop-brackets; status 0; is "$(seq 60)" "$(sed -n 's/.*nomor \([0-9]*\) .*Sri Lestari.*/\1/p' "$tmp/out")"; is yes "$([ "$asked" -lt 160 ] && echo yes || echo "$asked")"

sed 's/"max_items": 2/"max_items": 1/; s/"attempts": 3/"attempts": 7/' "$tmp/quick.json" > "$tmp/single.json"
t 'what an endpoint says to everything is no translation of a short text either'
{ cat "$tmp/a.txt"; printf '\nPara nelayan di pesisir utara belum berani melaut sejak kemarin sore.\n\nSekolah dasar itu akhirnya memiliki perpustakaan yang nyaman.\n\nHarap tunggu.\n\nHarap sabar.\n'; } > "$tmp/canned.txt"
SULIH_LOG=info run translate --engine "$tmp/single.json" --url "$stub/m/constant/translate" --store none --concurrency 1 "$tmp/canned.txt"; status 1; is "$(cat "$tmp/canned.txt")" "$out"; err_has 'the same answer to other texts'
run translate --engine "$tmp/single.json" --url "$stub/m/ok/translate" --store none "$tmp/canned.txt"; status 0

t 'a poisoned segment stands alone'
sed 's/Harga beras/Harga RACUN/' "$tmp/a.txt" > "$tmp/b.txt"
began=$SECONDS
run translate --engine "$tmp/quick.json" --url "$stub/translate" "$tmp/b.txt"
status 1
is yes "$([ $((SECONDS - began)) -lt 20 ] && echo yes)" # the breaker, which waits 30 s, is not for one text
has 'Harga RACUN naik'
has 'rusak because banjir'

t 'nor for the last texts of a run, which fail alone and again'
sed 's/"max_items": 2/"max_items": 1/; s/"attempts": 3/"attempts": 7/' "$tmp/quick.json" > "$tmp/single.json"
sed '1s/pasar/RACUN/; 5s/rumah/RACUN/' "$tmp/a.txt" | tac > "$tmp/b.txt"
began=$SECONDS
run translate --engine "$tmp/single.json" --url "$stub/translate" --concurrency 1 "$tmp/b.txt"
status 1
is yes "$([ $((SECONDS - began)) -lt 20 ] && echo yes)"
is 2 "$(grep -c RACUN "$tmp/out")"
has 'per kilogram, said'

t 'bodies over what the server takes: smaller ones are sent, and a text that is too long in pieces'
for i in $(seq 50); do printf 'Warga desa nomor %d telah hadir di balai kota bersama keluarga dan tetangga mereka pada sore itu.\n\n' "$i"; done > "$tmp/large.txt"
{ printf 'Harga beras naik'; for i in $(seq 120); do printf ', karena warga desa itu belum pulang dari pasar'; done; echo '.'; } >> "$tmp/large.txt"
sed 's/"max_items": 2/"max_items": 500, "max_body_bytes": 1000000/' "$tmp/quick.json" > "$tmp/large.json"
: > "$stub_log"
run translate --engine "$tmp/large.json" --url "$stub/m/limit/translate" --ledger "$tmp/ledger" "$tmp/large.txt"
status 0
is "$(seq 50)" "$(sed -n 's/.*nomor \([0-9]*\) .*/\1/p' "$tmp/out")"
is 120 "$(grep -o 'because warga desa that' "$tmp/out" | wc -l)"
is yes "$(grep -q '"untranslated":0,' "$tmp/ledger" && grep -q '"rung":"split"' "$tmp/ledger" && echo yes)"
is yes "$([ "$(grep -c '^413' "$stub_log")" -le 8 ] && echo yes)"
go 413; status 1; is "$(cat "$tmp/a.txt")" "$out"; err_has 'the request is too large'

t 'a server that fails at batches alone'
go 500@batch; status 0; has 'rusak because banjir'
run translate --engine "$tmp/large.json" --url "$stub/m/500@batch/translate" "$tmp/many.txt"; status 0; is "$(seq 40)" "$(sed -n 's/.*nomor \([0-9]*\) .*/\1/p' "$tmp/out")"

t 'what was refused all along is sent once more when all else is done'
stub_stop
stub_start
{ echo 'Jalan desa itu MACET sejak pagi.'; for i in $(seq 60); do printf '\nWarga desa nomor %d telah pulang.\n' "$i"; done; } > "$tmp/late.txt"
run translate --engine "$tmp/quick.json" --url "$stub/translate" --store none --concurrency 1 --ledger "$tmp/ledger" "$tmp/late.txt"
status 0
has 'Jalan desa that MACET sejak pagi.'
is yes "$(grep -q '"untranslated":0,' "$tmp/ledger" && grep -q '"repaired":1,' "$tmp/ledger" && echo yes)"
is 3 "$(grep -c '^400' "$stub_log")"
is 1 "$(tail -1 "$stub_log" | cut -d' ' -f2)"

t 'faults of a profile and its variables'
run translate --engine nosuchengine "$tmp/a.txt"; status 3; err_has 'no engine "nosuchengine"'
run translate --engine "$tmp/none.json" "$tmp/a.txt"; status 3; err_has 'No such file'
run translate --engine openai-local "$tmp/a.txt"; status 3; err_has '--set model=VALUE'
go ok --set colour=red; status 3; err_has 'no variable colour'

t 'a profile without a name goes by its file'
sed '/"name"/d' "$tmp/quick.json" > "$tmp/nameless.json"
run translate --engine "$tmp/nameless.json" --url http://127.0.0.1:1/translate "$tmp/a.txt"; status 5; err_has "engine $tmp/nameless.json at http"
t 'a profile of the user that cannot be read is a fault: the preset of its name is another'
mkdir -p "$tmp/config/sulih/engines"; ln -s libretranslate.json "$tmp/config/sulih/engines/libretranslate.json"
run translate --engine libretranslate --url "$stub/m/ok/translate" "$tmp/a.txt"; status 3; err_has 'engines/libretranslate.json: '
rm -r "$tmp/config/sulih/engines"

t 'sulih engines'
run engines; status 0; has libretranslate; has deepl-free; has openai-chat; has apertium-apy
run engines check "$tmp/quick.json"; status 0; has sound
sed 's/"items"/"itms"/' "$tmp/quick.json" > "$tmp/bad.json"
run engines check "$tmp/bad.json"; status 3; has '/response/itms'; has '2 faults'
run engines show apertium-apy; status 0; has langpair
sed 's/"mode": "array", "max_items": 2/"mode": "single", "max_items": 2/; s|"items": "/translatedText", ||; s/{ "$each": \({[^}]*}\) }/\1/' "$tmp/quick.json" > "$tmp/vain.json"
run engines check "$tmp/vain.json"; status 0; has 'sound, 1 note'; has '/batch/max_items: has no effect'

t 'sulih engines: profiles of the user'
mkdir -p "$XDG_CONFIG_HOME/sulih/engines"
cp "$tmp/quick.json" "$XDG_CONFIG_HOME/sulih/engines/quick.json"
cp "$tmp/quick.json" "$XDG_CONFIG_HOME/sulih/engines/mtuoc.json"
run engines; has "yours: $XDG_CONFIG_HOME/sulih/engines/quick.json"; has "yours: $XDG_CONFIG_HOME/sulih/engines/mtuoc.json"
run engines show quick; status 0; out_is "$(cat "$tmp/quick.json")"; err_empty
run engines show "$tmp/quick.json"; status 0; out_is "$(cat "$tmp/quick.json")"
run engines show mtuoc; status 0; out_is "$(cat "$tmp/quick.json")"; err_has 'which replaces the preset'
run engines show nowhere; status 3; err_has 'no engine "nowhere"'
run engines show gloss; status 3; err_has 'built in'
rm -r "$XDG_CONFIG_HOME/sulih/engines"

t 'a proxy: named, it is used for this machine too; empty, there is none'
sed '2i \  "proxy": "http://127.0.0.1:1",' "$tmp/quick.json" > "$tmp/proxy.json"
run translate --engine "$tmp/proxy.json" --url "$stub/translate" "$tmp/a.txt"; status 5; err_has 'nothing listens there'; err_has 'proxy'
sed '2i \  "proxy": "",' "$tmp/quick.json" > "$tmp/proxy.json"
http_proxy=http://127.0.0.1:1 run translate --engine "$tmp/proxy.json" --url "$stub/translate" "$tmp/a.txt"; status 0

t 'sulih probe'
run probe libretranslate --url "$stub/m/drop-letters/translate"
status 0
has 'letters'
is 20 "$(awk '$1 == "letters" {print $6}' "$tmp/out")"
is 20 "$(awk '$1 == "brackets" {print $3}' "$tmp/out")"
run engines check "$XDG_CONFIG_HOME/sulih/engines/libretranslate.json"; status 0
run engines show libretranslate; status 0
t 'the ledger counts what was sent, masked'
printf 'Presiden Rusia Vladimir Putin tiba di pasar. “Kami datang lagi,” kata warga.\n' > "$tmp/sent.txt"
cp "$tmp/sent.txt" "$tmp/sent2.txt"
run translate --engine "$tmp/quick.json" --url "$stub/m/ok/translate" --ledger "$tmp/sent.l" "$tmp/sent.txt"; status 0
# Presiden ⟦1⟧ ⟦2⟧ tiba di pasar. · Kami datang lagi · ⟦1⟧ kata warga.
run protect "$tmp/sent.txt"; sent=$(tr -d '\n' < "$tmp/out" | wc -m); is "\"characters\":$((sent))" "$(grep -o '"characters":[0-9]*' "$tmp/sent.l")"

t 'a dry run says how much would be sent, sends nothing and writes nothing'
: > "$stub_log"
run translate --dry-run --engine "$tmp/quick.json" --url "$stub/m/ok/translate" --ledger "$tmp/dry.l" -o "$tmp/dry" "$tmp/sent.txt" "$tmp/sent2.txt"
status 0; err_empty; is '' "$(cat "$stub_log")"; is no "$([ -e "$tmp/dry" ] || [ -e "$tmp/dry.l" ] && echo yes || echo no)"
number() { sed -n "s/^ *$1 *\([0-9]*\)$/\1/p" "$tmp/out"; }
is 2 "$(number documents)"; is 6 "$(number 'to be sent')"; is 0 "$(number repeated)"; is $((2 * sent)) "$(number characters)"
t 'with a store the same words are paid once, and what it has never'
run translate -n --store "$tmp/dry.db" --engine "$tmp/quick.json" --url "$stub/m/ok/translate" "$tmp/sent.txt" "$tmp/sent2.txt"
is 3 "$(number 'to be sent')"; is 3 "$(number repeated)"; is "$sent" "$(number characters)"
run translate --store "$tmp/dry.db" --engine "$tmp/quick.json" --url "$stub/m/ok/translate" "$tmp/sent.txt"; status 0
run translate -n --store "$tmp/dry.db" --engine "$tmp/quick.json" --url "$stub/m/ok/translate" "$tmp/sent.txt" "$tmp/a.txt"
is 3 "$(number remembered)"; is 2 "$(number documents)"; run translate -n --engine tidak-ada "$tmp/a.txt"; status 3; run translate -n -e gloss "$tmp/tidak-ada.txt"; status 4

stub_stop

# libcurl is loaded when it is needed, and only then
if ! ldd "$sulih" | grep -q libcurl; then
  t 'a libcurl without its functions'
  mkdir "$tmp/hollow"
  gcc -shared -o "$tmp/hollow/libcurl.so.4" -x c /dev/null
  export LD_LIBRARY_PATH=$tmp/hollow
  run translate --engine libretranslate "$tmp/a.txt"; status 3; err_has 'libcurl'; err_has 'it has no curl_global_init'
  run translate --engine echo "$tmp/a.txt"; status 0
  run segment "$tmp/a.txt"; status 0
  unset LD_LIBRARY_PATH
fi
finish
