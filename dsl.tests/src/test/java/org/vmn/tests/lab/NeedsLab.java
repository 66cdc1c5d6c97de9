package org.vmn.tests.lab;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a test that needs real tools: {@code ovs}, {@code libvirt}, {@code guests} or {@code
 * schemas}, see {@link Tools}.
 *
 * <p>Where a tool is missing the test is skipped and says which Debian packages to install. Under
 * {@code CI=true} it fails instead, because a check that never runs there would be no check.
 */
@Tag("lab")
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsLabCondition.class)
public @interface NeedsLab {
  /** Names of tool sets, as in {@link Tools#names()}. */
  String[] value();
}
