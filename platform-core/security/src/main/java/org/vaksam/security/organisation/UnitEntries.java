package org.vaksam.security.organisation;

import java.util.LinkedHashMap;
import org.vaksam.api.journal.Journal;

/** What the journal says about units. */
final class UnitEntries {
    private UnitEntries() {}

    /** Its facts are those of the day on which the entry is written; what is planned is in the unit's history. */
    static Journal.Entry of(UnitRow unit, boolean isNew) {
        var data = new LinkedHashMap<String, Object>();
        data.put("code", unit.code());
        data.put("name", unit.name().asMap());
        data.put("type", unit.type());
        data.put("parent", unit.parent().orElse(""));
        data.put("version", unit.version());
        unit.manager().ifPresent(account -> data.put("manager", account));
        unit.costCentre().ifPresent(centre -> data.put("costCentre", centre));
        unit.validFrom().ifPresent(date -> data.put("validFrom", date.toString()));
        unit.validTo().ifPresent(date -> data.put("validTo", date.toString()));
        unit.successor().ifPresent(successor -> data.put("successor", successor));
        unit.externalKey().ifPresent(key -> data.put("externalKey", key));
        return new Journal.Entry(isNew ? "unit.created" : "unit.changed", "unit", unit.id(), data);
    }
}
