/**
 * Value types of networking: addresses, prefixes, address sets, hardware addresses. Immutable,
 * compared by value, each with {@code parse} and a canonical {@code toString}. They know nothing of
 * networks.
 */
@NullMarked
package org.vmn.runtime.value;

import org.jspecify.annotations.NullMarked;
