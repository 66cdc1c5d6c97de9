/** Tests of the prover, against one that takes a walk for each pair of classes. */
@NullMarked
package org.vmn.runtime.prove;

import org.jspecify.annotations.NullMarked;
