package org.vmn.dsl.ide;

import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.generator.IShouldGenerate;
import org.eclipse.xtext.util.CancelIndicator;

/** Keeps Xtext's build from generating. */
final class NeverGenerate implements IShouldGenerate {

  @Override
  public boolean shouldGenerate(Resource resource, CancelIndicator cancelIndicator) {
    return false;
  }
}
