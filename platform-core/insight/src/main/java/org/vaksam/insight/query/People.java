package org.vaksam.insight.query;

import java.util.List;
import java.util.UUID;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Caller;
import org.vaksam.api.text.Text;
import org.vaksam.insight.schema.Dimensions;
import org.vaksam.insight.schema.IndexSchema;
import org.vaksam.spi.records.Assets;
import org.vaksam.spi.security.Accounts;
import org.vaksam.spi.security.Units;

/** Units, assets and accounts as people name them in filters: ids, codes, user names, {@code me}. */
@Component(service = People.class)
public final class People {
    /** Before a unit's id: the unit itself, without what is below. */
    public static final String ONLY = "only:";

    /** Before an asset's id: the asset and everything below it in the tree. */
    public static final String BELOW = "below:";

    private static final String ME = "me";

    private final Units units;
    private final Accounts accounts;
    private final Assets assets;

    @Activate
    public People(@Reference Units units, @Reference Accounts accounts, @Reference Assets assets) {
        this.units = units;
        this.accounts = accounts;
        this.assets = assets;
    }

    Query unit(String value) {
        boolean only = value.startsWith(ONLY);
        String id = unitId(only ? value.substring(ONLY.length()) : value);
        return new TermQuery(new Term(only ? Dimensions.UNIT.field() : IndexSchema.UNIT_PATH, id));
    }

    /**
     * By id or external key; one that the caller may not see is filtered by its id as given, as is one that is not there, and its key
     * then finds nothing. With its parts, a hidden one has none.
     */
    Query asset(String value) {
        List<String> ids = value.startsWith(BELOW)
                ? assets.below(value.substring(BELOW.length()))
                : List.of(assets.find(value).orElse(value));
        return new TermInSetQuery(
                Dimensions.ASSET.field(), ids.stream().map(BytesRef::new).toList());
    }

    String assignee(String value, Caller caller) {
        if (ME.equals(value)) {
            return caller.account().orElse(IndexSchema.NONE);
        }
        return accounts.find(value)
                .map(Accounts.Account::id)
                .orElseGet(() -> idOrProblem(
                        Dimensions.ASSIGNEE.id(),
                        value,
                        new Text("det finns inget sådant konto", "there is no such account")));
    }

    private String unitId(String value) {
        return units.find(value)
                .map(Units.Unit::id)
                .orElseGet(() -> idOrProblem(
                        Dimensions.UNIT.id(), value, new Text("det finns ingen sådan enhet", "there is no such unit")));
    }

    /** Records may still carry the id of something that is gone. */
    private static String idOrProblem(String parameter, String value, Text otherwise) throws Problem {
        try {
            return UUID.fromString(value).toString();
        } catch (IllegalArgumentException e) {
            throw BadParameter.value(parameter, otherwise).causedBy(e);
        }
    }
}
