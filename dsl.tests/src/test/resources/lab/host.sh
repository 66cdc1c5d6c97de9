# host.sh NAME HOME: PID 1 of an emulated host, until standard input ends. The kernel then ends every process of its PID namespace.
set -euo pipefail
name=$1 home=$2
hostname "$name"
# What the host writes goes to memory, above the machine's files: tools use their default paths, and the machine stays as it is.
mount -t tmpfs -o size=4g tmpfs "$home"
for dir in etc var root opt; do
  mkdir -p "$home/$dir/upper" "$home/$dir/work"
  mount -t overlay overlay -o "lowerdir=/$dir,upperdir=$home/$dir/upper,workdir=$home/$dir/work" "/$dir"
done
mount -t tmpfs tmpfs /run
mkdir -p /run/openvswitch /run/libvirt /run/lock /run/netns /run/vmn /var/lib/openvswitch /var/log/openvswitch /etc/openvswitch
rm -rf /etc/openvswitch/* /var/lib/openvswitch/* /etc/libvirt/qemu/* /etc/libvirt/nwfilter/* /var/lib/libvirt/dnsmasq/*
mount -t sysfs sysfs /sys
ip link set lo up
exec 3<&0
cat <&3 >/dev/null &
echo ready
wait $! # and not `cat` itself: only while it waits does bash reap the orphans, without which libvirtd starts slowly
