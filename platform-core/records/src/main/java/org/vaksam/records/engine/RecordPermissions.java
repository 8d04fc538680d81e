package org.vaksam.records.engine;

import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.Caller;
import org.vaksam.api.security.Scope;
import org.vaksam.api.text.Text;
import org.vaksam.records.definition.KindDefinition;
import org.vaksam.records.value.Problems;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordShares;
import org.vaksam.spi.records.RecordVisibility;
import org.vaksam.spi.security.Units;

/** What a caller may do with records. */
@Component(service = RecordPermissions.class)
public final class RecordPermissions {
    private final Access access;
    private final Units units;
    private final RecordShares shares;

    @Activate
    public RecordPermissions(@Reference Access access, @Reference Units units, @Reference RecordShares shares) {
        this.access = access;
        this.units = units;
        this.shares = shares;
    }

    /** Where nothing is shared. */
    public RecordPermissions(Access access, Units units) {
        this(access, units, RecordShares.NONE);
    }

    public Caller caller() {
        return access.caller();
    }

    /** The permission's id: {@code incidents.report} and {@code read} make {@code incidents:report:read}. */
    public static String id(String type, String verb) {
        return RecordVisibility.permission(type, verb);
    }

    /** Whether the caller may do this with some records of the type. */
    public boolean may(String type, String verb) {
        return access.caller().maySomewhere(id(type, verb));
    }

    /** Returns the caller, who may do this with some records of the type, or throws 401 or 403. */
    public Caller require(String type, String verb) {
        return may(type, verb) ? access.caller() : access.require(id(type, verb));
    }

    /** Whether the caller has this permission where the record is. */
    public boolean may(RecordRow row, String permission) {
        return access.caller().scope(permission).covers(RecordVisibility.path(row, units));
    }

    /** 403 without this permission where the record is. */
    public void require(RecordRow row, String verb) {
        String permission = id(row.type(), verb);
        if (!may(row, permission)) {
            throw Problem.forbidden(permission);
        }
    }

    /** 403 when there is nothing of this type that the caller could see. */
    public void requireArea(String type) {
        if (!visibility(type).isAny()) {
            access.require(id(type, "read"));
        }
    }

    /** Whether the caller may see the record. */
    public boolean shows(RecordRow row) {
        return visibility(row.type()).shows(row, units, shares);
    }

    /** Whether the caller, who may see the record, may read what is secret in it. */
    public boolean showsSecrets(RecordRow row) {
        return visibility(row.type()).showsSecrets(row, units, shares);
    }

    /** Whether the caller may know that there is such a record: also who handles it without reading. */
    boolean knows(RecordRow row) {
        Scope handled = access.caller().scope(id(row.type(), "handle"));
        return visibility(row.type()).orWhere(handled).shows(row, units, shares);
    }

    /**
     * Handlers change and delete; whoever made a record may do so until it has been taken care of.
     *
     * @throws Problem 403
     */
    public void requireChange(RecordRow row, KindDefinition definition) {
        Caller caller = access.caller();
        boolean own = caller.account().isPresent()
                && caller.account().equals(row.createdBy())
                && row.state().equals(definition.initial().id())
                && may(row.type(), "create");
        if (!own) {
            require(row, "handle");
        }
    }

    /** Adds a problem when the caller may not put records of this type in this unit. */
    void checkPlace(String type, Optional<String> unit, Problems problems) {
        String path = unit.flatMap(units::find).map(Units.Unit::path).orElse("");
        if (!access.caller().scope(id(type, "create")).covers(path)) {
            problems.add("unit", "Ange en enhet där du får lägga poster.", "Name a unit in which you may put records.");
        }
    }

    /** Costs as much as finding that a record is not shared, for those that are not there: time must not tell them apart. */
    void lookInVain(String wanted) {
        shares.isSharedWith(wanted, Set.of());
    }

    /** The same answer for what does not exist and for what the caller may not know of. */
    public static Problem missing() {
        return Problem.notFound(new Text(
                "Det finns ingen post med det id:t eller numret.", "There is no record with this id or number."));
    }

    private RecordVisibility visibility(String type) {
        return RecordVisibility.of(access.caller(), type);
    }
}
