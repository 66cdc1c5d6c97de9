/** Tests of atoms and partitions. */
@NullMarked
package org.vmn.runtime.prove.atoms;

import org.jspecify.annotations.NullMarked;
