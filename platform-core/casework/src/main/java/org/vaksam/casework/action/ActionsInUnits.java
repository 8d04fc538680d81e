package org.vaksam.casework.action;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.text.Text;
import org.vaksam.spi.security.UnitUse;

/** How many actions a reorganisation concerns, whoever may see them. They stay with their unit and hinder nothing. */
@Component
public final class ActionsInUnits implements UnitUse {
    private final ActionTable table;

    @Activate
    public ActionsInUnits(@Reference ActionTable table) {
        this.table = table;
    }

    @Override
    public String id() {
        return "actions";
    }

    @Override
    public Text title() {
        return new Text("Åtgärder", "Actions");
    }

    @Override
    public Count in(Collection<String> units) {
        List<@Nullable Object[]> each =
                units.stream().map(unit -> new @Nullable Object[] {unit}).toList();
        List<Long> counts = table.database()
                .read(sql -> sql.listEach(
                        "SELECT COUNT(*) FROM work_action WHERE unit_id = ?", row -> row.getLong(1), each));
        return new Count(counts.stream().mapToLong(Long::longValue).sum(), 0);
    }
}
