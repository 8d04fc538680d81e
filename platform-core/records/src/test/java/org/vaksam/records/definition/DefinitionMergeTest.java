package org.vaksam.records.definition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vaksam.records.definition.DefinitionSet.Resolved;
import org.vaksam.records.value.Problems;

class DefinitionMergeTest {
    private static final String BASE = DefinitionsOfTest.KIND
            .formatted(
                    """
                    , "icon": "siren", "fields": [
                      {"id": "source", "type": "text", "label": {"sv": "Källa", "en": "Source"}},
                      {"id": "cost", "type": "number", "label": {"sv": "Kostnad", "en": "Cost"}}]
                    """)
            .replace("\"kind\": \"theft\",", "");

    @Test
    void fieldsAreMergedAndTheRestIsTakenAsAWhole() {
        var problems = new Problems();
        Resolved resolved = DefinitionsOfTest.resolve(
                        problems,
                        BASE,
                        """
                        {"type": "incidents.report", "kind": "fire", "title": {"sv": "Brand", "en": "Fire"}, "fields": [
                          {"id": "cost", "type": "money", "currency": "SEK", "label": {"sv": "Skada", "en": "Damage"}},
                          {"id": "floor", "type": "number", "label": {"sv": "Våning", "en": "Floor"}}]}
                        """)
                .get(0);
        assertThat(problems.all()).isEmpty();
        KindDefinition fire = DefinitionReader.stored("fire", 1, resolved.json());
        assertThat(fire.fields()).extracting(FieldDefinition::id).containsExactly("source", "cost", "floor");
        assertThat(fire.field("cost").orElseThrow().label().en()).isEqualTo("Damage");
        assertThat(fire.title().en()).isEqualTo("Fire");
        assertThat(fire.json()).contains("siren");
        assertThat(fire.initial().id()).isEqualTo("received");
        assertThat(fire.transition("close")).isPresent();
    }

    @Test
    void statesOfTheKindReplaceThoseOfTheBaseAndMustFitItsTransitions() {
        String kind =
                """
                {"type": "incidents.report", "kind": "fire", "states": [
                  {"id": "received", "phase": "open", "label": {"sv": "Ny", "en": "New"}}]}
                """;
        assertThat(DefinitionsOfTest.complaints(BASE, kind))
                .containsExactly("a.json: transitions[close].to: There is no state closed.");
    }
}
