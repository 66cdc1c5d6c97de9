usage() {
  cat <<'USAGE'
Usage: down.sh [--now] [--delete-volumes]

Takes down this host's part of the network: machines, switches and tap devices. Machines are asked to
shut down; those that still run after a minute are ended. What isn't there is passed over, so it can run
again at any time. Disks are kept, and found again by up.sh.

  --now              end the machines at once, as if their power failed
  --delete-volumes   delete the disks of the machines too, with all that is on them

Environment:
  VMN_SHUTDOWN       for how many seconds machines may shut down; default: 60
  VIRSH              how to run virsh; default: virsh -c qemu:///system, or LIBVIRT_DEFAULT_URI
USAGE
}

guest() { # DOMAIN UUID SEED FOLDER VOLUME…
  local uuid=$2 medium=$3 disk
  shift 4
  ! lv domname "$uuid" >/dev/null 2>&1 || forget "$uuid"
  [[ -z $medium ]] || delete_volume "$medium"
  [[ $delete_volumes == yes ]] || return 0
  for disk in "$@"; do delete_volume "$disk"; done
}

delete_volume() { # VOLUME
  ! is_volume "$1" || lv vol-delete --pool "$POOL" "$1" >/dev/null
}

network() { # NAME UUID
  lv net-name "$2" >/dev/null 2>&1 || return 0
  [[ ! $(lv net-info "$2") =~ Active:\ +yes ]] || lv net-destroy "$2" >/dev/null
  lv net-undefine "$2" >/dev/null
}

declare -A moved=()

read_moved() { # BRIDGE…: addresses of this host that up.sh moved to a bridge
  local bridge is
  for bridge in "$@"; do
    is=$(ovs-vsctl br-get-external-id "$bridge" vmn-moved 2>/dev/null || true)
    [[ -z $is ]] || moved[$bridge]=$is
  done
}

give_back() {
  local bridge device address
  for bridge in "${!moved[@]}"; do
    if ! ovs-vsctl br-exists "$bridge"; then
      read -r device address <<<"${moved[$bridge]}"
      ip addr replace "$address" dev "$device"
    fi
  done
}

tap() { # DEVICE
  ! is_device "$1" || ! is_tap "$1" || ip link delete dev "$1"
}

# --- this host

@PLAN@
main() {
  delete_volumes=no
  local patience=${VMN_SHUTDOWN:-60}
  while [[ $# -gt 0 ]]; do
    case $1 in
      --now) patience=0 ;;
      --delete-volumes) delete_volumes=yes ;;
      -h | --help) usage && exit ;;
      *) usage >&2 && exit 2 ;;
    esac
    shift
  done

  check_switch
  check_libvirt
  stop "$patience" ${machines[@]+"${machines[@]}"}
  guests
  networks
  uplinks
  bash "$here/ovs/bridges.sh" down
  give_back
  taps
  say "$NETWORK on $HOST: down"
}

main "$@"
