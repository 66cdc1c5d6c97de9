/** Editors: the language server. The only place that may know LSP. */
@NullMarked
package org.vmn.dsl.ide;

import org.jspecify.annotations.NullMarked;
