package org.vaksam.api.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Everybody reaches the resource or method, known or not.
 * A resource method must carry one of {@link Requires}, {@link SignedIn} and {@link Open}, itself or on its class; otherwise
 * its application does not start.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Open {}
