package org.vaksam.journal.chain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/**
 * Each seal is the SHA-256 of the seal before it and of its entry: position, id, time, actor, name, action, type, subject and
 * what seals its details, each written as its length in bytes, a colon and the UTF-8 text, so that nothing can slide from one field to the next.
 */
final class HashChain {
    private HashChain() {}

    static String next(String previous, long position, EntryRow entry) {
        Stream<String> head = Stream.of(
                previous,
                Long.toString(position),
                entry.id(),
                entry.madeAt().toString(),
                entry.actor().orElse(""),
                entry.actorName(),
                entry.action(),
                entry.subjectType(),
                entry.subject());
        return digest(Stream.concat(head, entry.details().chained()));
    }

    static String digest(Stream<String> fields) {
        MessageDigest digest = sha256();
        fields.forEach(field -> add(digest, field));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, String field) {
        byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
