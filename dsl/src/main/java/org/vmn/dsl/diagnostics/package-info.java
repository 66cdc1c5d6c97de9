/**
 * What VMN says of a wrong file: the catalogue of diagnostics, and a diagnostic with its places.
 */
@NullMarked
package org.vmn.dsl.diagnostics;

import org.jspecify.annotations.NullMarked;
