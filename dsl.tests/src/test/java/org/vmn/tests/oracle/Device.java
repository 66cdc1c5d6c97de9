package org.vmn.tests.oracle;

/** What happens to packets at a stage: a relation between where they are and where they go. */
interface Device {
  void pass(Stage at, Headers packets, Run run);
}
