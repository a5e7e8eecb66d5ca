#!/usr/bin/env bash
# TLS: what is accepted, and a message for everything that is not: what, where, what to do.
. "$(dirname "$0")/lib.sh"
. "$top/tests/support/stub.sh"
printf 'Warga desa itu belum pulang karena banjir, kata petugas.\n' > "$tmp/a.txt"

# ---- certificates, made anew for each run
cd "$tmp" || exit 2
key() { openssl ecparam -name prime256v1 -genkey -noout -out "$1.key"; }
authority() { key "$1"; openssl req -x509 -new -key "$1.key" -days 2 -subj "/CN=$1" -out "$1.pem" -addext 'basicConstraints=critical,CA:TRUE' 2> openssl.log; }
certificate() { # NAME ALTERNATIVE-NAME CA [START END]
  key "$1"
  openssl req -new -key "$1.key" -subj "/CN=$1" -addext "subjectAltName=$2" -out "$1.csr" 2>> openssl.log
  openssl ca -batch -notext -config ca.cnf -cert "$3.pem" -keyfile "$3.key" ${4:+-startdate "$4" -enddate "$5"} -in "$1.csr" -out "$1.pem" 2>> openssl.log
}
cat > ca.cnf << 'EOF'
[ca]
default_ca = d
[d]
database = index.txt
serial = serial
new_certs_dir = .
default_md = sha256
default_days = 2
policy = p
copy_extensions = copy
unique_subject = no
[p]
commonName = supplied
EOF
: > index.txt
echo 01 > serial
authority ca
authority stranger
certificate good DNS:localhost,IP:127.0.0.1 ca
certificate other DNS:other.example.invalid ca
certificate expired DNS:localhost ca 20190101000000Z 20200101000000Z
certificate early DNS:localhost ca 20400101000000Z 20410101000000Z
certificate client DNS:client ca
certificate unknown DNS:client stranger
authority self
t 'openssl made the certificates'
for c in good other expired early client unknown; do is yes "$([ -s $c.pem ] && echo yes)"; done
export SULIH_CA_FILE=$tmp/ca.pem

serve() { # CERTIFICATE [OPTION]...
  stub_start --tls "$tmp/$1.pem" --tls-key "$tmp/$1.key" "${@:2}"
  port=${stub##*:}
  stub=https://localhost:$port
}
go() { run translate --engine libretranslate --url "$stub/translate" "$@" "$tmp/a.txt"; }
sound() { status 0; has 'belum pulang because banjir'; err_empty; }
# fails TEXT...: nothing is lost, the message names the place and says TEXT
fails() {
  status 5
  out_is "$(cat "$tmp/a.txt")"
  err_has segment-untranslated
  err_has "$stub/translate: "
  for text in "$@"; do err_has "$text"; done
}

serve good
t 'a certificate of the right authority'; go; sound
t 'the same by address'; stub=https://127.0.0.1:$port; go; sound; stub=https://localhost:$port
t 'an authority that nobody named'; SULIH_CA_FILE=$tmp/stranger.pem go; fails 'vouches for' '--ca-file names'
t 'none at all named'; (unset SULIH_CA_FILE; go; fails 'vouches for' '--ca-file names'; finish > "$tmp/sub"); is '' "$(grep -v ' 0 failed' "$tmp/sub")"
t 'http on a TLS port'; stub=http://localhost:$port; go; fails 'https://'
t 'redirects and TLS: the flag beats the variable'; stub=https://localhost:$port; SULIH_CA_FILE=$tmp/stranger.pem go --ca-file "$tmp/ca.pem"; sound
stub_stop

t 'https on a plain port'; stub_start; stub=https://localhost:${stub##*:}; go; fails 'no TLS is spoken there' 'http://'; stub_stop
t 'a certificate for another host'; serve other; go; fails 'another host name'; stub_stop
t 'one that has expired'; serve expired; go; fails 'has expired' 'renew'; stub_stop
t 'one from the future'; serve early; go; fails 'not valid yet' clock; stub_stop
t 'one that vouches for itself'; serve self; go; fails 'self-signed' '--ca-file'; stub_stop

serve good --client-ca "$tmp/ca.pem"
t 'a client certificate that is wanted'; go --client-cert "$tmp/client.pem" --client-key "$tmp/client.key"; sound
t 'certificate and key in one file'; cat client.pem client.key > both.pem; go --client-cert "$tmp/both.pem"; sound
t 'none given'; go; fails 'wants a certificate of yours' '--client-cert' '--client-key'
t 'one without its key'; go --client-cert "$tmp/client.pem"; fails '--client-key'
t 'the key of another'; go --client-cert "$tmp/client.pem" --client-key "$tmp/good.key"; fails '--client-key'
t 'a key with a pass phrase: nobody is asked for it'
openssl ec -in client.key -aes128 -passout pass:geheim -out locked.key 2>> openssl.log
go --client-cert "$tmp/client.pem" --client-key "$tmp/locked.key" < /dev/null; fails 'without a pass phrase'
t 'all of it in the profile; flags beat it'
tls() { "$sulih" engines show libretranslate | sed "2i \  \"tls\": { \"ca_file\": \"$1\", \"client_cert\": \"$2\", \"client_key\": \"$3\" }," > own.json; }
own() { (unset SULIH_CA_FILE; run translate --engine "$tmp/own.json" --url "$stub/translate" "$@" "$tmp/a.txt"; declare -p status out err > "$tmp/state"); eval "$(sed 's/^declare --/declare -g --/' "$tmp/state")"; }
tls "$tmp/ca.pem" "$tmp/client.pem" "$tmp/client.key"; own; sound
tls "$tmp/stranger.pem" "$tmp/unknown.pem" "$tmp/unknown.key"; own; fails 'vouches for'
own --ca-file "$tmp/ca.pem" --client-cert "$tmp/both.pem"; sound
tls "$tmp/ca.pem" "$tmp/none.pem" "$tmp/client.key"; own; status 3; err_has "/tls/client_cert $tmp/none.pem: No such file"; out_is ''
t 'no certificate at all'; go --client-cert "$tmp/a.txt" --client-key "$tmp/client.key"; fails '--client-cert'
t 'a CA file without certificates'; go --ca-file "$tmp/a.txt"; fails '--ca-file'
stub_stop

# ---- a server that breaks off the handshake instead of answering
t 'wanted by an alert'
openssl s_server -accept 127.0.0.1:0 -cert good.pem -key good.key -CAfile ca.pem -Verify 1 -verify_return_error -www < /dev/null > server.log 2>&1 &
server=$!
for _ in $(seq 600); do grep -q '^ACCEPT' server.log && break; sleep 0.05; done
stub=https://localhost:$(sed -n 's/^ACCEPT.*:\([0-9]*\)$/\1/p' server.log)
go
fails 'wants a certificate of yours' '--client-cert'
kill "$server"
wait "$server" 2> /dev/null

t 'files that are not there: said before anything is sent'
for o in ca-file client-cert client-key; do
  run translate --engine libretranslate --url https://localhost:1/translate "--$o" "$tmp/none.pem" "$tmp/a.txt"
  status 3
  err_has "--$o $tmp/none.pem: No such file"
  out_is ''
done
run translate --engine libretranslate --url https://localhost:1/translate --client-key "$tmp/client.key" "$tmp/a.txt"
status 3
err_has 'without --client-cert'
finish
