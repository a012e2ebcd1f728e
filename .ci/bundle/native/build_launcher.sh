#!/bin/sh
# Runs inside the Debian 11 root: builds both launchers from /src/launcher.c into /out.
set -eu
cd /src
flags="-O2 -s -I/src/Include -I/src/python/include -Wall -Werror -Wl,--build-id=none"
gcc $flags -DPROGRAM -o /out/xugao launcher.c /src/python/lib/libpython3.11.so.1.0 \
	-Wl,-rpath,'$ORIGIN/python/lib'
gcc $flags -o /out/python3 launcher.c /src/python/lib/libpython3.11.so.1.0 \
	-Wl,-rpath,'$ORIGIN/../lib'
