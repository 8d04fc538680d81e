package org.vaksam.casework.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Stamps on forms: only a form that came from here is taken, and each makes one thing however often it is sent. The code of a
 * receipt follows from the stamp, so that whoever sent the form and never saw the answer sees the same code when they send it again.
 */
@Component(service = FormTokens.class)
public final class FormTokens {
    private static final Duration GOOD_FOR = Duration.ofHours(24);
    private static final int RANDOM_BYTES = 16;
    private static final int MAC_BYTES = 16;
    private static final int LONGEST = 200;

    /**
     * A stamp that was made here.
     *
     * @param seed what it is unique by, known to its holder alone
     */
    record Stamp(String seed, boolean expired) {}

    private final SecureRandom random = new SecureRandom();
    private final ReportKey key;
    private final Clock clock;

    @Activate
    public FormTokens(@Reference ReportKey key, @Reference Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /** For a fresh form. */
    String issue() {
        String head = Long.toString(clock.instant().getEpochSecond(), 36) + "." + seed();
        return head + "." + stamp(head);
    }

    /** What a form carried; empty when it did not come from here. */
    Optional<Stamp> read(String token) {
        String[] parts = token.length() > LONGEST ? new String[0] : token.split("\\.", -1);
        if (parts.length != 3 || !same(stamp(parts[0] + "." + parts[1]), parts[2])) {
            return Optional.empty();
        }
        Instant issued = Instant.ofEpochSecond(Long.parseLong(parts[0], 36));
        return Optional.of(new Stamp(parts[1], issued.plus(GOOD_FOR).isBefore(clock.instant())));
    }

    /** The follow-up code of what this form makes. */
    String code(Stamp stamp) {
        return FollowCode.of(key.mac("code", stamp.seed()));
    }

    /** A follow-up code without a form. */
    public String freshCode() {
        return FollowCode.of(key.mac("code", seed()));
    }

    /** A code as people read it. */
    public static String shown(String code) {
        return FollowCode.shown(code);
    }

    /** What makes this form's second copy known, and tells nobody the form. */
    String once(Stamp stamp) {
        return HexFormat.of().formatHex(key.mac("once", stamp.seed()));
    }

    private String seed() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private String stamp(String head) {
        byte[] mac = Arrays.copyOf(key.mac("form", head), MAC_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
