package org.vmn.runtime.config;

import org.vmn.runtime.network.Element;
import org.vmn.runtime.network.Event;
import org.vmn.runtime.network.Scenario;

/** What happens in scenarios. */
final class EventChecks {
  private final Index index;
  private final Report report;
  private final ServiceChecks services;

  EventChecks(Index index, Report report) {
    this.index = index;
    this.report = report;
    services = new ServiceChecks(index, report);
  }

  void check(String path, Event event, Scenario scenario) {
    boolean during = 0 <= event.atNanos() && event.atNanos() <= scenario.durationNanos();
    report.require(during, path + ".atNanos", "not within the scenario");
    switch (event) {
      case Event.Fail e -> element(path + ".element", e.element());
      case Event.Restore e -> element(path + ".element", e.element());
      case Event.Impair e -> impair(path, e);
      case Event.Migrate e -> {
        report.exists(index.hasMachine(e.machine()), path + ".machine", "machine", e.machine());
        report.exists(index.hasHost(e.to()), path + ".to", "host", e.to());
      }
      case Event.ScaleTo e -> {
        boolean found = index.machine(e.target()) != null;
        report.exists(found, path + ".target", "machine", e.target());
        report.positive(path, "count", e.count());
      }
      case Event.Quarantine e ->
          report.exists(index.hasMachine(e.machine()), path + ".machine", "machine", e.machine());
      case Event.Maintain e -> {
        report.exists(index.hasHost(e.host()), path + ".host", "host", e.host());
        report.notNegative(path, "durationNanos", e.durationNanos());
      }
      case Event.Backup e ->
          report.exists(index.hasMachine(e.machine()), path + ".machine", "machine", e.machine());
      case Event.Burst e -> {
        services.check(path + ".service", e.service());
        report.require(
            e.factor() > 0 && Double.isFinite(e.factor()), path + ".factor", "expected above 0");
        report.positive(path, "durationNanos", e.durationNanos());
      }
    }
  }

  private void impair(String path, Event.Impair e) {
    element(path + ".element", e.element());
    boolean wire = e.element() instanceof Element.OfUplink || e.element() instanceof Element.OfLink;
    report.require(wire, path + ".element", "expected an uplink or a link");
    report.notNegative(path, "delayNanos", e.delayNanos());
    report.notNegative(path, "jitterNanos", e.jitterNanos());
    report.fraction(path, "loss", e.loss());
    report.notNegative(path, "bitsPerSecond", e.bitsPerSecond());
  }

  private void element(String path, Element element) {
    switch (element) {
      case Element.OfHost e -> report.exists(index.hasHost(e.host()), path, "host", e.host());
      case Element.OfMachine e ->
          report.exists(index.hasMachine(e.machine()), path, "machine", e.machine());
      case Element.OfUplink e ->
          report.exists(index.hasUplink(e.uplink()), path, "uplink", e.uplink());
      case Element.OfLink e -> report.exists(index.hasLink(e.link()), path, "link", e.link());
      case Element.OfRouter e ->
          report.exists(index.router(e.router()) != null, path, "router", e.router());
      case Element.OfZone e -> report.exists(index.hasZone(e.zone()), path, "zone", e.zone());
      case Element.OfDevice e ->
          report.exists(index.hasDevice(e.device()), path, "switch", e.device());
    }
  }
}
