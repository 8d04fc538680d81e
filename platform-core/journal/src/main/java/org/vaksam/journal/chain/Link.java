package org.vaksam.journal.chain;

/**
 * A place in the chain, all that is needed to continue it.
 *
 * @param hash seal of the entry at this position
 */
public record Link(long position, String hash) {
    /** What stands before the first entry. */
    public static final Link START = new Link(0, "0".repeat(64));

    /** The link that this entry makes when it comes next. */
    public Link next(EntryRow entry) {
        return new Link(position + 1, HashChain.next(hash, position + 1, entry));
    }
}
