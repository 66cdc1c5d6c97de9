/**
 * What a machine tells itself when it boots: the files of cloud-init's NoCloud source
 * (docs.cloud-init.io, "NoCloud").
 */
@NullMarked
package org.vmn.generator.emit.cloudinit;

import org.jspecify.annotations.NullMarked;
