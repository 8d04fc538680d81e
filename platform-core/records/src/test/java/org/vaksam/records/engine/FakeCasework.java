package org.vaksam.records.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vaksam.api.data.Ids;
import org.vaksam.spi.casework.FollowUp;
import org.vaksam.spi.casework.FollowUps;
import org.vaksam.spi.casework.RecordActions;
import org.vaksam.spi.casework.RecordDocuments;
import org.vaksam.spi.records.RecordRow;

/** Remembers what followed, has as many actions as the test says and the documents that it was given. */
public final class FakeCasework implements FollowUps, RecordActions, RecordDocuments {
    private final Map<String, List<FollowUp>> followed = new HashMap<>();
    private final Map<String, String> owners = new HashMap<>();
    private Tally tally = new Tally(0, 0);

    /** What followed for a record, in its order. */
    public synchronized List<FollowUp> of(RecordRow row) {
        return List.copyOf(followed.getOrDefault(row.id(), List.of()));
    }

    public void has(int open, int done) {
        tally = new Tally(open, done);
    }

    /** Somebody uploads it; it belongs to no record yet. */
    public synchronized void upload(String document) {
        owners.put(document, "");
    }

    /** Copies the documents of a record for another. */
    public synchronized Map<String, String> copy(String from, String to) {
        var copies = new HashMap<String, String>();
        owners.forEach((id, owner) -> {
            if (owner.equals(from)) {
                copies.put(id, Ids.next());
            }
        });
        copies.values().forEach(copy -> owners.put(copy, to));
        return copies;
    }

    /** Of the record. */
    public synchronized Set<String> documents(String record) {
        var found = new HashSet<String>();
        owners.forEach((id, owner) -> {
            if (owner.equals(record)) {
                found.add(id);
            }
        });
        return found;
    }

    @Override
    public synchronized void follow(RecordRow record, List<FollowUp> followUps) {
        followed.computeIfAbsent(record.id(), id -> new ArrayList<>()).addAll(followUps);
    }

    @Override
    public Tally of(String recordId) {
        return tally;
    }

    @Override
    public synchronized Set<String> attach(String recordId, Collection<String> documentIds) {
        var refused = new HashSet<String>();
        for (String id : documentIds) {
            if (Set.of("", recordId).contains(owners.getOrDefault(id, "nobody"))) {
                owners.put(id, recordId);
            } else {
                refused.add(id);
            }
        }
        return refused;
    }

    @Override
    public synchronized Map<String, String> names(Collection<String> documentIds) {
        var names = new HashMap<String, String>();
        documentIds.stream().filter(owners::containsKey).forEach(id -> names.put(id, "file-" + id.charAt(35) + ".pdf"));
        return names;
    }
}
