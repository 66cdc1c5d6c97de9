# guest-image.sh OUT INIT DHCP: writes OUT/kernel and OUT/initrd, made of Debian's cloud kernel and busybox.
set -euo pipefail
out=$1 init=$2 dhcp=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
find_package() {
  apt-cache depends linux-image-cloud-amd64 | sed -n 's/^ *Depends: \(linux-image-[0-9].*\)/\1/p' | head -n 1
}
package=$(find_package)
[ -n "$package" ] || { apt-get -q update && package=$(find_package); }
apt-get -q download "$package" 2>/dev/null
dpkg -x "$package"_*.deb .
cp boot/vmlinuz-* "$out/kernel"

mkdir -p root/bin root/modules root/proc root/sys root/dev root/etc
cp "$(command -v busybox)" root/bin/busybox
printf '%s' "$init" >root/init
printf '%s' "$dhcp" >root/bin/dhcp-event
chmod +x root/init root/bin/dhcp-event
# In the order in which they need one another.
for module in virtio_ring virtio virtio_pci_legacy_dev virtio_pci_modern_dev virtio_pci failover net_failover virtio_net \
  llc stp garp mrp 8021q; do
  cp "$(find lib/modules -name "$module.ko")" root/modules/
  echo "$module" >>root/modules/order
done
# Not compressed: an emulated processor would take longer to unpack it than to read it.
(cd root && find . | cpio --quiet -o -H newc -R 0:0) >"$out/initrd"
