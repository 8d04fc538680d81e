package org.vaksam.journal;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.journal.JournalTables.Head;
import org.vaksam.journal.JournalTables.SealedRow;

/**
 * Computes the whole chain anew and compares. What was cut off at the end, seals and all, shows only against a head that was
 * noted elsewhere: compare {@link Result#hash}.
 */
@Component(service = ChainVerifier.class)
public final class ChainVerifier {
    private static final int PAGE = 1_000;

    private final JournalTables tables;

    /** Why the chain does not hold. */
    public enum Reason {
        /** A place in the order is empty. */
        SEAL_MISSING,
        /** There is a seal, but no entry. */
        ENTRY_MISSING,
        /** Entry or seal is not what it was. */
        CHANGED
    }

    /**
     * Where the chain breaks first.
     *
     * @param position place of the first entry that cannot be trusted
     */
    public record Break(long position, Reason reason) {}

    /**
     * What was found.
     *
     * @param entries how many hold, counted from the first
     * @param hash    seal of the last of them
     */
    public record Result(long entries, String hash, Optional<Break> firstBreak) {}

    @Activate
    public ChainVerifier(@Reference JournalTables tables) {
        this.tables = tables;
    }

    /** Reads every sealed entry; takes a few seconds for each hundred thousand. */
    public Result verify() {
        long end = tables.head().position();
        Head head = new Head(0, HashChain.START);
        while (head.position() < end) {
            List<SealedRow> page = tables.after(head.position(), PAGE);
            if (page.isEmpty()) {
                return broken(head, Reason.SEAL_MISSING);
            }
            for (SealedRow row : page) {
                Optional<Reason> reason = check(head, row);
                if (reason.isPresent()) {
                    return broken(head, reason.get());
                }
                head = new Head(row.position(), row.hash());
            }
        }
        return new Result(head.position(), head.hash(), Optional.empty());
    }

    private static Result broken(Head last, Reason reason) {
        return new Result(last.position(), last.hash(), Optional.of(new Break(last.position() + 1, reason)));
    }

    private static Optional<Reason> check(Head before, SealedRow row) {
        if (row.position() != before.position() + 1) {
            return Optional.of(Reason.SEAL_MISSING);
        }
        if (row.row().isEmpty()) {
            return Optional.of(Reason.ENTRY_MISSING);
        }
        boolean same = before.next(row.row().get()).hash().equals(row.hash());
        return same ? Optional.empty() : Optional.of(Reason.CHANGED);
    }
}
