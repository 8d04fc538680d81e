package org.vaksam.spi.records;

import java.util.List;
import java.util.Map;

/**
 * The secrecy marks of a record (Swedish Public Access to Information and Secrecy Act, SFS 2009:400). A mark says what is to be
 * examined before anything is handed out, and by which provision.
 *
 * @param level  one of {@link #LEVELS}: open to everybody, for the organisation, or restricted as a whole
 * @param ground provision behind {@code restricted}, such as {@code OSL 21:1}; otherwise empty
 * @param fields what is secret by itself: name of a field to the provision
 */
public record Secrecy(String level, String ground, Map<String, String> fields) {
    public static final String RESTRICTED = "restricted";
    public static final List<String> LEVELS = List.of("open", "internal", RESTRICTED);

    /** What every record has and can be secret; the rest names the record or decides who sees it. */
    public static final List<String> HEADER =
            List.of("title", "description", "asset", "place", "occurredAt", "occurredUntil", "category", "severity");

    public Secrecy {
        fields = Map.copyOf(fields);
    }

    /** Nothing but a level. */
    public static Secrecy of(String level) {
        return new Secrecy(level, "", Map.of());
    }

    public boolean isRestricted() {
        return level.equals(RESTRICTED);
    }

    /** Whether the field of this name is secret by itself. */
    public boolean covers(String field) {
        return fields.containsKey(field);
    }

    public Secrecy withLevel(String other) {
        return new Secrecy(other, other.equals(RESTRICTED) ? ground : "", fields);
    }

    public Secrecy withGround(String other) {
        return new Secrecy(level, other, fields);
    }

    public Secrecy withFields(Map<String, String> others) {
        return new Secrecy(level, ground, others);
    }
}
