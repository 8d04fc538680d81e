package org.vaksam.exchange.feed;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vaksam.exchange.feed.FeedState.Counts;
import org.vaksam.exchange.feed.FolderFiles.Seen;

/**
 * Takes in the files of a folder. A file is whole when it looks the same at two looks and was not written for a while. It is moved
 * away only after its content is stored; dying in between means that it is taken again, which changes nothing.
 */
final class FolderSource {
    /** A file that was written to more recently is left alone. */
    static final Duration QUIET = Duration.ofSeconds(5);

    private final Path folders;
    private final Intake intake;
    private final Clock clock;
    /** What was seen at the last look, by feed. */
    private final Map<String, Map<Path, Seen>> before = new ConcurrentHashMap<>();

    FolderSource(Path folders, Intake intake, Clock clock) {
        this.folders = folders;
        this.intake = intake;
        this.clock = clock;
    }

    /**
     * Looks once.
     *
     * @return whether there is something that is not whole yet, so that it is worth to look again soon
     */
    boolean run(Feed feed) throws IOException {
        var files = new FolderFiles(folders.resolve(feed.folder().orElseThrow()));
        List<Seen> waiting = files.waiting();
        Map<Path, Seen> last = Optional.ofNullable(before.get(feed.id())).orElse(Map.of());
        boolean more = false;
        for (Seen file : waiting) {
            if (file.equals(last.get(file.path())) && !file.at().plus(QUIET).isAfter(clock.instant())) {
                take(feed, files, file);
            } else {
                more = true;
            }
        }
        before.put(feed.id(), waiting.stream().collect(Collectors.toMap(Seen::path, Function.identity())));
        files.tidy(clock.instant());
        return more;
    }

    private void take(Feed feed, FolderFiles files, Seen file) throws IOException {
        byte[] content = FolderFiles.read(file.path(), Arrivals.LARGEST);
        Counts counts = content.length > Arrivals.LARGEST
                ? intake.take(feed, List.of(Arrivals.tooLarge(content, file.bytes())), file.name(), Optional.empty())
                : intake.take(feed, content, file.name(), Optional.empty());
        files.finish(file, counts.inTray() > 0);
    }
}
