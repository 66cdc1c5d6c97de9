package org.vmn.dsl.ide;

/** The language's components that editors need. */
public class VmnIdeModule extends AbstractVmnIdeModule {}
