#!/bin/sh
# 卸载当前用户的续稿。您写的材料、设置和安全副本都不删。
here=$(cd "$(dirname "$0")" && pwd) || exit 1
cd / && exec "$here/python/bin/python3" -m installer uninstall "$@"
