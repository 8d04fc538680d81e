package org.vaksam.incidents;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.data.Database;

/** Keeps the table of police types in the module's own schema. */
@Component(service = PoliceTypes.class)
public final class StoredPoliceTypes implements PoliceTypes {
    private final Database database;

    @Activate
    public StoredPoliceTypes(@Reference Database database) {
        this.database = database;
    }

    @Override
    public List<Mapping> all() {
        return database.read(entities ->
                entities
                        .createQuery("SELECT t FROM PoliceType t ORDER BY t.name", PoliceType.class)
                        .getResultList()
                        .stream()
                        .map(StoredPoliceTypes::mapping)
                        .toList());
    }

    @Override
    public void seen(String name) {
        database.write(entities -> {
            var known = entities.find(PoliceType.class, name);
            if (known != null) {
                known.seen(Instant.now());
                return name;
            }
            var added = new PoliceType(name, Kinds.OTHER);
            added.seen(Instant.now());
            entities.persist(added);
            return name;
        });
    }

    @Override
    public Optional<Mapping> assign(String name, String kind) {
        return database.write(entities -> Optional.ofNullable(entities.find(PoliceType.class, name))
                .map(type -> {
                    type.becomes(kind);
                    return mapping(type);
                }));
    }

    private static Mapping mapping(PoliceType type) {
        return new Mapping(type.name(), type.kind(), type.firstSeen());
    }
}
