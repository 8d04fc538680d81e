package org.vaksam.records.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vaksam.api.calendar.Period;
import org.vaksam.spi.casework.FollowUp.StartDeadline;

/** Reads the clocks of a process. */
final class DeadlineReader {
    static final List<String> KEYS = List.of("id", "label", "when", "starts", "stops", "due", "remind", "escalate");

    private DeadlineReader() {}

    static List<Deadline> read(JsonObject definition, Parties parties) {
        var deadlines = new ArrayList<Deadline>();
        for (JsonObject json : definition.objects("deadlines", 50)) {
            deadline(json, parties).ifPresent(deadlines::add);
        }
        definition.unique("deadlines", deadlines.stream().map(Deadline::id).toList());
        return deadlines;
    }

    private static Optional<Deadline> deadline(JsonObject json, Parties parties) {
        json.only(KEYS);
        String id = json.id("id");
        var label = json.label("label");
        Optional<Condition> when = json.object("when").flatMap(ConditionReader::read);
        Optional<String> starts = json.text("starts", 40);
        List<String> stops = json.texts("stops", 50);
        json.required("stops", stops.stream().findFirst());
        List<Period> remind = json.texts("remind", 10).stream()
                .flatMap(text -> json.periodOf("remind", text).stream())
                .toList();
        Optional<String> escalate = json.object("escalate").flatMap(to -> parties.party(to.only(List.of("to")), "to"));
        return json.required("due", json.period("due"))
                .map(due -> new Deadline(new StartDeadline(id, label, due, remind, escalate), when, starts, stops));
    }
}
