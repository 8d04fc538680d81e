package org.vaksam.web.gateway;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.IntSupplier;
import org.vaksam.spi.web.GatewayMetrics;

/** One counter for each application, for as long as the gateway lives: also across revisions. */
public final class Counters implements GatewayMetrics {
    private final ConcurrentMap<String, Counter> counters = new ConcurrentHashMap<>();
    private final IntSupplier streams;

    public Counters(IntSupplier streams) {
        this.streams = streams;
    }

    Counter of(String module) {
        return counters.computeIfAbsent(module, Counter::new);
    }

    @Override
    public List<Line> lines() {
        return counters.values().stream()
                .map(Counter::line)
                .sorted(Comparator.comparing(Line::module))
                .toList();
    }

    @Override
    public int streams() {
        return streams.getAsInt();
    }
}
