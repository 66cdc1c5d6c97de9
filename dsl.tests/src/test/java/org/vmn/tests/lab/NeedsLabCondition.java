package org.vmn.tests.lab;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Decides for {@link NeedsLab} whether a test can run here. */
final class NeedsLabCondition implements ExecutionCondition {
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    Optional<NeedsLab> needs =
        AnnotationSupport.findAnnotation(context.getElement(), NeedsLab.class);
    if (needs.isEmpty()) {
      return ConditionEvaluationResult.enabled("no lab needed");
    }
    String missing =
        Stream.of(needs.get().value())
            .map(Tools::missing)
            .flatMap(Optional::stream)
            .collect(Collectors.joining("; "));
    return decide(missing, System.getenv("CI"));
  }

  static ConditionEvaluationResult decide(String missing, @Nullable String ci) {
    if (missing.isEmpty()) {
      return ConditionEvaluationResult.enabled("lab tools found");
    }
    if ("true".equals(ci)) {
      throw new IllegalStateException("CI=true, but the lab is incomplete: " + missing);
    }
    return ConditionEvaluationResult.disabled("the lab is incomplete: " + missing);
  }
}
