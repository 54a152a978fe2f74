# Debian's busybox with the C library it needs. Busybox is linked dynamically, so that it can look
# up names of other containers.
set -euo pipefail
mkdir -p packages unpacked
cd packages
# _apt may not write here, which apt says, and which does not matter.
apt-get -qq download busybox libc6 libresolv-wrapper 2>/dev/null || apt-get -qq download busybox libc6
for package in *.deb; do dpkg-deb --extract "$package" ../unpacked; done
cd ..

mkdir -p root/{bin,dev,etc,home,lib,media,mnt,opt,proc,root,run,sbin,srv,sys,tmp,usr/bin,usr/sbin,usr/local/bin,var/log}
chmod 1777 root/tmp
cp "$(find unpacked -path '*/bin/busybox')" root/bin/
for library in 'libc.so.6' 'libresolv.so.2' 'libnss_dns.so.2' 'libnss_files.so.2' 'ld-linux-*'; do
  find unpacked -name "$library" | while read -r found; do
    place=root/${found#unpacked/}
    mkdir -p "${place%/*}"
    cp --dereference "$found" "$place"
  done
done
chroot root /bin/busybox --list-full | grep -v '^bin/busybox$' | while read -r applet; do
  mkdir -p "root/${applet%/*}"
  ln -sf /bin/busybox "root/$applet"
done

printf 'root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/:/sbin/nologin\n' >root/etc/passwd
printf 'root:x:0:root\nnobody:x:65534:\n' >root/etc/group
printf 'root:!::0:::::\nnobody:!::0:::::\n' >root/etc/shadow
chmod 640 root/etc/shadow
echo 'hosts: files dns' >root/etc/nsswitch.conf
echo 3.22.0 >root/etc/alpine-release
echo 'Welcome to a stand-in for Alpine!' >root/etc/motd
cat >root/etc/os-release <<'END'
NAME="Alpine Linux"
ID=alpine
VERSION_ID=3.22.0
PRETTY_NAME="Alpine Linux v3.22 (a stand-in)"
END
rm -rf packages unpacked
