package org.vaksam.records.engine;

import org.vaksam.api.data.Transactions;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.security.Access;
import org.vaksam.records.asset.AssetAccess;
import org.vaksam.records.asset.AssetChange;
import org.vaksam.records.asset.AssetExport;
import org.vaksam.records.asset.AssetImport;
import org.vaksam.records.asset.AssetInput;
import org.vaksam.records.asset.AssetLists;
import org.vaksam.records.asset.AssetReading;
import org.vaksam.records.asset.AssetTypeContribution;
import org.vaksam.records.asset.AssetTypes;
import org.vaksam.records.asset.AssetsInUnits;
import org.vaksam.records.asset.Dependencies;
import org.vaksam.records.store.Tables;
import org.vaksam.spi.security.Units;

/** The register of assets as the container puts it together. */
public final class Register {
    public final AssetTypes types;
    public final AssetTypeContribution contribution;
    public final AssetAccess access;
    public final AssetReading reading;
    public final AssetLists lists;
    public final AssetChange change;
    public final Dependencies dependencies;
    public final AssetInput input;
    public final AssetImport imports;
    public final AssetExport export;
    public final AssetsInUnits use;

    Register(Tables tables, Access caller, Journal journal, Transactions transactions) {
        Units units = FakeOffice.units();
        types = new AssetTypes(tables);
        contribution = new AssetTypeContribution(tables, types, transactions);
        access = new AssetAccess(caller, units);
        reading = new AssetReading(tables, access);
        lists = new AssetLists(tables, access, units);
        input = new AssetInput(types, reading, access, units);
        change = new AssetChange(tables, access, input, journal);
        imports = new AssetImport(tables, access, input, types, reading, journal);
        use = new AssetsInUnits(tables);
        export = new AssetExport(lists, reading, types);
        dependencies = new Dependencies(tables, access, reading, journal);
    }
}
