package org.vaksam.records.engine;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.spi.records.RecordAccess;
import org.vaksam.spi.records.RecordRow;

/** Lets other platform bundles ask what the engine itself goes by. */
@Component
public final class AccessToRecords implements RecordAccess {
    private final RecordReading reading;
    private final RecordPermissions permissions;
    private final WhySeen sight;

    @Activate
    public AccessToRecords(
            @Reference RecordReading reading, @Reference RecordPermissions permissions, @Reference WhySeen sight) {
        this.reading = reading;
        this.permissions = permissions;
        this.sight = sight;
    }

    @Override
    public RecordRow require(String idOrNumber) {
        RecordRow row = reading.read(idOrNumber);
        return permissions.showsSecrets(row) ? row : row.withoutSecrets();
    }

    @Override
    public boolean shows(RecordRow row) {
        return permissions.shows(row);
    }

    @Override
    public boolean showsSecrets(RecordRow row) {
        return permissions.showsSecrets(row);
    }

    @Override
    public boolean mayHandle(RecordRow row) {
        return permissions.may(row, RecordPermissions.id(row.type(), "handle"));
    }

    @Override
    public void requireHandle(RecordRow row) {
        permissions.require(row, "handle");
    }

    @Override
    public boolean maySee(String account, RecordRow row) {
        return sight.sees(account, row);
    }
}
