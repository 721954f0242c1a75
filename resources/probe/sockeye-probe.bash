# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Sockeye developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Completion of sockeye-probe for bash.

_sockeye_probe() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} options word
    case $previous in
    --config | --bearer-token-file | --ca)
        mapfile -t COMPREPLY < <(compgen -f -- "$current")
        return
        ;;
    --once | --watch | --pings | --timeout | --header | --subprotocol | --listen) return ;;
    esac
    options="serve --once --watch --help --version"
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case $word in
        serve) options="--config --listen --check" ;;
        --once | --watch)
            options="--pings --timeout --json --header --subprotocol --bearer-token-file --ca --insecure"
            ;;
        esac
    done
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
}
complete -o filenames -F _sockeye_probe sockeye-probe
