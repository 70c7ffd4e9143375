#!/usr/bin/env bash
# Draws a job summary as GitHub shows it: draw.sh SUMMARY.md PICTURE.png
set -euo pipefail
here=$(dirname "$(realpath "$0")")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
width=960

{
  echo '<!doctype html><meta charset="utf-8"><style>'
  cat "$here/github.css"
  echo '</style><main>'
  # GitHub's renderer and its extensions; the summary holds HTML of its own.
  cmark-gfm --unsafe -e table -e strikethrough -e autolink -e tagfilter "$1"
  echo '</main><script>document.title = `height ${Math.ceil(document.querySelector("main").getBoundingClientRect().bottom)}`</script>'
} >"$work/page.html"

browse() {
  chromium --headless --no-sandbox --disable-gpu --disable-background-networking --hide-scrollbars \
    --user-data-dir="$work/profile" "$@" "file://$work/page.html" 2>/dev/null
}
height=$(browse --window-size=$width,800 --dump-dom | grep -o '<title>height [0-9]*' | grep -o '[0-9]*$')
browse --force-device-scale-factor=2 --window-size=$width,$((height + 16)) --screenshot="$work/picture.png"
pngquant 64 --force --output "$2" "$work/picture.png"
