#!/bin/sh
# Chromium that gives way: it is started in a session of its own.
exec "$(dirname "$0")/../../signaling/src/decks/give-way.sh" "$YIELDING_CHROMIUM" "$@"
