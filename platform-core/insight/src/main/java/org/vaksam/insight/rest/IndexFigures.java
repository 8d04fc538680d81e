package org.vaksam.insight.rest;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.insight.index.IndexHome;
import org.vaksam.spi.metrics.Figures;

/** Shows in {@code /metrics} how far the index is. */
@Component
public final class IndexFigures implements Figures {
    private final IndexHome index;

    @Activate
    public IndexFigures(@Reference IndexHome index) {
        this.index = index;
    }

    @Override
    public Map<String, Double> now() {
        return index.figures();
    }
}
