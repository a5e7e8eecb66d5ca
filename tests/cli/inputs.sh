#!/usr/bin/env bash
# Inputs and outputs: standard input, files, folders, -o; bad input gets one clear line.
. "$(dirname "$0")/lib.sh"
cd "$tmp" || exit 2
lines_of_err() { wc -l < "$tmp/err" | tr -d ' '; }

t 'empty input'; for c in normalize segment protect 'translate -e echo'; do run $c < /dev/null; status 0; out_is ''; done
t 'blank input'; for c in normalize segment protect 'translate -e echo'; do run $c <<< '   '; status 0; is 0 "$(tr -d '\n' < "$tmp/out" | wc -c)"; done
t 'invalid UTF-8'; printf 'Ia \xff datang.\n' > bad.txt; run segment bad.txt; status 0; has 'datang.'
run segment --json bad.txt; status 0; has '"diagnostics":[{'
t 'binary'; printf 'PK\003\004\000\000\000\000\000\001\002\003' > bin.txt; run segment bin.txt; status 4; err_has 'bin.txt'; is 1 "$(lines_of_err)"
t 'binary, and long: only its head is read'; { printf 'PK%0100d\000\000\000\001' 0; yes 'isi arsip' | head -c 20000000; } > long.txt
run segment long.txt; status 4; out_is ''; is 1 "$(lines_of_err)"
t 'unreadable path'; run segment tidak/ada.txt; status 4; err_has 'tidak/ada.txt'; is 1 "$(lines_of_err)"
t 'one bad file does not stop the others'; printf 'Satu.\n' > satu.txt; printf 'Dua.\n' > dua.txt
run segment satu.txt bin.txt tidak.txt dua.txt; status 4; has 'Satu.'; has 'Dua.'; is 2 "$(lines_of_err)"

t 'JSONL keeps other members byte for byte'
printf '{"x": 1.10, "id" :7,"text":"Ia datang.", "y":{"a":[1e5,1E5]},"x":2}\n' > a.jsonl
run translate -e echo --to-lang id a.jsonl; status 0; is "$(cat a.jsonl)" "$out"
t 'malformed lines'; printf '{"id":1,"text":"Satu."}\n{"id":2,"text":"Dua.\n{"id":3}\n[]\n\n{"id":4,"text":"Empat."}\n' > bad.jsonl
run segment --json bad.jsonl; status 4; has '"id":1'; has '"id":4'; is 2 "$(wc -l < "$tmp/out" | tr -d ' ')"
err_has 'bad.jsonl:2'; err_has 'bad.jsonl:3'; err_has 'bad.jsonl:4'; is 3 "$(lines_of_err)"
t 'lone surrogate'; printf '{"id":1,"text":"a \\ud800 b"}\n' > s.jsonl; run normalize --json s.jsonl; status 0; has 'surrogate-replaced'; has 'a � b'; has '"start":2,"end":3'
printf '{"text":"😀 \\ud83d\\ude00 \\udc00 \\ud800"}\n' > s.jsonl; run normalize --json s.jsonl; has '"start":4,"end":5,"message":"Lone surrogate escapes became U+FFFD: places 2."'
t 'JSON Lines in Windows-1252, and with single bytes of it'; printf '{"id":1,"text":"Kaf\xe9 \x93Senja\x94 buka."}\n{"id":2,"text":"Kaf\xc3\xa9 dan Jos\xe9."}\n' > w.jsonl; run normalize --json w.jsonl; status 0; has '"text":"Kafé “Senja” buka."'; has '"id":"charset-guessed"'; has '"text":"Kafé dan José."'; has '"id":"bytes-replaced"'
t 'JSON Lines that are read as text are said, once'; run translate -e echo < s.jsonl; status 0; err_has '-: read as plain text, and looks like JSON Lines (--from jsonl'; cp s.jsonl s1.txt; cp s.jsonl s2.txt; run translate -e echo s1.txt s2.txt; is 1 "$(grep -c 'JSON Lines' "$tmp/err")"
run translate -e echo -f text s1.txt; err_empty; run translate -e echo s.jsonl; is 0 "$(grep -c 'JSON Lines' "$tmp/err")"; printf '{kata} "teks" di sini.\n' > s3.txt; run translate -e echo s3.txt; err_empty
t 'surrogate pair'; printf '{"id":1,"text":"a \\ud83d\\ude00 b"}\n' > s.jsonl; run normalize --json s.jsonl; has '"text":"a 😀 b"'
t 'text to JSONL'; run translate -e echo --to-lang id --to jsonl satu.txt; status 0; out_is '{"id":"satu.txt","text":"Satu.\n"}'
t 'offsets are code points'; printf '{"id":1,"text":"Ia 😀 é. Dia pergi."}\n' | "$sulih" segment -f jsonl --json > "$tmp/out"; out=$(cat "$tmp/out"); has '{"start":0,"end":7,"text":"Ia 😀 é.","block":0}'; has '{"start":8,"end":18,'
t 'stage members of an earlier record are replaced'; "$sulih" segment -f jsonl --json a.jsonl > r.jsonl; run segment -f jsonl --json r.jsonl; is "$(cat r.jsonl)" "$out"

t 'the byte-order mark of a file stands nowhere in the output'; printf '\357\273\277{"id":1,"text":"Ia."}\n' > m1.jsonl; run translate -e echo m1.jsonl m1.jsonl; status 0; out_is $'{"id":1,"text":"Ia."}\n{"id":1,"text":"Ia."}'
"$sulih" extract --to-lang id --xliff-target source m1.jsonl m1.jsonl > m.xlf; run merge m.xlf; status 0; out_is $'{"id":1,"text":"Ia."}\n{"id":1,"text":"Ia."}'

t 'keys with escapes'; printf '{"\\u0069d":1,"te\\u0078t":"Ia datang."}\n' > k.jsonl; run translate -e echo --to-lang id k.jsonl; status 0; is "$(cat k.jsonl)" "$out"
t 'no diagnostic ends before it starts'; printf '{"id":1,"text":"\\ufeffKata\\nlain di sini yang sama panjang\\ndan lagi."}\n' > m.jsonl; run protect --json m.jsonl; status 0; lacks '"start":1,"end":0'
t 'two documents never run together'; printf 'Ia datang.' > x1.txt; printf 'Ia pergi.' > x2.txt; printf '{"id":1,"text":"Ia datang."}\n{"id":2,"text":""}\n{"id":3,"text":"Ia pergi."}' > x.jsonl; printf '{"id":4,"text":"Ia."}' > y.jsonl
for c in normalize 'normalize --verify' 'translate -e echo'; do for f in 'x1.txt x2.txt' 'x1.txt kosong.txt x2.txt'; do : > kosong.txt; # shellcheck disable=SC2086
run $c $f; status 0; out_is $'Ia datang.\nIa pergi.'; done; done
run translate -e echo --to text x.jsonl; out_is $'Ia datang.\nIa pergi.'; run translate -e echo --to text x.jsonl -o x.out; is $'Ia datang.\nIa pergi.' "$(cat x.out)"
run translate -e echo --to-lang id x.jsonl y.jsonl; is 4 "$(grep -c '^{.*}$' "$tmp/out")"
run segment x.jsonl; out_is $'Ia datang.\n\nIa pergi.'; run protect x1.txt x2.txt; out_is $'Ia datang.\n\nIa pergi.'
"$sulih" extract --to-lang id --xliff-target source x1.txt x2.txt > x.xlf; run merge x.xlf x.xlf; status 0; out_is $'Ia datang.\nIa pergi.\nIa datang.\nIa pergi.'
t 'endings in capitals'; mkdir -p kapital; cp x.jsonl kapital/X.JSONL; cp x1.txt kapital/Y.Txt; run translate -e echo kapital -o kapital.out; status 0; is 3 "$(grep -c '"id"' kapital.out/X.JSONL)"; is 'Ia datang.' "$(cat kapital.out/Y.Txt)"
t 'help of a command'; run help segment; status 0; has 'usage: sulih segment'; run help tidak; status 2; err_has "no command 'tidak'"
t 'a language that sulih knows no forms of'; run protect --to-lang fr x1.txt; status 0; err_has '--to-lang fr'; run protect --to-lang EN-gb x1.txt; err_empty; run protect --to-lang id x1.txt; err_empty; run normalize x1.txt; err_empty
t 'a wrong SULIH_NOW is said once'; SULIH_NOW=besok run translate -e echo x1.txt; status 0; is 1 "$(lines_of_err)"

t '-o FILE'; run segment satu.txt -o out.txt; status 0; out_is ''; is 'Satu.' "$(cat out.txt)"
t '-o replaces'; run segment dua.txt -o out.txt; is 'Dua.' "$(cat out.txt)"
t '-o never replaces an input'; run segment satu.txt -o satu.txt; status 2; err_has 'replaced'; is 'Satu.' "$(cat satu.txt)"
t '-o FOLDER keeps the tree'; mkdir -p in/a/b; printf 'Tiga.\n' > in/a/b/tiga.txt; printf 'Empat.\n' > in/empat.txt; : > in/kosong.txt
run translate -e echo --to-lang id in -o hasil; status 0; is 'Tiga.' "$(cat hasil/a/b/tiga.txt)"; is 'Empat.' "$(cat hasil/empat.txt)"; is yes "$([ -f hasil/kosong.txt ] && echo yes)"
is 0 "$(find hasil -name '*sulih-*' | wc -l | tr -d ' ')"
t 'a folder with other files'; : > in/foto.jpg; run translate -e echo --to-lang id in -o hasil; status 0; err_has 'foto.jpg'
t 'a folder without anything to read'; mkdir -p hampa/lagi; run translate -e echo hampa; status 0; err_has 'hampa: nothing to read'
t 'a named file that is hardly text is read, and that is said'; printf '<p>Ia datang.</p>\n' > a.html; run normalize a.html; status 0; out_is '<p>Ia datang.</p>'; err_has 'a.html: read as plain text'; run normalize -f text a.html; err_empty; cp a.html catatan.2024; run normalize catatan.2024; err_empty
t 'JSON Lines in UTF-16'; { printf '\377\376'; printf '{"id":1,"text":"Ya."}' | iconv -f UTF-8 -t UTF-16LE; } > w.jsonl; run normalize w.jsonl; status 4; err_has 'w.jsonl:1: this is UTF-16'
t 'a name that is no UTF-8 is an id that is'; printf 'Ya.\n' > $'salah\xff.txt'; run segment --json $'salah\xff.txt'; status 0; has '"id":"salah�.txt"'; run translate -e echo -t jsonl $'salah\xff.txt'; out_is '{"id":"salah�.txt","text":"Ya.\n"}'
t 'nothing that a terminal would obey'; run normalize $'a\x1b[31m\xc2\x9b31m.txt'; status 4; err_has 'a?[31m??31m.txt'
t 'an engine named by nothing'; SULIH_ENGINE='' run translate satu.txt; status 3; err_has 'no engine named'
t 'two inputs, one output'; mkdir -p x y; cp satu.txt x/sama.txt; cp dua.txt y/sama.txt; run segment x/sama.txt y/sama.txt -o hasil2; status 2; err_has 'two inputs'
t 'an output that cannot be written'; run segment satu.txt -o /proc/tidak/ada; status 4; err_has '/proc/tidak/ada'
t 'a failed input leaves no output'; run segment bin.txt -o baru.txt; status 4; is no "$([ -e baru.txt ] && echo yes || echo no)"
t 'long lines'; head -c 3000000 /dev/zero | tr '\0' 'a' > long.txt; run normalize long.txt; status 0; is 3000000 "$(wc -c < "$tmp/out" | tr -d ' ')"
t 'a document over 8 MiB'; yes 'Ia pergi ke pasar. Dia membeli beras.' | head -n 260000 > big.txt
"$sulih" normalize big.txt > "$tmp/clean"; is 0 "$?"; cmp -s big.txt "$tmp/clean"; is 0 $?
"$sulih" translate -e echo --to-lang id big.txt > "$tmp/clean"; is 0 "$?"; cmp -s big.txt "$tmp/clean"; is 0 $?
"$sulih" segment --json big.txt > "$tmp/out"; is 1 "$(wc -l < "$tmp/out" | tr -d ' ')"; is 520000 "$(grep -o '"block":' "$tmp/out" | wc -l | tr -d ' ')"
t 'that is said'; is 1 "$(grep -c 'document-split' "$tmp/out")"
t 'threads keep the order'; for i in $(seq 1 60); do printf 'Nomor %s datang.\n' "$i"; done > n.txt; mkdir -p many; for i in $(seq 10 60); do printf 'Nomor %s datang.\n' "$i" > many/$i.txt; done
"$sulih" segment many > one; "$sulih" segment -j4 many > four; cmp -s one four; is 0 $?
finish
