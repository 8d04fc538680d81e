/** Signers, certificates and time stamps made for a test; needs {@code bcpkix} on the test's class path. */
@NullMarked
package org.vaksam.testkit.signing;

import org.jspecify.annotations.NullMarked;
