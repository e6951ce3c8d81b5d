#!/usr/bin/env bash
# Inside the bare system: installs the package, uses it as a person would, and removes it. Any failure is the end.
set -Eeuo pipefail
step() { printf -- '-- %s (%ds)\n' "$*" "$SECONDS"; }
trap 'echo "failed in line $LINENO: $BASH_COMMAND" >&2' ERR
no_python() { ! compgen -c | grep -E '^python[0-9.]*$'; }
install() { eatmydata apt-get -qq -o Dpkg::Use-Pty=0 install --no-install-recommends "$@" >/tmp/apt 2>&1 || { cat /tmp/apt; return 1; }; }

no_python

step "apt installs the package and what it depends on"
apt-get -qq update
install /package.deb
no_python
dpkg --status qfpay-tester | grep '^Depends'

step "its self-test passes for an ordinary user"
useradd --create-home person
as_person() { setpriv --reuid=person --regid=person --clear-groups env -i HOME=/home/person PATH=/usr/bin:/bin LC_ALL=C.UTF-8 "$@"; }
test "$(as_person qfpay-tester --version)" = "QFPay Tester $(dpkg-query -W -f '${Version}' qfpay-tester)"
as_person qfpay-tester --self-test
test -z "$(find /home/person /tmp -iname "*qfpay*")" # it left nothing

step "its commands work"
as_person qfpay-tester run mistakes | tail -1
{ as_person qfpay-tester sign -p txamt=300 || test $? = 1; } | grep -E "^MD5 +[0-9A-F]{32}\$"

step "a desktop is added"
install xvfb dbus gnome-keyring shared-mime-info desktop-file-utils xdg-utils libglib2.0-bin xdotool fonts-dejavu-core
no_python
desktop-file-validate /usr/share/applications/qfpay-tester.desktop

cat >/desktop.sh <<'END'
#!/usr/bin/env bash
# A session of the user's: a display, a bus with a Secret Service, and what is asked for there.
set -euo pipefail
export XDG_RUNTIME_DIR=$HOME/runtime QT_QPA_PLATFORM=xcb
mkdir -p -m 700 "$XDG_RUNTIME_DIR"
exec 3< <(exec Xvfb -displayfd 1 -screen 0 1280x800x24 -nolisten tcp -noreset 2>/dev/null)
xvfb=$!
read -r number <&3
export DISPLAY=:$number
echo -n secret | gnome-keyring-daemon --unlock --components=secrets >/dev/null
"$@"
kill "$xvfb"
END
in_session() { as_person "$@" dbus-run-session -- bash /desktop.sh "${inside[@]}"; }

step "the keychain of the desktop is found, and keeps a profile from one process to the next"
inside=(qfpay-tester --self-test --keychain)
in_session

step "a proof opens by its type"
cat >/home/person/qfpay-proof-A17.json <<'END'
{
  "format": "QFPay Tester proof",
  "version": 1,
  "request": {"endpoint": "payment", "parameters": [["txamt", "300"]]}
}
END
cp /home/person/qfpay-proof-A17.json /home/person/renamed
echo '{"format": "another"}' >/home/person/other.json
type=application/x-qfpay-tester+json
test "$(as_person XDG_CURRENT_DESKTOP=GNOME xdg-mime query filetype /home/person/qfpay-proof-A17.json)" = $type
as_person gio info -a standard::content-type /home/person/renamed | grep "$type" >/dev/null
! as_person gio info -a standard::content-type /home/person/other.json | grep "$type" >/dev/null || exit 1
as_person gio mime $type | grep qfpay-tester.desktop >/dev/null
cat >/opened.sh <<'END'
set -euo pipefail
until_it() { local end=$((SECONDS + 60)); until "$@"; do ((SECONDS < end)) || return 1; sleep 0.3; done; }
window() { xdotool search --onlyvisible --classname qfpay-tester >/dev/null; }
running() { grep -sqz '[q]fpay-proof-A17.json' /proc/[0-9]*/cmdline; }
ended() { ! running; }
xdg-open "$HOME/qfpay-proof-A17.json" 2>/dev/null
until_it window
running
sleep 2 # what it opened is read after the first paint

xdotool search --onlyvisible --classname qfpay-tester windowfocus
xdotool key ctrl+q
until_it ended
END
inside=(bash /opened.sh)
in_session LC_ALL=zh_CN.UTF-8 XDG_CURRENT_DESKTOP=GNOME

step "it goes without a trace but the settings"
dpkg --listfiles qfpay-tester >/listed
apt-get -qq purge qfpay-tester >/dev/null
while read -r path; do if [[ -f $path || -L $path ]]; then echo "left: $path"; exit 1; fi; done </listed
left=$(find / -xdev \( -path /proc -o -path /dev -o -path /home/person \) -prune -o -iname '*qfpay*' -print)
test -z "$left" || { echo "left: $left"; exit 1; }
! grep -rIl qfpay-tester /usr/share/applications /usr/share/mime /etc || exit 1
test -n "$(ls "/home/person/.config/QFPay Tester")"
step "all of it works where there is no Python"
