set -euo pipefail
export LC_ALL=C
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
read -ra virsh <<<"${VIRSH:-virsh -c ${LIBVIRT_DEFAULT_URI:-qemu:///system}}"

fail() { # PROBLEM [HELP]
  printf 'error: %s\n' "$1" >&2
  [[ $# -lt 2 ]] || printf '\nhelp: %s\n' "$2" >&2
  exit 1
}

say() { printf '%s\n' "$*"; }

lv() { "${virsh[@]}" --quiet "$@"; }

tool() { # COMMAND PACKAGE
  command -v "$1" >/dev/null || fail "the command \`$1\` is missing" "install $2"
}

check_switch() {
  [[ $EUID -eq 0 ]] || fail "devices and switches are root's" "run this with sudo"
  tool ip iproute2
  tool ovs-vsctl openvswitch-switch
  tool ovs-ofctl openvswitch-switch
  ovs-vsctl --timeout=10 show >/dev/null || fail "Open vSwitch doesn't answer" "systemctl start openvswitch-switch"
}

check_libvirt() {
  tool "${virsh[0]}" libvirt-clients
  lv uri >/dev/null || fail "libvirt doesn't answer" "systemctl start libvirtd, or set VIRSH or LIBVIRT_DEFAULT_URI"
}

is_device() { ip link show dev "$1" >/dev/null 2>&1; }

is_tap() { [[ $(ip -d link show dev "$1") == *' tun type tap '* ]]; }

is_volume() { lv vol-info --pool "$POOL" "$1" >/dev/null 2>&1; }

# Asks machines to shut down, and ends those that still run after a while.
stop() { # SECONDS UUID…
  local end=$((SECONDS + $1)) uuid on
  shift
  if [[ $end -gt $SECONDS ]]; then
    for uuid in "$@"; do ! is_active "$uuid" || lv shutdown "$uuid" --mode acpi >/dev/null 2>&1 || true; done
  fi
  while true; do
    on=()
    for uuid in "$@"; do ! is_active "$uuid" || on+=("$uuid"); done
    set -- ${on[@]+"${on[@]}"}
    [[ $# -gt 0 && $SECONDS -lt $end ]] || break
    sleep 1
  done
  for uuid in "$@"; do ! is_active "$uuid" || lv destroy "$uuid" >/dev/null; done
}

forget() { # UUID of a domain; its disks stay
  lv undefine "$1" --managed-save --snapshots-metadata >/dev/null
}

is_active() { # UUID of a domain
  case $(lv domstate "$1" 2>/dev/null) in
    running | paused | idle | 'in shutdown' | pmsuspended) return 0 ;;
    *) return 1 ;;
  esac
}
