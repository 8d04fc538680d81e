/** Signing in at the organisation's identity provider: OpenID Connect, authorisation code flow with PKCE. */
@NullMarked
package org.vaksam.security.oidc;

import org.jspecify.annotations.NullMarked;
