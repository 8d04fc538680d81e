package org.vaksam.security.organisation;

import java.time.LocalDate;
import java.util.Optional;
import org.vaksam.api.text.Text;
import org.vaksam.spi.security.Units.Unit;

/** A row of {@code unit}, which is also how clients see it. */
public record UnitRow(
        String id,
        String code,
        Text name,
        String type,
        Optional<String> parent,
        String path,
        Optional<LocalDate> validFrom,
        Optional<LocalDate> validTo,
        Optional<String> externalKey) {

    Unit unit() {
        return new Unit(id, code, name, type, parent, path);
    }

    UnitRow at(Optional<String> newParent, String newPath) {
        return new UnitRow(id, code, name, type, newParent, newPath, validFrom, validTo, externalKey);
    }
}
