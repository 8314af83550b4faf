#!/bin/bash
# Watches every socket that the packaged Recoupe opens while nobody asks for a page or a translation, and fails where one leads to a network.
#
#   packaging/linux/silent.sh [FOLDER]
#
# FOLDER is the built application (dist/recoupe). It is watched by strace while it checks itself, which compares the sample articles, writes
# every report and goes through its window, and while its window, on a screen in memory, compares the same articles. Sockets between programs
# of one machine (the display, a second start) are none of a network's, nor is what a library binds to this machine's own address to see whether
# it knows IPv6. Needs strace and xvfb-run.
set -u

folder=$(realpath "${1:-dist/recoupe}")
for tool in strace xvfb-run; do
    command -v "$tool" >/dev/null || { echo "needs $tool: apt-get install strace xvfb xauth"; exit 2; }
done
seen=$(mktemp -d)
trap 'rm -rf "$seen"' EXIT
unset XDG_CONFIG_HOME XDG_DATA_HOME XDG_CACHE_HOME XDG_STATE_HOME
export HOME="$seen/home"
mkdir "$HOME"

watched() { # watched NAME COMMAND...: its calls on sockets, in NAME
    name=$1
    shift
    strace -f -qq -e trace=%network -o "$seen/$name" "$@" >"$seen/$name.said" 2>&1
}

watched check "$folder/recoupe" --self-check || { echo "the self-check failed:"; tail -5 "$seen/check.said"; exit 1; }
mapfile -t articles < <(find "$folder" -path "*seeds/0*.txt" | sort)
[ "${#articles[@]}" -gt 0 ] || { echo "no sample articles in $folder"; exit 1; }
watched window xvfb-run -a timeout 40 "$folder/recoupe" "${articles[@]}"
families() { grep -ohE "socket\((AF|PF)_[A-Z0-9]+" "$seen"/check "$seen"/window | sort | uniq -c; }
echo "sockets opened:" && families
if grep -hE "sa_family=AF_(INET|PACKET)" "$seen"/check "$seen"/window | grep -vE 'bind\(.*"(::1|127\.0\.0\.1)"' >"$seen/out"; then
    echo "these lead to a network:"
    sort "$seen/out" | uniq -c | head -20
    exit 1
fi
echo "none leads to a network."
