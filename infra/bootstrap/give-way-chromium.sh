#!/bin/sh
# Chromium that gives way: it is started in a session of its own.
exec "$(dirname "$0")/give-way.sh" "$YIELDING_CHROMIUM" "$@"
