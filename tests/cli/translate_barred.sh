#!/usr/bin/env bash
# An endpoint that turns away whom it served: a key that expires amid the run, credit that is used up, a log-in page.
. "$(dirname "$0")/lib.sh"
. "$top/tests/support/stub.sh"
cd "$tmp" || exit 2
stub_profile quick.json 4000
for i in $(seq 101 220); do printf 'Warga desa nomor %d telah hadir di balai kota bersama tetangga mereka.\n\n' "$i"; done > a.txt
asked() { wc -l < "$stub_log" | tr -d ' '; }
# go MODE: with a server that answers the first eight requests
go() { stub_start; run translate -e quick.json --url "$stub/m/$1/translate" --concurrency 4 a.txt; stub_stop; requests=$(asked); rm -f "$stub_log"; }
few() { is yes "$([ "$requests" -le "$1" ] && echo yes || echo "no: $requests")"; }
t 'as it should be'; go ok; status 0; is 60 "$requests"
for m in 403 404 html redirect; do
  t "for good: $m"; go "$m+9"; status 5; few 100; err_has 'though it answered before; that is tried again for a while'; is 1 "$(grep -c 'though it answered before' "$tmp/err")"; is 1 "$(grep -c '^sulih: engine quick at http' "$tmp/err")"
  has 'telah hadir'; is yes "$([ "$(grep -c 'telah hadir' "$tmp/out")" -lt 120 ] && echo yes)"; err_has 'segments stand in Indonesian'
done
t 'now and then'; for m in 403 html; do go "$m@5"; status 0; is 0 "$(grep -c 'telah hadir' "$tmp/out")"; done
t 'a key that is known to be bad, credit that is used up: at once'; for m in 401 456; do go "$m+9"; status 5; few 20; done
t 'whatever is asked is refused: not each text up the whole ladder'; for m in 400 422; do go "$m+9"; status 5; few 300; err_has 'the request is refused'; done
t 'refused now and then'; go 400@3; is yes "$([ "$status" -le 1 ] && echo yes)"; is yes "$([ "$(grep -c 'telah hadir' "$tmp/out")" -le 2 ] && echo yes)"
t 'a long pause is told of, once'; stub_start; timeout -s INT 4 env --default-signal=INT "$sulih" translate -e quick.json --url "$stub/m/500+9/translate" --concurrency 4 a.txt > "$tmp/out" 2> "$tmp/err"; stub_stop; err=$(cat "$tmp/err")
err_has 'it is left alone for a while and tried again'; is 1 "$(grep -c 'left alone' "$tmp/err")"
finish
