/**
 * Files that somebody edits while a command watches them: whoever writes them, and however. It is
 * apart from what is done about it, so that it can be tested with files alone.
 */
@NullMarked
package org.vmn.generator.watch;

import org.jspecify.annotations.NullMarked;
