# shellcheck shell=sh disable=SC2034,SC2154
# SPDX-FileCopyrightText: 2026 The Sockeye developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What app/run and tests/run share: installing what is missing, finding Prometheus, building. To be sourced, with $root set.

build_packages="build-essential cmake ninja-build ccache pkg-config qt6-base-dev qt6-base-dev-tools qt6-websockets-dev
    qt6-charts-dev libqt6opengl6-dev qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools libgl1-mesa-dev
    libvulkan-dev libxkbcommon-dev libsimdjson-dev libexpected-dev libyaml-dev qtkeychain-qt6-dev prometheus-cpp-dev libasio-dev libssl-dev duktape-dev zlib1g-dev libcurl4-openssl-dev"
run_packages="libqt6sql6-sqlite libqt6svg6 libsecret-1-0 qt6-translations-l10n fonts-noto-core fonts-noto-cjk"
test_packages="curl dbus-daemon gnome-keyring xvfb xauth openbox xdotool xfce4-panel xfconf trayer x11-utils python3 openssl procps"
fuzz_packages="clang libclang-rt-dev"

say() { printf '%s: %s\n' "$(basename "$0")" "$*" >&2; }

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        say "these packages need root to install, and sudo is not here; run as root: $*"
        exit 1
    fi
}

is_installed() { dpkg-query -W -f '${Status}' "$1" 2>/dev/null | grep -q 'ok installed'; }

# Installs those of the named packages that are missing, and says which.
install_missing() {
    if ! command -v apt-get >/dev/null; then
        say "no apt-get here; these Debian packages, or what stands for them, must be installed: $*"
        return
    fi
    missing=
    for package in "$@"; do
        is_installed "$package" || missing="$missing $package"
    done
    [ -n "$missing" ] || return 0
    say "installing:$missing"
    # A new machine has no package lists, and an old one may have lists that name files no longer there.
    as_root apt-get update -q >&2
    # shellcheck disable=SC2086 # a list of words
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing >&2
}

# Sets SOCKEYE_PROMETHEUS and SOCKEYE_PROMTOOL.
find_prometheus() {
    SOCKEYE_PROMETHEUS=${SOCKEYE_PROMETHEUS:-$(find_server prometheus usr/bin/prometheus)}
    SOCKEYE_PROMTOOL=${SOCKEYE_PROMTOOL:-$(dirname "$SOCKEYE_PROMETHEUS")/promtool}
    export SOCKEYE_PROMETHEUS SOCKEYE_PROMTOOL
}

# Sets SOCKEYE_NGINX.
find_nginx() {
    SOCKEYE_NGINX=${SOCKEYE_NGINX:-$(find_server nginx usr/sbin/nginx)}
    export SOCKEYE_NGINX
}

# Sets SOCKEYE_VICTORIAMETRICS.
find_victoriametrics() {
    SOCKEYE_VICTORIAMETRICS=${SOCKEYE_VICTORIAMETRICS:-$(find_server victoria-metrics usr/bin/victoria-metrics)}
    export SOCKEYE_VICTORIAMETRICS
}

# find_server PACKAGE FILE: prints the path of the program FILE of PACKAGE. The package would start a system service, so
# where it is not installed it is only unpacked into a private folder.
find_server() {
    command -v "${2##*/}" && return
    if [ -x "/$2" ]; then
        echo "/$2"
        return
    fi
    private="${XDG_CACHE_HOME:-$HOME/.cache}/sockeye/$1"
    if [ ! -x "$private/$2" ]; then
        unpack_package "$1" "$private"
    fi
    echo "$private/$2"
}

# unpack_package PACKAGE FOLDER
unpack_package() {
    say "fetching $1 into $2 (no service is installed or started)"
    download=$(mktemp -d)
    (cd "$download" && { apt-get download -q "$1" >&2 || { as_root apt-get update -q >&2 && apt-get download -q "$1" >&2; }; })
    mkdir -p "$2"
    dpkg-deb -x "$download/$1"_*.deb "$2"
    rm -rf "$download"
}

# build PRESET [TARGET...]
build() {
    preset=$1
    shift
    # One cache for every clone: paths inside the tree count relative to it.
    export CCACHE_BASEDIR="$root" CCACHE_NOHASHDIR=1
    export CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
    (cd "$root" && cmake --preset "$preset" >/dev/null && cmake --build --preset "$preset" ${1:+-t "$@"}) >&2
}
