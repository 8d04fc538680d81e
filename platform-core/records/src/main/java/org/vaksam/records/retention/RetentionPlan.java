package org.vaksam.records.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vaksam.api.data.Sha256;
import org.vaksam.records.definition.RetentionRule;
import org.vaksam.records.retention.RetentionRules.KindRule;
import org.vaksam.records.store.RetentionTable.Old;
import org.vaksam.spi.records.RecordRow;

/**
 * What would be removed on a day.
 *
 * @param groups every kind, with how many are due
 * @param items  what a run of this plan would do, at most so many at once
 * @param held   what is due and under a legal hold
 * @param more   there is more due than one run takes
 */
public record RetentionPlan(LocalDate on, List<Group> groups, List<Planned> items, List<Old> held, boolean more) {
    /**
     * A kind.
     *
     * @param due  how many records the rule lets go, whoever may see them; without those that are held
     * @param held how many would be due if nobody held them
     * @param all  how many closed records a kind without a rule has
     */
    public record Group(KindRule rule, long due, long held, long all) {}

    /** A record and the rule that lets it go. */
    public record Planned(RecordRow row, Instant since, RetentionRule rule) {}

    /** Stands for exactly these records in these versions under these rules. */
    public String hash() {
        Stream<String> lines = items.stream()
                .map(item -> item.row().id() + " " + item.row().version() + " "
                        + item.rule().json());
        return Sha256.hex(Stream.concat(Stream.of(on.toString()), lines).collect(Collectors.joining("\n")));
    }
}
