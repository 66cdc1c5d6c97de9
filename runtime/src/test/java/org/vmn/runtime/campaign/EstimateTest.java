package org.vmn.runtime.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against printed tables. */
class EstimateTest {
  @ParameterizedTest
  @CsvSource({
    "1, 12.706",
    "2, 4.303",
    "3, 3.182",
    "4, 2.776",
    "5, 2.571",
    "9, 2.262",
    "10, 2.228",
    "29, 2.045",
    "30, 2.042",
    "60, 2.000",
    "120, 1.980",
    "100000, 1.960"
  })
  void quantiles(int freedom, double table) {
    assertEquals(table, Student.quantile(freedom), 0.003);
  }

  @Test
  void ofFourFigures() {
    Estimate e = Estimate.of(4, 1, 3, 2);
    assertEquals(4, e.runs());
    assertEquals(2.5, e.mean());
    assertEquals(3.182 * 1.2910 / 2, e.halfWidth(), 0.01);
    assertEquals(1, e.least());
    assertEquals(4, e.most());
  }

  @Test
  void ofOneFigure() {
    assertEquals(Double.POSITIVE_INFINITY, Estimate.of(7).halfWidth());
  }
}
