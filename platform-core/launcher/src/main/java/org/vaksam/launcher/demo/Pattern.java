package org.vaksam.launcher.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Arrays;
import java.util.List;

/**
 * How a kind of incident occurs in the town.
 *
 * @param weight   how common it is
 * @param groups   where it happens, see {@link TownUnit#group}
 * @param months   how common it is in each month, January first
 * @param hours    when in the day
 * @param severity how common each severity is, 0 first
 * @param fields   field id to how its value is chosen
 */
record Pattern(
        String kind,
        int weight,
        List<String> groups,
        int[] months,
        Hours hours,
        int[] severity,
        List<String> titles,
        List<String> texts,
        JsonNode fields) {
    /** When in the day: first hour, and how many hours on. */
    enum Hours {
        ANY(0, 24),
        DAY(7, 11),
        EVENING(15, 9),
        NIGHT(20, 10);

        final int first;
        final int span;

        Hours(int first, int span) {
            this.first = first;
            this.span = span;
        }
    }

    static List<Pattern> all() {
        var json = JsonMapper.builder()
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .build();
        try {
            return Arrays.asList(json.readValue(Resource.text("incidents.json"), Pattern[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
