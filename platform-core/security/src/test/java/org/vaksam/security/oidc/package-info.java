@NullMarked
package org.vaksam.security.oidc;

import org.jspecify.annotations.NullMarked;
