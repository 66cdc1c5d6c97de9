/**
 * The part of libvirt's XML formats that VMN uses, as values. Sources: libvirt.org/format*.html.
 */
@NullMarked
package org.vmn.generator.emit.libvirt.model;

import org.jspecify.annotations.NullMarked;
