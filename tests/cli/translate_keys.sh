#!/usr/bin/env bash
# A key stands in the request and nowhere else: not in output, messages, traces,
# ledger, store, or anything else that a run leaves behind.
. "$(dirname "$0")/lib.sh"
. "$top/tests/support/stub.sh"
key=S3cr3t-k3y-Xq7
printf 'Menteri Sri Lestari membuka pasar di Surabaya, kata warga desa itu.\n' > "$tmp/a.txt"
stub_start --key "$key"
mkdir -p "$tmp/work"

# leaks FILE...: files that hold the key, plain or in base64
leaks() { grep -rlaF -e "$key" -e "$(printf 'apikey:%s' "$key" | base64)" -e "$(printf %s "$key" | base64)" "$@" 2> /dev/null; }

try() { # NAME STATUS ARGS...
  t "keys: $1"
  local want=$2
  shift 2
  run translate "$@" --trace --ledger "$tmp/work/ledger" "$tmp/a.txt"
  status "$want"
  cp "$tmp/out" "$tmp/work/out"
  cp "$tmp/err" "$tmp/work/err"
  is '' "$(leaks "$tmp/work" "$tmp/state" "$tmp/config")"
}

export SULIH_STORE=$tmp/work/store.db
export SULIH_SECRET_DEEPL=$key SULIH_SECRET_GOOGLE=$key SULIH_SECRET_LIBRETRANSLATE=$key SULIH_SECRET_IBM=$key
try 'in a header' 0 --engine deepl-free --url "$stub/p/deepl-free/v2/translate"
try 'in a header of its own' 0 --engine google-v2 --url "$stub/p/google-v2/language/translate/v2"
try 'in the body' 0 --engine libretranslate --url "$stub/translate"
err_has '"api_key":"***"'
for mode in 403 401 500 html reset redirect drop; do
  timeout=$([ $mode = 500 ] && echo 1 || echo 5)
  case $mode in drop) want=0 ;; *) want=5 ;; esac
  case $mode in 500 | reset) continue ;; esac
  try "with $mode" $want --engine deepl-free --url "$stub/p/deepl-free/m/$mode/v2/translate" --timeout "$timeout"
done
try 'of an endpoint that is down' 5 --engine deepl-free --url http://127.0.0.1:1/v2/translate

t 'keys: the server says the key back'
export SULIH_SECRET_LIBRETRANSLATE=wrong-key-123456
printf 'Warga desa itu belum pulang, kata Sri Lestari.\n' > "$tmp/a.txt"
try 'refused' 5 --engine libretranslate --url "$stub/translate"
err_has 'the key is refused'

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

t 'keys: not in the arguments'
export SULIH_SECRET_DEEPL=$key
"$sulih" translate --engine deepl-free --url "$stub/p/deepl-free/m/slow/v2/translate" "$tmp/a.txt" > /dev/null 2>&1 &
sleep 0.1
is '' "$(tr '\0' ' ' < "/proc/$!/cmdline" | grep -F "$key")"
wait $!
stub_stop
finish
