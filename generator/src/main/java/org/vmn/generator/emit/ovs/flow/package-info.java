/**
 * OpenFlow as Open vSwitch speaks it: flows, matches and actions, and how ovs-ofctl writes them.
 */
@NullMarked
package org.vmn.generator.emit.ovs.flow;

import org.jspecify.annotations.NullMarked;
