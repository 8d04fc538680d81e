package org.vaksam.records.rest;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.data.Sha256;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Caller;
import org.vaksam.api.text.Text;
import org.vaksam.records.store.IdempotencyKeys.Key;

/** The header Idempotency-Key. */
final class RequestKeys {
    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private RequestKeys() {}

    static Optional<Key> of(@Nullable String header, String type, byte[] body, Caller caller) {
        if (header == null) {
            return Optional.empty();
        }
        if (!FORM.matcher(header).matches()) {
            throw Problem.badRequest(new Text(
                    "Idempotency-Key ska vara 1-200 tecken utan mellanslag.",
                    "Idempotency-Key must be 1-200 characters without spaces."));
        }
        String name = caller.account().orElseGet(caller::name);
        return Optional.of(new Key(name, header, type, Sha256.hex(body)));
    }
}
