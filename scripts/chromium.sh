#!/bin/sh
# A Chromium for the browser tests: there already, else Debian's where we are root, else a clear message (the tests skip).
set -eu
if [ -n "${FADU_CHROMIUM:-}" ] || command -v chromium >/dev/null 2>&1; then
    exit 0
fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "安装 Debian 的 chromium，供浏览器测试使用 (installing Debian's chromium for the browser tests)"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium >/dev/null && exit 0
fi
echo "没有 chromium，浏览器测试将被跳过：请安装 chromium，或者用 FADU_CHROMIUM 指定它的路径。" >&2
echo "No chromium: the browser tests will be skipped. Install chromium, or name one with FADU_CHROMIUM." >&2
