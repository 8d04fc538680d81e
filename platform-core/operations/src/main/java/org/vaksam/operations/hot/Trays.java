package org.vaksam.operations.hot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.api.text.Text;

/** The folders {@code installed} and {@code refused}, where every file ends with a text beside it. */
final class Trays {
    private static final Logger LOG = LoggerFactory.getLogger(Trays.class);

    private final Path folder;
    private final Set<Path> stuck = new HashSet<>();

    Trays(Path folder) {
        this.folder = folder;
    }

    void accept(Path file, Text outcome) {
        LOG.info("Hot folder: {}: {}", file.getFileName(), outcome.en());
        putInto("installed", file, List.of(outcome));
    }

    void refuse(Path file, List<Text> reasons) {
        LOG.warn(
                "Hot folder: {} was refused: {}",
                file.getFileName(),
                reasons.stream().map(Text::en).collect(Collectors.joining(" ")));
        putInto("refused", file, reasons);
    }

    /** Whether the file was dealt with but could not be moved: it is left alone until it goes. */
    boolean isStuck(Path file) {
        stuck.removeIf(known -> !Files.exists(known));
        return stuck.contains(file);
    }

    private void putInto(String tray, Path file, List<Text> words) {
        try {
            Path target = Files.createDirectories(folder.resolve(tray)).resolve(file.getFileName());
            Files.writeString(target.resolveSibling(file.getFileName() + ".txt"), inBothLanguages(words));
            Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            stuck.add(file);
            LOG.error("{} could not be moved to {}; it is ignored from now on", file.getFileName(), tray, e);
        }
    }

    private static String inBothLanguages(List<Text> words) {
        String swedish = words.stream().map(Text::sv).collect(Collectors.joining("\n"));
        String english = words.stream().map(Text::en).collect(Collectors.joining("\n"));
        return swedish.equals(english) ? swedish + "\n" : swedish + "\n\n" + english + "\n";
    }
}
