package org.vaksam.insight.rest;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.health.Health;
import org.vaksam.api.health.Health.Status;
import org.vaksam.api.health.HealthCheck;
import org.vaksam.api.text.Text;
import org.vaksam.insight.index.IndexHome;
import org.vaksam.insight.index.IndexStatus;

/** Says how the index is. */
@Component(property = "vaksam.name=insight")
public final class IndexHealth implements HealthCheck {
    private static final long LATE_MILLIS = 30_000;

    private final IndexHome index;

    @Activate
    public IndexHealth(@Reference IndexHome index) {
        this.index = index;
    }

    @Override
    public Health check() {
        return of(index.status());
    }

    static Health of(IndexStatus status) {
        if (!status.answers()) {
            return status.failure()
                    .map(failure -> new Health(
                            Status.CRITICAL,
                            new Text(
                                    "Sökindexet kunde inte byggas: " + failure
                                            + ". Nytt försök görs inom en halv minut.",
                                    "The search index could not be built: " + failure
                                            + ". It is tried again within half a minute.")))
                    .orElseGet(() -> new Health(
                            Status.TEMPORARILY_UNAVAILABLE,
                            new Text("Sökindexet byggs.", "The search index is being built.")));
        }
        if (status.building()) {
            return new Health(
                    Status.WARN,
                    new Text(
                            "Sökindexet byggs om; det gamla svarar under tiden.",
                            "The search index is being rebuilt; the old one answers meanwhile."));
        }
        if (status.lagMillis() > LATE_MILLIS) {
            return new Health(
                    Status.WARN,
                    new Text(
                            "Sökindexet ligger " + status.lagMillis() / 1_000 + " sekunder efter journalen.",
                            "The search index is " + status.lagMillis() / 1_000 + " seconds behind the journal."));
        }
        return new Health(
                Status.OK,
                new Text(status.documents() + " poster kan sökas.", status.documents() + " records can be searched."));
    }
}
