#!/bin/bash
# How long the packaged Recoupe takes to show its window, and how much room it takes, beside Meld and KDiff3: the three in turn, in one run.
#
#   sudo packaging/linux/startup.sh ROOT [RUNS [STATE...]]
#
# ROOT is the Debian root that packaging/linux/journey.sh has prepared. Each run opens two articles and is timed from the start of the program
# to the window manager's first sight of its window; the median of RUNS (7) is printed, warm and cold (the system's page cache dropped before
# each start), with the ratio to Meld's. A STATE is warm or cold; both are the rule.
set -u

if [ "${1:-}" = inside ]; then
    program=$2
    openbox >/dev/null 2>&1 &
    sleep 1.5
    coproc WATCH { exec xprop -root -spy _NET_CLIENT_LIST; }
    read -r -u "${WATCH[0]}" _
    began=$EPOCHREALTIME
    "$program" /tmp/startup/a.txt /tmp/startup/b.txt >/dev/null 2>&1 &
    while read -r -t 60 -u "${WATCH[0]}" line; do
        case $line in *0x*) break ;; esac
    done
    ended=$EPOCHREALTIME
    echo "$began $ended" | awk '{printf "%d\n", ($2 - $1) * 1000}'
    sleep 0.5
    pkill -KILL -u "$(id -u)" -f "/$program" # its own, in a root where nothing else runs
    exit 0
fi

root=${1:?usage: startup.sh ROOT [RUNS [STATE...]]}
runs=${2:-7}
shift $(($# > 2 ? 2 : $#))
states=${*:-warm cold}
inroot="env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive chroot $root"
cp "$0" "$root/tmp/startup.sh"
$inroot apt-get install -y -qq --no-install-recommends meld kdiff3 x11-utils >/dev/null 2>&1
$inroot sh -c 'mkdir -p /tmp/startup && cd /opt/recoupe/_internal/recoupe/seeds && set -- 0*.txt && cp "$1" /tmp/startup/a.txt && cp "$2" /tmp/startup/b.txt
               id stopwatch >/dev/null 2>&1 || useradd -m -s /bin/bash stopwatch; chmod 755 /tmp/startup; chmod 644 /tmp/startup/*'
declare -A times
for state in $states; do
    for program in recoupe meld kdiff3; do # once unmeasured: what a first start writes is there
        $inroot su stopwatch -c "xvfb-run -a dbus-run-session -- bash /tmp/startup.sh inside $program" >/dev/null 2>&1
    done
    for _ in $(seq "$runs"); do
        for program in recoupe meld kdiff3; do
            [ $state = cold ] && sync && echo 3 >/proc/sys/vm/drop_caches
            took=$($inroot su stopwatch -c "xvfb-run -a dbus-run-session -- bash /tmp/startup.sh inside $program" 2>/dev/null)
            times[$state-$program]+="$took "
        done
    done
done
median() { tr ' ' '\n' | grep . | sort -n | awk '{a[NR] = $1} END {print NR % 2 ? a[(NR + 1) / 2] : (a[NR / 2] + a[NR / 2 + 1]) / 2}'; }
for state in $states; do
    meld=$(echo "${times[$state-meld]}" | median)
    for program in recoupe meld kdiff3; do
        took=$(echo "${times[$state-$program]}" | median)
        echo "$state $program: median $took ms, $(echo "$took $meld" | awk '{printf "%.2f", $1 / $2}') of Meld's (${times[$state-$program]% })"
    done
done
for program in recoupe meld kdiff3; do
    $inroot dpkg-query -W -f 'installed size ${Package}: ${Installed-Size} kB\n' $program
done
