/**
 * What the compiler chose, kept beside the source so that it stays when the source changes:
 * addresses, subnets, hardware addresses, network identifiers.
 */
@NullMarked
package org.vmn.generator.lock;

import org.jspecify.annotations.NullMarked;
