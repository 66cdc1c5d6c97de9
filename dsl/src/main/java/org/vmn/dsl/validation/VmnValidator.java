package org.vmn.dsl.validation;

/** The checks of the language, run on every model. */
public class VmnValidator extends AbstractVmnValidator {}
