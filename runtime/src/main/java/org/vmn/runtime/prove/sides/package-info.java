/** The two sides of an assertion, as the endpoint classes and legs that they mean. */
@NullMarked
package org.vmn.runtime.prove.sides;

import org.jspecify.annotations.NullMarked;
