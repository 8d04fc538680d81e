package org.vaksam.records.engine;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.Caller;
import org.vaksam.api.text.Text;
import org.vaksam.records.definition.KindDefinition;
import org.vaksam.spi.records.RecordRow;

/** What a caller may do with records. */
@Component(service = RecordPermissions.class)
public final class RecordPermissions {
    private final Access access;

    @Activate
    public RecordPermissions(@Reference Access access) {
        this.access = access;
    }

    public Caller caller() {
        return access.caller();
    }

    /** The permission's id: {@code incidents.report} and {@code read} make {@code incidents:report:read}. */
    public static String id(String type, String verb) {
        return type.replace('.', ':') + ":" + verb;
    }

    public boolean may(String type, String verb) {
        return access.caller().may(id(type, verb));
    }

    public Caller require(String type, String verb) {
        return access.require(id(type, verb));
    }

    /** Whether the record's secrecy keeps this caller out. */
    public boolean isHidden(RecordRow row) {
        return row.secrecy().equals("restricted") && !may(row.type(), "restricted");
    }

    /**
     * Handlers change and delete; whoever made a record may do so until it has been taken care of.
     *
     * @throws Problem 403, or 404 when the caller may not know of the record
     */
    public void requireChange(RecordRow row, KindDefinition definition) {
        if (isHidden(row)) {
            throw missing();
        }
        Caller caller = access.caller();
        boolean own = caller.account().isPresent()
                && caller.account().equals(row.createdBy())
                && row.state().equals(definition.initial().id())
                && may(row.type(), "create");
        if (!own) {
            require(row.type(), "handle");
        }
    }

    /** The same answer for what does not exist and for what the caller may not know of. */
    public static Problem missing() {
        return Problem.notFound(new Text(
                "Det finns ingen post med det id:t eller numret.", "There is no record with this id or number."));
    }
}
