package org.vaksam.records.link;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.records.engine.RecordPermissions;
import org.vaksam.records.engine.RecordReading;
import org.vaksam.spi.records.RecordRow;

/** Two records that somebody connects or separates: the rights it takes, and the words in the journal of both. */
@Component(service = Pair.class)
public final class Pair {
    /** Member of a journal entry that names the other record: whoever may not see that one does not see the entry. */
    public static final String OTHER = "otherRecord";

    private static final String NUMBER = "otherNumber";

    private final RecordReading reading;
    private final RecordPermissions permissions;
    private final Journal journal;

    @Activate
    public Pair(
            @Reference RecordReading reading, @Reference RecordPermissions permissions, @Reference Journal journal) {
        this.reading = reading;
        this.permissions = permissions;
        this.journal = journal;
    }

    /** Another record the caller sees; 422 at this field when there is none. */
    RecordRow other(RecordRow row, String idOrNumber, String field) {
        RecordRow other = reading.shown(idOrNumber)
                .orElseThrow(() -> wrong(
                        field,
                        "Det finns ingen post med det id:t eller numret som du får se.",
                        "There is no record with this id or number that you may see."));
        if (other.id().equals(row.id())) {
            throw wrong(field, "Är samma post: välj en annan.", "Is the same record: choose another.");
        }
        return other;
    }

    /** The same, to show its content: reading what is restricted leaves a trace. */
    RecordRow read(RecordRow row, String idOrNumber, String field) {
        return reading.read(other(row, idOrNumber, field).id());
    }

    boolean mayHandle(RecordRow row) {
        return permissions.may(row, RecordPermissions.id(row.type(), "handle"));
    }

    void requireHandle(RecordRow row) {
        permissions.require(row, "handle");
    }

    /** 403 unless the caller handles at least one of them. */
    void requireEither(RecordRow row, RecordRow other) {
        if (!mayHandle(row) && !mayHandle(other)) {
            permissions.require(row, "handle");
        }
    }

    /** In the history of both, in the thread's transaction. */
    void journal(String action, RecordRow row, RecordRow other, Map<String, Object> data) {
        one(action, row, other, data);
        one(action, other, row, data);
    }

    /** In the history of the first. */
    void one(String action, RecordRow row, RecordRow other, Map<String, Object> data) {
        var all = new LinkedHashMap<>(data);
        all.put(OTHER, other.id());
        all.put(NUMBER, other.number());
        journal.append(new Journal.Entry(action, row.type(), row.id(), all));
    }

    /** An entry that does not say which the other was. */
    public static Map<String, Object> withoutOther(Map<String, Object> data) {
        var rest = new LinkedHashMap<>(data);
        rest.keySet().removeAll(List.of(OTHER, NUMBER));
        return rest;
    }

    static Problem wrong(String field, String swedish, String english) {
        return Problem.invalid(List.of(new FieldProblem(field, new Text(swedish, english))));
    }
}
