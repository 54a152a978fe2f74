# One static program without a C library: a few kilobytes, as the image it stands in for.
set -euo pipefail
gcc -Os -static -nostdlib -nostartfiles -ffreestanding -fno-stack-protector \
  -fno-asynchronous-unwind-tables -Wl,--build-id=none -s -o hello hello.c
rm hello.c
