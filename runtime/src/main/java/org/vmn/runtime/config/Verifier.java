package org.vmn.runtime.config;

import java.util.List;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Chain;
import org.vmn.runtime.network.Deployment;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.FabricSwitch;
import org.vmn.runtime.network.Firewall;
import org.vmn.runtime.network.Group;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Link;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Monitor;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Overlay;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Scenario;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.network.VirtualSwitch;

/**
 * Holds a network to what its records promise, so that no later phase can fail on one: names are
 * unique by kind and every reference resolves, replicas have as many addresses and places as there
 * are, numbers are in their ranges. It does not judge whether the network is a good one.
 */
public final class Verifier {
  private Verifier() {}

  /**
   * What is wrong with a network, in order of the configuration's text; at most a hundred problems,
   * empty for a sound one.
   */
  public static List<Problem> problems(Network network) {
    Report report = new Report();
    names(network, report);
    Index index = new Index(network);
    EndpointChecks endpoints = new EndpointChecks(index, report);
    new HostChecks(report).check(network.hosts());
    SegmentChecks segments = new SegmentChecks(index, report);
    segments.overlays(network.overlays());
    segments.segments(network.segments());
    segments.externals(network.externals());
    new FabricChecks(index, report).check(network);
    new RouterChecks(index, report).check(network.routers());
    new MachineChecks(index, report).check(network.machines());
    new BalancerChecks(index, endpoints, report).check(network.balancers());
    new PolicyChecks(index, endpoints, report).check(network);
    new ScenarioChecks(index, endpoints, report).check(network.scenarios());
    return report.problems();
  }

  private static void names(Network network, Report report) {
    report.name("$", network.name());
    report.names("$.hosts", network.hosts().stream().map(Host::name).toList());
    report.names("$.fabric", network.fabric().stream().map(FabricSwitch::name).toList());
    report.names("$.links", network.links().stream().map(Link::name).toList());
    report.names("$.switches", network.switches().stream().map(VirtualSwitch::name).toList());
    report.names("$.firewalls", network.firewalls().stream().map(Firewall::name).toList());
    report.names("$.chains", network.chains().stream().map(Chain::name).toList());
    report.names("$.monitors", network.monitors().stream().map(Monitor::name).toList());
    report.names("$.overlays", network.overlays().stream().map(Overlay::name).toList());
    report.names("$.segments", network.segments().stream().map(Segment::name).toList());
    report.names("$.externals", network.externals().stream().map(External::name).toList());
    report.names("$.routers", network.routers().stream().map(Router::name).toList());
    report.names("$.machines", network.machines().stream().map(Machine::name).toList());
    report.names("$.balancers", network.balancers().stream().map(Balancer::name).toList());
    report.names("$.groups", network.groups().stream().map(Group::name).toList());
    report.names("$.scenarios", network.scenarios().stream().map(Scenario::name).toList());
    report.names("$.deployments", network.deployments().stream().map(Deployment::name).toList());
  }
}
