package org.vmn.dsl.diagnostics;

/** How bad it is. Nothing is emitted while there are errors. */
public enum Severity {
  ERROR,
  WARNING
}
