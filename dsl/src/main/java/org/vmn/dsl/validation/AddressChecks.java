package org.vmn.dsl.validation;

import static org.vmn.dsl.diagnostics.Messages.help;
import static org.vmn.dsl.diagnostics.Messages.quoted;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.validation.Check;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Fix;
import org.vmn.dsl.diagnostics.Messages;
import org.vmn.dsl.vmn.AddressRange;
import org.vmn.dsl.vmn.AddressTerm;
import org.vmn.dsl.vmn.Balancer;
import org.vmn.dsl.vmn.Dnat;
import org.vmn.dsl.vmn.DnsServers;
import org.vmn.dsl.vmn.Floating;
import org.vmn.dsl.vmn.Gateway;
import org.vmn.dsl.vmn.HardwareAddress;
import org.vmn.dsl.vmn.NicAddress;
import org.vmn.dsl.vmn.Pool;
import org.vmn.dsl.vmn.PrefixTerm;
import org.vmn.dsl.vmn.Prefixes;
import org.vmn.dsl.vmn.Route;
import org.vmn.dsl.vmn.SubnetTerm;
import org.vmn.dsl.vmn.UnderlayAddress;
import org.vmn.dsl.vmn.VmnPackage.Literals;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.Mac;
import org.vmn.runtime.value.Prefix;

/** Addresses, prefixes and hardware addresses that the lexer cut but that are none. */
public class AddressChecks extends Checks {
  /** No address that is one is longer. */
  private static final int LONGEST = 64;

  @Check
  void pool(Pool pool) {
    check(AddressChecks::inside, pool.getPrefix(), pool, Literals.POOL__PREFIX, 0);
  }

  @Check
  void subnet(SubnetTerm term) {
    if (term.getPrefix() != null) {
      check(AddressChecks::inside, term.getPrefix(), term, Literals.SUBNET_TERM__PREFIX, 0);
    }
  }

  @Check
  void prefixes(Prefixes prefixes) {
    all(AddressChecks::prefix, prefixes.getPrefixes(), prefixes, Literals.PREFIXES__PREFIXES);
  }

  @Check
  void term(PrefixTerm term) {
    check(AddressChecks::prefix, term.getPrefix(), term, Literals.PREFIX_TERM__PREFIX, 0);
  }

  @Check
  void term(AddressTerm term) {
    check(Ip::parse, term.getAddress(), term, Literals.ADDRESS_TERM__ADDRESS, 0);
  }

  @Check
  void route(Route route) {
    check(AddressChecks::prefix, route.getDestination(), route, Literals.ROUTE__DESTINATION, 0);
    if (route.getAddress() != null) {
      check(Ip::parse, route.getAddress(), route, Literals.ROUTE__ADDRESS, 0);
    }
  }

  @Check
  void gateway(Gateway gateway) {
    all(Ip::parse, gateway.getAddresses(), gateway, Literals.GATEWAY__ADDRESSES);
  }

  @Check
  void nic(NicAddress nic) {
    all(Ip::parse, nic.getAddresses(), nic, Literals.NIC_ADDRESS__ADDRESSES);
  }

  @Check
  void balancer(Balancer balancer) {
    check(Ip::parse, balancer.getAddress(), balancer, Literals.BALANCER__ADDRESS, 0);
  }

  @Check
  void underlay(UnderlayAddress underlay) {
    check(
        AddressChecks::inPrefix,
        underlay.getPrefix(),
        underlay,
        Literals.UNDERLAY_ADDRESS__PREFIX,
        0);
  }

  @Check
  void floating(Floating floating) {
    check(Ip::parse, floating.getAddress(), floating, Literals.FLOATING__ADDRESS, 0);
  }

  @Check
  void dnat(Dnat dnat) {
    if (dnat.getAddress() != null) {
      check(Ip::parse, dnat.getAddress(), dnat, Literals.DNAT__ADDRESS, 0);
    }
  }

  @Check
  void servers(DnsServers servers) {
    all(Ip::parse, servers.getAddresses(), servers, Literals.DNS_SERVERS__ADDRESSES);
  }

  @Check
  void range(AddressRange range) {
    check(Ip::parse, range.getFirst(), range, Literals.ADDRESS_RANGE__FIRST, 0);
    check(Ip::parse, range.getLast(), range, Literals.ADDRESS_RANGE__LAST, 0);
    try {
      Ip first = Ip.parse(range.getFirst());
      Ip last = Ip.parse(range.getLast());
      if (first.family() != last.family() || first.compareTo(last) > 0) {
        report(
            Code.BAD_ADDRESS,
            range,
            Messages.help(
                quoted(range.getFirst()) + " does not lie before " + quoted(range.getLast()),
                "write the lower address of the range first"));
      }
    } catch (IllegalArgumentException e) {
      // What is no address is told above.
      return;
    }
  }

  @Check
  void hardware(HardwareAddress hardware) {
    check(
        AddressChecks::mac, hardware.getAddress(), hardware, Literals.HARDWARE_ADDRESS__ADDRESS, 0);
  }

  private void all(
      Consumer<String> parser, List<String> texts, EObject at, EStructuralFeature feature) {
    for (int i = 0; i < texts.size(); i++) {
      check(parser, texts.get(i), at, feature, i);
    }
  }

  private void check(
      Consumer<String> parser, String text, EObject at, EStructuralFeature feature, int index) {
    try {
      if (text.length() > LONGEST) {
        throw new IllegalArgumentException(quoted(text) + " is not an address");
      }
      parser.accept(text);
    } catch (IllegalArgumentException e) {
      report(Code.BAD_ADDRESS, at, feature, index, Messages.of(e), fixes(text, at, feature, index));
    }
  }

  /** Of an address where its block is meant: the block. */
  private static String[] fixes(String text, EObject at, EStructuralFeature feature, int index) {
    try {
      String block = text.indexOf('/') < 0 ? text : inPrefix(text).toString();
      Origin range = PLACES.of(at, feature, index);
      return block.equals(text)
          ? new String[0]
          : new String[] {fix(Fix.certain("write `" + block + "`", range, block))};
    } catch (IllegalArgumentException e) {
      return new String[0];
    }
  }

  /** With a help of its own for the commonest mistake: an address where its block is meant. */
  private static void prefix(String text) {
    Prefix block = inPrefix(text);
    if (!block.first().equals(Ip.parse(text.substring(0, text.indexOf('/'))))) {
      throw new IllegalArgumentException(
          help(
              quoted(text) + " has bits set past its length",
              "the block that it lies in is " + block));
    }
  }

  /** A prefix that segments can have. */
  private static void inside(String text) {
    prefix(text);
    Reserved.in(Prefix.parse(text))
        .ifPresent(why -> {
          throw new IllegalArgumentException(
              help(
                  quoted(text) + " can't be a subnet: " + why,
                  "take one for networks of your own, such as 10.0.0.0/24 or fd00:1::/64"));
        });
  }

  /** The block that an address with a length lies in. */
  private static Prefix inPrefix(String text) {
    int slash = text.indexOf('/');
    Ip ip = Ip.parse(text.substring(0, slash));
    String length = text.substring(slash + 1);
    int bits = ip.family().bits();
    if (length.length() > 3 || Integer.parseInt(length) > bits) {
      throw new IllegalArgumentException(
          "/" + length + " in " + quoted(text) + " is not a length from /0 to /" + bits);
    }
    return Prefix.around(ip, Integer.parseInt(length));
  }

  private static void mac(String text) {
    if (Mac.parse(text).isMulticast()) {
      throw new IllegalArgumentException(
          help(
              quoted(text) + " is the address of a group, and no single interface can have it",
              "make the second digit even"));
    }
  }
}
