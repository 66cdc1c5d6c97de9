package org.vmn.tests.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.inject.Inject;
import org.eclipse.xtext.testing.InjectWith;
import org.eclipse.xtext.testing.extensions.InjectionExtension;
import org.eclipse.xtext.testing.util.ParseHelper;
import org.eclipse.xtext.testing.validation.ValidationTestHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vmn.dsl.tests.VmnInjectorProvider;
import org.vmn.dsl.vmn.Model;

@ExtendWith(InjectionExtension.class)
@InjectWith(VmnInjectorProvider.class)
class ParsingTest {

  @Inject private ParseHelper<Model> parser;
  @Inject private ValidationTestHelper validation;

  @Test
  void readsTheNameOfANetwork() throws Exception {
    Model model = parser.parse("network lab seed 7");
    validation.assertNoErrors(model);
    assertEquals("lab", model.getNetworks().getFirst().getName());
  }
}
