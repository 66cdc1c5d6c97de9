/** Open vSwitch: bridges and flows for each host, without a controller. */
@NullMarked
package org.vmn.generator.emit.ovs;

import org.jspecify.annotations.NullMarked;
