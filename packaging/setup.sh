# Sets up .venv for packaging/run and packaging/test; sourced by them, never run by itself.
#
#   prepare reader|test     everything that the reader (or its tests) needs, told as it is done
#
# A stamp in .venv remembers what was installed, so a second call returns at once.

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
VENV="$ROOT/.venv"
case "${OSTYPE:-}" in
    msys* | cygwin*) BIN="$VENV/Scripts" ;;
    *) BIN="$VENV/bin" ;;
esac
LOG="$ROOT/.venv/setup.log"
NEEDED_MB=2600

export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore PIP_NO_INPUT=1
# Compiled once, on first import, and kept: the second start is the fast one.
unset PYTHONDONTWRITEBYTECODE PYTHONHOME PYTHONPATH
case "${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" in
    *[Uu][Tt][Ff]*8*) ;;
    *) export LC_ALL=C.UTF-8 ;;
esac

say() { printf '%s\n' "$*" >&2; }

fail() {
    say "report-reader: $*"
    exit 1
}

has_display() {
    case "${OSTYPE:-}" in
        darwin* | msys* | cygwin*) return 0 ;;
    esac
    [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]
}

on_linux() { [ "$(uname -s)" = Linux ]; }

can_apt() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

find_python() {
    local candidate
    for candidate in "${PYTHON:-}" python3.11 python3.12 python3.13 python3 python; do
        [ -n "$candidate" ] || continue
        if "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null; then
            printf '%s' "$candidate"
            return
        fi
    done
    fail "Python 3.11, 3.12 or 3.13 was not found; install it (Debian: apt-get install python3 python3-venv)" \
        "or name it: PYTHON=/path/to/python3.11 bash packaging/run"
}

# One line that says what went wrong and what to do, from the log of the step that failed.
explain() {
    local step="$1" log="$2"
    if grep -qiE 'no space left|Errno 28|not have enough free space' "$log"; then
        fail "$step: the disk is full; free about $NEEDED_MB MB and run this again (details: $log)"
    elif grep -qiE 'temporary failure|name resolution|NewConnectionError|Failed to establish|Network is unreachable|timed out|ConnectionError|ProxyError|Could not resolve|Unable to fetch' "$log"; then
        fail "$step: the package index cannot be reached; connect to the network for this first set-up" \
            "(later runs need none) and run this again (details: $log)"
    elif grep -qiE 'No matching distribution|not a supported wheel' "$log"; then
        fail "$step: no package for this Python and processor:" \
            "$(grep -m1 -oiE 'No matching distribution.*|[^ ]* is not a supported wheel.*' "$log"); try Python 3.11 (details: $log)"
    elif grep -qiE 'Permission denied' "$log"; then
        fail "$step: no permission to write in $ROOT; copy the project to a folder of your own (details: $log)"
    else
        fail "$step failed: $(grep -iE 'error' "$log" | tail -1 | cut -c1-160) (details: $log)"
    fi
}

enough_space() {
    local free
    free="$(df -Pk "$ROOT" 2>/dev/null | awk 'NR == 2 { print int($4 / 1024) }')"
    [ -z "$free" ] || [ "$free" -ge "$NEEDED_MB" ] ||
        fail "$free MB are free in $ROOT and about $NEEDED_MB MB are needed; free some space and run this again"
}

venv_works() { "$BIN/python" -c 'import sys, pip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

make_venv() {
    local python log
    venv_works && return
    python="$(find_python)"
    if [ -e "$VENV" ]; then
        say "Replacing an environment that is incomplete: $VENV"
        rm -rf "$VENV" || fail "cannot remove $VENV; delete it and run this again"
    fi
    say "Making a Python environment in .venv ($("$python" --version 2>&1)) ..."
    log="$(mktemp)"
    if ! "$python" -m venv "$VENV" >"$log" 2>&1; then
        # Debian ships venv without its installer; a pip that is there can stand in for it.
        rm -rf "$VENV"
        if ! { "$python" -m venv --without-pip "$VENV" &&
            "$python" -m pip --python "$BIN/python" install -q pip; } >>"$log" 2>&1; then
            rm -rf "$VENV"
            can_apt || fail "Python's venv module is incomplete; install it (Debian: apt-get install python3-venv) and run this again"
            apt_install "Python's venv module" python3-venv ||
                fail "Python's venv module could not be installed; try: apt-get install python3-venv"
            "$python" -m venv "$VENV" >>"$log" 2>&1 || explain "Making .venv" "$log"
        fi
    fi
    rm -f "$log"
}

pip_install() { # STEP ARGUMENT...
    local step="$1"
    shift
    "$BIN/python" -m pip install --quiet --no-deps --no-compile --progress-bar off --retries 2 "$@" \
        >"$LOG" 2>&1 || explain "$step" "$LOG"
}

updated=""
apt_install() { # WHAT PACKAGE...
    local what="$1" log="${TMPDIR:-/tmp}/report-reader-apt.log"
    shift
    say "Installing $what with apt: $* ..."
    export DEBIAN_FRONTEND=noninteractive
    if [ -z "$updated" ]; then
        apt-get update -q >"$log" 2>&1 || true
        updated=yes
    fi
    apt-get install -y -q --no-install-recommends "$@" >>"$log" 2>&1
}

# The Debian packages of the shared libraries that Qt links and that are not there.
missing_libraries() {
    local libraries name package found
    libraries="libEGL.so.1=libegl1 libGL.so.1=libgl1 libX11.so.6=libx11-6 libxkbcommon.so.0=libxkbcommon0
        libdbus-1.so.3=libdbus-1-3 libfontconfig.so.1=libfontconfig1 libglib-2.0.so.0=libglib2.0-0"
    if has_display; then
        libraries="$libraries libxcb-cursor.so.0=libxcb-cursor0 libxkbcommon-x11.so.0=libxkbcommon-x11-0
            libxcb-icccm.so.4=libxcb-icccm4 libxcb-keysyms.so.1=libxcb-keysyms1 libxcb-xkb.so.1=libxcb-xkb1
            libxcb-shape.so.0=libxcb-shape0 libX11-xcb.so.1=libx11-xcb1"
    fi
    found="$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null)" || return 0
    for name in $libraries; do
        package="${name#*=}"
        case "$found" in
            *"${name%%=*}"*) ;;
            *) printf '%s ' "$package" ;;
        esac
    done
}

has_chinese_font() {
    if command -v fc-list >/dev/null; then
        [ -n "$(fc-list :lang=zh family 2>/dev/null | head -1)" ]
    else
        find /usr/share/fonts /usr/local/share/fonts "${HOME:-/root}/.local/share/fonts" "${HOME:-/root}/.fonts" \
            \( -iname '*cjk*' -o -iname '*wqy*' -o -iname '*hansans*' -o -iname '*hanserif*' -o -iname '*wenkai*' \
            -o -iname '*uming*' -o -iname '*ukai*' -o -iname '*droidsansfallback*' \) -print -quit 2>/dev/null | grep -q .
    fi
}

prepare_system() {
    on_linux || return 0
    local missing
    missing="$(missing_libraries)"
    if [ -n "$missing" ]; then
        if can_apt; then
            # shellcheck disable=SC2086 # a list of package names
            apt_install "the system libraries of the window (about 60 MB)" $missing ||
                say "These libraries could not be installed, so no window can open; try: apt-get install $missing"
        else
            say "The window needs system libraries that are not here; an administrator can add them: apt-get install $missing"
        fi
    fi
    if ! has_chinese_font; then
        if can_apt; then
            apt_install "a Chinese font (about 57 MB)" fonts-noto-cjk ||
                apt_install "a smaller Chinese font (2 MB)" fonts-wqy-microhei ||
                say "No Chinese font could be installed; try: apt-get install fonts-noto-cjk"
        else
            say "No Chinese font was found; without one the window shows boxes. Install one: apt-get install fonts-noto-cjk"
        fi
    fi
}

digest() {
    { sha256sum "$@" 2>/dev/null || shasum -a 256 "$@"; } | cut -d' ' -f1 | tr '\n' ' '
    printf '%s' "$ROOT"
}

smoke() {
    "$BIN/python" -c 'import ctranslate2, faiss, numpy, opencc, safetensors, sentencepiece, tokenizers, PySide6' 2>>"$LOG"
}

install_reader() {
    local requirements="$ROOT/packaging/requirements.txt" torch
    torch="$(grep -E '^torch==' "$requirements")"
    if smoke 2>/dev/null; then
        say "Bringing the reader's Python packages up to date ..."
    else
        say "Installing PyTorch, which sentence-transformers needs (about 190 MB) ..."
    fi
    # First and by itself: any other order lets an unpinned torch in.
    pip_install "Installing PyTorch" "$torch"
    smoke 2>/dev/null ||
        say "Installing the reader's Python packages: Qt, FAISS, CTranslate2, OpenCC and others (about 240 MB) ..."
    pip_install "Installing the reader's packages" -r "$requirements"
    if ! smoke; then
        say "An earlier installation was cut short; installing the reader's packages once more ..."
        pip_install "Installing the reader's packages" --force-reinstall -r "$requirements"
        smoke || say "Some packages do not load on this machine; report-reader doctor says more (details: $LOG)"
    fi
    pip_install "Installing Report Reader" --no-build-isolation --editable "$ROOT"
}

prepare() { # reader|test
    local group="$1" stamp reader_state test_state started
    started=$SECONDS
    stamp="$VENV/report-reader"
    reader_state="$(digest "$ROOT/packaging/requirements.txt" "$ROOT/pyproject.toml")"
    test_state="$(digest "$ROOT/packaging/requirements-test.txt")"
    if [ "$(cat "$stamp.reader" 2>/dev/null)" != "$reader_state" ] || ! [ -x "$BIN/python" ]; then
        [ -w "$ROOT" ] || fail "no permission to write in $ROOT; copy the project to a folder of your own"
        venv_works || enough_space
        make_venv
        install_reader
        printf '%s' "$reader_state" >"$stamp.reader"
    fi
    if [ "$group" = test ] && [ "$(cat "$stamp.test" 2>/dev/null)" != "$test_state" ]; then
        say "Installing the test tools (about 40 MB) ..."
        pip_install "Installing the test tools" -r "$ROOT/packaging/requirements-test.txt"
        printf '%s' "$test_state" >"$stamp.test"
    fi
    prepare_system
    [ $((SECONDS - started)) -lt 3 ] || say "Set up in $((SECONDS - started)) seconds."
}
