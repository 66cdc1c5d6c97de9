#!/bin/busybox sh
# guest-init.sh: the first process of a guest. Reads the kernel's command line:
#   vmn.name=NAME                        its host name and what its listeners say
#   vmn.net=MAC,IP/LEN,GATEWAY,MTU;...   addresses; a MAC may come several times; `dhcp` or `auto` may stand for IP/LEN; rest optional
#   vmn.listen=PORT,PORT                 TCP ports that say NAME to who connects
# and then answers commands on the serial console: a line `ID BASE64` gives the output of that shell text and `vmn-end ID STATUS`.
/bin/busybox --install -s /bin
mount -t proc proc /proc
mount -t sysfs sysfs /sys
mount -t devtmpfs devtmpfs /dev
export PATH=/bin HOME=/
while read -r module; do insmod "/modules/$module.ko"; done </modules/order
value() { tr ' ' '\n' </proc/cmdline | sed -n "s/^vmn\.$1=//p"; }
device() { grep -il "^$1\$" /sys/class/net/*/address | sed 's|/address$||; s|.*/||' | head -n 1; }

ip link set lo up
name=$(value name)
hostname "${name:-guest}"
printf '#!/bin/sh\nhostname\n' >/bin/banner
chmod +x /bin/banner

configure() {
  dev=$(device "$1")
  [ -n "$dev" ] || { echo "vmn: no device has $1"; return; }
  echo 0 >"/proc/sys/net/ipv6/conf/$dev/accept_dad" # an address is usable at once
  [ -z "$4" ] || ip link set "$dev" mtu "$4"
  ip link set "$dev" up
  case $2 in
    dhcp) udhcpc -q -n -t 5 -T 1 -i "$dev" -s /bin/dhcp-event ;;
    auto | "") ;;
    *) ip addr add "$2" dev "$dev" ;;
  esac
  case $3 in
    *:*) ip -6 route add default via "$3" dev "$dev" ;;
    ?*) ip route add default via "$3" dev "$dev" ;;
  esac
}
value net | tr ';' '\n' | while IFS=, read -r mac address gateway mtu; do
  [ -z "$mac" ] || configure "$mac" "$address" "$gateway" "$mtu"
done
value listen | tr ',' '\n' | while read -r port; do
  [ -z "$port" ] || nc -ll -p "$port" -e /bin/banner &
done

# Not by this shell: a `read` of ash forgets the beginning of its line when a child ends, and the first process inherits all orphans.
cat >/bin/answer <<'ANSWER'
stty raw -echo
echo "vmn-ready $(hostname)"
while read -r id text; do
  echo "$text" | base64 -d >/run.sh
  sh /run.sh </dev/null 2>&1
  printf '\nvmn-end %s %s\n' "$id" "$?"
done
ANSWER
while :; do sh /bin/answer </dev/ttyS0 >/dev/ttyS0 2>&1; done
