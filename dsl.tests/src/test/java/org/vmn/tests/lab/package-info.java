/**
 * Drives real Open vSwitch, real libvirtd and real QEMU guests, so that tests can ask machines what
 * the proof and the simulator claim. Nothing here may use the product's own model of a packet, a
 * flow or an address: an oracle that shares code with what it checks repeats its mistakes.
 *
 * <p>Whatever a class here starts, it also ends: daemons live only as long as a pipe that this JVM
 * holds, so they die with it, even when it is killed.
 */
@NullMarked
package org.vmn.tests.lab;

import org.jspecify.annotations.NullMarked;
