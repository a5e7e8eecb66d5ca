#!/usr/bin/env bash
# Every preset against a server that takes its protocol to the letter.
. "$(dirname "$0")/lib.sh"
. "$top/tests/support/stub.sh"

mkdir -p "$tmp/bin"
printf '#!/bin/sh\necho test-key\n' > "$tmp/bin/gcloud"
chmod +x "$tmp/bin/gcloud"
PATH=$tmp/bin:$PATH
for s in LIBRETRANSLATE DEEPL GOOGLE AZURE OPENAI HUGGINGFACE MODERNMT LINGVANEX YANDEX IBM SYSTRAN; do
  export SULIH_SECRET_$s=test-key
done
export SULIH_SECRET_AWS_KEY_ID=AKIDEXAMPLE SULIH_SECRET_AWS_SECRET_KEY=test-key
cat > "$tmp/a.txt" << 'EOF'
Menteri Sri Lestari mengatakan harga beras naik menjadi Rp15.000 per kilogram & gula <b>turun</b>.

Sebanyak 25 rumah dan 3 jembatan di desa itu telah rusak karena banjir, dan bantuan akan datang.
EOF
stub_start --key test-key

path_of() {
  case $1 in
  libretranslate | apertium-apy | nllb-serve | mtuoc | azure-* | modernmt) echo /translate ;;
  opus-mt) echo /api/translate ;;
  tartunlp) echo /translation/v2 ;;
  openai-* | ollama) echo /v1/chat/completions ;;
  deepl*) echo /v2/translate ;;
  google-v2) echo /language/translate/v2 ;;
  google-v3) echo /v3/projects/desk/locations/global:translateText ;;
  amazon) echo / ;;
  huggingface) echo /hf-inference/models/facebook/nllb-200-distilled-600M ;;
  lingvanex) echo /b1/api/v3/translate ;;
  yandex-v2) echo /translate/v2/translate ;;
  ibm-watson) echo /v3/translate ;;
  systran) echo /translation/text/translate ;;
  mymemory) echo /get ;;
  esac
}
set_of() {
  case $1 in
  openai-* | ollama) echo "--set model=make-believe" ;;
  google-v3) echo "--set project=desk" ;;
  azure-*) echo "--set region=southeastasia" ;;
  esac
}

for file in "$top"/pipeline/translate/profiles/*.json; do
  engine=$(basename "$file" .json)
  t "preset $engine"
  : > "$stub_log"
  # shellcheck disable=SC2046
  run translate --engine "$engine" --url "$stub/p/$engine$(path_of "$engine")" $(set_of "$engine") "$tmp/a.txt"
  status 0
  err_empty
  has 'because banjir, and bantuan will datang.'
  has 'gula <b>turun</b>.'
  is '' "$(grep -v '^200 ' "$stub_log")"
done

t 'a wrong secret key signs wrongly'
SULIH_SECRET_AWS_SECRET_KEY=another-key run translate --engine amazon --url "$stub/p/amazon/" "$tmp/a.txt"
status 5
err_has 'the key is refused'
err_has InvalidSignature
stub_stop
finish
