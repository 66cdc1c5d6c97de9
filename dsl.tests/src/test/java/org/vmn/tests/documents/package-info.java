/** Documents are run: every block of VMN in them compiles, and every link leads somewhere. */
@NullMarked
package org.vmn.tests.documents;

import org.jspecify.annotations.NullMarked;
