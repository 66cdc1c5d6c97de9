/** What was chosen stays when the source changes. */
@NullMarked
package org.vmn.tests.lock;

import org.jspecify.annotations.NullMarked;
