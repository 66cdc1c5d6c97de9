/** Documents are run: what the README shows compiles, and every link leads somewhere. */
@NullMarked
package org.vmn.tests.documents;

import org.jspecify.annotations.NullMarked;
