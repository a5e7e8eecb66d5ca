#!/usr/bin/env bash
# A key stands in the request and nowhere else: not in output, messages, traces,
# ledger, store, a core file, or anything else that a run leaves behind.
. "$(dirname "$0")/lib.sh"
. "$top/tests/support/stub.sh"
# with signs that JSON, addresses and forms spell otherwise
key='S3cr3t/k3y+Xq7=='
id=AKIDEXAMPLE
printf 'Menteri Sri Lestari membuka pasar di Surabaya, kata warga desa itu.\n' > "$tmp/a.txt"
for i in $(seq 12); do printf 'Warga desa nomor %d belum pulang, kata petugas itu.\n\n' "$i"; done | sed 's/nomor 5 belum pulang/itu bocor lagi dan belum pulang/' > "$tmp/many.txt"
stub_start --key "$key"
mkdir -p "$tmp/work" "$tmp/bin"
printf '#!/bin/sh\ncat %s/token\n' "$tmp" > "$tmp/bin/gcloud"
printf '%s\n' "$key" > "$tmp/token"
chmod +x "$tmp/bin/gcloud"
PATH=$tmp/bin:$PATH

# leaks FILE...: files that hold the key, in any of its spellings
leaks() {
  grep -rlaiF -e "$key" -e 'S3cr3t\/k3y' -e 'S3cr3t%2Fk3y' -e 'S3cr3t/k3y%2BXq7' -e "$(printf 'apikey:%s' "$key" | base64)" -e "$(printf %s "$key" | base64)" \
    -e "$(printf '%s:%s' "$id" "$key" | base64 -w 0)" "$@" 2> /dev/null
}
t 'leaks finds what it looks for'
for spelling in "$key" 'S3cr3t%2fk3y%2bXq7%3d%3d' '"S3cr3t\/k3y+Xq7=="' "$(printf 'apikey:%s' "$key" | base64)"; do
  printf 'x%sx\n' "$spelling" > "$tmp/planted"
  is "$tmp/planted" "$(leaks "$tmp/planted")"
done

try() { # NAME STATUS ARGS...
  t "keys: $1"
  local want=$2
  shift 2
  run translate "$@" --trace --ledger "$tmp/work/ledger" "${input:-$tmp/a.txt}"
  status "$want"
  cp "$tmp/out" "$tmp/work/out"
  cp "$tmp/err" "$tmp/work/err"
  is '' "$(leaks "$tmp/work" "$tmp/state" "$tmp/config")"
}

profile() { # NAME ENCODING BODY MORE
  cat > "$tmp/$1.json" << EOF
{ "name": "$1", "url": "$stub/p/$1/translate", "encoding": "$2", "body": $3,
  "batch": { "mode": "$4" }, "response": $5, "error": { "message": "/error" }, "limits": { "attempts": 2, "backoff_ms": 1 }$6 }
EOF
}
profile query-key json '{ "q": { "$each": { "$var": "text" } } }' array '{ "items": "/translatedText" }' ', "query": { "key": "${secret:desk}" }'
profile form-key form '{ "key": "${secret:desk}", "q": "${text}" }' single '{ "text": "/translatedText/0" }' ''
sed 's|"url": "[^"]*|&/${secret:desk}|; s/"name": "query-key"/"name": "path-key"/; s/, "query": {[^}]*} }/ }/' "$tmp/query-key.json" > "$tmp/path-key.json"

export SULIH_STORE=$tmp/work/store.db SULIH_LOG=info
for s in DEEPL GOOGLE LIBRETRANSLATE IBM OPENAI AZURE HUGGINGFACE MODERNMT LINGVANEX YANDEX SYSTRAN AWS_SECRET_KEY DESK; do export SULIH_SECRET_$s="$key"; done
export SULIH_SECRET_AWS_KEY_ID=$id

# every way in which a key can travel: engine, path, options
ways='header         deepl-free      /v2/translate
header-of-its-own    google-v2       /language/translate/v2
bearer               openai-chat     /v1/chat/completions --set model=make-believe
body                 libretranslate  /translate
form                 form-key        /translate
basic                ibm-watson      /v3/translate
aws-sigv4            amazon          /
token-command        google-v3       /v3/projects/desk/locations/global:translateText --set project=desk'
while read -r way engine path options; do
  [ -f "$tmp/$engine.json" ] && which=$tmp/$engine.json || which=$engine
  base=$stub/p/$engine
  # a file of the same text each time would come out of the store
  printf 'Menteri Sri Lestari membuka pasar di Surabaya lewat %s, kata warga desa itu.\n' "$way" > "$tmp/a.txt"
  try "$way" 0 --engine "$which" --url "$base$path" $options
  [ "$way" = form ] && err_has '> key=***&q='
  [ "$way" = body ] && err_has '"api_key":"***"'
  input=$tmp/many.txt
  try "$way, and the server says it back of one text" 1 --engine "$which" --url "$base/m/blab-poison$path" --store none $options
  grep -q 'segment-untranslated.*serve key \*\*\*' "$tmp/err"; is 0 $?
  grep -q '"segment-untranslated".*serve key \*\*\*' "$tmp/work/ledger"; is 0 $?
  input=
  try "$way, refused" 5 --engine "$which" --url "$base/m/blab$path" --store none $options
  try "$way, cut short amid the key" 5 --engine "$which" --url "$base/m/blab-long$path" --store none $options
  is '' "$(grep -l 'S3cr' "$tmp/work/err" "$tmp/work/ledger")"
  try "$way, a web page" 5 --engine "$which" --url "$base/m/html$path" --store none $options
  try "$way, nobody there" 5 --engine "$which" --url "http://127.0.0.1:1$path" --store none --timeout 1 $options
done <<< "$ways"

t 'a profile that puts a key into the address is refused, before anything is sent'
: > "$stub_log"
for place in 'query/key query-key' 'url path-key'; do
  for command in "translate --engine $tmp/${place#* }.json $tmp/a.txt" "probe $tmp/${place#* }.json" "engines check $tmp/${place#* }.json"; do
    run $command; status 3; err=$err$out
    err_has "/${place% *}: \${secret:desk} would put a key into the address"; err_has '"headers"'
  done
done
try 'given with --url' 3 --engine deepl-free --url "$stub/translate?key=S3cr3t%2Fk3y%2BXq7%3D%3D"
err_has 'address holds a key'
try 'as user and password of --url' 3 --engine libretranslate --url http://desk:hush@127.0.0.1:1/translate
err_has '"basic"'
is '' "$(cat "$stub_log")"

for mode in 403 401 redirect drop; do
  case $mode in drop) want=0 ;; *) want=5 ;; esac
  printf 'Menteri Sri Lestari membuka pasar itu, kata warga desa: %s.\n' "$mode" > "$tmp/a.txt"
  try "with $mode" $want --engine deepl-free --url "$stub/p/deepl-free/m/$mode/v2/translate" --timeout 5
done

t 'keys: a wrong one'
SULIH_SECRET_LIBRETRANSLATE=wrong-key-123456 try 'refused' 5 --engine libretranslate --store none --url "$stub/translate"
err_has 'the key is refused'
is '' "$(grep -rlF wrong-key-123456 "$tmp/work")"

t 'keys: a missing key is named, not asked for'
unset SULIH_SECRET_DEEPL
run translate --engine deepl-free "$tmp/a.txt"
status 3
err_has SULIH_SECRET_DEEPL

t 'keys: a file that others can read is refused'
printf '%s\n' "$key" > "$tmp/key"
chmod 644 "$tmp/key"
SULIH_SECRET_DEEPL_FILE=$tmp/key run translate --engine deepl-free --url "$stub/p/deepl-free/v2/translate" "$tmp/a.txt"
status 3
err_has 'chmod 600'
chmod 600 "$tmp/key"
SULIH_SECRET_DEEPL_FILE=$tmp/key run translate --engine deepl-free --url "$stub/p/deepl-free/v2/translate" "$tmp/a.txt"
status 0

t 'keys: a folder is no file, and is not to be given another mode'
SULIH_SECRET_DEEPL_FILE=$tmp run translate --engine deepl-free --url "$stub/p/deepl-free/v2/translate" "$tmp/a.txt"; status 3; err_has "$tmp: no file"; is 0 "$(grep -c chmod "$tmp/err")"

t 'keys: an empty file is no key'
: > "$tmp/key"
SULIH_SECRET_DEEPL_FILE=$tmp/key run translate --engine deepl-free --url "$stub/p/deepl-free/v2/translate" "$tmp/a.txt"
status 3
err_has "$tmp/key is empty"
printf '%s\n' "$key" > "$tmp/key"

t 'keys: a temporary one of AWS brings its session along, signed'
"$sulih" engines show amazon | sed 's/"service": "translate",/& "session": "${secret:aws-session}",/' > "$tmp/aws-session.json"
SULIH_SECRET_AWS_SESSION=$key try 'aws session' 0 --engine "$tmp/aws-session.json" --url "$stub/p/amazon/" --store none
err_has '> X-Amz-Security-Token: ***'
try 'no aws session' 0 --engine "$tmp/aws-session.json" --url "$stub/p/amazon/" --store none
is 0 "$(grep -ci security-token "$tmp/err")"

t 'keys: a command does not read the articles that stand on standard input'
sed 's|"limits"|"secrets": { "desk": { "command": ["sh", "-c", "cat > /dev/null; cat '"$tmp"'/token"] } }, &|' "$tmp/form-key.json" > "$tmp/command-key.json"
(unset SULIH_SECRET_DESK; "$sulih" translate --engine "$tmp/command-key.json" --url "$stub/p/form-key/translate" --store none < "$tmp/a.txt" > "$tmp/out" 2> "$tmp/err"; echo $? > "$tmp/status")
is 0 "$(cat "$tmp/status")"
is yes "$(grep -q 'Sri Lestari' "$tmp/out" && echo yes)"
(unset SULIH_SECRET_DESK; sed 's|"cat > [^"]*"|"true"|' "$tmp/command-key.json" > "$tmp/silent.json"; "$sulih" translate --engine "$tmp/silent.json" "$tmp/a.txt" 2> "$tmp/err"; echo $? > "$tmp/status")
is 3 "$(cat "$tmp/status")"
is yes "$(grep -q 'command sh for a secret printed nothing' "$tmp/err" && echo yes)"

t 'keys: not in sulih.ini, which says so and does not repeat them'
cd "$tmp/work" || exit 2
for name in secret-deepl api_key token; do
  printf 'engine = deepl-free\n%s = %s\n' "$name" "$key" > sulih.ini
  run translate "$tmp/a.txt"
  status 3
  err_has "sulih.ini: $name: keys do not stand in this file"
  err_has SULIH_SECRET_NAME
  is '' "$(leaks "$tmp/err" "$tmp/out")"
done
printf 'engine = deepl-free\n%s\n' "$key" > sulih.ini
run translate "$tmp/a.txt"
status 3
is '' "$(leaks "$tmp/err" "$tmp/out")"
rm sulih.ini
cd "$tmp" || exit 2

t 'keys: not in the arguments'
export SULIH_SECRET_DEEPL=$key
"$sulih" translate --engine deepl-free --url "$stub/p/deepl-free/m/slow/v2/translate" --store none "$tmp/a.txt" > /dev/null 2>&1 &
sleep 0.1
is '' "$(tr '\0' ' ' < "/proc/$!/cmdline" | grep -F "$key")"
wait $!

t 'keys: a crash leaves no core file'
mkdir -p "$tmp/crash"
cd "$tmp/crash" || exit 2
ulimit -c unlimited 2> /dev/null
sleep 20 &
sleep 0.2
kill -ABRT $!
wait $! 2> /dev/null
control=$(find . -name 'core*' | wc -l)
rm -f core*
"$sulih" translate --engine deepl-free --url "$stub/p/deepl-free/m/hang/v2/translate" --store none "$tmp/a.txt" > out 2> err &
sleep 0.3
kill -ABRT $!
wait $! 2> /dev/null
is 134 $?
is '' "$(leaks .)"
is '' "$(find . -name 'core*')"
# where the system takes cores elsewhere, that no other program could leave one here says nothing
[ "$control" = 0 ] && echo 'no core files here: the crash says nothing'
cd "$tmp" || exit 2
stub_stop
finish
