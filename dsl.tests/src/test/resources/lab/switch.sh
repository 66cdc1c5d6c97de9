# switch.sh DIR [real-tunnels]: Open vSwitch with the dummy datapath, all of its files in DIR, until standard input ends.
# Normally every kind of port is a dummy; with real-tunnels only those of type dummy are, and tunnels wrap and unwrap.
# The dummy datapath forwards, tracks connections and translates addresses for real, without any privilege.
set -euo pipefail
dir=$1 dummy=--enable-dummy=override
[ "${2:-}" != real-tunnels ] || dummy=--enable-dummy
export OVS_RUNDIR=$dir OVS_LOGDIR=$dir OVS_DBDIR=$dir OVS_SYSCONFDIR=$dir
# The parent-death signal ends the daemons even when this script is killed.
daemon() { setpriv --pdeathsig KILL "$@" </dev/null >/dev/null & }
trap 'kill -9 $(jobs -p) 2>/dev/null; wait 2>/dev/null' EXIT
ovsdb-tool create "$dir/conf.db" /usr/share/openvswitch/vswitch.ovsschema
daemon ovsdb-server "$dir/conf.db" --remote="punix:$dir/db.sock" --pidfile --log-file --no-chdir -vconsole:off
for _ in $(seq 500); do [ -S "$dir/db.sock" ] && break; sleep 0.01; done
ovs-vsctl --retry --timeout=20 --no-wait init # the socket is there a moment before it listens
daemon ovs-vswitchd "unix:$dir/db.sock" "$dummy" --disable-system --disable-system-route \
  --unixctl="$dir/switch.ctl" --pidfile --log-file --no-chdir -vconsole:off
for _ in $(seq 500); do [ -S "$dir/switch.ctl" ] && break; sleep 0.01; done
ovs-vsctl --timeout=20 init   # waits until ovs-vswitchd has read the database
echo ready
cat >/dev/null
