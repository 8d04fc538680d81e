package org.vaksam.exchange.feed;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.spi.data.PlatformDatabase;

/** Looks at one feed when its turn has come, and says how that went. */
final class FeedRun {
    private static final Logger LOG = LoggerFactory.getLogger(FeedRun.class);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final Duration AGAIN_SOON = Duration.ofSeconds(2);
    private static final int LONGEST_REASON = 1_000;

    private final PlatformDatabase database;
    private final Intake intake;
    private final FolderSource folders;
    private final HttpSource http;
    private final Journal journal;
    private final Clock clock;

    FeedRun(
            PlatformDatabase database,
            Intake intake,
            FolderSource folders,
            HttpSource http,
            Journal journal,
            Clock clock) {
        this.database = database;
        this.intake = intake;
        this.folders = folders;
        this.http = http;
        this.journal = journal;
        this.clock = clock;
    }

    /** Runs it, unless another node has taken this turn. */
    void run(FeedTable.Row row) {
        Instant next = clock.instant().plus(row.feed().every());
        if (!database.write(sql -> new FeedTable(sql).claim(row, next))) {
            return;
        }
        try {
            boolean soon = look(row);
            succeeded(row, soon);
        } catch (FeedFailure e) {
            failed(row, e.reason(), e);
        } catch (IOException e) {
            failed(
                    row,
                    new Text(
                            "Mappen kan inte läsas: " + e.getMessage(), "The folder cannot be read: " + e.getMessage()),
                    e);
        } catch (Problem e) {
            failed(row, e.detail(), e);
        } catch (RuntimeException e) {
            LOG.error("Feed {} has a problem and is tried again", row.feed().name(), e);
            failed(row, new Text("Oväntat fel; se loggen.", "Unexpected error; see the log."), e);
        }
    }

    /** How long to wait after so many failures in a row: twice as long each time, an hour at most. */
    static Duration pause(Duration every, int failures) {
        Duration doubled = every.multipliedBy(1L << Math.min(failures, 10));
        Duration most = every.compareTo(LONGEST_PAUSE) > 0 ? every : LONGEST_PAUSE;
        return doubled.compareTo(most) > 0 ? most : doubled;
    }

    private boolean look(FeedTable.Row row) throws FeedFailure, IOException {
        Feed feed = row.feed();
        return switch (feed.source()) {
            case FOLDER -> folders.run(feed);
            case HTTP -> ask(row);
            case REST -> false;
        };
    }

    private boolean ask(FeedTable.Row row) throws FeedFailure {
        Feed feed = row.feed();
        String address = feed.address().orElseThrow();
        HttpSource.Answer answer =
                http.ask(URI.create(address), row.state().etag(), row.state().lastModified());
        if (answer.content().isPresent()) {
            intake.take(feed, answer.content().get(), address, Optional.empty());
            database.write(sql -> {
                new FeedTable(sql).validators(feed.id(), answer.etag(), answer.lastModified());
                return feed;
            });
        }
        return false;
    }

    private void succeeded(FeedTable.Row row, boolean soon) {
        Instant now = clock.instant();
        database.write(sql -> {
            var table = new FeedTable(sql);
            table.succeeded(row.feed().id(), now);
            if (soon && AGAIN_SOON.compareTo(row.feed().every()) < 0) {
                table.runAt(row.feed().id(), now.plus(AGAIN_SOON));
            }
            if (row.state().failures() > 0) {
                journal.append(new Journal.Entry(
                        "feed.recovered",
                        "feed",
                        row.feed().id(),
                        Map.of("name", row.feed().name())));
            }
            return row;
        });
    }

    private void failed(FeedTable.Row row, Text why, Exception cause) {
        LOG.info("Feed {} did not work: {}", row.feed().name(), cause.toString());
        Instant now = clock.instant();
        var reason = new Text(shortened(why.sv()), shortened(why.en()));
        database.write(sql -> {
            var table = new FeedTable(sql);
            Instant next = now.plus(pause(row.feed().every(), row.state().failures() + 1));
            table.failed(row.feed().id(), now, next, reason);
            if (row.state().failures() == 0) {
                journal.append(new Journal.Entry(
                        "feed.failed",
                        "feed",
                        row.feed().id(),
                        Map.of("name", row.feed().name(), "reason", reason.en())));
            }
            return row;
        });
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON - 1) + "…";
    }
}
