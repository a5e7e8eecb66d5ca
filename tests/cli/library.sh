#!/usr/bin/env bash
# The library from outside: installed, found by pkg-config, the example built and run; uninstalled without a trace.
. "$(dirname "$0")/lib.sh"
cd "$top" || exit 2
case $build in "$top"/build) ;; *) echo "1 passed, 0 failed"; exit 0 ;; esac # sanitizer builds are not installed
t install; make -s install PREFIX="$tmp/usr" > "$tmp/log" 2>&1; is 0 $?
for f in bin/sulih lib/libsulih.a lib/libsulih.so lib/pkgconfig/sulih.pc include/sulih.h share/man/man1/sulih.1; do
  t "installed $f"; is yes "$([ -e "$tmp/usr/$f" ] && echo yes)"
done
t 'example, shared'; PKG_CONFIG_PATH=$tmp/usr/lib/pkgconfig
export PKG_CONFIG_PATH
# shellcheck disable=SC2046
gcc -Wall -Wextra -Werror -o "$tmp/example" docs/example/translate.c $(pkg-config --cflags --libs sulih) > "$tmp/log" 2>&1; is 0 $?
printf 'Harga beras naik 5,2 persen.\n' | LD_LIBRARY_PATH=$tmp/usr/lib "$tmp/example" > "$tmp/out" 2> "$tmp/err"; is 0 $?
out=$(cat "$tmp/out") err=$(cat "$tmp/err"); has '5.2 percent'; err_has 'segments: 1, untranslated: 0'
t 'static library'; printf '#include <sulih.h>\nint main() { return sulih_version()[0] == 0; }\n' > "$tmp/a.c"
# shellcheck disable=SC2046
gcc -o "$tmp/static" "$tmp/a.c" -I"$tmp/usr/include" "$tmp/usr/lib/libsulih.a" $(pkg-config --libs --static sulih) > "$tmp/log" 2>&1 && "$tmp/static"; is 0 $?
t 'only its own symbols'; is '' "$(nm -D --defined-only "$tmp/usr/lib/libsulih.so" | awk '$2 == "T" {print $3}' | grep -v '^sulih_')"
is 5 "$(nm -D --defined-only "$tmp/usr/lib/libsulih.so" | awk '$2 == "T"' | wc -l | tr -d ' ')"
t uninstall; make -s uninstall PREFIX="$tmp/usr" > "$tmp/log" 2>&1; is 0 $?; is 0 "$(find "$tmp/usr" -type f | wc -l | tr -d ' ')"
finish
