package org.vaksam.exchange.feed;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/** What a request says of a feed; everything that is wrong is said at once. Used for one request. */
final class FeedInput {
    private static final Set<String> MEMBERS =
            Set.of("name", "format", "source", "folder", "address", "everySeconds", "silentSeconds", "enabled", "unit");
    private static final Pattern FOLDER = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 1_000;
    private static final int SHORTEST_EVERY = 5;
    private static final int LONGEST_EVERY = 86_400;
    private static final long LONGEST_SILENCE = Duration.ofDays(366).toSeconds();

    private final Map<String, @Nullable Object> members;
    private final List<FieldProblem> problems = new ArrayList<>();

    private FeedInput(Map<String, @Nullable Object> members) {
        this.members = members;
        members.keySet().stream()
                .filter(member -> !MEMBERS.contains(member))
                .forEach(member -> wrong(member, "Okänt fält.", "Unknown field."));
    }

    /** Of a new feed. */
    static FeedInput of(@Nullable Map<String, @Nullable Object> body) {
        return new FeedInput(required(body));
    }

    /** Of a feed as it was, changed. */
    static FeedInput of(Feed before, @Nullable Map<String, @Nullable Object> patch) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("name", before.name());
        members.put("format", before.format());
        members.put("source", before.source().id());
        members.put("folder", before.folder().orElse(null));
        members.put("address", before.address().orElse(null));
        members.put("everySeconds", (int) before.every().toSeconds());
        members.put("silentSeconds", before.silent().map(Duration::toSeconds).orElse(null));
        members.put("enabled", before.enabled());
        members.put("unit", before.unit().orElse(null));
        members.putAll(required(patch));
        return new FeedInput(members);
    }

    String name() {
        return line("name", LONGEST_NAME, true).orElse("");
    }

    String format(Set<String> known) {
        String format = line("format", LONGEST_NAME, true).orElse("");
        if (!format.isEmpty() && !known.contains(format)) {
            String list = String.join(", ", known.stream().sorted().toList());
            wrong("format", "Ska vara något av: " + list + ".", "Must be one of: " + list + ".");
        }
        return format;
    }

    Feed.Source source() {
        Object given = members.get("source");
        Optional<Feed.Source> source = given == null ? Optional.empty() : Feed.Source.of(given);
        if (source.isEmpty()) {
            wrong("source", "Ska vara folder, http eller rest.", "Must be folder, http or rest.");
        }
        return source.orElse(Feed.Source.REST);
    }

    Optional<String> folder(Feed.Source source) {
        if (source != Feed.Source.FOLDER) {
            return Optional.empty();
        }
        Optional<String> folder = line("folder", LONGEST_NAME, true);
        if (folder.isPresent() && !FOLDER.matcher(folder.get()).matches()) {
            wrong(
                    "folder",
                    "Ska vara ett ord med a-z, 0-9 och bindestreck: mappen ligger alltid i mappen för flöden.",
                    "Must be a word of a-z, 0-9 and hyphens: the folder is always in the folder of feeds.");
        }
        return folder;
    }

    Optional<String> address(Feed.Source source) {
        if (source != Feed.Source.HTTP) {
            return Optional.empty();
        }
        Optional<String> address = line("address", LONGEST_ADDRESS, true);
        if (address.isPresent() && !isAddress(address.get())) {
            wrong(
                    "address",
                    "Ska vara en adress som https://example.org/events, utan användarnamn och #.",
                    "Must be an address such as https://example.org/events, without user name and #.");
        }
        return address;
    }

    Duration every() {
        return Duration.ofSeconds(
                whole("everySeconds", SHORTEST_EVERY, LONGEST_EVERY).orElse(300L));
    }

    Optional<Duration> silent() {
        return whole("silentSeconds", 60, LONGEST_SILENCE).map(Duration::ofSeconds);
    }

    boolean enabled() {
        Object value = members.get("enabled");
        if (value != null && !(value instanceof Boolean)) {
            wrong("enabled", "Ska vara true eller false.", "Must be true or false.");
        }
        return !Boolean.FALSE.equals(value);
    }

    Optional<String> unit() {
        return line("unit", LONGEST_NAME, false);
    }

    void wrong(String field, String sv, String en) {
        problems.add(new FieldProblem(field, new Text(sv, en)));
    }

    /** Refuses (422) when anything was wrong. */
    void check() {
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
    }

    private Optional<String> line(String field, int longest, boolean needed) {
        Object value = members.get(field);
        if (value == null) {
            if (needed) {
                wrong(field, "Måste anges.", "Is required.");
            }
            return Optional.empty();
        }
        if (!(value instanceof String text)
                || text.isBlank()
                || text.strip().length() > longest
                || text.codePoints().anyMatch(Character::isISOControl)) {
            wrong(
                    field,
                    "Ska vara en rad med 1-" + longest + " tecken.",
                    "Must be one line of 1-" + longest + " characters.");
            return Optional.empty();
        }
        return Optional.of(text.strip());
    }

    private Optional<Long> whole(String field, long least, long most) {
        Object value = members.get(field);
        if (value == null) {
            return Optional.empty();
        }
        boolean isWhole = value instanceof Integer || value instanceof Long;
        if (!isWhole || ((Number) value).longValue() < least || ((Number) value).longValue() > most) {
            wrong(
                    field,
                    "Ska vara ett heltal från " + least + " till " + most + ".",
                    "Must be a whole number from " + least + " to " + most + ".");
            return Optional.empty();
        }
        return Optional.of(((Number) value).longValue());
    }

    private static boolean isAddress(String text) {
        try {
            URI address = new URI(text);
            return ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static Map<String, @Nullable Object> required(@Nullable Map<String, @Nullable Object> body) {
        if (body == null) {
            throw Problem.badRequest(new Text("Begäran saknar innehåll.", "The request has no content."));
        }
        return body;
    }
}
