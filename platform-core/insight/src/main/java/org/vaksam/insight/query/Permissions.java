package org.vaksam.insight.query;

import org.vaksam.api.security.Caller;

/** Which permission shows the records of a type; the same for types whose module is missing. */
public final class Permissions {
    private static final String RESTRICTED = "restricted";

    private Permissions() {}

    /** The permission to read a type: {@code incidents:report:read} for {@code incidents.report}. */
    public static String read(String type) {
        return type.replace('.', ':') + ":read";
    }

    /** Whether the caller reads records of the type that carry this secrecy. */
    public static boolean mayRead(Caller caller, String type, String secrecy) {
        return caller.may(read(type)) && (!RESTRICTED.equals(secrecy) || mayReadRestricted(caller, type));
    }

    static boolean mayReadRestricted(Caller caller, String type) {
        return caller.may(type.replace('.', ':') + ":" + RESTRICTED);
    }
}
