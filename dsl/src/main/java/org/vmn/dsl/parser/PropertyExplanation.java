package org.vmn.dsl.parser;

import static org.vmn.dsl.diagnostics.Messages.help;
import static org.vmn.dsl.diagnostics.Messages.quoted;

import java.util.Map;
import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Messages;

/** Properties that others have, and what is written in VMN instead. */
final class PropertyExplanation implements Explanation {
  private static final String ADAPTER = "it stands at the adapter: `nic lan { address 10.0.0.5 }`";
  private static final String OVERLAY = "it stands before the block: `segment lan in tenant { … }`";
  private static final String GATEWAY =
      "the router that has the segment among its `ports` is the gateway";
  private static final String TAKE_OVER =
      "hosts that take over from one another are `gateway on kvm[1], kvm[2]`";
  private static final String COUNT = "it stands at the name: `vm web[3]`";
  private static final String LABEL = "facts of your own are labels: `label owner \"shop\"`";
  private static final String PORT = "a program has ports: `runs web on 80/tcp`";
  private static final String ROUTE = "write `route 0.0.0.0/0 via …`";
  private static final String SET_UP =
      "what is set up at the first start is said by `user`, `file` and `package`";
  private static final Map<String, String> INSTEAD =
      Map.ofEntries(
          Map.entry("segment address_space", "write `subnet 10.0.0.0/24`"),
          Map.entry("segment address_prefix", "write `subnet 10.0.0.0/24`"),
          Map.entry("segment range", "write `subnet 10.0.0.0/24`, or `dhcp { range … .. … }`"),
          Map.entry("segment tag", "write `vlan 10`"),
          Map.entry("segment bridge", "each host has a switch of its own; another is `switch br1`"),
          Map.entry("segment nat", "the router does it: `router edge { snat lan }`"),
          Map.entry("segment type", "write `vlan 10`, or `segment lan in tenant` for an overlay"),
          Map.entry("vm networks", "write `nic` for each: `nic lan; nic wan`"),
          Map.entry("vm nics", "write `nic` for each: `nic lan; nic wan`"),
          Map.entry("vm interfaces", "write `nic` for each: `nic lan; nic wan`"),
          Map.entry("vm vlan", "it stands at the segment: `segment lan { vlan 10 }`"),
          Map.entry("vm os", "it comes with a disk: `disk root 20 GiB from debian12`"),
          Map.entry("vm storage", "write `disk data 100 GiB`"),
          Map.entry("vm cores", "write `cpu 2`"),
          Map.entry("vm vcpus", "write `cpu 2`"),
          Map.entry("vm mem", "write `memory 4 GiB`"),
          Map.entry("vm size", "sizes are templates: `vm web : small`, from `std.sizes`"),
          Map.entry("vm flavor", "sizes are templates: `vm web : small`, from `std.sizes`"),
          Map.entry("vm template", "it stands at the name: `vm web : node { … }`"),
          Map.entry("vm host", "write `on kvm[1]`"),
          Map.entry("vm name", "it stands at the beginning: `vm web { … }`"),
          Map.entry("vm hostname", "it stands at the beginning: `vm web { … }`"),
          Map.entry("vm tags", LABEL),
          Map.entry("vm labels", LABEL),
          Map.entry("vm ports", PORT),
          Map.entry("vm service", PORT),
          Map.entry("vm services", PORT),
          Map.entry("vm user_data", SET_UP),
          Map.entry("vm cloud_init", SET_UP),
          Map.entry("vm depends_on", "what a program asks of another is `runs web { calls db }`"),
          Map.entry("vm dns", "the segment has it: `segment lan { dns }`"),
          Map.entry("vm dhcp", "the segment has it: `segment lan { dhcp }`"),
          Map.entry("vm route", "routes stand in a router: `router edge { route … via … }`"),
          Map.entry(
              "host ip", "it stands at the uplink: `uplink eno1 { address 192.168.0.10/24 }`"),
          Map.entry(
              "host address", "it stands at the uplink: `uplink eno1 { address 192.168.0.10/24 }`"),
          Map.entry("host disk", "write `storage 2 TiB`"),
          Map.entry("host cores", "write `cpu 32`"),
          Map.entry("router default", ROUTE),
          Map.entry("router ip", ROUTE),
          Map.entry("router static", ROUTE),
          Map.entry("router routes", ROUTE),
          Map.entry("router nic", "write `ports lan, wan`"),
          Map.entry("router masquerade", "write `snat lan`"),
          Map.entry("router port", "write `ports lan, wan`"),
          Map.entry("segment gateway", GATEWAY),
          Map.entry("segment in", OVERLAY),
          Map.entry("segment overlay", OVERLAY),
          Map.entry("segment cidr", "write `subnet 10.0.0.0/24`"),
          Map.entry("segment prefix", "write `subnet 10.0.0.0/24`"),
          Map.entry("segment network", "write `subnet 10.0.0.0/24`"),
          Map.entry("vm address", ADAPTER),
          Map.entry("vm ip", ADAPTER),
          Map.entry("vm mac", "it stands at the adapter: `nic lan { mac 52:54:00:12:34:56 }`"),
          Map.entry("vm gateway", GATEWAY),
          Map.entry("vm network", "write `nic lan`"),
          Map.entry("vm segment", "write `nic lan`"),
          Map.entry("vm interface", "write `nic lan`"),
          Map.entry("vm ram", "write `memory 4 GiB`"),
          Map.entry("vm image", "it stands at a disk: `disk root 20 GiB from debian12`"),
          Map.entry("vm count", COUNT),
          Map.entry("vm replicas", COUNT),
          Map.entry("vm port", PORT),
          Map.entry("scenario duration", "write `for 10 min`"),
          Map.entry("scenario seed", "it stands at the network: `network shop seed 42`"),
          Map.entry("host ram", "write `memory 64 GiB`"),
          Map.entry("host nic", "write `uplink eno1`"),
          Map.entry("host interface", "write `uplink eno1`"),
          Map.entry("router standby", TAKE_OVER),
          Map.entry("router failover", TAKE_OVER),
          Map.entry("router vrrp", TAKE_OVER),
          Map.entry("router on", TAKE_OVER),
          Map.entry("router nat", "write `snat lan`"),
          Map.entry("router interface", "write `ports lan, wan`"),
          Map.entry("router interfaces", "write `ports lan, wan`"));

  @Override
  public @Nullable SyntaxErrorMessage of(Mistake mistake) {
    if (!mistake.expects("}") || mistake.startsDeclaration()) {
      return null;
    }
    @Nullable String instead = INSTEAD.get(mistake.kind() + " " + mistake.text());
    String message =
        quoted(mistake.text()) + " is not a property of " + Messages.withArticle(mistake.kind());
    return instead == null ? null : SyntaxMessages.syntax(help(message, instead));
  }
}
