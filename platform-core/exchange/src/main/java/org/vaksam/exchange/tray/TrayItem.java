package org.vaksam.exchange.tray;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vaksam.api.data.Ids;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/**
 * Something that came in and could not be read. Its text is kept apart, until it is stored or discarded.
 *
 * @param place    where in its origin it was: a file, an address, a line
 * @param sha256   of what came in: the same from the same origin is here once
 * @param whole    all of its text is kept; otherwise only the beginning, and it cannot be tried again from here
 * @param type     slug of the problem
 * @param attempts how often it was tried
 * @param reason   why it was discarded
 * @param record   what it became
 */
public record TrayItem(
        String id,
        Origin origin,
        String place,
        String format,
        String permission,
        String sha256,
        boolean whole,
        TrayState state,
        String type,
        Text detail,
        List<FieldProblem> fields,
        int attempts,
        int version,
        Instant receivedAt,
        Optional<Instant> closedAt,
        Optional<String> closedBy,
        Optional<String> reason,
        Optional<String> record) {
    private static final int LONGEST_PLACE = 300;
    private static final int LONGEST_DETAIL = 1_000;
    private static final int LONGEST_FIELD_DETAIL = 500;
    private static final int LONGEST_NAME = 100;
    private static final int MOST_FIELDS = 12;

    /**
     * Where it came from.
     *
     * @param type {@code feed} or {@code import}
     */
    public record Origin(String id, String type, String name) {
        public static final String FEED = "feed";
        public static final String IMPORT = "import";
    }

    /** Has just come; {@link #refused} says why it goes to the tray. */
    public static TrayItem arrived(
            Origin origin, String place, String format, String permission, String sha256, boolean whole, Instant at) {
        return new TrayItem(
                Ids.next(),
                origin,
                line(place, LONGEST_PLACE),
                format,
                permission,
                sha256,
                whole,
                TrayState.OPEN,
                "",
                Text.same(""),
                List.of(),
                0,
                0,
                at,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same, refused for this now. */
    public TrayItem refused(Problem problem) {
        return new TrayItem(
                id,
                origin,
                place,
                format,
                permission,
                sha256,
                whole,
                TrayState.OPEN,
                line(problem.type(), LONGEST_NAME),
                line(problem.detail(), LONGEST_DETAIL),
                problem.fields().stream()
                        .limit(MOST_FIELDS)
                        .map(field -> new FieldProblem(
                                line(field.field(), LONGEST_NAME), line(field.detail(), LONGEST_FIELD_DETAIL)))
                        .toList(),
                attempts + 1,
                version + 1,
                receivedAt,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same, with another text. */
    TrayItem changed() {
        return new TrayItem(
                id,
                origin,
                place,
                format,
                permission,
                sha256,
                whole,
                state,
                type,
                detail,
                fields,
                attempts,
                version + 1,
                receivedAt,
                closedAt,
                closedBy,
                reason,
                record);
    }

    TrayItem closed(TrayState how, Instant at, String by, Optional<String> why, Optional<String> became) {
        return new TrayItem(
                id,
                origin,
                place,
                format,
                permission,
                sha256,
                whole,
                how,
                type,
                detail,
                fields,
                how == TrayState.STORED ? attempts + 1 : attempts,
                version + 1,
                receivedAt,
                Optional.of(at),
                Optional.of(by),
                why,
                became);
    }

    static String line(String text, int longest) {
        String cut = text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
        return cut.replaceAll("\\p{Cntrl}", " ");
    }

    private static Text line(Text text, int longest) {
        return new Text(line(text.sv(), longest), line(text.en(), longest));
    }
}
