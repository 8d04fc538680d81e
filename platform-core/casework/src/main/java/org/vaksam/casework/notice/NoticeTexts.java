package org.vaksam.casework.notice;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.vaksam.api.calendar.SwedishTime;

/** The sentences of notices and letters in both languages; they are data beside this class. */
@Component(service = NoticeTexts.class)
public final class NoticeTexts {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?Z");
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final String OTHER = "other";

    private final Map<String, String> swedish = read("sv");
    private final Map<String, String> english = read("en");

    /** Reads them. */
    @Activate
    public NoticeTexts() {}

    /** The sentence of a notice, without a full stop. */
    public String sentence(Notice notice, String by, Locale language) {
        Map<String, String> texts = texts(language);
        String template = notice.template().startsWith("mail.") ? OTHER : notice.template();
        String pattern = texts.getOrDefault(template, Objects.requireNonNull(texts.get(OTHER)));
        String suffix = "." + (texts == swedish ? "sv" : "en");
        return PLACE.matcher(pattern)
                .replaceAll(place -> Matcher.quoteReplacement(value(place.group(1), notice, by, suffix)));
    }

    /** A sentence of letters with these values. */
    public String text(String name, Locale language, Map<String, String> values) {
        return PLACE.matcher(Objects.requireNonNull(texts(language).get(name), name))
                .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), "")));
    }

    private Map<String, String> texts(Locale language) {
        return language.getLanguage().equals("sv") ? swedish : english;
    }

    private static String value(String name, Notice notice, String by, String suffix) {
        if (name.equals("by")) {
            return by;
        }
        String inLanguage = notice.params().get(name + suffix);
        return inLanguage == null ? readable(notice.params().getOrDefault(name, "")) : inLanguage;
    }

    /** Times as they are told in Sweden, in the form that both languages know; everything else as it is. */
    private static String readable(String value) {
        return TIME.matcher(value).matches() ? SHOWN.format(Instant.parse(value).atZone(SwedishTime.ZONE)) : value;
    }

    private static Map<String, String> read(String language) {
        String name = "/META-INF/vaksam/i18n/notices_" + language + ".json";
        try (InputStream in = NoticeTexts.class.getResourceAsStream(name)) {
            return JsonMapper.builder().build().readValue(Objects.requireNonNull(in, name), TEXTS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
