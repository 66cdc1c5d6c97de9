package org.vmn.dsl.scoping;

/** Says which names a reference may mean. */
public class VmnScopeProvider extends AbstractVmnScopeProvider {}
