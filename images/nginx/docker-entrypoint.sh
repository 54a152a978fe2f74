#!/bin/sh
set -e
echo "$0: Configuration complete; ready for start up"
exec "$@"
