package org.vaksam.records.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vaksam.records.definition.DefinitionsOfTest;
import org.vaksam.testkit.MemoryArchive;

/** What a module's records were connected with comes back with them. */
class ConnectionArchiveTest extends ConnectionScene {
    @Test
    void linksSeriesAndMergesComeBackOutOfAnArchive() {
        String one = theft("En");
        String two = theft("Två");
        String three = theft("Tre");
        link(one, "led-to", two);
        area.call("PUT", "records/" + one + "/series", "{\"name\":\"Serien\"}");
        area.call("PUT", "records/" + one + "/series/members/" + two, "");
        merge(three, one);

        var archive = new MemoryArchive(engine.database.rows());
        engine.database.transactions().required(() -> {
            engine.contribution.write(DefinitionsOfTest.MODULE, archive);
            return engine.contribution.remove(DefinitionsOfTest.MODULE, true);
        });
        assertThat(engine.store.count()).isZero();
        engine.database.transactions().required(() -> engine.contribution.restore(DefinitionsOfTest.MODULE, archive));
        engine.withReports();

        assertThat(links(one).at("/0/relation").asText()).isEqualTo("led-to");
        assertThat(links(one).at("/0/by/name").asText()).isEqualTo("Anna Ek");
        assertThat(links(two).at("/0/record/id").asText()).isEqualTo(one);
        assertThat(get("records/" + one + "/series").at("/leads/members/0/id").asText())
                .isEqualTo(two);
        assertThat(get("records/" + three + "/merge").at("/merged/into/id").asText())
                .isEqualTo(one);
        assertThat(unmerge(three).status()).isEqualTo(204);
    }
}
