# shellcheck shell=bash
# For the tests of the command line: run the program, compare what it says.
#   t NAME                         names the next checks
#   run [<<<input] ARGS...         runs sulih; sets $status, $out, $err (files $tmp/out, $tmp/err)
#   is WANT GOT · status N · has TEXT (in out) · err_has TEXT · err_empty · out_is TEXT
#   finish                         prints "N passed, N failed"
set -u
export LC_ALL=C.UTF-8
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=${BUILD:-build}
case $build in /*) ;; *) build=$top/$build ;; esac
sulih=$build/sulih
tmp=$(mktemp -d "${SULIH_TEST_TMP:-${TMPDIR:-/tmp}}/cli.XXXXXX")
trap 'rm -rf "$tmp"' EXIT
export HOME=$tmp XDG_CONFIG_HOME=$tmp/config XDG_STATE_HOME=$tmp/state SULIH_STORE=none SULIH_NOW=2026-01-15T08:00:00Z SULIH_SEED=1
passed=0 failed=0 name=''
t() { name=$*; }
ok() { passed=$((passed + 1)); }
bad() { failed=$((failed + 1)); printf '%s: %s\n' "$name" "$*"; }
run() { "$sulih" "$@" > "$tmp/out" 2> "$tmp/err"; status=$?; out=$(cat "$tmp/out"); err=$(cat "$tmp/err"); }
is() { if [ "$1" = "$2" ]; then ok; else bad "wanted <$1>, got <$2>"; fi; }
status() { if [ "$status" = "$1" ]; then ok; else bad "status $status, not $1; stderr: $err"; fi; }
has() { case $out in *"$1"*) ok ;; *) bad "output lacks <$1>: $out" ;; esac; }
lacks() { case $out in *"$1"*) bad "output has <$1>: $out" ;; *) ok ;; esac; }
err_has() { case $err in *"$1"*) ok ;; *) bad "stderr lacks <$1>: $err" ;; esac; }
err_empty() { is '' "$err"; }
out_is() { is "$1" "$out"; }
finish() { echo "$passed passed, $failed failed"; [ "$failed" = 0 ]; }
