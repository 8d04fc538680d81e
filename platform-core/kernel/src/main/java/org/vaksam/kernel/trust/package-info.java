/** Whose module files are accepted: signatures, trusted certificates, countersignatures, and the policy. */
@NullMarked
package org.vaksam.kernel.trust;

import org.jspecify.annotations.NullMarked;
