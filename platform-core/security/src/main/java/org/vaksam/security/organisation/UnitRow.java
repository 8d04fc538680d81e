package org.vaksam.security.organisation;

import java.time.LocalDate;
import java.util.Optional;
import org.vaksam.api.text.Text;
import org.vaksam.spi.security.Units.Unit;

/**
 * A unit on one day, which is also how clients see it. One that does not exist on that day is shown as on the nearest day on which
 * it does.
 *
 * @param path  ids from the root to itself, joined and ended by {@code /}
 * @param valid whether it exists on that day
 */
public record UnitRow(
        String id,
        String code,
        Text name,
        String type,
        Optional<String> parent,
        String path,
        Optional<String> manager,
        Optional<String> costCentre,
        Optional<LocalDate> validFrom,
        Optional<LocalDate> validTo,
        Optional<String> externalKey,
        Optional<String> successor,
        int version,
        boolean valid) {

    static UnitRow of(UnitHistory unit, UnitFacts facts, String path, boolean valid) {
        return new UnitRow(
                unit.id(),
                unit.code(),
                facts.name(),
                facts.type(),
                facts.parent(),
                path,
                facts.manager(),
                facts.costCentre(),
                unit.validFrom(),
                unit.validTo(),
                unit.externalKey(),
                unit.successor(),
                unit.version(),
                valid);
    }

    Unit unit() {
        return new Unit(id, code, name, type, parent, path);
    }
}
