package org.vaksam.insight.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.insight.schema.IndexSchema;
import org.vaksam.insight.text.Compounds;
import org.vaksam.insight.text.TextAnalyzer;
import org.vaksam.spi.journal.JournalFeed;

/** Opens indexes, and judges whether one that lies in a folder can answer. */
final class IndexFiles implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IndexFiles.class);

    private final Analyzer analyzer = TextAnalyzer.of(new Compounds());

    /** Opens or creates; fails when files are missing or unreadable. */
    OpenIndex open(Path folder) throws IOException {
        return OpenIndex.open(folder, analyzer);
    }

    /** The index of the folder, when it is whole, of documents that are still understood, and follows this journal. */
    Optional<OpenIndex> usable(Path folder, JournalFeed feed) {
        OpenIndex index;
        try {
            index = open(folder);
        } catch (IOException | RuntimeException e) {
            LOG.warn("The index in folder {} cannot be read and is built anew: {}", folder.getFileName(), e.toString());
            return Optional.empty();
        }
        CommitData data = index.opened();
        boolean servable = data.schema() >= IndexSchema.OLDEST_SERVABLE && data.schema() <= IndexSchema.VERSION;
        if (data.complete() && servable && data.applied().isPartOf(feed)) {
            return Optional.of(index);
        }
        LOG.info(
                "The index in folder {} is not used: schema {}, position {}, complete {}",
                folder.getFileName(),
                data.schema(),
                data.position(),
                data.complete());
        index.close();
        return Optional.empty();
    }

    @Override
    public void close() {
        analyzer.close();
    }
}
