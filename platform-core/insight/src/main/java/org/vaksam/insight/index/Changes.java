package org.vaksam.insight.index;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vaksam.spi.journal.JournalFeed.Sealed;

/**
 * What a stretch of the journal means for the index.
 *
 * @param records     ids of records that were created, changed or deleted
 * @param purgedTypes record types of which everything was removed
 * @param units       ids of units that may have moved
 * @param definitions whether modules or definitions changed
 */
record Changes(Set<String> records, Set<String> purgedTypes, Set<String> units, boolean definitions) {
    private static final String READ = "record.read";
    private static final String PURGED = "record.purged";
    private static final String UNIT = "unit";
    private static final Set<String> DEFINITIONS = Set.of("module", "definition", "record-type");

    static Changes in(List<Sealed> entries) {
        Set<String> records = new LinkedHashSet<>();
        Set<String> purgedTypes = new LinkedHashSet<>();
        Set<String> units = new LinkedHashSet<>();
        boolean definitions = false;
        for (Sealed entry : entries) {
            if (UNIT.equals(entry.subjectType())) {
                units.add(entry.subject());
            } else if (DEFINITIONS.contains(entry.subjectType())) {
                definitions = true;
            } else if (PURGED.equals(entry.action())) {
                purgedTypes.add(entry.subjectType());
            } else if (isRecord(entry) && !READ.equals(entry.action())) {
                records.add(entry.subject());
            }
        }
        return new Changes(records, purgedTypes, units, definitions);
    }

    private static boolean isRecord(Sealed entry) {
        return entry.subjectType().indexOf('.') > 0;
    }
}
