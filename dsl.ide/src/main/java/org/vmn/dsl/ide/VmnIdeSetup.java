package org.vmn.dsl.ide;

import com.google.inject.Guice;
import com.google.inject.Injector;
import org.eclipse.xtext.util.Modules2;
import org.vmn.dsl.VmnRuntimeModule;
import org.vmn.dsl.VmnStandaloneSetup;

/** Sets up the language with what editors need on top of it. */
public class VmnIdeSetup extends VmnStandaloneSetup {

  @Override
  public Injector createInjector() {
    return Guice.createInjector(Modules2.mixin(new VmnRuntimeModule(), new VmnIdeModule()));
  }
}
