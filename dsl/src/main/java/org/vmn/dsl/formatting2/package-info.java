/**
 * The one layout that every file has. Only blanks and ends of lines change, never a token or a
 * comment. The name of the package is fixed by Xtext's generator.
 */
@NullMarked
package org.vmn.dsl.formatting2;

import org.jspecify.annotations.NullMarked;
