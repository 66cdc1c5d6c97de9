/** Bridges and ports, and the script that makes and removes them. */
@NullMarked
package org.vmn.generator.emit.ovs.bridge;

import org.jspecify.annotations.NullMarked;
