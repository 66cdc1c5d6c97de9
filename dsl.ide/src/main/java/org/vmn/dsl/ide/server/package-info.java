/** The language server as a process and as a protocol: the only package that talks to a client. */
@NullMarked
package org.vmn.dsl.ide.server;

import org.jspecify.annotations.NullMarked;
