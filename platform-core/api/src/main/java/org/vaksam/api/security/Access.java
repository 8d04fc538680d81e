package org.vaksam.api.security;

import org.osgi.annotation.versioning.ProviderType;

/** Who is asking on this thread. */
@ProviderType
public interface Access {
    /** The caller of the request this thread works for; anonymous outside a request. */
    Caller caller();

    /** Returns the caller, who has the permission everywhere, or throws {@code not-signed-in} (401) or {@code forbidden} (403). */
    Caller require(String permission);
}
