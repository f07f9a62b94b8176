#!/usr/bin/env bash
# Format, lint with the layer rules, types, dead code.
set -euo pipefail
cd "$(dirname "$0")/.."
biome ci --error-on-warnings .
tsc -b
knip
