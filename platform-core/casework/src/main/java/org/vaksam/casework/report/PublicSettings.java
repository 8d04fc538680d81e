package org.vaksam.casework.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the operator has decided about people and systems without an account; configuration {@code org.vaksam.report}. Without
 * it people may report and see whether something like it is known; Open311 is off.
 */
@Component(service = PublicSettings.class, configurationPid = "org.vaksam.report")
public final class PublicSettings {
    private static final Logger LOG = LoggerFactory.getLogger(PublicSettings.class);

    private static final int USUAL_PHOTOS = 3;
    private static final int MOST_PHOTOS = 5;

    private final Map<String, ?> configuration;

    @Activate
    public PublicSettings(Map<String, ?> configuration) {
        this.configuration = Map.copyOf(configuration);
    }

    /** Whether anybody may report without an account. */
    public boolean isOpen() {
        return flag("enabled", true);
    }

    /** Whether people are shown open reports nearby before they send theirs. */
    public boolean showsNearby() {
        return flag("nearby", true);
    }

    /** A form may have so many photos; 0 for none at all. */
    public int photos() {
        return text("photos")
                .filter(number -> number.matches("\\d{1,2}"))
                .map(Integer::valueOf)
                .map(number -> Math.min(MOST_PHOTOS, number))
                .orElse(USUAL_PHOTOS);
    }

    /** Whose pages these are. */
    public String organisation() {
        return text("organisation").orElse("Vaksam");
    }

    /** Units that people may choose between, by code or id. */
    public List<String> units() {
        return text("units")
                .map(list -> Arrays.stream(list.split(",", -1))
                        .map(String::strip)
                        .filter(code -> !code.isEmpty())
                        .toList())
                .orElse(List.of());
    }

    /** Whether other systems may report and read through Open311. */
    public boolean isOpen311() {
        return isOpen() && flag("open311", false);
    }

    /** The name of the place that Open311 serves, as in {@code sundby.se}; anything is accepted when there is none. */
    public Optional<String> jurisdiction() {
        return text("open311-jurisdiction");
    }

    /** Whether Open311 shows words and exact places of reports that came from the public. */
    public boolean showsDescriptions() {
        return flag("open311-descriptions", false);
    }

    /** Whom to ask for a key. */
    public String contact() {
        return text("open311-contact").orElse("");
    }

    /** Where people reach the platform, when the operator has said so. */
    public Optional<String> address() {
        return text("url").map(url -> url.replaceAll("/+$", ""));
    }

    /** Whether Open311 takes reports from nobody without a key. */
    public boolean asksForKey() {
        return text("open311-keys-file").isPresent();
    }

    /**
     * Names of systems by their keys: lines of name and key. Read when asked for, so that a key counts, or no longer does, from
     * the moment the file is saved; none when it cannot be read.
     */
    public Map<String, String> keys() {
        Optional<String> file = text("open311-keys-file");
        if (file.isEmpty()) {
            return Map.of();
        }
        try {
            var keys = new HashMap<String, String>();
            for (String line : Files.readAllLines(Path.of(file.get()), StandardCharsets.UTF_8)) {
                String[] parts = line.strip().split("\\s+", 2);
                if (parts.length == 2 && !parts[0].startsWith("#")) {
                    keys.put(parts[1], parts[0]);
                }
            }
            return keys;
        } catch (IOException e) {
            LOG.error("The keys of Open311 cannot be read: {}", e.toString());
            return Map.of();
        }
    }

    private boolean flag(String name, boolean otherwise) {
        return text(name).map(Boolean::valueOf).orElse(otherwise);
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(configuration.get(name))
                .map(Objects::toString)
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }
}
