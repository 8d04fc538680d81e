package org.vaksam.casework.notice;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.data.Ids;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.security.Responsibles;

/** Who the parties of a record are today; what a party is stands with {@link org.vaksam.spi.casework.FollowUp}. */
@Component(service = Parties.class)
public final class Parties {
    private final Responsibles responsibles;

    @Activate
    public Parties(@Reference Responsibles responsibles) {
        this.responsibles = responsibles;
    }

    /**
     * Ids of the accounts; empty when there is nobody.
     *
     * @param party a party, or the id of an account, which stands for itself
     */
    public List<String> accounts(RecordRow row, String party) {
        return switch (party) {
            case "assignee" -> row.assignee().stream().toList();
            case "reporter" -> row.createdBy().stream().toList();
            case "manager-of-unit" -> manager(row).stream().toList();
            default -> Ids.isId(party) ? List.of(party) : responsibles.holders(party, row.unit());
        };
    }

    private Optional<String> manager(RecordRow row) {
        return row.unit().flatMap(responsibles::manager);
    }
}
