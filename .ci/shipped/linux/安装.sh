#!/bin/sh
# 把续稿装到当前用户的目录（不要管理员权限）。也可以不装，直接运行同一目录里的 xugao。
here=$(cd "$(dirname "$0")" && pwd) || exit 1
exec "$here/python/bin/python3" -m installer install "$@"
