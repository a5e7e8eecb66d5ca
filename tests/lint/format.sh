#!/usr/bin/env bash
# Every C file is as .clang-format wants it.
command -v clang-format > /dev/null || { echo 'there is no clang-format'; exit 1; }
git ls-files '*.c' '*.h' | xargs clang-format --dry-run -Werror 2>&1 | grep -E 'error:' | cut -d: -f1 | sort | uniq -c | sort -rn > /tmp/sulih-format.$$
if [ -s /tmp/sulih-format.$$ ]; then echo "make format mends these:"; cat /tmp/sulih-format.$$; rm -f /tmp/sulih-format.$$; exit 1; fi
rm -f /tmp/sulih-format.$$
