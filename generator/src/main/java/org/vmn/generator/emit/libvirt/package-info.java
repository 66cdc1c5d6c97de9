/**
 * What libvirt is told: a domain for each machine, a volume for each of its disks, and the switch.
 * Accepted by libvirt 9.0 and QEMU 7.2 and later.
 */
@NullMarked
package org.vmn.generator.emit.libvirt;

import org.jspecify.annotations.NullMarked;
