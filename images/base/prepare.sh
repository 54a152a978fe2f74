# Makes root.tar, a Debian of the host's own release with little more than apt.
set -euo pipefail
. /etc/os-release
components=main
[ "$ID" = ubuntu ] && components=main,universe
# In memory where possible: most of the time would go into writing files safely to disk.
[ -w /dev/shm ] && export TMPDIR=/dev/shm

# With usr-is-merged there is no need of usrmerge, which draws in the whole of Perl.
include=mount,passwd,procps,ca-certificates
apt-cache show usr-is-merged >/dev/null 2>&1 && include=$include,usr-is-merged

mmdebstrap --quiet --variant=apt --mode=root --components="$components" --include="$include" \
  --aptopt='Acquire::Languages "none"' \
  --aptopt='APT::Install-Recommends "false"' \
  --customize-hook='printf "%s\n" force-unsafe-io "path-exclude=/usr/share/doc/*" "path-exclude=/usr/share/man/*" "path-exclude=/usr/share/locale/*" "path-exclude=/usr/share/info/*" >"$1/etc/dpkg/dpkg.cfg.d/slim"' \
  --customize-hook='printf "#!/bin/sh\nexit 101\n" >"$1/usr/sbin/policy-rc.d" && chmod +x "$1/usr/sbin/policy-rc.d"' \
  --customize-hook='chroot "$1" sh -c "dpkg-query -Wf \"\\\${Package}\n\" usrmerge perl \"libperl5*\" \"perl-modules-*\" \"lib*-perl\" libgdbm6 libgdbm-compat4 2>/dev/null | xargs -r apt-get -qq -o Dpkg::Use-Pty=0 -y purge --auto-remove >/dev/null"' \
  --customize-hook='rm -rf "$1"/usr/share/doc/* "$1"/usr/share/man/* "$1"/usr/share/locale/* "$1"/usr/share/info/* "$1"/etc/hostname "$1"/etc/resolv.conf "$1"/var/log/apt "$1"/var/log/dpkg.log' \
  "$VERSION_CODENAME" root.tar
