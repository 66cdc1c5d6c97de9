package org.vmn.generator.elaborate;

import org.vmn.generator.elaborate.Rooms.Need;
import org.vmn.generator.text.Figures;

/** What a machine needs of a host: cores, and bytes of memory and storage. */
enum Resource {
  CPU,
  MEMORY,
  STORAGE;

  long of(Need need) {
    return switch (this) {
      case CPU -> need.cpu();
      case MEMORY -> need.memory();
      case STORAGE -> need.storage();
    };
  }

  /** {@code 2 cpu}, {@code 4 GiB of memory}. */
  String text(long amount) {
    return switch (this) {
      case CPU -> amount + " cpu";
      case MEMORY -> Figures.bytes(amount) + " of memory";
      case STORAGE -> Figures.bytes(amount) + " of storage";
    };
  }
}
