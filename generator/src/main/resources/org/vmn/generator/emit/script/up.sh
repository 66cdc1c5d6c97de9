usage() {
  cat <<'USAGE'
Usage: up.sh [--no-guests] [--keep-removed] [--take-uplinks]

Brings up this host's part of the network: tap devices, switches with their flows, volumes and
machines. What is there already stays as it is, so it can run again at any time; run it again when
Open vSwitch was restarted, which loses flows. Machines of this network that the source no longer has
on this host are listed, shut down and undefined; their disks are kept.

  --no-guests      only devices, switches and flows
  --keep-removed   leave machines alone that the source no longer has here
  --take-uplinks   put a physical interface into a switch even when this host has an address of
                   its own or the default route on it, which then stops working

Environment:
  VIRSH            how to run virsh; default: virsh -c qemu:///system, or LIBVIRT_DEFAULT_URI
  VMN_SHUTDOWN     for how many seconds removed machines may shut down; default: 60
  VMN_ACCEL        kvm or tcg; default: kvm where /dev/kvm can be opened
  VMN_DATAPATH     system or netdev: the datapath of Open vSwitch's bridges; default: system
USAGE
}

# --- devices and switches

uplink() { # DEVICE ADDRESS: may it be put into a switch? ADDRESS is empty, or moves along
  is_device "$1" || fail "this host has no interface \`$1\`"
  ! ovs-vsctl port-to-br "$1" >/dev/null 2>&1 || return 0
  [[ $take_uplinks == no ]] || return 0
  local line family address rest
  while read -r _ _ family address rest; do
    [[ $family != inet* || $address == "$2" ]] ||
      fail "\`$1\` has the address $address of this host, which would stop working" \
        "give the network an interface of its own, or say --take-uplinks"
  done < <(ip -o addr show dev "$1" scope global)
  for family in -4 -6; do
    line=$(ip "$family" route show default dev "$1" 2>/dev/null || true)
    [[ -z $line ]] || fail "\`$1\` has the default route of this host, which would stop working" \
      "give the network an interface of its own, or say --take-uplinks"
  done
}

# The host's own IP stack must not speak on a machine's device: no ARP, no address of its own.
tap() { # DEVICE MTU
  if is_device "$1"; then
    is_tap "$1" || fail "\`$1\` is there and isn't a tap device"
  else
    ip tuntap add dev "$1" mode tap
    ip link set dev "$1" addrgenmode none 2>/dev/null || true # a kernel without IPv6
  fi
  ip link set dev "$1" mtu "$2" arp off up
}

underlay() { # BRIDGE DEVICE ADDRESS MTU: tunnels run between the addresses of bridges
  ovs-vsctl br-exists "$1" || return 0
  ip link set dev "$2" mtu "$4" up
  ovs-vsctl set Interface "$1" mtu_request="$4"
  ip link set dev "$1" up
  [[ -n $3 ]] || return 0
  ip addr replace "$3" dev "$1"
  if [[ -n $(ip -o addr show dev "$2" to "${3%/*}") ]]; then
    ip addr del "$3" dev "$2"
    ovs-vsctl br-set-external-id "$1" vmn-moved "$2 $3"
  fi
}

declare -A numbers=()

read_numbers() {
  local name number
  while IFS=, read -r name number; do
    numbers[$name]=$number
  done < <(ovs-vsctl --format=csv --data=bare --no-headings --columns=name,ofport list Interface)
}

# Open vSwitch renumbers in silence when a number is taken.
port() { # DEVICE NUMBER
  local is=${numbers[$1]:-none}
  [[ $is == "$2" ]] || fail "the switch port \`$1\` has the number $is where flows expect $2" \
    "run down.sh, then this again"
}

load_flows() {
  local file
  for file in "$here"/ovs/flows/*.flows; do
    [[ -e $file ]] || continue
    ovs-ofctl -O OpenFlow15 --bundle replace-flows "$(basename "$file" .flows)" "$file"
  done
}

# --- machines

check_pool() {
  lv pool-info "$POOL" >/dev/null 2>&1 || fail "libvirt has no storage pool \`$POOL\`" \
    "virsh pool-define-as $POOL dir --target $POOL_FOLDER && virsh pool-build $POOL && virsh pool-start $POOL"
  [[ $(lv pool-info "$POOL") =~ State:\ +running ]] || lv pool-start "$POOL"
  local xml
  xml=$(lv pool-dumpxml "$POOL")
  xml=${xml#*<path>}
  pool_folder=${xml%%</path>*} # with XML's escapes, as a volume's XML wants it
}

image() { # VOLUME URL BYTES: the smallest disk that is a copy of it
  local file
  file=$(sed 's/&lt;/</g; s/&gt;/>/g; s/&amp;/\&/g' <<<"$pool_folder/$1")
  is_volume "$1" || fail "the image \`$1\` isn't in the storage pool \`$POOL\`" "get it once, then run this again:
  curl -fL -o $(printf %q "$file") $(printf %q "$2") && ${virsh[*]} pool-refresh $POOL"
  local size
  size=$(lv vol-info --bytes --pool "$POOL" "$1" | awk '$1 == "Capacity:" { print $2 }')
  [[ $size -le $3 ]] || fail "the image \`$1\` takes $size bytes, and a disk made from it has $3"
}

image_file() { # PATH
  [[ -f $1 ]] || fail "this host has no image \`$1\`"
}

choose_iso() {
  local try
  for try in genisoimage mkisofs xorrisofs cloud-localds; do
    if command -v "$try" >/dev/null; then
      iso=$try
      return
    fi
  done
  fail "nothing here writes the medium that configures a machine" "install genisoimage, xorriso or cloud-image-utils"
}

write_iso() ( # FOLDER FILE
  cd -- "$1"
  if [[ $iso == cloud-localds ]]; then
    cloud-localds --network-config=network-config "$2" user-data meta-data
  else
    "$iso" -quiet -output "$2" -volid cidata -joliet -rock user-data meta-data network-config
  fi
)

seed() { # VOLUME FOLDER
  local file=$work/seed.iso
  rm -f "$file"
  write_iso "$here/cloud-init/$2" "$file"
  ! is_volume "$1" || lv vol-delete --pool "$POOL" "$1" >/dev/null
  lv vol-create-as "$POOL" "$1" "$(stat -c %s "$file")" --format raw >/dev/null
  lv vol-upload --pool "$POOL" "$1" "$file"
}

volume() { # VOLUME: images are in the pool, wherever that is
  ! is_volume "$1" || return 0
  local xml at="<path>$POOL_FOLDER/"
  xml=$(<"$here/libvirt/volumes/$1.xml")
  [[ $xml != *"$at"* ]] || xml="${xml%%"$at"*}<path>$pool_folder/${xml#*"$at"}"
  printf '%s\n' "$xml" >"$work/volume.xml"
  lv vol-create "$POOL" "$work/volume.xml" >/dev/null
}

choose_acceleration() {
  accel=${VMN_ACCEL:-}
  if [[ -z $accel ]]; then
    if (exec 3<>/dev/kvm) 2>/dev/null; then accel=kvm; else accel=tcg; fi
  fi
  case $accel in
    kvm) ;;
    tcg) say "machines are emulated, which is slow: no KVM" ;;
    *) fail "VMN_ACCEL is \`$accel\`" "say kvm or tcg" ;;
  esac
}

# The first line of a domain says what runs it; all else is the same.
define() { # DOMAIN
  local file=$here/libvirt/domains/$1.xml
  if [[ $accel == tcg ]]; then
    sed "1s/^<domain type='kvm'>\$/<domain type='qemu'>/" "$file" >"$work/domain.xml"
    file=$work/domain.xml
  fi
  lv define "$file" >/dev/null
}

network() { # NAME UUID
  lv net-define "$here/libvirt/networks/$1.xml" >/dev/null
  [[ $(lv net-info "$2") =~ Active:\ +yes ]] || lv net-start "$2" >/dev/null
}

guest() { # DOMAIN UUID SEED FOLDER VOLUME…: SEED and FOLDER are empty for what boots no image
  local name=$1 uuid=$2 medium=$3 folder=$4 disk
  shift 4
  ! is_active "$uuid" || return 0
  for disk in "$@"; do volume "$disk"; done
  [[ -z $medium ]] || seed "$medium" "$folder"
  define "$name"
  lv start "$uuid" >/dev/null
}

# --- machines that the source no longer has here

declare -A planned=()
removed=() devices=()

# What VMN defined for this network on this host, by the metadata of its domains; nothing else.
find_removed() {
  local uuid is
  for uuid in ${machines[@]+"${machines[@]}"}; do planned[$uuid]=yes; done
  while read -r uuid; do
    [[ -n $uuid && -z ${planned[$uuid]:-} ]] || continue
    is=$(lv metadata "$uuid" --uri urn:vmn:libvirt:1 2>/dev/null || true)
    is=${is%%>*}
    if [[ $is == *" network=\"$NETWORK\""* && $is == *" host=\"$HOST\""* ]]; then
      removed+=("$uuid")
    fi
  done < <(lv list --all --uuid)
}

stop_removed() {
  local uuid device
  [[ ${#removed[@]} -gt 0 ]] || return 0
  say "no longer in the source, so they are shut down:"
  for uuid in "${removed[@]}"; do say "  $(lv domname "$uuid" | head -n 1)"; done
  for uuid in "${removed[@]}"; do
    while read -r device _; do
      ! is_tap "$device" 2>/dev/null || devices+=("$device")
    done < <(lv domiflist "$uuid" | awk '$2 == "ethernet"')
  done
  stop "${VMN_SHUTDOWN:-60}" "${removed[@]}"
  for uuid in "${removed[@]}"; do forget "$uuid"; done
}

delete_removed_taps() {
  local device
  for device in ${devices[@]+"${devices[@]}"}; do ip link delete dev "$device"; done
}

# --- this host

@PLAN@
main() {
  take_uplinks=no
  local guests=yes keep=no
  while [[ $# -gt 0 ]]; do
    case $1 in
      --no-guests) guests=no ;;
      --keep-removed) keep=yes ;;
      --take-uplinks) take_uplinks=yes ;;
      -h | --help) usage && exit ;;
      *) usage >&2 && exit 2 ;;
    esac
    shift
  done
  work=$(mktemp -d)
  trap 'rm -rf -- "$work"' EXIT

  check_switch
  uplinks
  if [[ $guests == yes ]]; then
    check_libvirt
    choose_acceleration
    images
    if [[ $keep == no ]]; then
      find_removed
      stop_removed
    fi
  fi
  taps
  bash "$here/ovs/bridges.sh" up
  delete_removed_taps
  underlays
  read_numbers
  ports
  load_flows
  bash "$here/ovs/bridges.sh" announce
  say "$NETWORK on $HOST: switch is up"
  [[ $guests == yes ]] || exit 0
  networks
  guests
  say "$NETWORK on $HOST: machines are up"
}

main "$@"
