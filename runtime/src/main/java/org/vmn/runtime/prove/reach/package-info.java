/**
 * Who reaches a destination on which traffic: what devices do, joined with what rule lists permit.
 */
@NullMarked
package org.vmn.runtime.prove.reach;

import org.jspecify.annotations.NullMarked;
