#!/usr/bin/env bash
# Format, lint with the layer rules, types, dead code, and a test for every rule.
set -euo pipefail
cd "$(dirname "$0")/.."
node infra/bootstrap/prepare.mjs
export PATH="$PWD/node_modules/.bin:$PATH"
biome ci --error-on-warnings .
tsc -b
knip
node infra/check-rules.mjs
