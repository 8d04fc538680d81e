package org.vaksam.records.release;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A copy that was released.
 *
 * @param masked   what is masked in it: field, ground, and whether it is the whole field
 * @param unmasked secret fields that it shows, with the reason
 * @param sha256   of the document
 */
public record Release(
        String id,
        String record,
        String recipient,
        String purpose,
        List<Map<String, Object>> masked,
        Map<String, String> unmasked,
        String sha256,
        Instant at,
        Optional<String> by) {
    /** Whether the field is masked as a whole. */
    boolean hides(String field) {
        return masked.stream()
                .anyMatch(each -> field.equals(each.get("field")) && Boolean.TRUE.equals(each.get("whole")));
    }
}
