package org.vmn.dsl.parser;

import static java.util.Map.entry;
import static org.vmn.dsl.diagnostics.Messages.help;
import static org.vmn.dsl.diagnostics.Messages.quoted;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Suggestions;

/**
 * Lines that begin a declaration in other languages (Terraform, Bicep, YAML, containerlab, firewall
 * commands), and how the same is said here.
 */
final class ForeignExplanation implements Explanation {
  private static final String VARIABLE = "a value has a name so: `var count = 3`";
  private static final String MACHINE = "a machine is declared so: `vm web { nic lan }`";
  private static final String SEGMENT =
      "a network of its own is a segment: `segment lan { subnet 10.0.0.0/24 }`";
  private static final String ADAPTER =
      "an adapter stands in its machine: `vm web { nic lan { address 10.0.0.5 } }`";
  private static final String FILE = "another file is imported: `import lab.tiers.{web}`";
  private static final String RULE = "who may talk is said so: `allow web -> db : 5432/tcp`";
  private static final String REFUSAL =
      "what may not pass is said so: `deny web -> db : 5432/tcp`, or `policy default deny`";
  private static final String REPETITION =
      "a repetition goes through numbers or a list: `for i in 1..3 { … }`";
  private static final String CLAIM = "what must hold is said so: `assert web reaches db`";
  private static final String BALANCER =
      "a balancer is declared so: `balancer www on 192.0.2.10:443/tcp -> web`";
  private static final String WAYS =
      "ways between segments stand in a router: `router edge { ports lan, wan; route 0.0.0.0/0"
          + " via internet }`";
  private static final String SERVICES =
      "they are properties of a segment: `segment lan { subnet 10.0.0.0/24; dhcp; dns }`";
  private static final String KIND = "a declaration begins with its kind: `vm web { nic lan }`";
  private static final String TARGETS =
      "what is made of it is said so: `deploy lab on libvirt, ovs`";

  private static final Map<String, String> INSTEAD =
      Stream.of(
              all(
                  VARIABLE,
                  "const let variable variables param params parameter parameters local locals"
                      + " def define set val"),
              all(
                  MACHINE,
                  "node nodes machine machines server servers instance instances container"
                      + " containers guest computer virtual_machine virtualmachine domain"),
              all(
                  SEGMENT,
                  "subnet subnets lan vnet vpc subnetwork networks bridge bridges portgroup"
                      + " broadcast_domain"),
              all(ADAPTER, "nic nics interface interfaces adapter ip address mac port endpoint"),
              all(FILE, "module include using require from source use load"),
              all(RULE, "permit accept security_group acl nsg sg ingress egress firewall_rule"),
              all(REFUSAL, "block reject drop forbid iptables nft"),
              all(REPETITION, "foreach for_each each loop repeat while"),
              all(CLAIM, "test verify ensure require_that check"),
              all(BALANCER, "lb load_balancer vip frontend backend upstream"),
              all(WAYS, "route routes gateway nat snat dnat masquerade"),
              all(SERVICES, "dhcp dns"),
              all(TARGETS, "provider terraform target backend_target"),
              all(KIND, "resource data object component kind type topology"),
              all("a physical machine is declared so: `host kvm { cpu 32 }`", "hypervisor esxi"),
              all(
                  "a segment has its VLAN: `segment lan { vlan 10; subnet 10.0.0.0/24 }`",
                  "vlan vlans"),
              all(
                  "machines meet in segments; wires between hosts are"
                      + " `link kvm[1].eno1 -- kvm[2].eno1`",
                  "links edge edges cable wire connect connection"),
              all("what became of it is shown by `vmn explain FILE`", "output outputs print echo"))
          .flatMap(m -> m.entrySet().stream())
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          entry("{", KIND),
          entry("[", KIND),
          entry("--", KIND),
          entry(
              "-",
              "a list has no dashes: each declaration begins a line, as `vm web { nic lan }`"));

  private final GrammarWords words;

  ForeignExplanation(GrammarWords words) {
    this.words = words;
  }

  private static Map<String, String> all(String help, String words) {
    return Stream.of(words.split(" ")).collect(Collectors.toMap(w -> w, w -> help));
  }

  @Override
  public @Nullable SyntaxErrorMessage of(Mistake mistake) {
    if (!mistake.isTopLevel() || mistake.isEnd() || !mistake.isFirstOfLine()) {
      return null;
    }
    String text = mistake.text();
    @Nullable String help = text.startsWith("\"") ? KIND : SIGNS.get(text);
    if (help == null && mistake.isWord()) {
      help = INSTEAD.get(text);
    }
    if (help == null && text.equals("name") && isAssignment(mistake)) {
      help = "a network has its name so: `network " + mistake.nameBehind().orElse("lab") + "`";
    }
    if (help == null && isAssignment(mistake)) {
      help = "a value has a name so: `var " + text + " = …`";
    }
    return help == null
        ? null
        : SyntaxMessages.syntax(help("no declaration begins with " + quoted(text), help));
  }

  /** {@code count = 3}, but not {@code segmnt: …}, of which the nearest word is told. */
  private boolean isAssignment(Mistake mistake) {
    Optional<String> nearest = Suggestions.nearest(mistake.text(), DeclarationStarts.KEYWORDS);
    return mistake.isWord()
        && words.blocksWith(mistake.text()).isEmpty()
        && nearest.isEmpty()
        && (mistake.after().equals("=") || mistake.after().equals(":"));
  }
}
