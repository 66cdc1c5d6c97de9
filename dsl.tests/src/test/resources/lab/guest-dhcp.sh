#!/bin/sh
# guest-dhcp.sh: what udhcpc calls with what it was given.
[ "$1" = bound ] || [ "$1" = renew ] || exit 0
ip addr flush dev "$interface"
ip addr add "$ip/$mask" dev "$interface"
[ -z "$mtu" ] || ip link set "$interface" mtu "$mtu"
for gateway in $router; do ip route add default via "$gateway" dev "$interface"; done
env >/dhcp-lease
