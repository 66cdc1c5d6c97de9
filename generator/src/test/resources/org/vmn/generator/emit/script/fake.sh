#!/usr/bin/env bash
# Stands in for ip, ovs-vsctl, ovs-ofctl, virsh and genisoimage: keeps what exists as files below
# $FAKE, and writes each command that changes something to $FAKE/log.
set -euo pipefail
log() { echo "$*" >>"$FAKE/log"; }
has() { [[ -e $FAKE/$1 ]]; }
name=$(basename "$0")

case "$name ${*//--quiet /}" in
  "ip link show dev "*) has "link-$4" ;;
  "ip -d link show dev "*) echo "1: $5: tun type tap pi off" ;;
  "ip tuntap add dev "*) touch "$FAKE/link-$4" && log "$name $*" ;;
  "ip link delete dev "*) rm "$FAKE/link-$4" && log "$name $*" ;;
  "ip link set dev "*" addrgenmode none") ;;
  "ip link set "* | "ip addr replace "*) log "$name $*" ;;
  "ip "*) ;;
  "ovs-vsctl port-to-br "*) exit 1 ;;
  "ovs-vsctl br-exists "*) ;;
  "ovs-vsctl "*" list Interface") cat "$FAKE/ports" ;;
  "ovs-vsctl set "*) log "$name $*" ;;
  "ovs-vsctl "*) ;;
  "ovs-ofctl "*) log "$name ${*%%/*}" ;;
  "genisoimage "*) echo "$(cat user-data meta-data network-config)" >"$3" ;;
  "virsh "*)
    shift 3 # -c URI --quiet
    case "$*" in
      "pool-info "*) echo "State:          running" ;;
      "pool-dumpxml "*) echo "<pool><target><path>/pool &amp; co</path></target></pool>" ;;
      "vol-info --bytes "*) echo "Capacity:       2147483648 bytes" ;;
      "vol-info "*) has "volume-$4" ;;
      "vol-create default "*)
        volume=$(sed -n 's:.*<name>\(.*\)</name>:\1:p' "$3")
        touch "$FAKE/volume-$volume"
        log "virsh vol-create default $volume" "$(sed -n 's: *\(<path>.*\):\1:p' "$3")"
        ;;
      "vol-create-as default "*) touch "$FAKE/volume-$3" && log "virsh vol-create-as $3" ;;
      "vol-upload "*) has "volume-$4" && log "virsh vol-upload $4" ;;
      "vol-delete "*) rm "$FAKE/volume-$4" && log "virsh vol-delete $4" ;;
      "net-info "*) echo "Active:         yes" ;;
      "net-define "*) log "virsh net-define" ;;
      "domstate "*) has "running-$2" && echo running ;;
      "domname "*) has "defined-$2" && echo "$2" ;;
      "list --all --uuid") (cd "$FAKE" && for f in defined-*; do echo "${f#defined-}"; done) ;;
      "metadata "*) has "metadata-$2" && cat "$FAKE/metadata-$2" ;;
      "domiflist "*) echo " $2-tap   ethernet   -   virtio   52:54:00:00:00:01" ;;
      "shutdown "*) log "virsh shutdown" && { has deaf || rm "$FAKE/running-$2"; } ;;
      "define "*)
        touch "$FAKE/defined-$(sed -n 's:.*<uuid>\(.*\)</uuid>:\1:p' "$2")"
        log "virsh define $(head -1 "$2") $(sed -n 's: *<name>\(.*\)</name>:\1:p' "$2")"
        ;;
      "start "*) touch "$FAKE/running-$2" && log "virsh start" ;;
      "destroy "*) rm "$FAKE/running-$2" && log "virsh destroy" ;;
      "undefine "*) rm "$FAKE/defined-$2" && log "virsh undefine" ;;
      "net-undefine "*) log "virsh net-undefine" ;;
      *) ;;
    esac
    ;;
esac
