/**
 * What the compiler writes for the examples, before real libvirt, real Open vSwitch and real
 * guests.
 */
@NullMarked
package org.vmn.tests.artifacts;

import org.jspecify.annotations.NullMarked;
