package org.vaksam.records.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vaksam.api.calendar.Period;
import org.vaksam.records.value.Json;
import org.vaksam.records.value.Problems;

class ConditionTest {
    private static final Map<String, Object> VALUES = Map.of(
            "form",
            "violence",
            "weapon",
            true,
            "severity",
            3,
            "cost",
            12.5,
            "occurredAt",
            Instant.parse("2026-11-20T12:00:00Z"),
            "due",
            "2026-11-23");

    private static final Facts FACTS = new Facts() {
        @Override
        public Optional<Object> value(String field) {
            return Optional.ofNullable(VALUES.get(field));
        }

        @Override
        public boolean unitWithin(String unit) {
            return unit.equals("CITY");
        }

        @Override
        public Instant now() {
            return Instant.parse("2026-11-23T12:00:00Z");
        }
    };

    /** 2026-11-20 was a Friday, 2026-11-23 a Monday. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {'field':'form','is':'violence'}            | true
            {'field':'form','is':'threat'}              | false
            {'field':'form','in':['threat','violence']} | true
            {'field':'weapon','is':true}                | true
            {'field':'severity','is':3.0}               | true
            {'field':'severity','atLeast':3}            | true
            {'field':'severity','atLeast':4}            | false
            {'field':'cost','atMost':12.5}              | true
            {'field':'nothing','atMost':5}              | false
            {'field':'nothing','is':''}                 | false
            {'field':'nothing','isSet':false}           | true
            {'field':'form','isSet':true}               | true
            {'field':'unit','within':'CITY'}            | true
            {'field':'unit','within':'SCHOOL'}          | false
            {'field':'occurredAt','within':'P3D'}       | true
            {'field':'occurredAt','within':'P1WD'}      | true
            {'field':'occurredAt','within':'PT71H'}     | false
            {'field':'due','within':'P1D'}              | true
            {'not':{'field':'weapon','is':true}}        | false
            {'all':[{'field':'weapon','is':true},{'field':'severity','atLeast':4}]} | false
            {'any':[{'field':'weapon','is':true},{'field':'severity','atLeast':4}]} | true
            """)
    void conditionsHoldOrDoNot(String condition, boolean holds) throws JsonProcessingException {
        var problems = new Problems();
        var json = new JsonObject("when", Json.MAPPER.readTree(condition.replace('\'', '"')), problems);
        assertThat(ConditionReader.read(json).orElseThrow().holds(FACTS)).isEqualTo(holds);
        assertThat(problems.all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "P10Y, true",
        "P3WD, true",
        "PT72H, true",
        "P1Y2M3W4DT5H6M, true",
        "P, false",
        "PT, false",
        "3D, false",
        "P3W, true",
        "P-3D, false"
    })
    void periodsAreOfIsoWithWorkingDays(String text, boolean valid) {
        assertThat(Period.of(text).isPresent()).isEqualTo(valid);
    }
}
