package org.vmn.generator.capability;

import org.vmn.runtime.network.Deployment.Target;
import org.vmn.runtime.network.Origin;

/**
 * Something that the source asks for and that no target of its deployments does.
 *
 * @param target whose business it would be
 * @param message what is the case instead
 * @param unenforced whether packets pass that the source forbids
 */
public record Shortfall(Target target, Origin origin, String message, boolean unenforced) {}
