package org.vaksam.testkit.tck;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/**
 * Prints the tier a module has reached and what is missing for the next one. A check above the required tier does not fail the
 * build.
 */
final class TierReport implements TestExecutionExceptionHandler, AfterAllCallback {
    private final Map<Tier, Map<String, String>> missing = new EnumMap<>(Tier.class);

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        Tier tier = context.getRequiredTestMethod().getAnnotation(Checks.class).value();
        String words = Objects.requireNonNullElse(failure.getMessage(), failure.toString());
        missing.computeIfAbsent(tier, any -> new LinkedHashMap<>()).put(context.getDisplayName(), words);
        Tier required = ((ModuleTck) context.getRequiredTestInstance()).required();
        if (tier.compareTo(required) > 0) {
            throw new TestAbortedException(words, failure);
        }
        throw failure;
    }

    @Override
    public void afterAll(ExtensionContext context) {
        String name = context.getDisplayName();
        System.out.println(context.getExecutionException()
                .map(failure -> name + ": no tier, the checks could not begin: " + failure.getMessage())
                .orElseGet(() -> words(name)));
    }

    private String words(String name) {
        String reached = "none";
        for (Tier tier : Tier.values()) {
            Map<String, String> lacking = missing.getOrDefault(tier, Map.of());
            if (!lacking.isEmpty()) {
                var lines = new StringBuilder(name + ": tier " + reached + ". For " + tier + " is missing:");
                lacking.forEach((check, why) ->
                        lines.append("\n- ").append(check).append(": ").append(why));
                return lines.toString();
            }
            reached = tier.name();
        }
        return name + ": tier " + reached + ", the highest.";
    }
}
