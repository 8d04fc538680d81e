package org.vaksam.insight.query;

import java.util.Collection;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.text.Text;
import org.vaksam.insight.index.IndexHome;
import org.vaksam.insight.schema.Dimensions;
import org.vaksam.spi.security.UnitUse;

/** How many records a reorganisation concerns, whoever may see them. */
@Component
public final class RecordsInUnits implements UnitUse {
    private static final String OPEN = "open";

    private final IndexHome index;

    @Activate
    public RecordsInUnits(@Reference IndexHome index) {
        this.index = index;
    }

    @Override
    public String id() {
        return "records";
    }

    @Override
    public Text title() {
        return new Text("Ärenden", "Records");
    }

    @Override
    public Count in(Collection<String> units) {
        Query all = new TermInSetQuery(
                Dimensions.UNIT.field(), units.stream().map(BytesRef::new).toList());
        Query open = new BooleanQuery.Builder()
                .add(all, Occur.FILTER)
                .add(new TermQuery(new Term(Dimensions.PHASE.field(), OPEN)), Occur.FILTER)
                .build();
        return index.search((searcher, ordinals) -> new Count(searcher.count(all), searcher.count(open)));
    }
}
