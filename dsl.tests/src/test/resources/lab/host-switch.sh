# host-switch.sh: starts Open vSwitch on its default paths; bridges need datapath_type=netdev, as there is no kernel datapath.
set -euo pipefail
ovsdb-tool create /etc/openvswitch/conf.db /usr/share/openvswitch/vswitch.ovsschema
ovsdb-server /etc/openvswitch/conf.db --remote=punix:/run/openvswitch/db.sock --pidfile --detach --log-file -vconsole:off
ovs-vsctl --no-wait init -- set Open_vSwitch . "external_ids:system-id=$(hostname)" "external_ids:hostname=$(hostname)"
ovs-vswitchd unix:/run/openvswitch/db.sock --pidfile --detach --log-file -vconsole:off
ovs-vsctl --timeout=20 init
