#!/usr/bin/env bash
# Headline and the sentence before go along where an engine takes them, and nowhere else.
. "$(dirname "$0")/lib.sh"
. "$top/tests/support/stub.sh"
export SULIH_SECRET_DEEPL=test-key SULIH_SECRET_OPENAI=test-key SULIH_SECRET_GOOGLE=test-key SULIH_STORE=$tmp/store.db
stub_start --key test-key
cd "$tmp" || exit 2
article() { printf 'Harga Beras Naik di Pasar Induk\n\nMenteri %s datang ke pasar itu pada pagi hari. Dia menolak menjawab pertanyaan wartawan. Warga desa itu belum pulang.\n' "$1"; }
article 'Sri Lestari' > sri.txt
article 'Budi Santoso' > budi.txt
go() { # ENGINE PATH FILE OPTION...
  : > "$stub_log"
  run translate --engine "$1" --url "$stub/p/$1$2" --trace "${@:4}" "$3"
  status 0
}
sent() { cut -d' ' -f2 "$stub_log" | awk '{n += $1} END {print n + 0}'; }
bodies() { grep '^> {' "$tmp/err"; }
deepl() { go deepl-free /v2/translate "$@"; }

# with one sentence a request each has its own context
"$sulih" engines show deepl-free | sed 's/"max_items": 50/"max_items": 1/; s/"deepl-free"/"deepl-one"/' > deepl-one.json
few() { run translate --engine "$tmp/$1.json" --url "$stub/p/$2" --store none --trace --concurrency 1 "${@:3}"; status 0; }
one() { few deepl-one deepl-free/v2/translate "$@"; }

t 'the headline has no context, the first sentence the headline, the others both'
one sri.txt
is 4 "$(bodies | wc -l)"
is 1 "$(bodies | grep -vc '"context"')"
is 1 "$(bodies | grep -c '"context":"Harga Beras Naik di Pasar Induk","')"
is 1 "$(bodies | grep -c '"context":"Harga Beras Naik di Pasar Induk\\nMenteri Sri Lestari datang ke pasar itu pada pagi hari."')"
is 1 "$(bodies | grep -c '"context":"Harga Beras Naik di Pasar Induk\\nDia menolak menjawab pertanyaan wartawan."')"

t 'a request has one context: all that stands before its sentences'
deepl sri.txt --store none
is 1 "$(bodies | wc -l)"
is 1 "$(bodies | grep -c '"context":"Harga Beras Naik di Pasar Induk\\nMenteri Sri Lestari datang ke pasar itu pada pagi hari.\\nDia menolak menjawab pertanyaan wartawan."')"
"$sulih" engines show deepl-free | sed 's/"max_items": 50/"max_items": 3/; s/"deepl-free"/"deepl-three"/' > deepl-three.json
few deepl-three deepl-free/v2/translate sri.txt
is 2 "$(bodies | wc -l)"
is 1 "$(bodies | grep -c '"context":"Harga Beras Naik di Pasar Induk\\nMenteri Sri Lestari datang ke pasar itu pada pagi hari."')"
is 1 "$(bodies | grep -c '"context":"Harga Beras Naik di Pasar Induk\\nDia menolak menjawab pertanyaan wartawan."')"

t 'and it is of one article'
: > "$stub_log"
run translate --engine deepl-free --url "$stub/p/deepl-free/v2/translate" --trace --store none sri.txt budi.txt
is 2 "$(bodies | wc -l)"
is 0 "$(bodies | grep 'Sri Lestari' | grep -c Budi)"

t 'language models get it inside the message, and what stands there already not again'
go openai-chat /v1/chat/completions sri.txt --store none --set model=make-believe --set max_tokens=100
is 1 "$(bodies | grep -c '\\"sentences\\":')"
is 0 "$(bodies | grep -c '\\"context\\":')"
"$sulih" engines show openai-chat | sed 's/"max_items": 10/"max_items": 3/; s/"openai-chat"/"chat-three"/' > chat-three.json
few chat-three openai-chat/v1/chat/completions sri.txt --set model=make-believe
is 2 "$(bodies | wc -l)"
is 1 "$(bodies | grep -c '\\"context\\":\\"Harga Beras Naik di Pasar Induk\\\\nDia menolak menjawab pertanyaan wartawan.\\"')"

t 'engines that do not know it get none'
go google-v2 /language/translate/v2 sri.txt --store none
is '' "$(bodies | grep -i context)"

t 'the memory knows a sentence with its context'
deepl sri.txt; is 4 "$(sent)"
deepl sri.txt; is 0 "$(sent)"
deepl budi.txt; is 2 "$(sent)" # the sentence that differs, and the one behind it
go google-v2 /language/translate/v2 sri.txt; is 4 "$(sent)"
go google-v2 /language/translate/v2 budi.txt; is 1 "$(sent)"

t 'a long sentence before is cut, and not in the middle of a letter'
{ printf 'Kata'; for _ in $(seq 400); do printf ' é'; done; printf ' itu lama sekali. Dia menolak menjawab pertanyaan wartawan.\n'; } > long.txt
one long.txt
is yes "$(bodies | grep -o '"context":"[^"]*"' | awk 'length($0) > 300 && length($0) < 640 {print "yes"}')"
is '' "$(bodies | grep -a -P '\xEF\xBF\xBD')"
stub_stop
finish
