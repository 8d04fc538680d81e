package org.vaksam.security.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.vaksam.spi.security.AccessPreview;
import org.vaksam.spi.security.UnitUse;

/** Whom a reorganisation concerns, as far as anybody is there who knows: they themselves need the units first. */
@Component(service = Concerned.class)
public final class Concerned {
    private final List<UnitUse> uses = new CopyOnWriteArrayList<>();
    private final AtomicReference<AccessPreview> access = new AtomicReference<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void bindUse(UnitUse use) {
        uses.add(use);
    }

    void unbindUse(UnitUse use) {
        uses.remove(use);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void bindAccess(AccessPreview preview) {
        access.set(preview);
    }

    void unbindAccess(AccessPreview preview) {
        access.compareAndSet(preview, null);
    }

    /** What lives in these units. */
    List<Preview.Use> in(Collection<String> units) {
        return uses.stream()
                .map(use -> {
                    UnitUse.Count count = use.in(units);
                    return new Preview.Use(use.id(), use.title(), count.all(), count.open());
                })
                .toList();
    }

    Optional<AccessPreview.Difference> access(List<AccessPreview.Move> moves) {
        return Optional.ofNullable(access.get()).map(preview -> preview.of(moves));
    }
}
