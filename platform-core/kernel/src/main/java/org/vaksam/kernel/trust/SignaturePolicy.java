package org.vaksam.kernel.trust;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens to a file that nobody trusted stands for. A file that was changed after it was signed is never accepted. */
public enum SignaturePolicy {
    /** It is refused. */
    ENFORCE,
    /** It is accepted, and the plan says it loudly. */
    WARN,
    /** It is accepted: somebody builds modules here. */
    DEVELOP;

    private static final Logger LOG = LoggerFactory.getLogger(SignaturePolicy.class);

    /** The policy of this name; what cannot be meant is the strictest. */
    public static SignaturePolicy named(Optional<String> name) {
        return name.filter(word -> !word.isBlank()).map(SignaturePolicy::parse).orElse(ENFORCE);
    }

    /** As it stands in settings and answers. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static SignaturePolicy parse(String word) {
        return Arrays.stream(values())
                .filter(policy -> policy.id().equals(word.strip()))
                .findFirst()
                .orElseGet(() -> {
                    LOG.error(
                            "There is no signature policy '{}': enforce, warn or develop. Signatures are enforced",
                            word);
                    return ENFORCE;
                });
    }
}
