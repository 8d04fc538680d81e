package org.vaksam.spi.records;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The register of assets as others point at it: only what this thread's caller may see. */
@ProviderType
public interface Assets {
    /** The id of the asset with this id or external key. */
    Optional<String> find(String idOrKey);

    /** The id of the type of this asset, {@code site} or {@code infosec.information-system}. */
    Optional<String> type(String id);

    /** Names to show, by id. */
    Map<String, String> names(Collection<String> ids);

    /** The ids of an asset and of everything below it in the tree, at most 10 000. */
    List<String> below(String idOrKey);
}
