package org.vaksam.spi.security;

import jakarta.servlet.http.HttpServletRequest;
import org.osgi.annotation.versioning.ProviderType;
import org.vaksam.api.security.Caller;

/** Says who a request comes from. */
@ProviderType
public interface Authenticator {
    /**
     * Session cookie or bearer token; anonymous when there is neither. Language from {@code Accept-Language}, Swedish when it
     * says nothing. A session needs the header {@code X-CSRF-Token} for everything but GET, HEAD and OPTIONS.
     *
     * @throws org.vaksam.api.problem.Problem 401 for a token that is not valid, 403 for a missing or wrong CSRF token
     */
    Caller authenticate(HttpServletRequest request);

    /** Binds the caller to this thread until closed; nests. */
    Binding bind(Caller caller);

    /** Ends a binding. */
    interface Binding extends AutoCloseable {
        @Override
        void close();
    }
}
