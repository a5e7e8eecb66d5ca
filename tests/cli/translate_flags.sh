#!/usr/bin/env bash
# The flags that operators turn: each does what it says, from the line, a variable and a file.
. "$(dirname "$0")/lib.sh"
. "$top/tests/support/stub.sh"
stub_start
cd "$tmp" || exit 2
for i in $(seq 8); do printf 'Warga desa nomor %d telah hadir di balai kota itu.\n\n' "$i"; done > a.txt
printf '{"name":"one","url":"%s/translate","body":{"q":{"$each":{"$var":"text"}},"source":"id","target":"en","format":"text"},"batch":{"mode":"array","max_items":1},"response":{"items":"/translatedText"},"limits":{"attempts":2,"backoff_ms":1}}\n' "$stub" > one.json
go() { local from=${EPOCHREALTIME/./}; run translate --engine "$tmp/one.json" "$@" a.txt; took=$(((${EPOCHREALTIME/./} - from) / 1000)); }
at_least() { if [ "$took" -ge "$1" ]; then ok; else bad "took $took ms, not $1"; fi; }

for command in translate extract probe; do
  for flag in engine url set ca-file client-cert client-key timeout concurrency rate trace store; do
    # a probe names its engine as an operand, sends one request after the other and keeps nothing
    case $command-$flag in probe-engine | probe-store | probe-concurrency | probe-rate) continue ;; esac
    t "$command --help knows --$flag"; run "$command" --help; has "--$flag"
  done
done

t '--timeout'
go --url "$stub/m/hang/translate" --timeout 0.2
status 5
err_has 'no answer in time: --timeout'
t '--timeout of a probe'
run probe "$tmp/one.json" --url "$stub/m/hang/translate" --timeout 0.2
status 5
err_has 'no answer in time: --timeout'
t '--timeout by a variable'
SULIH_TIMEOUT=0.2 go --url "$stub/m/hang/translate"
status 5
err_has 'no answer in time'
t '--timeout in sulih.ini, and a flag that beats it'
printf '[translate]\ntimeout = 0.2\n' > sulih.ini
go --url "$stub/m/hang/translate"; status 5
go --url "$stub/m/slow/translate" --timeout 9; status 0
rm sulih.ini

t '--concurrency'
go --url "$stub/m/slow/translate" --concurrency 1
status 0
at_least 2400
t '--rate'
go --rate 5
status 0
at_least 1000

t '--trace'
go --trace
status 0
err_has '> POST /translate HTTP/1.1'
err_has '> {"q":["Warga desa nomor 8 telah hadir di balai kota itu."]'
err_has '< HTTP/1.1 200 OK'
err_has '< {"translatedText":["Warga desa nomor 8 has hadir'
t '--trace shows an answer that was not understood'
go --trace --url "$stub/m/html/translate"
status 5
err_has '< <html><body>Please log in'

t 'numbers that are none'
for flag in timeout concurrency rate; do
  for value in 0 -1 banyak 1x ''; do
    run translate --engine "$tmp/one.json" "--$flag" "$value" a.txt
    status 2
    err_has "--$flag wants a number above 0"
  done
done
t '--set without a value'; run translate --engine "$tmp/one.json" --set model a.txt; status 2; err_has '--set wants NAME=VALUE'
stub_stop
finish
