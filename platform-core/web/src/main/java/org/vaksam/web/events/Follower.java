package org.vaksam.web.events;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.spi.journal.JournalFeed;

/** The journal as it comes and goes; tells when there is something new. */
final class Follower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

    private final Supplier<Optional<JournalFeed>> journal;
    private final Runnable news;
    private @Nullable JournalFeed followed;
    private @Nullable AutoCloseable subscription;

    Follower(Supplier<Optional<JournalFeed>> journal, Runnable news) {
        this.journal = journal;
        this.news = news;
    }

    /** The journal of the moment, which is followed from now on. */
    Optional<JournalFeed> current() {
        Optional<JournalFeed> now = journal.get();
        if (now.orElse(null) != followed) {
            close();
            now.ifPresent(feed -> {
                subscription = feed.listen(news);
                followed = feed;
            });
        }
        return now;
    }

    @Override
    public void close() {
        AutoCloseable ending = subscription;
        subscription = null;
        followed = null;
        if (ending != null) {
            try {
                ending.close();
            } catch (Exception e) {
                LOG.debug("the journal had gone already", e);
            }
        }
    }
}
