package org.vaksam.insight.index;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.insight.area.Areas;
import org.vaksam.spi.casework.RecordSurroundings;
import org.vaksam.spi.casework.RecordSurroundings.Surroundings;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordShares;
import org.vaksam.spi.records.RecordSource;
import org.vaksam.spi.records.RecordSteps;
import org.vaksam.spi.records.RecordTypes;
import org.vaksam.spi.security.Units;

/** Everything that documents are made of. */
@Component(service = DocumentSources.class)
public final class DocumentSources {
    private static final String STEPS = "~steps";
    private static final String AREAS = "~areas";
    private final RecordSource records;
    private final RecordTypes types;
    private final Units units;
    private final RecordShares shares;
    private final RecordSteps steps;
    private final RecordSurroundings surroundings;
    private final Areas areas;

    @Activate
    public DocumentSources(
            @Reference RecordSource records,
            @Reference RecordTypes types,
            @Reference Units units,
            @Reference RecordShares shares,
            @Reference RecordSteps steps,
            @Reference RecordSurroundings surroundings,
            @Reference Areas areas) {
        this.records = records;
        this.types = types;
        this.units = units;
        this.shares = shares;
        this.steps = steps;
        this.surroundings = surroundings;
        this.areas = areas;
    }

    RecordSource records() {
        return records;
    }

    RecordTypes types() {
        return types;
    }

    Units units() {
        return units;
    }

    Areas areas() {
        return areas;
    }

    /** What other tables hold about some records, read together. */
    Together about(List<RecordRow> rows) {
        List<String> ids = rows.stream().map(RecordRow::id).toList();
        return new Together(shares.of(ids), steps.of(ids), surroundings.of(ids));
    }

    /** How fields are taken now, and what else decides how documents are made. */
    FieldRoles roles() {
        var roles = new TreeMap<>(FieldRoles.of(types).roles());
        roles.put(STEPS, Boolean.toString(steps.complete()));
        roles.put(AREAS, areas.now().fingerprint());
        return new FieldRoles(roles);
    }

    /** The same by record. */
    record Together(
            Map<String, List<RecordShares.Share>> shares,
            Map<String, List<RecordSteps.Step>> steps,
            Map<String, Surroundings> surroundings) {
        About of(RecordRow row) {
            return new About(
                    shares.getOrDefault(row.id(), List.of()),
                    steps.getOrDefault(row.id(), List.of()),
                    surroundings.getOrDefault(row.id(), Surroundings.NONE));
        }
    }

    /** What stands about one record elsewhere. */
    record About(List<RecordShares.Share> shares, List<RecordSteps.Step> steps, Surroundings surroundings) {}
}
