/**
 * The address space cut into atoms: intervals that no table of a network tells apart, and the
 * partition of those intervals into classes. Everything that counts addresses counts these, so that
 * no cost depends on how many addresses there are.
 */
@NullMarked
package org.vmn.runtime.prove.atoms;

import org.jspecify.annotations.NullMarked;
