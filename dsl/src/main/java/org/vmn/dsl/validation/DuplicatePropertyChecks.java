package org.vmn.dsl.validation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.validation.Check;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Messages;
import org.vmn.dsl.vmn.Balancer;
import org.vmn.dsl.vmn.External;
import org.vmn.dsl.vmn.Host;
import org.vmn.dsl.vmn.Image;
import org.vmn.dsl.vmn.Impairment;
import org.vmn.dsl.vmn.ImpairmentProperty;
import org.vmn.dsl.vmn.Load;
import org.vmn.dsl.vmn.Model;
import org.vmn.dsl.vmn.Nic;
import org.vmn.dsl.vmn.Scenario;
import org.vmn.dsl.vmn.Segment;
import org.vmn.dsl.vmn.Template;
import org.vmn.dsl.vmn.Uplink;
import org.vmn.dsl.vmn.Vm;
import org.vmn.dsl.vmn.VmnPackage.Literals;

/** Properties that have one value are said once in a block; lists may be said in several parts. */
public class DuplicatePropertyChecks extends Checks {
  private static final Set<EClass> SINGLE =
      Set.of(
          Literals.ALGORITHM,
          Literals.CPU,
          Literals.HARDWARE_ADDRESS,
          Literals.HEALTH_CHECK,
          Literals.IMAGE_FORMAT,
          Literals.IMAGE_SOURCE,
          Literals.LATENCY,
          Literals.LENGTH,
          Literals.MEMORY,
          Literals.MTU,
          Literals.NETWORK_HEADER,
          Literals.ON_HOSTS,
          Literals.ON_SEGMENT,
          Literals.ON_UPLINKS,
          Literals.POLICY_DEFAULT,
          Literals.RATE,
          Literals.REQUEST_SIZE,
          Literals.RESPONSE_SIZE,
          Literals.SPEED,
          Literals.SPOOF,
          Literals.SPREAD,
          Literals.STORAGE,
          Literals.UNDERLAY_ADDRESS,
          Literals.VLAN,
          Literals.VNI,
          Literals.ZONE);

  @Check
  void file(Model model) {
    once(model.getNetworks(), "a file");
    once(model.getElements(), "a file");
  }

  @Check
  void host(Host host) {
    once(host.getProperties(), "a host");
  }

  @Check
  void uplink(Uplink uplink) {
    once(uplink.getProperties(), "an uplink");
  }

  @Check
  void segment(Segment segment) {
    once(segment.getProperties(), "a segment");
  }

  @Check
  void external(External external) {
    once(external.getProperties(), "an external");
  }

  @Check
  void image(Image image) {
    once(image.getProperties(), "an image");
  }

  @Check
  void template(Template template) {
    once(template.getProperties(), "a template");
  }

  @Check
  void vm(Vm vm) {
    once(vm.getProperties(), "a vm");
  }

  @Check
  void nic(Nic nic) {
    once(nic.getProperties(), "a nic");
  }

  @Check
  void balancer(Balancer balancer) {
    once(balancer.getProperties(), "a balancer");
  }

  @Check
  void scenario(Scenario scenario) {
    once(scenario.getStatements(), "a scenario");
  }

  @Check
  void load(Load load) {
    once(load.getProperties(), "a load");
  }

  @Check
  void impairment(Impairment impairment) {
    once(impairment.getProperties(), "a link");
  }

  private void once(List<? extends EObject> properties, String owner) {
    Map<Object, EObject> seen = new HashMap<>();
    for (EObject property : properties) {
      EObject first = single(property) ? seen.putIfAbsent(kind(property), property) : null;
      if (first != null) {
        INode node = NodeModelUtils.findActualNodeFor(first);
        String text = Messages.quoted(NodeModelUtils.getTokenText(node));
        report(
            Code.DUPLICATE_PROPERTY,
            property,
            Messages.help(
                text + " is already said, in line " + node.getStartLine(),
                "remove one of them: " + owner + " has one"));
      }
    }
  }

  private static boolean single(EObject property) {
    return property instanceof ImpairmentProperty || SINGLE.contains(property.eClass());
  }

  private static Object kind(EObject property) {
    return property instanceof ImpairmentProperty i ? i.getKind() : property.eClass();
  }
}
