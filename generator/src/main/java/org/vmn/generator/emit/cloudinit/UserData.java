package org.vmn.generator.emit.cloudinit;

import org.vmn.generator.emit.text.Yaml;
import org.vmn.generator.layout.HostLayout.Guest;
import org.vmn.runtime.network.Provision;
import org.vmn.runtime.network.User;

/**
 * {@code user-data}: the machine's name, its logins, files and packages. A login has no password
 * and may become root: on a fresh image nobody else could.
 */
final class UserData {
  private UserData() {}

  static String of(Guest guest) {
    Yaml yaml = new Yaml().comment("cloud-config");
    yaml.put("hostname", Hostname.of(guest));
    yaml.put("manage_etc_hosts", true);
    yaml.put("ssh_pwauth", false);
    if (!guest.machine().users().isEmpty()) {
      yaml.open("users");
      guest.machine().users().forEach(user -> user(yaml, user));
      yaml.end();
    }
    provision(yaml, guest.machine().provision());
    return yaml.toString();
  }

  private static void provision(Yaml yaml, Provision provision) {
    if (!provision.files().isEmpty()) {
      yaml.open("write_files");
      for (Provision.File file : provision.files()) {
        yaml.item().put("path", file.path());
        yaml.put("permissions", "0%03o".formatted(file.mode()));
        yaml.put("content", file.content()).end();
      }
      yaml.end();
    }
    if (!provision.packages().isEmpty()) {
      yaml.put("package_update", true);
      yaml.open("packages");
      provision.packages().forEach(yaml::add);
      yaml.end();
    }
  }

  private static void user(Yaml yaml, User user) {
    yaml.item().put("name", user.name());
    yaml.put("lock_passwd", true);
    yaml.put("sudo", "ALL=(ALL) NOPASSWD:ALL");
    if (!user.keys().isEmpty()) {
      yaml.open("ssh_authorized_keys");
      user.keys().forEach(yaml::add);
      yaml.end();
    }
    yaml.end();
  }
}
