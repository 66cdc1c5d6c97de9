/** Words, figures and tables for people: what several commands write alike. */
@NullMarked
package org.vmn.generator.text;

import org.jspecify.annotations.NullMarked;
