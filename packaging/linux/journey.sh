#!/bin/bash
# Walks an editor's way through the packaged application in a clean Debian root, and prints what it saw.
#
#   sudo packaging/linux/journey.sh ROOT recoupe_VERSION_amd64.deb PICTURES [CASE...]
#
# ROOT is a debootstrap minbase root of Debian 12 with /proc and /dev mounted and apt working in it. The package is installed there with
# apt, and the tools of a small desktop beside it. Then, for each case, an ordinary user with a fresh home starts Recoupe through its desktop
# entry, opens the sample story with a click, saves the study, quits, opens the study as a double-click would, gives the open window a second
# file, asks for a window of its own, and quits. Pictures of each step land in PICTURES, for people to look at.
# Cases: plain offline c french accents readonly.
set -u

cases="plain offline c french accents readonly"

outside() { # outside ROOT DEB PICTURES CASE...
    root=$1 deb=$2 pictures=$3
    shift 3
    cp "$deb" "$root/tmp/recoupe.deb"
    cp "$0" "$root/tmp/journey.sh"
    inroot="env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive chroot $root"
    $inroot apt-get update -qq
    $inroot apt-get install -y -qq /tmp/recoupe.deb >"$pictures/apt.log" 2>&1 || { tail -5 "$pictures/apt.log"; exit 1; }
    echo "installed with apt: $($inroot dpkg -s recoupe | grep -E '^(Version|Installed-Size)' | tr '\n' ' ')"
    $inroot sh -c 'command -v python3 >/dev/null && echo "this root has a Python of its own" || echo "this root has no Python"'
    $inroot apt-get install -y -qq --no-install-recommends xvfb xauth openbox xdotool imagemagick xclip dbus dbus-x11 libglib2.0-bin libgtk-3-bin \
        desktop-file-utils shared-mime-info locales procps unzip psmisc >>"$pictures/apt.log" 2>&1 || { tail -5 "$pictures/apt.log"; exit 1; }
    $inroot sh -c 'localedef -i fr_FR -f UTF-8 fr_FR.UTF-8 2>/dev/null; desktop-file-validate /usr/share/applications/recoupe.desktop && echo "desktop entry: valid"'
    $inroot dpkg-query -W -f '${Package}\n' >"$pictures/packages.txt"
    for one in "${@:-}"; do
        for case in ${one:-$cases}; do
            $inroot sh -c "userdel -rf editor 2>/dev/null; useradd -m -s /bin/bash editor; rm -rf /tmp/seen /tmp/desk; mkdir -m 777 /tmp/seen /tmp/desk" 2>/dev/null
            language=C.UTF-8
            [ "$case" = c ] && language=C
            [ "$case" = french ] && language=fr_FR.UTF-8
            [ "$case" = readonly ] && $inroot sh -c 'chown root: /home/editor && chmod 555 /home/editor'
            network=""
            [ "$case" = offline ] && network="unshare -n"
            echo "== $case (LANG=$language)"
            $network $inroot su editor -c "cd && LANG=$language exec timeout 600 xvfb-run -a -s '-screen 0 1440x900x24 -nolisten tcp' dbus-run-session -- bash /tmp/journey.sh inside $case"
            mkdir -p "$pictures/$case" && cp "$root"/tmp/seen/* "$pictures/$case/" 2>/dev/null
        done
    done
}

say() { echo "   $*"; }

picture() { import -window root "/tmp/seen/$1.png"; }

windows() { xdotool search --onlyvisible --class recoupe 2>/dev/null | while read -r id; do xdotool getwindowgeometry "$id" | grep -qE '[5-9][0-9]{2}x|[0-9]{4}x' && echo "$id"; done; }

appear() { # appear COUNT: wait until so many windows stand
    for _ in $(seq 1 600); do
        [ "$(windows | wc -l)" -ge "$1" ] && return 0
        sleep 0.1
    done
    say "MISSING: $1 window(s)"
    return 1
}

ticks() { cat /proc/[0-9]*/stat 2>/dev/null | awk '$2 ~ /recoupe/ {sum += $14 + $15} END {print sum + 0}'; }

settle() { # wait until the program has nothing left to do
    quiet=0
    for _ in $(seq 1 240); do
        before=$(ticks)
        sleep 1
        [ $(($(ticks) - before)) -le 12 ] && quiet=$((quiet + 1)) || quiet=0
        [ $quiet -ge 4 ] && return
    done
}

lowest_button() { # lowest_button X: the middle of the lowest stretch of 20 pixels or more in that column that is not the page's ground
    import -window root -crop "1x840+$1+0" +repage txt:- | awk '
        NR > 1 {split($1, at, "[,:]"); colour[at[2]] = $3}
        END {
            ground = colour[820]
            for (y = 820; y > 150; y--)
                if (colour[y] != ground) {if (!run) run = y}
                else if (run) {if (run - y >= 20) break; run = 0}
            print int((run + y) / 2)
        }'
}

gone() { # wait until every window of the program is closed and its processes have ended
    for _ in $(seq 1 300); do
        pgrep -u editor -x recoupe >/dev/null || return 0
        sleep 0.1
    done
    say "STILL RUNNING: $(pgrep -u editor -x recoupe | tr '\n' ' ')"
    return 1
}

title() { xdotool getwindowname "$(windows | head -1)"; }

paste() { # text that a keyboard tool cannot type, letter by letter
    printf %s "$1" | xclip -selection clipboard -i
    xdotool key ctrl+a ctrl+v
}

inside() {
    case=$1
    openbox >/dev/null 2>&1 &
    sleep 1
    desk=/tmp/desk
    [ "$case" = accents ] && desk="/tmp/desk/Dossiers à voir/été «  2 »"
    mkdir -p "$desk" && cd "$desk" || exit 1
    [ "$case" = offline ] && say "network: $(awk -F: 'NR > 2 {printf "%s ", $1}' /proc/net/dev), $(getent hosts example.org >/dev/null && echo reachable || echo 'no name can be resolved')"
    began=$(date +%s.%N)
    gtk-launch recoupe
    appear 1 || exit 1
    say "window after $(echo "$(date +%s.%N) $began" | awk '{printf "%.1f s", $1 - $2}') through the desktop entry: $(title)"
    settle
    picture 1-welcome
    id=$(windows | head -1)
    xdotool windowactivate --sync "$id" windowsize --sync "$id" 1440 880 windowmove "$id" 0 0
    sleep 1
    xdotool mousemove 480 "$(lowest_button 480)" click 1 # the sample story is the lowest thing to press
    settle
    picture 2-compared
    say "after the click: $(title)"
    xdotool windowactivate --sync "$(windows | head -1)" key ctrl+s
    sleep 3
    picture 3-saving
    paste "$desk/story.recoupe"
    sleep 1
    xdotool key Return
    settle
    picture 4-saved
    if [ -f "$desk/story.recoupe" ]; then
        say "saved: $(stat -c '%s bytes, mode %a' "$desk/story.recoupe"), events $(unzip -p "$desk/story.recoupe" study.json | grep -o '"members"' | wc -l), title $(title)"
    else
        say "NOT SAVED: $(ls -A "$desk")"
    fi
    say "file type: $(gio info -a standard::content-type "$desk/story.recoupe" 2>/dev/null | tail -1), opened by: $(gio mime application/x-recoupe | head -1)"
    xdotool windowactivate --sync "$(windows | head -1)" key ctrl+q
    gone && say "closed"
    gio open "$desk/story.recoupe"
    appear 1 || exit 1
    settle
    picture 5-opened-again
    say "opened by double-click: $(title)"
    cp "$desk/story.recoupe" "$desk/second.recoupe"
    gio open "$desk/second.recoupe"
    settle
    picture 6-second-file
    say "a second double-click: $(windows | wc -l) window, $(title)"
    recoupe --new-window &
    appear 2 && say "asked for one more window: $(windows | wc -l) windows"
    settle
    picture 7-two-windows
    for id in $(windows); do
        xdotool windowactivate --sync "$id" key ctrl+q
        sleep 2
    done
    gone && say "closed"
    log=$(find ~ -name recoupe.log 2>/dev/null | head -1)
    say "log: ${log:-none}; warnings in it: $([ -n "$log" ] && grep -cE 'WARNING|ERROR' "$log")"
}

if [ "${1:-}" = inside ]; then
    inside "$2"
elif [ $# -ge 3 ]; then
    outside "$@"
else
    sed -n '2,11s/^# \{0,1\}//p' "$0"
    exit 2
fi
