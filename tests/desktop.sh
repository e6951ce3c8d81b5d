#!/bin/sh
# Runs the given command in a session as a user has it: with a home that is thrown away, an unlocked keychain, and a
# window manager, for without one no window ever gets the keyboard. Call it inside xvfb-run and dbus-run-session.
set -eu

HOME=$(mktemp -d)
trap 'rm -rf "$HOME"' EXIT
export HOME XDG_RUNTIME_DIR="$HOME/runtime"
mkdir -m 700 "$XDG_RUNTIME_DIR"

printf '\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null

manage_windows() {
    herbstluftwm --autostart /bin/true >/dev/null 2>&1 &
    manager=$!
}

manage_windows
tries=0
until herbstclient chain , set_attr tags.focus.floating on , rule focus=on >/dev/null 2>&1; do
    tries=$((tries + 1))
    if [ "$tries" -ge 400 ]; then
        echo "the window manager did not start in time" >&2
        exit 3
    fi
    # It gives up where the screen is not quite ready yet.
    kill -0 "$manager" 2>/dev/null || manage_windows
    sleep 0.05
done

"$@"
