#!/usr/bin/env bash
# A real Apertium APy with the Indonesian-Malay pair, on 127.0.0.1.
#   apy.sh start FOLDER    prints its port; log and pid stand in FOLDER
#   apy.sh stop FOLDER
set -euo pipefail
folder=${2:?usage: apy.sh start|stop FOLDER}
mkdir -p "$folder"

# A process is the one we started if its birth time is the same.
birth() { awk '{print $22}' "/proc/$1/stat" 2> /dev/null || true; }

case ${1:?} in
start)
  modes=/usr/share/apertium/modes
  [ -e "$modes/ind-zlm.mode" ] || { echo "apy.sh: no ind-zlm.mode; install apertium-ind-zlm" >&2; exit 2; }
  # The package belongs to the system's Python, not to one that stands before it in PATH.
  python=/usr/bin/python3
  port=$("$python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
  # APy has no option for the address and would listen on every interface.
  cat > "$folder/loopback.py" << 'EOF'
import sys
import tornado.httpserver

bind = tornado.httpserver.HTTPServer.bind
tornado.httpserver.HTTPServer.bind = lambda self, port, address=None, *rest, **named: bind(
    self, port, "127.0.0.1", *rest, **named)
from apertium_apy.apy import main

sys.argv[0] = "apertium-apy"
main()
EOF
  # It refuses to start without a locale of UTF-8.
  (cd "$folder" && LC_ALL=C.UTF-8 exec setsid "$python" loopback.py -p "$port" -i 1 -t 20 "$modes" > log 2>&1 < /dev/null) &
  pid=$!
  for _ in $(seq 200); do
    if (exec 3<> "/dev/tcp/127.0.0.1/$port") 2> /dev/null; then
      echo "$pid $(birth "$pid")" > "$folder/pid"
      echo "$port"
      exit 0
    fi
    kill -0 "$pid" 2> /dev/null || break
    sleep 0.1
  done
  echo "apy.sh: APy did not start" >&2
  tail -n 5 "$folder/log" >&2
  exit 1
  ;;
stop)
  read -r pid born < "$folder/pid"
  [ "$(birth "$pid")" = "$born" ] && kill "$pid"
  rm -f "$folder/pid"
  ;;
*) echo "usage: apy.sh start|stop FOLDER" >&2; exit 2 ;;
esac
