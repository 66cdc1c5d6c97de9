/** What a network is and does. Knows nothing of Xtext, EMF, LSP or any vendor's files. */
@NullMarked
package org.vmn.runtime;

import org.jspecify.annotations.NullMarked;
