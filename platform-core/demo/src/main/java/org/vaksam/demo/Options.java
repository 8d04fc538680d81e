package org.vaksam.demo;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was asked for on the command line.
 *
 * @param password of all new accounts; one is made up when it is empty
 */
record Options(URI url, String token, int incidents, Optional<String> password) {
    static final String USAGE =
            "Usage: vaksam demo --token=TOKEN [--url=http://127.0.0.1:8181] [--incidents=1500] [--password=WORDS]";

    private static final List<String> NAMES = List.of("url", "token", "incidents", "password");
    private static final int MOST = 100_000;

    /** Understands {@code --name=value} and {@code --name value}; what is missing comes from the environment. */
    static Options parse(Map<String, String> environment, String... arguments) {
        var given = new HashMap<String, String>();
        for (int i = 0; i < arguments.length; i++) {
            String[] parts = arguments[i].split("=", 2);
            String name = parts[0].startsWith("--") ? parts[0].substring(2) : "";
            if (!NAMES.contains(name)) {
                throw new Failure(Failure.USAGE, "Unknown: " + arguments[i] + System.lineSeparator() + USAGE);
            }
            if (parts.length == 2) {
                given.put(name, parts[1]);
            } else if (i + 1 < arguments.length) {
                i++;
                given.put(name, arguments[i]);
            }
        }
        String token = given.getOrDefault("token", environment.getOrDefault("VAKSAM_TOKEN", ""));
        if (token.isBlank()) {
            throw new Failure(Failure.USAGE, "A token is needed." + System.lineSeparator() + USAGE);
        }
        String url = given.getOrDefault("url", environment.getOrDefault("VAKSAM_URL", "http://127.0.0.1:8181"));
        return new Options(
                address(url),
                token,
                incidents(given.getOrDefault("incidents", "1500")),
                Optional.ofNullable(given.get("password")));
    }

    private static URI address(String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new Failure(Failure.USAGE, "Not an address: " + url);
        }
    }

    private static int incidents(String text) {
        try {
            int count = Integer.parseInt(text);
            if (count >= 0 && count <= MOST) {
                return count;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new Failure(Failure.USAGE, "Not a number of incidents from 0 to " + MOST + ": " + text);
    }
}
