# host-libvirt.sh: starts libvirtd on its default paths, without what needs systemd, cgroups or another user.
set -euo pipefail
cat > /etc/libvirt/qemu.conf <<'CONF'
user = "root"
group = "root"
security_driver = "none"
cgroup_controllers = [ ]
namespaces = [ ]
remember_owner = 0
stdio_handler = "file"
CONF
cat > /etc/libvirt/libvirtd.conf <<CONF
auth_unix_rw = "none"
auth_unix_ro = "none"
host_uuid = "$(cat /proc/sys/kernel/random/uuid)"
log_outputs = "3:file:/var/log/libvirt/libvirtd.log"
CONF
libvirtd -d
for _ in $(seq 400); do
  virsh version >/dev/null 2>&1 && exit 0
  sleep 0.05
done
echo "libvirtd did not answer" >&2
exit 1
