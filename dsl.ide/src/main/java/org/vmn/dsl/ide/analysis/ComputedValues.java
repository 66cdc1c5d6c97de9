package org.vmn.dsl.ide.analysis;

import com.google.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.vmn.dsl.ide.hover.HoverContributor;
import org.vmn.dsl.ide.symbol.Declarations;
import org.vmn.runtime.network.Network;

/** On hover: what the compiler computed for a declaration. */
public class ComputedValues implements HoverContributor {
  @Inject private Networks networks;

  @Override
  public Optional<String> contribute(EObject declaration, Resource seenFrom) {
    Resource home = declaration.eResource();
    String name = Declarations.name(declaration);
    if (home == null || name == null) {
      return Optional.empty();
    }
    return networks
        .around(seenFrom)
        .or(() -> networks.around(home))
        .map(Elaborated::network)
        .map(network -> lines(network, declaration, name))
        .filter(lines -> !lines.isEmpty())
        .map(lines -> "- " + String.join("\n- ", lines));
  }

  private static List<String> lines(Network network, EObject declaration, String name) {
    return ComputedText.of(network, declaration.eClass(), name);
  }
}
