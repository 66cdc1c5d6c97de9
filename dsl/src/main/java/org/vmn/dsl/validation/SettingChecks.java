package org.vmn.dsl.validation;

import java.util.EnumSet;
import java.util.Set;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.validation.Check;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Messages;
import org.vmn.dsl.literals.Amounts;
import org.vmn.dsl.literals.Dimension;
import org.vmn.dsl.vmn.Burst;
import org.vmn.dsl.vmn.Concurrency;
import org.vmn.dsl.vmn.File;
import org.vmn.dsl.vmn.Host;
import org.vmn.dsl.vmn.HostProperty;
import org.vmn.dsl.vmn.Hugepages;
import org.vmn.dsl.vmn.Numa;
import org.vmn.dsl.vmn.Overcommit;
import org.vmn.dsl.vmn.OvercommitShare;
import org.vmn.dsl.vmn.Priority;
import org.vmn.dsl.vmn.Processors;
import org.vmn.dsl.vmn.Queue;
import org.vmn.dsl.vmn.Resource;
import org.vmn.dsl.vmn.Retries;
import org.vmn.dsl.vmn.ScaleTo;
import org.vmn.dsl.vmn.Times;
import org.vmn.dsl.vmn.VmnPackage.Literals;

/** Numbers without units in the blocks of machines, programs and scenarios. */
public class SettingChecks extends Checks {
  private static final int MOST_NODES = 64;
  private static final int LAST_PROCESSOR = 4095;
  private static final int MOST_OVERCOMMIT = 100;
  private static final int MILLION = 1_000_000;
  private static final int MOST_RETRIES = 100;
  private static final String FACTOR = "[0-9]{1,7}([.][0-9]{1,6})?";

  @Check
  void priority(Priority priority) {
    check(priority.getValue(), 0, 7, "a priority", priority, Literals.PRIORITY__VALUE);
  }

  @Check
  void overcommit(Host host) {
    Set<Resource> seen = EnumSet.noneOf(Resource.class);
    for (HostProperty property : host.getProperties()) {
      if (property instanceof Overcommit overcommit) {
        overcommit.getShares().forEach(s -> share(s, seen));
      }
    }
  }

  private void share(OvercommitShare share, Set<Resource> seen) {
    String factor = share.getFactor();
    if (!factor.matches(FACTOR)
        || Double.parseDouble(factor) < 1
        || Double.parseDouble(factor) > MOST_OVERCOMMIT) {
      report(
          Code.OUT_OF_RANGE,
          share,
          Literals.OVERCOMMIT_SHARE__FACTOR,
          Messages.quoted(factor) + " is not a factor from 1 to " + MOST_OVERCOMMIT);
    }
    String name = Messages.quoted(share.getResource().getLiteral());
    if (share.getResource() == Resource.BANDWIDTH) {
      report(
          Code.WRONG_KIND,
          share,
          Messages.help(
              "hosts promise no `bandwidth` to guests", "say `cpu`, `memory` or `storage`"));
    } else if (!seen.add(share.getResource())) {
      report(
          Code.DUPLICATE_PROPERTY,
          share,
          Messages.help(name + " is already said", "remove one of them"));
    }
  }

  @Check
  void numa(Numa numa) {
    check(numa.getNodes(), 1, MOST_NODES, "a number of nodes", numa, Literals.NUMA__NODES);
  }

  @Check
  void processors(Processors range) {
    boolean first =
        check(
            range.getFirst(), 0, LAST_PROCESSOR, "a processor", range, Literals.PROCESSORS__FIRST);
    boolean last =
        range.getLast() != null
            && check(
                range.getLast(),
                0,
                LAST_PROCESSOR,
                "a processor",
                range,
                Literals.PROCESSORS__LAST);
    if (first && last && Integer.parseInt(range.getFirst()) > Integer.parseInt(range.getLast())) {
      report(
          Code.OUT_OF_RANGE,
          range,
          Messages.help(
              "the range of processors runs downwards",
              "write `" + range.getLast() + ".." + range.getFirst() + "`"));
    }
  }

  @Check
  void hugepages(Hugepages pages) {
    try {
      long size = Amounts.of(pages.getSize(), Dimension.SIZE);
      if (size != 2L << 20 && size != 1L << 30) {
        report(
            Code.OUT_OF_RANGE,
            pages,
            Literals.HUGEPAGES__SIZE,
            Messages.help(
                Messages.quoted(Amounts.text(pages.getSize())) + " is no size of huge pages",
                "write `2 MiB` or `1 GiB`"));
      }
    } catch (IllegalArgumentException e) {
      // What is no size at all is told by QuantityChecks.
      return;
    }
  }

  @Check
  void concurrency(Concurrency concurrency) {
    check(
        concurrency.getValue(),
        1,
        MILLION,
        "a number of requests",
        concurrency,
        Literals.CONCURRENCY__VALUE);
  }

  @Check
  void queue(Queue queue) {
    check(queue.getValue(), 0, MILLION, "a number of requests", queue, Literals.QUEUE__VALUE);
  }

  @Check
  void retries(Retries retries) {
    check(
        retries.getValue(),
        0,
        MOST_RETRIES,
        "a number of retries",
        retries,
        Literals.RETRIES__VALUE);
  }

  @Check
  void times(Times times) {
    factor(times.getValue(), times, Literals.TIMES__VALUE);
  }

  @Check
  void burst(Burst burst) {
    factor(burst.getFactor(), burst, Literals.BURST__FACTOR);
  }

  @Check
  void scaleTo(ScaleTo scale) {
    check(scale.getCount(), 0, MILLION, "a count", scale, Literals.SCALE_TO__COUNT);
  }

  @Check
  void mode(File file) {
    String mode = file.getMode();
    if (mode != null && !mode.matches("0?[0-7]{3}")) {
      report(
          Code.OUT_OF_RANGE,
          file,
          Literals.FILE__MODE,
          Messages.help(
              Messages.quoted(mode) + " is no mode of a file",
              "write three octal digits, such as `644`"));
    }
  }

  private void factor(String digits, EObject at, EAttribute feature) {
    if (!digits.matches(FACTOR)
        || Double.parseDouble(digits) <= 0
        || Double.parseDouble(digits) > MILLION) {
      report(
          Code.OUT_OF_RANGE,
          at,
          feature,
          Messages.quoted(digits) + " is not a factor above 0, up to 1000000");
    }
  }

  private boolean check(
      String digits, int least, int most, String what, EObject at, EAttribute feature) {
    try {
      Amounts.count(digits, least, most, what);
      return true;
    } catch (IllegalArgumentException e) {
      report(Code.OUT_OF_RANGE, at, feature, Messages.of(e));
      return false;
    }
  }
}
