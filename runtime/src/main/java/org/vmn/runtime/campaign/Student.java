package org.vmn.runtime.campaign;

/** Student's distribution. */
final class Student {
  /** The 97.5 % quantile of the normal distribution. */
  private static final double NORMAL = 1.959963984540054;

  private static final double[] FEW = {
    12.7062047364321, 4.30265272974946, 3.18244630528371, 2.77644510519779
  };

  private Student() {}

  /**
   * The 97.5 % quantile: exact for up to four degrees of freedom, else right to one in a thousand
   * (Cornish and Fisher's expansion, Abramowitz and Stegun 26.7.5).
   *
   * @param freedom degrees, 1 or more
   */
  static double quantile(int freedom) {
    if (freedom <= FEW.length) {
      return FEW[freedom - 1];
    }
    double z = NORMAL;
    double z2 = z * z;
    double n = freedom;
    double first = z * (z2 + 1) / 4;
    double second = z * ((5 * z2 + 16) * z2 + 3) / 96;
    double third = z * (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384;
    double fourth = z * ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945) / 92160;
    return z + (first + (second + (third + fourth / n) / n) / n) / n;
  }
}
