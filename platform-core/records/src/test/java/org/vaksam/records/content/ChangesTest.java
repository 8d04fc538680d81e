package org.vaksam.records.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vaksam.records.definition.DefinitionsOfTest;
import org.vaksam.records.definition.KindDefinition;
import org.vaksam.records.value.Directory;
import org.vaksam.records.value.Json;
import org.vaksam.records.value.Problems;

class ChangesTest {
    private static final KindDefinition KIND = DefinitionsOfTest.kind(
            """
            "fields": [
              {"id": "weapon", "type": "boolean", "label": {"sv": "Vapen", "en": "Weapon"}},
              {"id": "weaponKind", "type": "text", "label": {"sv": "Vilket", "en": "Which"}, "showIf": {"field": "weapon", "is": true}},
              {"id": "name", "type": "text", "sensitive": true, "label": {"sv": "Namn", "en": "Name"}}]
            """);

    private static final Directory NOBODY = new Directory() {
        @Override
        public Optional<String> unit(String idOrCode) {
            return Optional.empty();
        }

        @Override
        public Optional<String> asset(String idOrKey) {
            return Optional.empty();
        }

        @Override
        public Optional<String> assetType(String id) {
            return Optional.empty();
        }

        @Override
        public Optional<String> account(String idOrUsername) {
            return Optional.empty();
        }

        @Override
        public boolean isWithin(String unit, String idOrCode) {
            return false;
        }
    };

    @Test
    void aFieldThatIsNotAskedAnyMoreLosesItsValueAndTheJournalSaysSo() {
        Content before = create(Map.of("title", "x", "fields", Map.of("weapon", true, "weaponKind", "kniv")));
        Content after = change(before, Map.of("fields", Map.of("weapon", false)));
        assertThat(after.fields()).containsOnlyKeys("weapon");
        assertThat(Changes.between(before, after, KIND)).containsOnlyKeys("fields.weapon", "fields.weaponKind");
    }

    @Test
    void sensitiveValuesAreWithheld() {
        Content before = create(Map.of("title", "x"));
        Content after = change(before, Map.of("fields", Map.of("name", "Ada")));
        assertThat(Changes.between(before, after, KIND)).isEqualTo(Map.of("fields.name", List.of()));
    }

    @Test
    void longTextsAreCutUntilTheEntryFits() {
        Content before = create(Map.of("title", "x", "description", "\"".repeat(20_000)));
        Content after = change(before, Map.of("description", "å".repeat(20_000)));
        Map<String, Object> changes = Changes.between(before, after, KIND);
        assertThat(Json.write(changes).length()).isBetween(10_000, 24_000);
        assertThat(Json.write(changes.get("description"))).contains("…");
    }

    private static Content create(Map<String, Object> members) {
        var problems = new Problems();
        Content content = new ContentWriter(NOBODY).create(KIND, nullable(members), problems);
        assertThat(problems.all()).isEmpty();
        return content;
    }

    private static Content change(Content before, Map<String, Object> members) {
        var problems = new Problems();
        Content content = new ContentWriter(NOBODY).change(KIND, before, nullable(members), problems);
        assertThat(problems.all()).isEmpty();
        return content;
    }

    private static Map<String, @Nullable Object> nullable(Map<String, Object> members) {
        return new HashMap<>(members);
    }
}
