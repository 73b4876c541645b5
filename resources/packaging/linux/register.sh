#!/bin/sh
# 把本文件夹里的版心登记到我的桌面（菜单、图标、.banxin 和 .md 的打开方式）；--remove 取消。
# Makes the Banxin of this folder known to my desktop: menu, icon, what opens .banxin and .md; --remove takes it off.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
share=${XDG_DATA_HOME:-$HOME/.local/share}

if [ "${1:-}" = --remove ]; then
    (cd "$here/share" && find . -type f) | while read -r file; do rm -f "$share/$file"; done
else
    (cd "$here/share" && find . -type f) | while read -r file; do
        mkdir -p "$share/$(dirname "$file")"
        cp "$here/share/$file" "$share/$file"
    done
    sed "s|^Exec=banxin-window|Exec=\"$here/banxin-window\"|" "$here/share/applications/banxin.desktop" >"$share/applications/banxin.desktop"
fi
for refresh in "update-mime-database $share/mime" "update-desktop-database $share/applications"; do
    command -v "${refresh%% *}" >/dev/null && $refresh
done
