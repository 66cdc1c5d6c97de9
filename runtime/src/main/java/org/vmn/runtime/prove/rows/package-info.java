/**
 * Rows: for one destination, which sources a rule list lets through, as bits. A row is cut at the
 * ports that rules for this destination speak of, and worked out where somebody asks.
 */
@NullMarked
package org.vmn.runtime.prove.rows;

import org.jspecify.annotations.NullMarked;
