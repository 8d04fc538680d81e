package org.vaksam.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TownTest {
    private static final Path DEFINITIONS =
            Path.of("../../modules/incidents/src/main/resources/META-INF/vaksam/definitions");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final List<TownUnit> units = TownUnit.all();
    private final List<Incident> incidents = town(TODAY).incidents(1_500);

    @Test
    void theOrganisationIsATree() {
        assertThat(units).hasSizeBetween(55, 75);
        assertThat(units).extracting(TownUnit::code).doesNotHaveDuplicates();
        assertThat(units.get(0).parent()).isEmpty();
        assertThat(units.stream().skip(1)).allSatisfy(unit -> assertThat(units.subList(0, units.indexOf(unit)))
                .extracting(TownUnit::code)
                .contains(unit.parent().orElseThrow()));
        assertThat(units).filteredOn(unit -> !unit.group().isEmpty()).allSatisfy(unit -> {
            assertThat(unit.latitude()).isBetween(56.0, 56.1);
            assertThat(unit.longitude()).isBetween(12.6, 12.8);
        });
    }

    @Test
    void theSameDayMakesTheSameTown() {
        assertThat(town(TODAY).incidents(1_500)).isEqualTo(incidents);
        assertThat(incidents).extracting(Incident::likeness).doesNotHaveDuplicates();
        assertThat(incidents).isSortedAccordingTo((a, b) -> a.occurredAt().compareTo(b.occurredAt()));
        assertThat(incidents).allSatisfy(incident -> assertThat(incident.occurredAt())
                .isBetween(Instant.parse("2025-05-22T00:00:00Z"), Instant.parse("2026-11-22T23:00:00Z")));
        assertThat(town(TODAY).incidents(100))
                .allSatisfy(incident -> assertThat(incidents).contains(incident));
    }

    @Test
    void oldIncidentsAreDealtWithAndNewOnesAreNot() {
        Instant recent = Instant.parse("2026-09-22T00:00:00Z");
        assertThat(share(incidents, incident -> incident.occurredAt().isBefore(recent) && isClosed(incident)))
                .isGreaterThan(0.85
                        * share(incidents, incident -> incident.occurredAt().isBefore(recent)));
        assertThat(incidents)
                .anySatisfy(incident -> assertThat(incident.moves()).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void everyFormCanBeFilledInThisWay(Pattern pattern) throws IOException {
        JsonNode definition = definition(pattern.kind());
        JsonNode everyKind = definition("report");
        assertThat(pattern.months()).hasSize(12);
        assertThat(pattern.severity()).hasSize(5);
        assertThat(units).extracting(TownUnit::group).containsAll(pattern.groups());
        pattern.fields().properties().forEach(how -> {
            JsonNode field = field(definition, how.getKey())
                    .or(() -> field(everyKind, how.getKey()))
                    .orElseThrow(() -> new AssertionError(how.getKey()));
            String type = field.path("type").asText();
            assertThat(type).isEqualTo(typeFor(how.getValue(), type));
            if (type.equals("choice")) {
                Set<String> choices = new HashSet<>();
                field.path("choices")
                        .forEach(choice -> choices.add(choice.path("id").asText()));
                how.getValue().path("oneOf").forEach(value -> assertThat(choices)
                        .contains(value.asText()));
            }
        });
        definition.path("fields").forEach(field -> {
            if (field.path("required").asBoolean()) {
                assertThat(pattern.fields().fieldNames().next())
                        .isEqualTo(field.path("id").asText());
            }
        });
    }

    static List<Pattern> patterns() {
        return Pattern.all();
    }

    private static String typeFor(JsonNode how, String type) {
        if (how.has("chance")) {
            return "boolean";
        }
        if (how.has("from")) {
            return type.equals("money") ? "money" : "number";
        }
        return how.has("text") ? "long-text" : type.equals("text") ? "text" : "choice";
    }

    private static JsonNode definition(String name) throws IOException {
        return new ObjectMapper()
                .readTree(DEFINITIONS.resolve(name + ".definition.json").toFile());
    }

    private static Optional<JsonNode> field(JsonNode definition, String id) {
        for (JsonNode field : definition.path("fields")) {
            if (field.path("id").asText().equals(id)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    private static boolean isClosed(Incident incident) {
        Map<Boolean, Long> ends = incident.moves().stream()
                .collect(Collectors.partitioningBy(
                        move -> Set.of("close", "duplicate", "reject", "refer").contains(move.transition()),
                        Collectors.counting()));
        return ends.getOrDefault(true, 0L) > 0;
    }

    private static double share(List<Incident> incidents, java.util.function.Predicate<Incident> which) {
        return (double) incidents.stream().filter(which).count() / incidents.size();
    }

    private Town town(LocalDate day) {
        return new Town(day, units, List.of("sara.ekdahl", "erik.sandberg"));
    }
}
