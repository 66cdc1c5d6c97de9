/** What of a network one host's switch must know, and the numbers that stand for it there. */
@NullMarked
package org.vmn.generator.emit.ovs.plan;

import org.jspecify.annotations.NullMarked;
