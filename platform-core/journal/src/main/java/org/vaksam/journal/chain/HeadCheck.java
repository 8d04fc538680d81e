package org.vaksam.journal.chain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vaksam.journal.chain.Finding.Kind;

/** Compares the chain, as it passes by, with what was signed. */
final class HeadCheck {
    private final List<SignedHead> heads;
    private final Map<String, HeadKey> keys;
    private final List<Finding> findings = new ArrayList<>();
    private int next;
    private int compared;
    private long signedTo;
    private boolean rewritten;

    HeadCheck(List<SignedHead> heads, List<HeadKey> keys) {
        this.heads = heads.stream()
                .sorted(Comparator.comparingLong(SignedHead::position))
                .toList();
        this.keys = keys.stream().collect(Collectors.toMap(HeadKey::id, Function.identity(), (one, same) -> one));
    }

    /** The chain has this seal at this position. */
    void passed(long position, String hash) {
        while (next < heads.size() && heads.get(next).position() <= position) {
            SignedHead head = heads.get(next++);
            if (head.position() == position && isGenuine(head)) {
                compare(head, hash);
            }
        }
    }

    /** The chain ended here. */
    List<Finding> ended(long position) {
        List<SignedHead> beyond = heads.stream()
                .filter(head -> head.position() > position)
                .filter(this::isGenuine)
                .toList();
        if (!beyond.isEmpty()) {
            findings.add(Finding.at(
                    Kind.TRUNCATED, position + 1, beyond.get(beyond.size() - 1).position()));
        }
        return findings;
    }

    List<Finding> findings() {
        return findings;
    }

    int compared() {
        return compared;
    }

    Optional<Long> signedTo() {
        return Optional.of(signedTo).filter(position -> position > 0);
    }

    private void compare(SignedHead head, String hash) {
        compared++;
        if (head.hash().equals(hash)) {
            signedTo = head.position();
        } else if (!rewritten) {
            rewritten = true;
            findings.add(Finding.at(Kind.REWRITTEN, signedTo + 1, head.position()));
        }
    }

    private boolean isGenuine(SignedHead head) {
        HeadKey key = keys.get(head.key());
        if (key == null) {
            findings.add(Finding.at(Kind.FOREIGN, head.position()));
            return false;
        }
        if (!key.signed(head)) {
            findings.add(Finding.at(Kind.FORGED, head.position()));
            return false;
        }
        return true;
    }
}
