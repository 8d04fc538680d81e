package org.vaksam.journal.head;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vaksam.journal.chain.HeadKey;
import org.vaksam.journal.chain.Link;
import org.vaksam.journal.chain.SignedHead;
import org.vaksam.spi.data.PlatformDatabase;

/** Signs heads and keeps them, in the database and the newest outside of it as well. */
public final class Heads {
    /** Of heads within the same block of positions only the last stays. */
    private static final int BLOCK = 1_000;

    private final HeadFolder folder;
    private final HeadTable table;
    private Optional<HeadPair> pair = Optional.empty();
    private Optional<SignedHead> newest = Optional.empty();

    public Heads(Path folder, PlatformDatabase database) {
        this.folder = new HeadFolder(folder);
        this.table = new HeadTable(database);
    }

    /** Makes the keys ready; a head that only the folder has is put back, so that it cannot be forgotten by going on. */
    public synchronized void open() throws IOException {
        if (pair.isEmpty()) {
            HeadPair read = folder.pair();
            newest = folder.newest();
            newest.ifPresent(table::add);
            pair = Optional.of(read);
        }
    }

    /** Signs that the journal was here. */
    public synchronized void sign(Link head) throws IOException {
        open();
        SignedHead made = pair.orElseThrow().sign(head, Instant.now().truncatedTo(ChronoUnit.MICROS));
        table.add(made);
        folder.keep(made);
        newest.filter(before ->
                        before.position() < made.position() && before.position() / BLOCK == made.position() / BLOCK)
                .ifPresent(table::removeIfItHolds);
        newest = Optional.of(made);
    }

    /** All that were ever signed and kept. */
    public List<SignedHead> all() {
        var all = new ArrayList<>(table.all());
        folder.newest().filter(head -> !all.contains(head)).ifPresent(all::add);
        return all;
    }

    /** The key that is signed with now. */
    public synchronized HeadKey key() throws IOException {
        open();
        return pair.orElseThrow().open();
    }

    /** The key that is signed with now, and all others whose heads count. */
    public List<HeadKey> trusted() {
        return folder.trusted();
    }
}
