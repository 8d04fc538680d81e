package org.vaksam.casework.document;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.casework.document.type.FileType;

/** Limits of documents: configuration {@code org.vaksam.documents}. */
@Component(service = DocumentSettings.class, configurationPid = "org.vaksam.documents")
public final class DocumentSettings {
    /** More than this is refused before anybody looks at it, whatever is configured. */
    public static final long LARGEST_BODY = 1L << 30;

    private static final Logger LOG = LoggerFactory.getLogger(DocumentSettings.class);
    private static final long MEGA = 1L << 20;

    private final long bytes;
    private final int files;
    private final long pixels;
    private final Set<FileType> types;

    @Activate
    public DocumentSettings(Map<String, ?> configuration) {
        bytes = Math.min(LARGEST_BODY, number(configuration, "megabytes", 50) * MEGA);
        files = (int) number(configuration, "files", 200);
        pixels = number(configuration, "megapixels", 64) * 1_000_000;
        types = types(Objects.toString(configuration.get("types"), ""));
    }

    /** A file may have so many. */
    public long bytes() {
        return bytes;
    }

    /** A record or an asset may have so many documents. */
    public int files() {
        return files;
    }

    /** A picture may have so many. */
    public long pixels() {
        return pixels;
    }

    /** What is taken. */
    public Set<FileType> types() {
        return types;
    }

    private static long number(Map<String, ?> configuration, String name, long usual) {
        Object given = configuration.get(name);
        try {
            return given == null
                    ? usual
                    : Math.max(
                            1,
                            Math.min(1_000_000, Long.parseLong(given.toString().strip())));
        } catch (NumberFormatException e) {
            LOG.warn("org.vaksam.documents: {} is not a whole number; {} counts", name, usual);
            return usual;
        }
    }

    /** The usual ones; media types that are listed come to them, those with a minus before them go. */
    private static Set<FileType> types(String list) {
        var types = EnumSet.noneOf(FileType.class);
        Arrays.stream(FileType.values()).filter(FileType::isUsual).forEach(types::add);
        for (String each : list.split("[,\\s]+")) {
            boolean less = each.startsWith("-");
            String name = less ? each.substring(1) : each;
            if (name.isEmpty()) {
                continue;
            }
            FileType.of(name)
                    .filter(FileType::isPossible)
                    .ifPresentOrElse(
                            type -> change(types, type, less),
                            () -> LOG.warn("org.vaksam.documents: {} is no type that can be allowed", name));
        }
        return types;
    }

    private static void change(Set<FileType> types, FileType type, boolean less) {
        if (less) {
            types.remove(type);
        } else {
            types.add(type);
        }
    }
}
