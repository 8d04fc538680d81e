package org.vaksam.web.platform;

import java.util.List;

/**
 * A REST resource of a platform bundle, as its service properties describe it.
 *
 * @param bundle     id of the bundle
 * @param bundleName its symbolic name
 * @param mounting   where it is mounted
 * @param segments   first path segments it answers; none for {@link Mounting#EVERY_MODULE}
 */
record Resource(long bundle, String bundleName, Mounting mounting, List<String> segments, Object instance) {

    /** Where a resource is mounted. */
    enum Mounting {
        API("/api"),
        ROOT(""),
        EVERY_MODULE("");

        private final String base;

        Mounting(String base) {
            this.base = base;
        }

        String base() {
            return base;
        }
    }

    Resource {
        segments = List.copyOf(segments);
    }

    Class<?> type() {
        return instance.getClass();
    }
}
