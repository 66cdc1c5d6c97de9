/**
 * The topology folded: segments that every device treats alike, and addresses that every device
 * forwards alike, are one. Walks are taken on the folded network only.
 */
@NullMarked
package org.vmn.runtime.prove.quotient;

import org.jspecify.annotations.NullMarked;
