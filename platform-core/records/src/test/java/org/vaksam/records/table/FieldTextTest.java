package org.vaksam.records.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.vaksam.api.text.Text;
import org.vaksam.records.definition.DefinitionReader;
import org.vaksam.records.definition.KindDefinition;

/** Values of every type as somebody reads them in a copy. */
class FieldTextTest {
    private final KindDefinition everything = everything();
    private final FieldText english =
            new FieldText(Locale.ENGLISH, Map.of("1", Text.same("Anna Ek"), "2", new Text("Skolan", "The school")));

    @Test
    void everyTypeIsReadable() {
        assertThat(text("ages", Map.of("from", 3, "to", new BigDecimal("7.5")))).isEqualTo("3–7.5");
        assertThat(text("ages", Map.of("to", 7))).isEqualTo("–7");
        assertThat(text("cause", "ice")).isEqualTo("Ice");
        assertThat(text("weapon", true)).isEqualTo("Yes");
        assertThat(text("contact", "1")).isEqualTo("Anna Ek");
        assertThat(text("owner", "2")).isEqualTo("The school");
        assertThat(text("thing", "3")).isEqualTo("3");
        assertThat(text("spot", Map.of("name", "Hamnen"))).isEqualTo("Hamnen");
        assertThat(text("papers", List.of("1", "3"))).isEqualTo("Anna Ek\n3");
        assertThat(text("injuries", List.of(Map.of("part", "arm", "days", 3), Map.of("part", "leg"))))
                .isEqualTo("Part: Arm, Days: 3\nPart: Leg");
        assertThat(text("people", List.of(Map.of("role", "witness", "name", "Bo"))))
                .isEqualTo("witness, Bo");
        assertThat(text("moment", "2026-07-01T10:00:00Z")).isEqualTo("2026-07-01 12:00");
    }

    private String text(String field, Object value) {
        return english.of(everything.field(field).orElseThrow(), value);
    }

    private static KindDefinition everything() {
        try (InputStream stream =
                Objects.requireNonNull(FieldTextTest.class.getResourceAsStream("/everything.definition.json"))) {
            return DefinitionReader.stored("everything", 1, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
