package org.vaksam.casework.subscription;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordVisibility;
import org.vaksam.spi.security.Units;

/**
 * Which records of a type somebody wants to hear of: those that fit every filter, by one of its values. The filters are those of
 * lists that can be told from the record itself; {@code unit} means the unit and everything below it, {@code only:} before it the
 * unit alone.
 */
record ViewFilter(Map<String, List<String>> filters) {
    static final Set<String> NAMES =
            Set.of("kind", "state", "phase", "category", "channel", "secrecy", "assignee", "asset", "severity", "unit");

    private static final String NONE = "none";
    private static final String ONLY = "only:";
    private static final Pattern SEVERITY = Pattern.compile("none|[0-4]|[0-4]?\\.\\.[0-4]?");

    /** Whether this can be a value of the filter. */
    static boolean isPossible(String name, String value) {
        return !value.isBlank()
                && value.length() <= 200
                && (!name.equals("severity") || SEVERITY.matcher(value).matches());
    }

    /**
     * Whether the record fits.
     *
     * @param account whose {@code me} it is
     */
    boolean fits(RecordRow row, String account, Units units) {
        return filters.entrySet().stream().allMatch(filter -> filter.getValue().stream()
                .anyMatch(value -> fits(filter.getKey(), value, row, account, units)));
    }

    private static boolean fits(String name, String value, RecordRow row, String account, Units units) {
        return switch (name) {
            case "kind" -> row.kind().equals(value);
            case "state" -> row.state().equals(value);
            case "phase" -> row.phase().equals(value);
            case "category" ->
                row.category().isEmpty() ? value.equals(NONE) : row.category().equals(value);
            case "channel" -> row.channel().equals(value);
            case "secrecy" -> row.secrecy().level().equals(value);
            case "assignee" -> row.assignee().orElse(NONE).equals(value.equals("me") ? account : value);
            case "asset" -> row.asset().orElse(NONE).equals(value);
            case "severity" -> severity(value, row);
            case "unit" -> unit(value, row, units);
            default -> false;
        };
    }

    private static boolean severity(String value, RecordRow row) {
        if (row.severity().isEmpty() || value.equals(NONE)) {
            return row.severity().isEmpty() && value.equals(NONE);
        }
        int dots = value.indexOf("..");
        int severity = row.severity().getAsInt();
        int least = dots == 0 ? 0 : Integer.parseInt(dots < 0 ? value : value.substring(0, dots));
        int most = dots < 0 ? least : dots + 2 == value.length() ? 4 : Integer.parseInt(value.substring(dots + 2));
        return least <= severity && severity <= most;
    }

    private static boolean unit(String value, RecordRow row, Units units) {
        if (value.equals(NONE)) {
            return row.unit().isEmpty();
        }
        boolean only = value.startsWith(ONLY);
        String named = only ? value.substring(ONLY.length()) : value;
        String id = units.find(named).map(Units.Unit::id).orElse(named);
        return only
                ? row.unit().filter(id::equals).isPresent()
                : ("/" + RecordVisibility.path(row, units)).contains("/" + id + "/");
    }
}
