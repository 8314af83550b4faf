#!/bin/sh
# Installs Recoupe for the user who runs this, without root: the program, its launcher, icons and file type go under ~/.local.
# `install.sh --remove` takes everything away again; studies and settings stay.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
program=$data/recoupe-app
commands=$HOME/.local/bin

refresh() {
    if command -v update-mime-database >/dev/null 2>&1; then update-mime-database "$data/mime" >/dev/null 2>&1 || :; fi
    if command -v update-desktop-database >/dev/null 2>&1; then update-desktop-database "$data/applications" >/dev/null 2>&1 || :; fi
    if command -v gtk-update-icon-cache >/dev/null 2>&1; then gtk-update-icon-cache -q -t "$data/icons/hicolor" >/dev/null 2>&1 || :; fi
}

if [ "${1:-}" = --remove ]; then
    rm -rf "$program"
    rm -f "$commands/recoupe" "$data/applications/recoupe.desktop" "$data/mime/packages/recoupe.xml" "$data/metainfo/org.recoupe.Recoupe.metainfo.xml"
    find "$data/icons/hicolor" \( -name 'recoupe.png' -o -name 'recoupe.svg' -o -name 'application-x-recoupe.*' \) -delete 2>/dev/null || :
    refresh
    echo "Recoupe was removed. Your studies and settings were left where they are."
    exit 0
fi

mkdir -p "$data" "$commands"
rm -rf "$program.new"
cp -R "$here/recoupe" "$program.new"
rm -rf "$program"
mv "$program.new" "$program"
cp -R "$here/share/." "$data/"
ln -sf "$program/recoupe" "$commands/recoupe"
# the desktop may not look into ~/.local/bin: give it the whole path
sed -i -e "s|^Exec=recoupe|Exec=\"$program/recoupe\"|" -e "s|^TryExec=recoupe|TryExec=$program/recoupe|" "$data/applications/recoupe.desktop"
refresh
echo "Recoupe is installed. Open it from your applications menu, or with: $commands/recoupe"
