/**
 * Emitted bridges and flows in real Open vSwitch, held against the walk that gives them their
 * meaning.
 */
@NullMarked
package org.vmn.tests.ovs;

import org.jspecify.annotations.NullMarked;
