/**
 * The Network: what a {@code .vmn} file means once every default is filled in. Immutable, complete,
 * and folded: a machine with fifty thousand replicas is one element with a count, and its addresses
 * and hosts are functions of the replica's number.
 *
 * <p>Elements refer to one another by name; names are unique within a kind. Every element knows the
 * source range that it came from.
 */
@NullMarked
package org.vmn.runtime.network;

import org.jspecify.annotations.NullMarked;
