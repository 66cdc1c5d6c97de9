package org.vmn.dsl.ide.analysis;

import com.google.inject.Inject;
import java.util.List;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.util.IResourceScopeCache;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.Issue;
import org.vmn.dsl.validation.FileValidator;

/**
 * Remembers what validation said of a file: the build asks first, then everyone who needs a right
 * model.
 */
public class ValidateOnce extends FileValidator {
  private static final String KEY = ValidateOnce.class.getName();

  @Inject private IResourceScopeCache cache;

  @Override
  public List<Issue> validate(Resource resource, CheckMode mode, CancelIndicator cancelIndicator) {
    return cache.get(KEY, resource, () -> super.validate(resource, mode, cancelIndicator));
  }
}
