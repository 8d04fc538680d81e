package org.vaksam.casework.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import org.vaksam.api.problem.Problem;
import org.vaksam.casework.page.Doorkeeper;
import org.vaksam.casework.page.FormBody;
import org.vaksam.casework.report.PublicSettings;

/** Who may send: a system by its key, or anybody where no keys are asked for; and neither too often. */
record Admission(PublicSettings settings, Doorkeeper doorkeeper) {
    /**
     * The name of the system that sends, when it has a key.
     *
     * @throws Problem 403 without a key that holds, 429 for too many requests
     */
    Optional<String> admit(FormBody form, FormBody parameters, HttpServletRequest request) {
        if (!settings.asksForKey()) {
            doorkeeper.sending(request);
            return Optional.empty();
        }
        doorkeeper.guessing(request);
        String sent = form.has("api_key") ? form.get("api_key") : parameters.get("api_key");
        Optional<String> system = settings.keys().entrySet().stream()
                .filter(key -> same(key.getKey(), sent))
                .map(Map.Entry::getValue)
                .findFirst();
        doorkeeper.sending(system.orElseThrow(Errors::wrongKey));
        doorkeeper.right(request);
        return system;
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
