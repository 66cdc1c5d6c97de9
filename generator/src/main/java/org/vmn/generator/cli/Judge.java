package org.vmn.generator.cli;

import java.util.List;
import org.vmn.runtime.prove.Verdict;

/** What a command makes of a file and its verdicts. */
interface Judge {
  /** Whether assertions are proved at all. */
  boolean proves();

  Found found(Input input, List<Verdict> verdicts);

  /** The exit status. */
  int status(Found found);
}
