package org.vaksam.casework.report;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vaksam.api.records.Place;
import org.vaksam.spi.records.Assets;

/** One building. */
final class OneAsset implements Assets {
    @Override
    public Optional<Sketch> sketch(String idOrKey) {
        return List.of(ReportHouse.ASSET, "HUS-A").contains(idOrKey)
                ? Optional.of(new Sketch(
                        ReportHouse.ASSET,
                        "Tågaborgsskolan, hus A",
                        Optional.of("u1"),
                        Optional.of(new Place("Gatan 1", Optional.of(56.05), Optional.of(12.7)))))
                : Optional.empty();
    }

    @Override
    public Optional<String> find(String idOrKey) {
        return sketch(idOrKey).map(Sketch::id);
    }

    @Override
    public Optional<String> type(String id) {
        return Optional.of("building");
    }

    @Override
    public Map<String, String> names(Collection<String> ids) {
        return Map.of();
    }

    @Override
    public List<String> below(String idOrKey) {
        return List.of();
    }
}
