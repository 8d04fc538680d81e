package org.vaksam.api.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Only callers who have this permission everywhere reach the resource or method; who has it in some units does not. A resource
 * that knows units is {@link SignedIn} and asks {@link Caller#scope} itself.
 * A resource method must carry one of {@link Requires}, {@link SignedIn} and {@link Open}, itself or on its class; otherwise
 * its application does not start.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Requires {
    /** The permission's id, for example {@code incidents:report:read}. */
    String value();
}
