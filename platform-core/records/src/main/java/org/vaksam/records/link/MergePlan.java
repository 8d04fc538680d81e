package org.vaksam.records.link;

import java.util.List;
import java.util.TreeMap;
import org.vaksam.api.data.Sha256;
import org.vaksam.records.content.Content;
import org.vaksam.records.value.Json;
import org.vaksam.spi.records.RecordRow;

/**
 * What merging one record into another does.
 *
 * @param from      goes on in the other; keeps all it has
 * @param filled    what the other gets, having none of its own
 * @param conflicts what differs: the other keeps its own, this one stays readable with its value
 * @param kept      what the other has no place for
 * @param after     the other's content then
 */
public record MergePlan(
        RecordRow from, RecordRow into, List<Value> filled, List<Conflict> conflicts, List<Value> kept, Content after) {
    /** Two values of one name. */
    public record Conflict(Value from, Object into) {}

    /** Whether the other is guarded more strictly then. */
    public boolean stricter() {
        return !after.secrecy().equals(into.secrecy());
    }

    /** Stands for exactly these versions and this outcome. */
    public String hash() {
        return Sha256.hex(String.join(
                "\n",
                from.id() + " " + from.version(),
                into.id() + " " + into.version(),
                names(filled),
                names(conflicts.stream().map(Conflict::from).toList()),
                names(kept),
                after.secrecy().level()
                        + Json.write(new TreeMap<>(after.secrecy().fields()))));
    }

    private static String names(List<Value> values) {
        return String.join(" ", values.stream().map(Value::name).toList());
    }
}
