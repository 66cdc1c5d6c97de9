package org.vmn.tests.oracle;

import org.vmn.runtime.network.Policy;

/**
 * The policy: permitted is what no {@code deny} matches, and what an {@code allow} matches or the
 * default allows (language, 4.3). The same at every adapter.
 */
record Permission(Space space, Sets sets, Policy policy) {

  Headers permits(Header header) {
    Headers allowed = space.given(policy.allowByDefault());
    Headers denied = space.none();
    for (Policy.Rule rule : policy.rules()) {
      Headers matched = new Selection(rule.from(), rule.to(), rule.traffic()).matches(sets, header);
      switch (rule.action()) {
        case ALLOW -> allowed = allowed.or(matched);
        case DENY -> denied = denied.or(matched);
      }
    }
    return allowed.minus(denied);
  }
}
