#!/bin/sh
# Sees to Debian packages: deps.sh PURPOSE...   (build, test, lint, clients)
# Installs what is missing on Debian, and calls neither apt nor sudo when nothing is.
# On another system it says which packages are missing, and fails.
set -eu

packages_build='gcc libc6-dev pkg-config libicu-dev libcurl4-openssl-dev libjansson-dev libxml2-dev libsqlite3-dev libinih-dev libxxhash-dev ca-certificates'
packages_test='libcmocka-dev libmicrohttpd-dev libgnutls28-dev openssl procps'
packages_lint='clang clang-format clang-tidy libclang-rt-14-dev cppcheck mandoc shellcheck'
packages_clients='python3 apertium-apy apertium-ind-zlm'

wanted=''
for purpose in "$@"; do
  case $purpose in
  build) wanted="$wanted $packages_build" ;;
  test) wanted="$wanted $packages_test" ;;
  lint) wanted="$wanted $packages_lint" ;;
  clients) wanted="$wanted $packages_clients" ;;
  *) echo "deps.sh: no purpose '$purpose' (build, test, lint, clients)" >&2; exit 2 ;;
  esac
done

if ! command -v dpkg-query >/dev/null 2>&1; then
  # Not a Debian: believe the compiler and pkg-config if they find everything.
  if command -v pkg-config >/dev/null 2>&1 && command -v "${CC:-cc}" >/dev/null 2>&1 &&
    pkg-config --exists icu-uc icu-i18n libcurl jansson libxml-2.0 sqlite3 libxxhash; then
    exit 0
  fi
  echo "sulih needs these packages (Debian's names; find your system's):$wanted" >&2
  exit 1
fi

missing=''
for package in $wanted; do
  state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$state" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null 2>&1; then
  echo "sulih needs these packages, and there is no apt-get to install them:$missing" >&2
  exit 1
fi
become=''
if [ "$(id -u)" != 0 ]; then
  if ! command -v sudo >/dev/null 2>&1; then
    echo "sulih needs these packages; install them as root: apt-get install$missing" >&2
    exit 1
  fi
  become=sudo
fi
echo "sulih: installing$missing" >&2
# shellcheck disable=SC2086
{
  $become apt-get -q update >&2
  $become env DEBIAN_FRONTEND=noninteractive apt-get -qy install --no-install-recommends $missing >&2
} || { echo "sulih: could not install:$missing" >&2; exit 1; }
