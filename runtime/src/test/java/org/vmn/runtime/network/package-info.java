/** The functions of a replica's number, and the texts of references. */
@NullMarked
package org.vmn.runtime.network;

import org.jspecify.annotations.NullMarked;
