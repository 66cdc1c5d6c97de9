/**
 * What targets can do: one table of features, who does them, and what is said at the source where
 * nobody does.
 */
@NullMarked
package org.vmn.generator.capability;

import org.jspecify.annotations.NullMarked;
