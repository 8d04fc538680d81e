package org.vaksam.spi.web;

/**
 * Service properties that say how the gateway carries a platform bundle's REST resources. Modules need none of them: their
 * resources are found by {@code @JakartarsResource}.
 */
public final class Resources {
    /**
     * First path segment(s) a platform resource answers, for example {@code session} for {@code /api/session}; the resource's
     * {@code @Path} starts with the same segment. One application per platform bundle.
     */
    public static final String PLATFORM = "vaksam.api";

    /** {@code true}: the resource is mounted in every module's application (record resources). */
    public static final String EVERY_MODULE = "vaksam.every-module";

    /** {@code true}: the resource's addresses are not below {@code /api} but at {@code /}, as {@code /health} and {@code /metrics}. */
    public static final String ROOT = "vaksam.root";

    private Resources() {}
}
