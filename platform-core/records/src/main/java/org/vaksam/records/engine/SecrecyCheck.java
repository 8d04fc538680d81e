package org.vaksam.records.engine;

import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vaksam.records.value.Problems;
import org.vaksam.records.value.Words;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.Secrecy;

/** Who may set and lift secrecy, and that nobody writes over what they may not read. */
final class SecrecyCheck {
    private final RecordPermissions permissions;

    SecrecyCheck(RecordPermissions permissions) {
        this.permissions = permissions;
    }

    /** The reason of a change, which only other secrecy has. */
    Optional<String> reason(RecordRow row, Secrecy after, @Nullable Object given, Problems problems) {
        Optional<String> reason = given == null ? Optional.empty() : Words.lines(given, "reason", 2_000, problems);
        if (given != null && after.equals(row.secrecy())) {
            problems.add("reason", "Anges bara när sekretessen ändras.", "Is given only when the secrecy is changed.");
        }
        return reason;
    }

    /** Adds problems where members write what is hidden from the caller, and where other secrecy has no reason. */
    void check(
            RecordRow row,
            Map<String, @Nullable Object> members,
            Secrecy after,
            Optional<String> reason,
            Problems problems) {
        boolean shown = permissions.showsSecrets(row);
        if (!shown) {
            var hidden = new TreeSet<>(row.secrecy().fields().keySet());
            hidden.addAll(row.fieldsWithProtectedPeople());
            hidden.forEach(field -> refuse(field, members, problems));
        }
        if (after.equals(row.secrecy())) {
            return;
        }
        permissions.require(row, "secrecy");
        if (!shown
                && !after.fields().keySet().containsAll(row.secrecy().fields().keySet())) {
            permissions.require(row, Secrecy.RESTRICTED);
        }
        if (reason.isEmpty() && !problems.has("reason")) {
            problems.add(
                    "reason", "Saknas: skriv varför sekretessen ändras.", "Missing: say why the secrecy is changed.");
        }
    }

    private static void refuse(String field, Map<String, @Nullable Object> members, Problems problems) {
        boolean header = Secrecy.HEADER.contains(field);
        boolean all = members.containsKey("fields") && members.get("fields") == null;
        boolean one = members.get("fields") instanceof Map<?, ?> fields && fields.containsKey(field);
        if (header ? members.containsKey(field) : all || one) {
            problems.add(
                    header ? field : "fields." + field,
                    "Är sekretessmarkerat, och du får inte läsa det: då kan du inte heller ändra det.",
                    "Is marked as secret, and you may not read it: so you cannot change it either.");
        }
    }
}
