/**
 * Writers of text formats. Whatever a user wrote goes through one of them, so that a value stays a
 * value: none of it can become markup, structure or a command.
 */
@NullMarked
package org.vmn.generator.emit.text;

import org.jspecify.annotations.NullMarked;
