#!/bin/sh
# The packages of uv.lock in the virtual environment at $1, with Node from its wheel where the machine has none.
set -eu
venv=$1

group=
case "$(command -v npm || true)" in
    "" | "$venv"/*) group="--group node" ;; # an npm of this environment came from that group: keep it
esac
if [ -z "$group" ] && ! node -e 'process.exit(Number(process.versions.node.split(".")[0]) < 18)' 2>/dev/null; then
    group="--group node"
fi
# shellcheck disable=SC2086
UV_PROJECT_ENVIRONMENT="$venv" VIRTUAL_ENV="$venv" exec "$venv/bin/uv" sync --frozen --quiet --python "$venv/bin/python" $group
