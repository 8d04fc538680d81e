package org.vaksam.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.security.Access;

/** A journal in memory that also remembers who was bound when something was written. */
public final class RememberingJournal implements Journal {
    /** An entry and who wrote it. */
    public record Written(Optional<String> actor, Entry entry) {}

    private final Access access;
    private final List<Written> written = new ArrayList<>();

    public RememberingJournal(Access access) {
        this.access = access;
    }

    @Override
    public String append(Entry entry) {
        written.add(new Written(access.caller().account(), entry));
        return Integer.toString(written.size());
    }

    public Written last() {
        return written.get(written.size() - 1);
    }

    public List<String> actions() {
        return written.stream().map(w -> w.entry().action()).toList();
    }
}
