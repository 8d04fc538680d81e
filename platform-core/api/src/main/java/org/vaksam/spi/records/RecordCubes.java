package org.vaksam.spi.records;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** Cross tables over the records that the caller may see. */
@ProviderType
public interface RecordCubes {
    /**
     * What {@code GET /api/insight/cube} answers for these parameters of its address, as JSON.
     *
     * @throws org.vaksam.api.problem.Problem 400 for parameters that it does not know; 503 while the index is built
     */
    byte[] cube(Map<String, List<String>> parameters);
}
