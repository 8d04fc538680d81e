package org.vaksam.records.asset;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.text.Text;
import org.vaksam.records.store.Tables;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.security.UnitUse;

/** How many assets a reorganisation concerns, whoever may see them. They stay with their unit and hinder nothing. */
@Component
public final class AssetsInUnits implements UnitUse {
    private final PlatformDatabase database;

    @Activate
    public AssetsInUnits(@Reference Tables tables) {
        this.database = tables.database();
    }

    @Override
    public String id() {
        return "assets";
    }

    @Override
    public Text title() {
        return new Text("Tillgångar", "Assets");
    }

    @Override
    public Count in(Collection<String> units) {
        List<@Nullable Object[]> each =
                units.stream().map(unit -> new @Nullable Object[] {unit}).toList();
        List<Long> counts = database.read(
                sql -> sql.listEach("SELECT COUNT(*) FROM asset WHERE unit_id = ?", row -> row.getLong(1), each));
        return new Count(counts.stream().mapToLong(Long::longValue).sum(), 0);
    }
}
