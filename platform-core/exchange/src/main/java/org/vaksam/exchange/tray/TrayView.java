package org.vaksam.exchange.tray;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.text.Text;

/**
 * Something in the tray, as it is shown.
 *
 * @param origin  the feed or import it came with
 * @param place   where in that: a file, an address, a line
 * @param text    what came; only of a single one that is open
 * @param whole   nothing of it is left out, so that it can be tried again
 * @param record  id of what it became
 */
public record TrayView(
        String id,
        Origin origin,
        String place,
        String format,
        String state,
        String type,
        Text detail,
        List<FieldProblem> errors,
        boolean whole,
        int attempts,
        int version,
        Instant receivedAt,
        Optional<Instant> closedAt,
        Optional<String> closedBy,
        Optional<String> reason,
        Optional<String> record,
        Optional<String> text) {

    /** The feed or import. */
    public record Origin(String id, String type, String name) {}

    static TrayView of(TrayItem item) {
        return view(item, Optional.empty());
    }

    static TrayView of(TrayItem item, String text) {
        return view(item, Optional.of(text).filter(any -> item.state() == TrayState.OPEN));
    }

    /** The same, with why it could not even be tried. */
    TrayView withProblem(Text why) {
        return new TrayView(
                id,
                origin,
                place,
                format,
                state,
                type,
                why,
                errors,
                whole,
                attempts,
                version,
                receivedAt,
                closedAt,
                closedBy,
                reason,
                record,
                text);
    }

    private static TrayView view(TrayItem item, Optional<String> text) {
        return new TrayView(
                item.id(),
                new Origin(
                        item.origin().id(), item.origin().type(), item.origin().name()),
                item.place(),
                item.format(),
                item.state().id(),
                item.type(),
                item.detail(),
                item.fields(),
                item.whole(),
                item.attempts(),
                item.version(),
                item.receivedAt(),
                item.closedAt(),
                item.closedBy(),
                item.reason(),
                item.record(),
                text);
    }
}
