package org.vaksam.journal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.problem.Problem;
import org.vaksam.journal.SearchFixture;
import org.vaksam.journal.chain.Details;
import org.vaksam.journal.chain.EntryRow;
import org.vaksam.testkit.TestDatabase;

class JournalResourceTest {
    @Test
    void entriesAreShownAndBadParametersNamed(@TempDir Path data) throws Exception {
        try (var database = TestDatabase.derby(data);
                var parts = new SearchFixture(database, data)) {
            parts.seal(List.of(
                    entry("1", "2026-03-28T23:30:00Z", "{\"number\":\"INC-1\"}"),
                    entry("2", "2026-03-29T21:59:00Z", "no JSON")));
            var resource = new JournalResource(parts.search());

            var page = list(resource, null, null, null);
            assertThat(page.next()).isEmpty();
            assertThat(page.items()).extracting(JournalResource.Item::position).containsExactly(2L, 1L);
            assertThat(page.items().get(0).data()).containsEntry("unreadable", "no JSON");
            assertThat(page.items().get(1).data()).containsEntry("number", "INC-1");
            assertThat(page.items().get(1).by()).isEqualTo(new JournalResource.Actor(Optional.of("a"), "Åsa"));

            assertThat(list(resource, "2026-03-29", "2026-03-29", "2").items()).hasSize(2);
            assertThat(list(resource, "2026-03-30", null, "2").items()).isEmpty();
            assertThat(list(resource, null, "2026-03-28", "2").items()).isEmpty();

            refused("from", () -> list(resource, "yesterday", null, null));
            refused("to", () -> list(resource, null, "2026-02-30", null));
            refused("limit", () -> list(resource, null, null, "0"));
            refused("limit", () -> list(resource, null, null, "many"));
        }
    }

    private static JournalResource.ItemPage list(
            JournalResource resource, @Nullable String from, @Nullable String to, @Nullable String limit) {
        return resource.list(null, null, null, null, from, to, null, null, limit);
    }

    private static void refused(String parameter, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(400);
            assertThat(problem.fields().get(0).field()).isEqualTo(parameter);
        });
    }

    private static EntryRow entry(String id, String at, String data) {
        return new EntryRow(
                id.repeat(36),
                Instant.parse(at),
                Optional.of("a"),
                "Åsa",
                "record.created",
                "type",
                "subject",
                Details.plain(data));
    }
}
