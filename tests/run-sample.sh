#!/bin/sh
# make run: translates the sample article with the gloss engine and shows a short ledger.
set -eu
cd "$(dirname "$0")/.."
build=${BUILD:-build}
SULIH_STORE=none "$build/sulih" translate --engine "${ENGINE:-gloss}" --summary tests/sample/berita.txt
