# station.sh NAME PORT MAC MTU GATEWAY ADDRESS...: a network namespace NAME whose device is the far end of the veth PORT.
set -euo pipefail
name=$1 port=$2 mac=$3 mtu=$4 gateway=$5
shift 5
ip netns add "$name"
ip link add eth0 address "$mac" mtu "$mtu" netns "$name" type veth peer name "$port" mtu "$mtu"
# The userspace datapath hands on what it reads: a checksum left to the hardware would stay wrong.
ethtool -K "$port" tx off >/dev/null
ip link set "$port" up
ip netns exec "$name" bash -euo pipefail -c '
  ethtool -K eth0 tx off >/dev/null
  sysctl -qw net.ipv6.conf.eth0.accept_dad=0
  ip link set lo up
  ip link set eth0 up
  gateway=$1
  shift
  for address; do ip addr add "$address" dev eth0; done
  case $gateway in
    "") ;;
    *:*) ip -6 route add default via "$gateway" dev eth0 ;;
    *) ip route add default via "$gateway" dev eth0 ;;
  esac' station "$gateway" "$@"
