/** What the prover and the walk say of networks written as text. */
@NullMarked
package org.vmn.tests.prove;

import org.jspecify.annotations.NullMarked;
