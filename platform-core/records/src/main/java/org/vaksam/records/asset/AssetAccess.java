package org.vaksam.records.asset;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.Scope;
import org.vaksam.api.text.Text;
import org.vaksam.spi.security.Units;

/** What a caller may do with assets: each permission counts where the unit lies that owns the asset. */
@Component(service = AssetAccess.class)
public final class AssetAccess {
    public static final String READ = "platform:assets:read";
    public static final String WRITE = "platform:assets:write";

    private final Access access;
    private final Units units;

    @Activate
    public AssetAccess(@Reference Access access, @Reference Units units) {
        this.access = access;
        this.units = units;
    }

    /** The same answer for what does not exist and for what the caller may not know of. */
    static Problem missing() {
        return Problem.notFound(new Text(
                "Det finns ingen tillgång med det id:t eller den nyckeln.", "There is no asset with this id or key."));
    }

    public boolean sees(AssetRow row) {
        return covers(READ, row.unit());
    }

    public boolean mayWrite(AssetRow row) {
        return mayWriteIn(row.unit());
    }

    /** Whether the caller may put assets into this unit; without a unit, whether they may anywhere. */
    boolean mayWriteIn(Optional<String> unit) {
        return covers(WRITE, unit);
    }

    /** Whether the caller may add assets somewhere. */
    public boolean mayWriteSomewhere() {
        return access.caller().maySomewhere(WRITE);
    }

    /** 401 or 403 when there is no asset that the caller could see. */
    public void requireReading() {
        if (!access.caller().maySomewhere(READ)) {
            access.require(READ);
        }
    }

    /** 401 or 403 when there is no asset that the caller could change. */
    void requireWriting() {
        requireReading();
        if (!mayWriteSomewhere()) {
            access.require(WRITE);
        }
    }

    /** The asset, which the caller may see and change: 404, 403. */
    AssetRow requireChange(Optional<AssetRow> row) {
        AssetRow seen = row.filter(this::sees).orElseThrow(AssetAccess::missing);
        if (!mayWrite(seen)) {
            throw Problem.forbidden(WRITE);
        }
        return seen;
    }

    /** The units in which the caller sees assets, at or below a unit when one is named; all there are when empty. */
    Optional<Set<String>> unitsSeen(Optional<Units.Unit> below) {
        Scope scope = access.caller().scope(READ);
        if (scope.everywhere() && below.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(units.all().stream()
                .filter(unit -> scope.covers(unit.path()))
                .filter(unit ->
                        below.isEmpty() || unit.path().startsWith(below.get().path()))
                .map(Units.Unit::id)
                .collect(Collectors.toSet()));
    }

    private boolean covers(String permission, Optional<String> unit) {
        String path = unit.map(id -> units.find(id).map(Units.Unit::path).orElse(id + "/"))
                .orElse("");
        return access.caller().scope(permission).covers(path);
    }
}
