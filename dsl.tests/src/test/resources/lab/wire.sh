# wire.sh: a network namespace with the bridge `l2`, until standard input ends: the cable and switch between emulated hosts.
set -euo pipefail
ip link add l2 type bridge mcast_snooping 0 forward_delay 0 stp_state 0
ip link set l2 up mtu 9216
echo ready
cat >/dev/null
