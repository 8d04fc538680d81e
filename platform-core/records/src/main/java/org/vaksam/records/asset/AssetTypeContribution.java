package org.vaksam.records.asset;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.data.Transactions;
import org.vaksam.api.text.Text;
import org.vaksam.records.definition.AssetType;
import org.vaksam.records.definition.AssetTypeReader;
import org.vaksam.records.store.Tables;
import org.vaksam.records.value.Json;
import org.vaksam.records.value.Problems;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.kernel.Contribution;
import org.vaksam.spi.kernel.ModuleDescriptor;

/**
 * Publishes the types of assets that a module brings. The assets belong to the organisation: they stay when the module goes, also
 * when its own data is purged, because records of other areas point at them.
 */
@Component(service = Contribution.class)
public final class AssetTypeContribution implements Contribution {
    private static final String WHAT = "asset-type";
    private static final String LIST = "assets";
    private static final int LARGEST = 30_000;

    private final PlatformDatabase database;
    private final AssetTypes types;
    private final Transactions transactions;

    @Activate
    public AssetTypeContribution(
            @Reference Tables tables, @Reference AssetTypes types, @Reference Transactions transactions) {
        this.database = tables.database();
        this.types = types;
        this.transactions = transactions;
    }

    @Override
    public List<Change> apply(ModuleDescriptor module, Bundle bundle) {
        List<AssetType> wanted = read(module);
        List<Change> changes = database.write(sql -> publish(sql, module, wanted));
        transactions.afterCommit(types::reload);
        return changes;
    }

    @Override
    public List<Change> remove(ModuleDescriptor module, boolean purge) {
        List<Change> changes = database.write(sql -> publish(sql, module, List.of()));
        transactions.afterCommit(types::reload);
        return changes;
    }

    private static List<AssetType> read(ModuleDescriptor module) {
        var problems = new Problems();
        var read = new ArrayList<AssetType>();
        for (Map<String, Object> json : module.assets()) {
            String path = LIST + "[" + json.getOrDefault("id", read.size()) + "]";
            AssetType type = AssetTypeReader.read(module.id(), path, Json.MAPPER.valueToTree(json), problems);
            if (read.stream().anyMatch(other -> other.id().equals(type.id()))) {
                problems.add(path, "Står två gånger.", "Stands twice.");
            }
            if (type.json().length() > LARGEST) {
                problems.add(path, "Är för stor.", "Is too large.");
            }
            read.add(type);
        }
        problems.throwIfAny();
        return read;
    }

    private List<Change> publish(Sql sql, ModuleDescriptor module, List<AssetType> wanted) throws SQLException {
        Map<String, AssetType> known = types.stored(sql).stream()
                .filter(type -> type.module().equals(module.id()))
                .collect(Collectors.toMap(AssetType::id, Function.identity()));
        var changes = new ArrayList<Change>();
        for (AssetType type : wanted) {
            AssetType before = known.remove(type.id());
            if (before == null || before.dormant() || !before.json().equals(type.json())) {
                types.put(sql, type);
                changes.add(new Change(before == null ? "added" : "changed", WHAT, type.id(), type.title()));
            }
        }
        for (AssetType gone : known.values()) {
            if (!gone.dormant()) {
                types.put(sql, gone.dormant(true));
                changes.add(new Change("changed", WHAT, gone.id(), STAYS));
            }
        }
        return changes;
    }

    private static final Text STAYS =
            new Text("Tillgångarna ligger kvar och kan läsas.", "The assets stay and can be read.");
}
