package org.vaksam.spi.records;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.vaksam.api.records.Place;

/** The register of assets as others point at it: only what this thread's caller may see. */
@ProviderType
public interface Assets {
    /**
     * What a report about an asset goes by.
     *
     * @param unit  id of the unit that owns it
     * @param place where it is, if that is known
     */
    record Sketch(String id, String name, Optional<String> unit, Optional<Place> place) {}

    /** The asset with this id or external key, unless it is retired. */
    Optional<Sketch> sketch(String idOrKey);

    /** The id of the asset with this id or external key. */
    Optional<String> find(String idOrKey);

    /** The id of the type of this asset, {@code site} or {@code infosec.information-system}. */
    Optional<String> type(String id);

    /** Names to show, by id. */
    Map<String, String> names(Collection<String> ids);

    /** The ids of an asset and of everything below it in the tree, at most 10 000. */
    List<String> below(String idOrKey);
}
