#!/usr/bin/env bash
# Shell scripts are sound.
git ls-files '*.sh' .ci/run | xargs shellcheck -x -S warning -e SC1090,SC1091,SC2034,SC2154,SC2046,SC2086,SC1112
