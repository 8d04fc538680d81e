package org.vaksam.security.organisation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All units through all their time. A value: changing it makes another one. */
public final class Organisation {
    private final long revision;
    private final Map<String, UnitHistory> byId;
    private final Map<String, UnitHistory> byCode = new HashMap<>();
    private final Map<String, UnitHistory> byKey = new HashMap<>();

    Organisation(long revision, Collection<UnitHistory> units) {
        this.revision = revision;
        this.byId = new LinkedHashMap<>(units.size() * 2);
        for (UnitHistory unit : units) {
            byId.put(unit.id(), unit);
        }
        for (UnitHistory unit : byId.values()) {
            byCode.put(unit.code(), unit);
            unit.externalKey().ifPresent(key -> byKey.put(key, unit));
        }
    }

    /** Goes up with every change that is stored. */
    long revision() {
        return revision;
    }

    Collection<UnitHistory> units() {
        return Collections.unmodifiableCollection(byId.values());
    }

    Optional<UnitHistory> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<UnitHistory> byCode(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    Optional<UnitHistory> byKey(String externalKey) {
        return Optional.ofNullable(byKey.get(externalKey));
    }

    /** By id or by code. */
    Optional<UnitHistory> find(String idOrCode) {
        return byId(idOrCode).or(() -> byCode(idOrCode));
    }

    /** The same with these units as they are now, or added. */
    Organisation with(Collection<UnitHistory> changed) {
        var all = new LinkedHashMap<>(byId);
        changed.forEach(unit -> all.put(unit.id(), unit));
        return new Organisation(revision, all.values());
    }

    /** Those that are new or other than before. */
    List<UnitHistory> changedSince(Organisation before) {
        return byId.values().stream()
                .filter(unit -> before.byId(unit.id()).filter(unit::isSame).isEmpty())
                .toList();
    }

    UnitTree on(LocalDate day) {
        return new UnitTree(this, day);
    }
}
