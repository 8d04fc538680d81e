package org.vaksam.insight.query;

import java.util.List;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.Caller;
import org.vaksam.api.text.Text;
import org.vaksam.insight.schema.Dimensions;
import org.vaksam.spi.records.RecordShares;
import org.vaksam.spi.records.RecordTypes;
import org.vaksam.spi.records.RecordVisibility;

/** Puts the caller's permissions into every query: what is not visible is in no list, no count and no chart. */
@Component(service = Scopes.class)
public final class Scopes {
    private final Access access;
    private final RecordTypes recordTypes;

    private final RecordShares shares;

    @Activate
    public Scopes(@Reference Access access, @Reference RecordTypes recordTypes, @Reference RecordShares shares) {
        this.access = access;
        this.recordTypes = recordTypes;
        this.shares = shares;
    }

    /** The caller's scope over these types; all they may read when none is named. */
    public Scope of(List<String> requested) {
        Caller caller = access.caller();
        List<String> types = requested.isEmpty() ? readable(caller) : checked(requested, caller);
        boolean everything = requested.isEmpty() && caller.may("*");
        Query visible = everything ? new MatchAllDocsQuery() : visible(types, caller);
        return new Scope(caller, types, visible, new Dimensions(recordTypes, types));
    }

    private List<String> readable(Caller caller) {
        return recordTypes.types().stream()
                .map(RecordTypes.Type::name)
                .filter(type -> RecordVisibility.of(caller, type).isAny())
                .toList();
    }

    private List<String> checked(List<String> requested, Caller caller) {
        for (String type : requested) {
            if (recordTypes.type(type).isEmpty()) {
                throw BadParameter.value(
                        "type", new Text("det finns ingen sådan posttyp", "there is no such record type"));
            }
            if (!RecordVisibility.of(caller, type).isAny()) {
                throw Problem.forbidden(RecordVisibility.permission(type, "read"));
            }
        }
        return requested.stream().distinct().toList();
    }

    private Query visible(List<String> types, Caller caller) {
        var visible = new VisibleRecords(shares.today());
        types.forEach(type -> visible.add(type, RecordVisibility.of(caller, type)));
        return visible.query();
    }
}
