package org.vaksam.spi.records;

import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Charts that are kept on records with what they showed. */
@ProviderType
public interface RecordCharts {
    /**
     * A chart.
     *
     * @param note   what it says, in somebody's words; may be empty
     * @param shape  {@code figure table line bars heat map}
     * @param answer JSON of {@code GET /api/insight/cube}, or of {@code GET /api/insight/map} for points on a map
     */
    record Kept(String title, String note, String shape, String answer, Instant frozenAt) {}

    /** Of a record that the caller sees, in their order. */
    List<Kept> of(RecordRow record);
}
