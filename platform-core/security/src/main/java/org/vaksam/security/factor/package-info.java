/** The second factor: codes of an authenticator app, and the recovery codes for the day the telephone is gone. */
@NullMarked
package org.vaksam.security.factor;

import org.jspecify.annotations.NullMarked;
