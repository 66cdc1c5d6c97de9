/**
 * Emission: from the Network to the files that deploy it. Each target has its own package; none
 * knows another.
 */
@NullMarked
package org.vmn.generator.emit;

import org.jspecify.annotations.NullMarked;
