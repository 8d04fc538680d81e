package org.vaksam.backup.restore;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/**
 * Exchanges what is in a data directory, inside the directory itself: it may be a volume of its own. What is to come is made in
 * {@code restoring/}; renaming that to {@code restored/} decides; what follows is moving, and is done again from its beginning
 * when it was interrupted.
 */
public final class DataSwap {
    private static final String LIST = ".old";
    private static final String REPLACED = "replaced-";
    private static final Set<String> UNTOUCHED = Set.of("backups", "restoring", "restored", "lost+found");
    private static final Set<String> WITHOUT_WORTH = Set.of("hot", "run", "log", "karaf");

    private final Path data;
    private final String aside;

    /** Of this directory; {@code ending} tells this exchange from others. */
    public DataSwap(Path data, String ending) {
        this.data = data;
        this.aside = REPLACED + ending;
    }

    /** Makes the folder for what is to come; refuses a directory that has something, unless it may be put aside. */
    public Path prepare(boolean replace) throws IOException {
        finish(data);
        if (!replace && old().stream().anyMatch(name -> !WITHOUT_WORTH.contains(name))) {
            throw notEmpty();
        }
        Trees.createPrivate(data);
        Trees.delete(restoring());
        Trees.createPrivate(restoring());
        return restoring();
    }

    /** From here on it is the new content that counts. */
    public void commit() throws IOException {
        var lines = new ArrayList<>(List.of(aside));
        lines.addAll(old());
        Files.write(restoring().resolve(LIST), lines);
        sync(restoring().resolve(LIST), StandardOpenOption.WRITE);
        sync(restoring(), StandardOpenOption.READ);
        Files.move(restoring(), restored(data), StandardCopyOption.ATOMIC_MOVE);
        sync(data, StandardOpenOption.READ);
        finish(data);
    }

    /** Takes away what was made in vain. */
    public void discard() throws IOException {
        Trees.delete(restoring());
    }

    /** Does the rest of an exchange that was decided; nothing when there is none. */
    public static void finish(Path data) throws IOException {
        if (!Files.isDirectory(restored(data))) {
            return;
        }
        Path list = restored(data).resolve(LIST);
        List<String> lines = Files.exists(list) ? Files.readAllLines(list) : List.of();
        for (String name : lines.stream().skip(1).toList()) {
            Path away = data.resolve(lines.get(0)).resolve(name);
            if (exists(data.resolve(name)) && !exists(away)) {
                Trees.createPrivate(data.resolve(lines.get(0)));
                Files.move(data.resolve(name), away, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        for (Path child : Trees.children(restored(data))) {
            if (!child.equals(list)) {
                Files.move(child, data.resolve(child.getFileName()), StandardCopyOption.ATOMIC_MOVE);
            }
        }
        sync(data, StandardOpenOption.READ);
        Files.deleteIfExists(list);
        Files.delete(restored(data));
    }

    private List<String> old() throws IOException {
        return Trees.children(data).stream()
                .map(child -> child.getFileName().toString())
                .filter(name -> !UNTOUCHED.contains(name) && !name.startsWith(REPLACED))
                .toList();
    }

    private Path restoring() {
        return data.resolve("restoring");
    }

    private static Path restored(Path data) {
        return data.resolve("restored");
    }

    private static boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static void sync(Path path, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }

    private Problem notEmpty() {
        return Problem.conflict(new Text(
                        "Datakatalogen " + data + " är inte tom.", "The data directory " + data + " is not empty."))
                .withNext(new Text(
                        "Välj en tom katalog (VAKSAM_DATA), eller --replace, som behåller det som finns i " + REPLACED
                                + "….",
                        "Choose an empty directory (VAKSAM_DATA), or --replace, which keeps what is there in "
                                + REPLACED + "…."));
    }
}
