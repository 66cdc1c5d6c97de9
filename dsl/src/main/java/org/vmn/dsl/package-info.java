/**
 * The language: grammar, set-up and the modules that wire it. Knows value types of the runtime,
 * never elaboration, emitters or LSP.
 */
@NullMarked
package org.vmn.dsl;

import org.jspecify.annotations.NullMarked;
