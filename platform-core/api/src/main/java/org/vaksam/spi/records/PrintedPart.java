package org.vaksam.spi.records;

import java.util.List;
import java.util.Locale;
import org.osgi.annotation.versioning.ConsumerType;
import org.vaksam.api.print.PrintedDocument.Block;

/**
 * What a platform bundle adds to a record on paper. Registered as a service; called on the thread of a caller who sees the record.
 */
@ConsumerType
public interface PrintedPart {
    /** Parts follow each other by this: 100 the record itself, 200 its charts, 300 its actions. */
    int order();

    /**
     * What is printed; headings begin at level 2. Nothing when there is nothing to tell.
     *
     * @param record without what the caller may not read of it
     */
    List<Block> of(RecordRow record, Locale language);
}
