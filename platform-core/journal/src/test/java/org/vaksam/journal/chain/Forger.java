package org.vaksam.journal.chain;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A journal in memory, and what somebody with all rights in the database can do to it. */
final class Forger {
    static final Instant AT = Instant.parse("2026-03-01T12:00:00.123456Z");

    private final KeyPair pair = pair();
    final HeadKey key = HeadKey.of(pair.getPublic());

    /** So many entries, sealed. */
    static List<SealedEntry> journal(int entries) {
        var rows = new ArrayList<EntryRow>();
        for (int i = 1; i <= entries; i++) {
            rows.add(row("r" + i));
        }
        return seal(rows);
    }

    static EntryRow row(String subject) {
        return new EntryRow(
                "id-" + subject,
                AT,
                Optional.of("a"),
                "Åsa",
                "record.created",
                "incidents.report",
                subject,
                Details.salted("{}"));
    }

    static List<SealedEntry> seal(List<EntryRow> rows) {
        var sealed = new ArrayList<SealedEntry>();
        Link last = Link.START;
        for (EntryRow row : rows) {
            last = last.next(row);
            sealed.add(new SealedEntry(last.position(), last.hash(), Optional.of(row)));
        }
        return sealed;
    }

    /** A head of every fifth row and of the last. */
    List<SignedHead> heads(List<SealedEntry> rows) {
        return rows.stream()
                .filter(row -> row.position() % 5 == 0 || row.position() == rows.size())
                .map(row -> sign(row.position(), row.hash()))
                .toList();
    }

    SignedHead sign(long position, String hash) {
        try {
            var unsigned = new SignedHead(position, hash, AT, key.id(), "");
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(unsigned.content());
            return unsigned.with(Base64.getEncoder().encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The rows with new positions, without gaps. */
    static List<SealedEntry> renumbered(List<SealedEntry> rows) {
        var all = new ArrayList<SealedEntry>();
        for (SealedEntry row : rows) {
            all.add(new SealedEntry(all.size() + 1, row.hash(), row.entry()));
        }
        return all;
    }

    static SealedEntry changed(SealedEntry row, UnaryOperator<EntryRow> change) {
        return new SealedEntry(row.position(), row.hash(), row.entry().map(change));
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
