package org.vmn.dsl;

/** Registers the language with EMF where there is no Eclipse platform to do it. */
public class VmnStandaloneSetup extends VmnStandaloneSetupGenerated {

  /** Registers the language once for this process. */
  public static void doSetup() {
    new VmnStandaloneSetup().createInjectorAndDoEMFRegistration();
  }
}
