package org.vaksam.security.oidc;

/** Why somebody who came back from the identity provider is not let in; for the log. */
final class OidcException extends Exception {
    private static final long serialVersionUID = 1L;

    OidcException(String message) {
        super(message);
    }

    OidcException(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
