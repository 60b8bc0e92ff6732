#!/bin/sh
# The virtual environment at $1 with uv in it. Needs nothing but Python 3.11 (with its venv module).
set -eu
venv=$1

python=
for candidate in "${PYTHON:-python3.11}" python3 python; do
    if "$candidate" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null; then
        python=$candidate
        break
    fi
done
if [ -z "$python" ]; then
    echo "需要 Python 3.11：没有找到 python3.11，也可以用 PYTHON=路径 make … 指定。" >&2
    echo "Python 3.11 is needed: no python3.11 was found; name one with PYTHON=/path/to/python3.11 make …" >&2
    exit 1
fi

if [ ! -x "$venv/bin/python" ]; then
    # Debian keeps ensurepip in a package of its own; an environment without pip is filled by the pip outside.
    "$python" -m venv "$venv" 2>/dev/null || { rm -rf "$venv"; "$python" -m venv --without-pip "$venv"; }
fi
if "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check 'uv>=0.9,<1'
elif "$python" -m pip --version >/dev/null 2>&1; then
    "$python" -m pip --python "$venv/bin/python" install --quiet --disable-pip-version-check 'uv>=0.9,<1'
else
    echo "这个 Python 没有 pip，也没有 ensurepip：请安装 python3.11-venv（Debian、Ubuntu）后再试。" >&2
    echo "This Python has neither pip nor ensurepip: install python3.11-venv (Debian, Ubuntu) and try again." >&2
    exit 1
fi
