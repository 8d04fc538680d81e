package org.vaksam.security.organisation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.security.access.ShortMemory;
import org.vaksam.security.store.SecurityTables;
import org.vaksam.spi.security.Units;

/** The units, kept in memory as a whole: there are thousands at most, and every record asks for one. */
@Component(service = {Units.class, UnitDirectory.class})
public final class UnitDirectory implements Units {
    private static final Duration MEMORY = Duration.ofSeconds(30);

    private final SecurityTables tables;
    private final ShortMemory<String, UnitTree> memory = new ShortMemory<>(MEMORY, 1);

    @Activate
    public UnitDirectory(@Reference SecurityTables tables) {
        this.tables = tables;
    }

    @Override
    public Optional<Unit> find(String idOrCode) {
        return tree().find(idOrCode).map(UnitRow::unit);
    }

    @Override
    public List<Unit> all() {
        return tree().all().stream().map(UnitRow::unit).toList();
    }

    UnitTree tree() {
        return memory.get("tree", key -> Optional.of(tables.read(sql -> new UnitTree(new UnitTable(sql).all()))))
                .orElseThrow();
    }

    /** After the commit, everything is read anew. */
    void changed() {
        tables.afterCommit(memory::forget);
    }
}
