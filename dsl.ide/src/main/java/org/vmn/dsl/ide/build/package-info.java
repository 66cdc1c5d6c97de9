/** What the server's incremental build does differently from Xtext's. */
@NullMarked
package org.vmn.dsl.ide.build;

import org.jspecify.annotations.NullMarked;
