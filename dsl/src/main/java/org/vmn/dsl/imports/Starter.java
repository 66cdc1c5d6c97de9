package org.vmn.dsl.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A network to begin with, which {@code vmn new} copies: ordinary text of the language, that its
 * new owner changes.
 *
 * @param name a plain word: {@code home-lab}
 * @param summary what it is, in half a line
 */
public record Starter(String name, String summary) {
  private static final String FOLDER = "/org/vmn/dsl/starters/";

  private static final List<Starter> ALL =
      List.of(
          new Starter("home-lab", "one computer: the family's services, guests, a sandbox"),
          new Starter("office", "people, telephones, visitors and servers on VLANs"),
          new Starter("three-tier", "balancer, web servers, application servers, database"),
          new Starter("multi-tenant", "customers who share hosts and never see each other"),
          new Starter("leaf-spine", "a data centre of three racks below two spines"),
          new Starter("nfv-chain", "traffic steered through a filter and an inspector"),
          new Starter("disaster-recovery", "two sites, and a scenario that takes one away"));

  /** All there are, simple ones first. */
  public static List<Starter> all() {
    return ALL;
  }

  public static Optional<Starter> find(String name) {
    return ALL.stream().filter(s -> s.name().equals(name)).findFirst();
  }

  /** What it is called in a folder. */
  public String file() {
    return name + ".vmn";
  }

  public String text() {
    try (InputStream in = Starter.class.getResourceAsStream(FOLDER + file())) {
      if (in == null) {
        throw new IllegalStateException("the starter " + name + " is not there");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
