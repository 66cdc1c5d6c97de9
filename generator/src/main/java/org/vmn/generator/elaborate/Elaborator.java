package org.vmn.generator.elaborate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.expand.Expansion;
import org.vmn.dsl.expand.Expansions;
import org.vmn.dsl.imports.Imports;
import org.vmn.dsl.imports.Library;
import org.vmn.dsl.imports.Origins;
import org.vmn.dsl.literals.Amounts;
import org.vmn.dsl.vmn.Import;
import org.vmn.dsl.vmn.Model;
import org.vmn.dsl.vmn.NetworkHeader;
import org.vmn.generator.layout.SwitchPorts;
import org.vmn.generator.lock.Choices;
import org.vmn.generator.lock.Lock;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Deployment.Target;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.network.VirtualSwitch;

/**
 * Elaborates a network: the root file and the files that it imports, directly or not. The model
 * must be linked and free of validation errors.
 */
public final class Elaborator {
  private Elaborator() {}

  /**
   * @param file the root, with a {@code network} declaration
   * @param kept what was chosen before
   */
  public static Elaboration elaborate(Model file, Lock kept) {
    Expansion expansion = Expansions.ofRoot(file);
    if (!expansion.findings().isEmpty()) {
      // Validation has told them.
      return new Elaboration(null, List.of(), kept);
    }
    Model root = expansion.copyOf(file);
    Origins origins = new Origins(root.eResource().getURI());
    List<Model> files = files(root);
    if (root.getNetworks().isEmpty()) {
      Problem problem =
          Problem.of(
              Code.NO_NETWORK,
              origins.whole(root),
              "this file declares no `network`, so there is nothing to make of it");
      return new Elaboration(
          null,
          List.of(
              problem.help(
                  "begin it with `network NAME`; a file without is a library for others to"
                      + " import")),
          kept);
    }
    NetworkHeader header = root.getNetworks().get(0);
    long seed = header.getSeed() == null ? 0 : Amounts.whole(header.getSeed());
    List<EObject> declarations = new ArrayList<>();
    files.stream()
        .filter(f -> !Library.contains(f.eResource().getURI()))
        .forEach(f -> declarations.addAll(f.getElements()));
    Choices choices = new Choices(header.getName(), kept);
    Context context = new Context(header.getName(), seed, declarations, origins, choices);
    List<String> sources = files.stream().map(f -> origins.label(f.eResource().getURI())).toList();
    Network network = network(context, sources);
    if (!Elaboration.anyError(context.problems()) && isSwitched(network)) {
      SwitchPorts.of(network, kept)
          .facts(network.name())
          .forEach(f -> choices.chose(f.kind(), f.owner(), f.value()));
    }
    return new Elaboration(
        Elaboration.anyError(context.problems()) ? null : network,
        context.problems(),
        choices.lock());
  }

  private static boolean isSwitched(Network network) {
    return network.deployments().stream().anyMatch(d -> d.targets().contains(Target.OVS));
  }

  /** A file and all that it imports, directly or not, those of the library included. */
  public static List<Model> files(Model root) {
    Set<Model> files = new LinkedHashSet<>();
    collect(root, files);
    return List.copyOf(files);
  }

  private static void collect(Model model, Set<Model> files) {
    if (!files.add(model)) {
      return;
    }
    for (Import declaration : model.getImports()) {
      Model imported = Imports.load(declaration);
      if (imported != null) {
        collect(imported, files);
      }
    }
  }

  /**
   * The order of the parts is the order of who takes addresses: what is stated, then routers, then
   * machines, then externals.
   */
  private static Network network(Context context, List<String> sources) {
    List<Host> hosts = new HostPart(context).elaborate();
    FabricPart fabric = new FabricPart(context);
    fabric.elaborate();
    List<VirtualSwitch> switches = new SwitchPart(context).elaborate();
    SegmentPart segmentPart = new SegmentPart(context, hosts, switches);
    List<Segment> segments = segmentPart.elaborate();
    Map<String, Segment> byName =
        segments.stream()
            .collect(Collectors.toMap(Segment::name, Function.identity(), (a, b) -> a));
    AddressBook book = new AddressBook(context, segments);
    Macs macs = new Macs(context);
    SetResolver sets = new SetResolver(context);
    TrafficResolver traffic = new TrafficResolver(context);
    ServiceResolver services = new ServiceResolver(context);
    PolicyPart policy = new PolicyPart(context, sets, traffic);
    ExternalPart externalPart = new ExternalPart(context, byName, book);
    BalancerPart balancerPart = new BalancerPart(context, segments, sets);
    MachinePart machinePart =
        new MachinePart(
            context, byName, book, macs, hosts, new ProgramPart(context, traffic, services));
    TranslationPart translations = new TranslationPart(context, byName);
    RouterPart routerPart =
        new RouterPart(
            context,
            byName,
            new GatewayPart(context, byName, segmentPart.overlays(), hosts),
            translations);

    externalPart.claim();
    balancerPart.claim(book);
    translations.claim(book);
    AddressServices.claim(context, byName, book);
    machinePart.claim();
    routerPart.claim(book, macs);
    List<Machine> machines = machinePart.elaborate();
    List<External> externals = externalPart.elaborate();
    List<Router> routers = routerPart.elaborate(externals, machines);
    List<Balancer> balancers = balancerPart.elaborate(machines, routerPart, macs);
    NameCheck.check(context, machines);
    CallCycles.check(context, machines, balancers);
    FilterPart filters = new FilterPart(context, sets, traffic);
    Elements elements = new Elements(context, fabric.wires(), hosts);
    ScenarioPart scenarios =
        new ScenarioPart(
            context,
            sets,
            new LoadPart(context, sets, services),
            new EventPart(context, elements, services),
            new ExpectationPart(context, elements, services));
    return new Network(
        context.name(),
        context.seed(),
        sources,
        hosts,
        fabric.switches(),
        fabric.wires().links(),
        switches,
        segmentPart.overlays(),
        segments,
        externals,
        routers,
        filters.firewalls(),
        machines,
        balancers,
        filters.chains(),
        policy.groups(),
        policy.policy(),
        new ClaimPart(context, sets, traffic, elements).assertions(),
        scenarios.elaborate(),
        scenarios.monitors(),
        new DeployPart(context).elaborate());
  }
}
