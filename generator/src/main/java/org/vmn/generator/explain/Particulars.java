package org.vmn.generator.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.vmn.generator.text.Figures;
import org.vmn.generator.text.Ranges;
import org.vmn.generator.text.Table;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Call;
import org.vmn.runtime.network.Hardware;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Program;
import org.vmn.runtime.network.Provision;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.network.Service;
import org.vmn.runtime.network.Uplink;
import org.vmn.runtime.simulate.Options;

/** What few elements have: what a program does, and all that would leave most of a column empty. */
final class Particulars {
  private Particulars() {}

  static List<Section> sections(Network network, Stated stated) {
    Table programs =
        Table.of("program", "time of a request", "at a time", "waiting", "health", "asks");
    for (Machine machine : network.machines()) {
      machine.programs().forEach(p -> program(programs, machine, p, stated));
    }
    Table others = Table.of("", "");
    network.hosts().forEach(h -> h.uplinks().forEach(u -> uplink(others, h, u)));
    network.segments().forEach(s -> segment(others, s));
    network.routers().stream().filter(Router::hairpin).forEach(r -> hairpin(others, r));
    network.machines().forEach(m -> machine(others, m));
    return List.of(
        new Section("What programs do", programs.lines()),
        new Section("What else is said", others.lines()));
  }

  private static void program(Table table, Machine machine, Program program, Stated stated) {
    String key = "Program " + machine.name() + "." + program.name();
    long demand = program.demandNanos() == 0 ? Options.DEMAND_NANOS : program.demandNanos();
    int concurrency = program.concurrency() == 0 ? machine.cpu() : program.concurrency();
    int queue = program.queue() < 0 ? Options.QUEUE : program.queue();
    table.row(
        machine.name() + "." + program.name(),
        stated.mark(Figures.time(demand), key, "Demand"),
        stated.mark(concurrency, key, "Concurrency"),
        stated.mark("at most " + queue, key, "Queue"),
        program.check() == null ? "" : check(program.check()),
        program.calls().stream().map(Particulars::call).collect(Collectors.joining("; ")));
  }

  private static String check(Balancer.Check check) {
    return "by "
        + check.protocol().name().toLowerCase(Locale.ROOT)
        + " every "
        + Figures.time(check.intervalNanos());
  }

  private static String call(Call call) {
    String what =
        switch (call.service()) {
          case Service.AtBalancer at -> at.balancer();
          case Service.AtProgram at -> at.program() + " of " + at.machine();
        };
    String times = call.perRequest() == 1 ? "" : " " + often(call.perRequest()) + " times";
    String retries = call.retries() == 0 ? "" : ", " + Figures.of(call.retries(), "more try");
    return what + times + ", given up after " + Figures.time(call.timeoutNanos()) + retries;
  }

  private static String often(double times) {
    return times == (long) times ? Long.toString((long) times) : Double.toString(times);
  }

  private static void uplink(Table table, Host host, Uplink uplink) {
    String name = host.name() + (host.replicas().indexed() ? "[*]." : ".") + uplink.name();
    if (!uplink.bond().isEmpty()) {
      table.row(name, "is a bond of " + String.join(", ", uplink.bond()));
    }
    if (uplink.nativeVlan() != null) {
      table.row(name, "carries VLAN " + uplink.nativeVlan() + " without a tag");
    }
  }

  private static void segment(Table table, Segment segment) {
    if (segment.isolated()) {
      table.row(segment.name(), "isolated: its machines don't reach one another on it");
    }
    Segment.Dhcp dhcp = segment.dhcp();
    if (dhcp != null) {
      String ranges = dhcp.ranges().isEmpty() ? "" : " " + Ranges.addresses(dhcp.ranges());
      table.row(
          segment.name(), "DHCP gives out" + ranges + ", for " + Figures.time(dhcp.leaseNanos()));
    }
    Segment.Dns dns = segment.dns();
    if (dns != null) {
      List<String> parts = new ArrayList<>();
      if (!dns.servers().isEmpty()) {
        parts.add(
            "names are asked of "
                + dns.servers().stream().map(Objects::toString).collect(Collectors.joining(", ")));
      }
      if (!dns.domain().isEmpty()) {
        parts.add("the domain is " + dns.domain());
      }
      table.row(segment.name(), String.join("; ", parts));
    }
    if (segment.virtualSwitch() != null) {
      table.row(segment.name(), "is on switch " + segment.virtualSwitch());
    }
  }

  private static void hairpin(Table table, Router router) {
    table.row(
        router.name(), "hairpin: machines behind it reach one another by outside addresses too");
  }

  private static void machine(Table table, Machine machine) {
    Hardware hardware = machine.hardware();
    if (hardware.numaNodes() > 0) {
      table.row(machine.name(), "sees " + Figures.of(hardware.numaNodes(), "NUMA node"));
    }
    if (!hardware.pinned().isEmpty()) {
      table.row(
          machine.name(),
          "is bound to processors "
              + hardware.pinned().stream().map(Objects::toString).collect(Collectors.joining(", "))
              + " of its host");
    }
    if (hardware.hugepageBytes() > 0) {
      table.row(
          machine.name(), "its memory has pages of " + Figures.bytes(hardware.hugepageBytes()));
    }
    Provision provision = machine.provision();
    if (!provision.packages().isEmpty()) {
      table.row(machine.name(), "gets packages " + String.join(", ", provision.packages()));
    }
    if (!provision.files().isEmpty()) {
      table.row(
          machine.name(),
          "gets files "
              + provision.files().stream()
                  .map(Provision.File::path)
                  .collect(Collectors.joining(", ")));
    }
    machine.nics().forEach(nic -> adapter(table, machine.name() + "." + nic.name(), nic));
  }

  private static void adapter(Table table, String name, Nic nic) {
    if (nic.trunk() != null) {
      table.row(name, "comes tagged on adapter " + nic.trunk());
    }
    if (nic.mirror() != null) {
      table.row(name, "all that passes it is copied to " + nic.mirror());
    }
    if (nic.priority() > 0) {
      table.row(name, "sends with priority " + nic.priority() + " of 0 to 7");
    }
  }
}
