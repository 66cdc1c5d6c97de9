/** The language server, spoken to as editors speak to it. */
@NullMarked
package org.vmn.tests.editor;

import org.jspecify.annotations.NullMarked;
