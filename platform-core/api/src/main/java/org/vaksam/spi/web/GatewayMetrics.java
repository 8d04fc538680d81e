package org.vaksam.spi.web;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What the gateway has counted since it started, for {@code /metrics}. Any thread; cheap. */
@ProviderType
public interface GatewayMetrics {
    /** Upper bounds of the latency buckets in seconds, ascending; one more bucket without bound follows. */
    List<Double> BOUNDS = List.of(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0);

    /**
     * The requests of one application.
     *
     * @param module   id of the module or of the platform bundle; {@code static} for files
     * @param requests answered, event streams excluded
     * @param errors   of them answered with 5xx
     * @param refused  of them answered with 4xx, or turned away because the module had as many as it may
     * @param seconds  time they took in all
     * @param buckets  how many took at most {@link #BOUNDS}{@code [i]} and longer than the bound before (not cumulative); one
     *                 more than there are bounds
     * @param cpuSeconds     used by the threads that answered
     * @param allocatedBytes on the heap, by the threads that answered
     */
    record Line(
            String module,
            long requests,
            long errors,
            long refused,
            double seconds,
            List<Long> buckets,
            double cpuSeconds,
            long allocatedBytes) {}

    /** One line for each application that was ever asked. */
    List<Line> lines();

    /** Event streams open now. */
    int streams();
}
