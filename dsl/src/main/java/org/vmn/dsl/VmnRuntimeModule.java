package org.vmn.dsl;

/** The language's components where there is no Eclipse: the compiler, the tests, the server. */
public class VmnRuntimeModule extends AbstractVmnRuntimeModule {}
