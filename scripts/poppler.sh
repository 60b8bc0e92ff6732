#!/bin/sh
# pdfsig, the independent verifier of the signatures in our PDFs: there already, else Debian's where we are root, else a clear message (the tests skip).
set -eu
command -v pdfsig >/dev/null 2>&1 && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "安装 Debian 的 poppler-utils，供核验 PDF 签名的测试使用 (installing Debian's poppler-utils for the tests of PDF signatures)"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq && apt-get install -y -qq --no-install-recommends poppler-utils >/dev/null && exit 0
fi
echo "没有 pdfsig，用它核验 PDF 签名的测试将被跳过：请安装 poppler-utils。" >&2
echo "No pdfsig: the tests that verify PDF signatures with it will be skipped. Install poppler-utils." >&2
