package org.vaksam.exchange;

import java.io.IOException;
import java.util.Optional;

/** The items of a file, one after the other. */
public interface ItemSource {
    /**
     * The next one; empty at the end of the file.
     *
     * @throws UnreadableFile when nothing after this point can be read
     */
    Optional<Item> next() throws IOException;

    /** Passes over items that were dealt with before, without looking into them. */
    void skip(long count) throws IOException;
}
