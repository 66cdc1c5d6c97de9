package org.vmn.generator.emit.ovs.bridge;

import java.util.List;
import java.util.stream.Collectors;
import org.vmn.generator.emit.ovs.flow.Register;
import org.vmn.generator.emit.ovs.flow.Table;
import org.vmn.generator.emit.ovs.plan.HostPlan;
import org.vmn.generator.emit.ovs.plan.Meter;
import org.vmn.generator.emit.ovs.plan.Queues;
import org.vmn.generator.emit.text.Shell;
import org.vmn.generator.layout.Names;
import org.vmn.runtime.network.Uplink;

/**
 * The script that makes a host's bridges and ports, removes them, and asks for the hardware
 * addresses of gateways.
 */
public final class BridgesScript {
  private final HostPlan plan;
  private final StringBuilder out = new StringBuilder();

  private BridgesScript(HostPlan plan) {
    this.plan = plan;
  }

  public static String of(HostPlan plan) {
    BridgesScript script = new BridgesScript(plan);
    script.head();
    script.up();
    script.down();
    script.announce();
    script.tail();
    return script.out.toString();
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  private void head() {
    line("#!/bin/bash");
    line(
        "# bridges.sh [up|down|announce]: the switches of host "
            + plan.here().ref()
            + " in network "
            + plan.network().name()
            + ".");
    line(
        "#   up        makes the bridges and ports as they must be (default); the integration"
            + " bridge drops all until it has flows");
    line("#   down      removes what `up` made");
    line("#   announce  asks for the hardware addresses of gateways, once flows are loaded");
    line("# VMN_DATAPATH is system (default) or netdev.");
    line("set -euo pipefail");
    line("datapath=${VMN_DATAPATH:-system}");
    line("network=" + Shell.quote(plan.network().name()));
    line("bridge=" + Shell.quote(Names.bridge(plan.network())));
    line(
        "uplinks=("
            + Shell.command(HostPorts.uplinks(plan).stream().map(Names::uplinkBridge).toList())
            + ")");
    line("");
  }

  private void up() {
    line("declare -A wanted=()");
    line("while read -r port number; do wanted[$port]=$number; done <<'PORTS'");
    HostPorts.integration(plan).forEach(p -> line(p.name() + " " + p.number()));
    line("PORTS");
    line("");
    line(
        "# Ports of ours that are no more, or have another number: that can't be changed. Their"
            + " flows go first: a number may come back with another port.");
    line("forget() {");
    line("  ovs-vsctl br-exists \"$bridge\" || return 0");
    line("  local port number there stale=()");
    line("  mapfile -t there < <(ovs-vsctl list-ports \"$bridge\")");
    line("  for port in ${there[@]+\"${there[@]}\"}; do");
    line("    number=$(ovs-vsctl get Interface \"$port\" ofport)");
    line("    [[ ${wanted[$port]:-none} != \"$number\" ]] || continue");
    line("    if [[ $number =~ ^[0-9]+$ ]]; then");
    line("      ovs-ofctl -O OpenFlow15 del-flows \"$bridge\" \"in_port=$number\"");
    line(
        "      ovs-ofctl -O OpenFlow15 del-flows \"$bridge\" \"table=%d,%s=$number\""
            .formatted(Table.DELIVER.number(), Register.OUT.oxm()));
    line("    fi");
    line("    stale+=(-- --if-exists del-port \"$bridge\" \"$port\")");
    line("  done");
    line("  [[ ${#stale[@]} -eq 0 ]] || ovs-vsctl --timeout=60 \"${stale[@]}\"");
    line("}");
    line("");
    line("meter() {");
    line("  ovs-ofctl -O OpenFlow15 mod-meter \"$bridge\" \"$1\" 2>/dev/null \\");
    line("    || ovs-ofctl -O OpenFlow15 add-meter \"$bridge\" \"$1\"");
    line("}");
    line("");
    unqueue();
    if (!queued().isEmpty()) {
      queues();
    }
    line("up() {");
    line("  local uplink created=() remove=()");
    line("  for uplink in ${uplinks[@]+\"${uplinks[@]}\"}; do");
    line(
        "    ovs-vsctl br-exists \"$uplink\" || created+=(-- set Bridge \"$uplink\""
            + " external_ids:vmn-created=yes)");
    line("  done");
    line("  forget");
    List<String> lines = Transaction.of(plan);
    line("  ovs-vsctl --timeout=60 \\");
    for (String command : lines) {
      line("    -- " + command + " \\");
    }
    line("    ${created[@]+\"${created[@]}\"}");
    for (Meter meter : Meter.all(plan)) {
      line("  meter " + meter.text());
    }
    line("  unqueue");
    line("  [[ ${#remove[@]} -eq 0 ]] || ovs-vsctl --timeout=60 \"${remove[@]}\"");
    for (Uplink uplink : queued()) {
      line("  queues %s %d".formatted(Shell.quote(uplink.name()), uplink.bitsPerSecond()));
    }
    line(
        "  # Open vSwitch gives another number without a word when it can't give the one asked"
            + " for.");
    line(
        "  ovs-vsctl --format=csv --no-headings --data=bare --columns=name,ofport,ofport_request"
            + " \\");
    line("    find Interface \"external_ids:vmn-network=$network\" | awk -F, '");
    line(
        "      $3 != \"\" && $2 != $3 { print \"port \" $1 \" has number \" $2 \", not \" $3 >"
            + " \"/dev/stderr\"; bad = 1 }");
    line("      END { exit bad }'");
    line("}");
    line("");
  }

  private List<Uplink> queued() {
    return Queues.uplinks(plan, HostPorts.uplinks(plan));
  }

  /** Ports of ours are known by who made their queues: others' stay as they are. */
  private void unqueue() {
    line("# What removes our queues, and takes them from ports first, comes after `remove`.");
    line("unqueue() {");
    line("  local table row rows port");
    line("  for table in QoS Queue; do");
    line(
        "    mapfile -t rows < <(ovs-vsctl --bare --columns=_uuid find \"$table\""
            + " \"external_ids:vmn-network=$network\")");
    line("    for row in ${rows[@]+\"${rows[@]}\"}; do");
    line("      [[ -n $row ]] || continue");
    line("      if [[ $table == QoS ]]; then");
    line("        while read -r port; do");
    line("          [[ -z $port ]] || remove+=(-- clear Port \"$port\" qos)");
    line("        done < <(ovs-vsctl --bare --columns=name find Port \"qos=$row\")");
    line("      fi");
    line("      remove+=(-- destroy \"$table\" \"$row\")");
    line("    done");
    line("  done");
    line("}");
    line("");
  }

  private void queues() {
    line("# What waits for an uplink: a queue for each priority, the highest class first.");
    line("queues() {");
    line("  local ours=(\"external_ids:vmn-network=$network\") least=$(($2 / 1000))");
    line("  ovs-vsctl --timeout=60 set Port \"$1\" qos=@qos \\");
    line(
        "    -- --id=@qos create QoS type=linux-htb \"other_config:max-rate=$2\" \"${ours[@]}\" "
            + Queues.all().stream()
                .map(q -> "queues:%d=@q%d".formatted(q.number(), q.number()))
                .collect(Collectors.joining(" "))
            + " \\");
    line(
        Queues.all().stream()
            .map(q ->
                "    -- --id=@q%d create Queue \"other_config:min-rate=$least\" other_config:priority=%d \"${ours[@]}\""
                    .formatted(q.number(), q.order()))
            .collect(Collectors.joining(" \\\n")));
    line("}");
    line("");
  }

  private void down() {
    String user = Transaction.user(plan);
    line("down() {");
    line("  local uplink others created remove=(-- --if-exists del-br \"$bridge\")");
    HostPorts.outside(plan)
        .forEach(p ->
            line(
                "  remove+=(-- --if-exists del-port "
                    + Shell.quote(p.bridge())
                    + " "
                    + Shell.quote(p.name())
                    + ")"));
    line("  for uplink in ${uplinks[@]+\"${uplinks[@]}\"}; do");
    line("    ovs-vsctl br-exists \"$uplink\" || continue");
    line(
        "    others=$(ovs-vsctl --bare --columns=external_ids list Bridge \"$uplink\" | tr ' '"
            + " '\\n' \\");
    line("      | grep '^vmn-user-' | grep -cv " + Shell.quote("^" + user + "=") + ") || true");
    line("    created=$(ovs-vsctl --if-exists get Bridge \"$uplink\" external_ids:vmn-created)");
    line("    if [[ $others == 0 && -n $created ]]; then");
    line("      remove+=(-- del-br \"$uplink\")");
    line("    else");
    line("      remove+=(-- remove Bridge \"$uplink\" external_ids " + Shell.quote(user) + ")");
    line("    fi");
    line("  done");
    line("  unqueue");
    line("  ovs-vsctl --timeout=60 \"${remove[@]}\"");
    line("}");
    line("");
  }

  private void announce() {
    line("announce() {");
    line("  :");
    for (Announcements.Question question : Announcements.of(plan)) {
      line("  # who has " + question.about() + "?");
      line(
          "  ovs-ofctl -O OpenFlow15 packet-out \"$bridge\" in_port=controller,packet=%s,actions=output:%d"
              .formatted(question.frame(), question.port()));
    }
    line("}");
    line("");
  }

  private void tail() {
    line("case ${1:-up} in");
    line("  up | down | announce) \"${1:-up}\" ;;");
    line("  *) sed -n '2,6s/^# //p' \"$0\" >&2; exit 2 ;;");
    line("esac");
  }
}
