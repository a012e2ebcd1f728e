#!/bin/sh
# Runs inside the Debian 11 root: builds CPython from /src/python.tar into /out.
# No path of the builder gets in (everything lies under /src, the prefix is invented), no time
# (SOURCE_DATE_EPOCH), no OpenSSL (its headers are not there), nothing newer than glibc 2.28.
set -eu
export LC_ALL=C.UTF-8 SOURCE_DATE_EPOCH=0 PYTHONHASHSEED=0
cd /src
tar --extract --file python.tar --strip-components 1 --no-same-owner
./configure --quiet --prefix=/xugao --enable-shared --without-ensurepip --disable-test-modules \
	--without-static-libpython --with-platlibdir=lib \
	ac_cv_func_sem_clockwait=no ac_cv_func_copy_file_range=no \
	CFLAGS="-g0 -fno-semantic-interposition -include /src/old_glibc.h" \
	LDFLAGS="-Wl,--build-id=none -fno-semantic-interposition"
make --silent --jobs "$(nproc)" all >/src/make.log 2>&1
mkdir -p /out/lib /out/lib-dynload /out/include
cp libpython3.11.so.1.0 /out/lib/
for library in libffi.so.7 libz.so.1 libbz2.so.1.0 liblzma.so.5; do
	cp --dereference "$(ls /lib/*/$library /usr/lib/*/$library 2>/dev/null | head -n 1)" /out/lib/
done
cp build/lib.*/*.so /out/lib-dynload/
cp build/lib.*/_sysconfigdata*.py /out/
cp pyconfig.h /out/include/
strip --strip-unneeded /out/lib/*.so* /out/lib-dynload/*.so
