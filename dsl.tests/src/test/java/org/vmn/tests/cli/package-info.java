/** The command line: exit statuses, formats, and what is said of bad input. */
@NullMarked
package org.vmn.tests.cli;

import org.jspecify.annotations.NullMarked;
