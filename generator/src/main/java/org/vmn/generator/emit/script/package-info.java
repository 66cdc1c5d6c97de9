/**
 * Scripts that bring up and take down what is on a host. Their logic is in resources beside this
 * package; what is emitted here is which devices, disks and machines it is applied to.
 */
@NullMarked
package org.vmn.generator.emit.script;

import org.jspecify.annotations.NullMarked;
