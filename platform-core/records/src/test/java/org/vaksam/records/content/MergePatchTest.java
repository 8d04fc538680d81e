package org.vaksam.records.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vaksam.records.value.Json;

class MergePatchTest {
    /** The examples of RFC 7396, appendix A. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"a":"b"}           | {"a":"c"}                  | {"a":"c"}
            {"a":"b"}           | {"b":"c"}                  | {"a":"b","b":"c"}
            {"a":"b"}           | {"a":null}                 | {}
            {"a":"b","b":"c"}   | {"a":null}                 | {"b":"c"}
            {"a":["b"]}         | {"a":"c"}                  | {"a":"c"}
            {"a":"c"}           | {"a":["b"]}                | {"a":["b"]}
            {"a":{"b":"c"}}     | {"a":{"b":"d","c":null}}   | {"a":{"b":"d"}}
            {"a":[{"b":"c"}]}   | {"a":[1]}                  | {"a":[1]}
            ["a","b"]           | ["c","d"]                  | ["c","d"]
            {"a":"b"}           | ["c"]                      | ["c"]
            {"a":"foo"}         | null                       | null
            {"e":null}          | {"a":1}                    | {"e":null,"a":1}
            [1,2]               | {"a":"b","c":null}         | {"a":"b"}
            {}                  | {"a":{"bb":{"ccc":null}}}  | {"a":{"bb":{}}}
            """)
    void asTheStandardSays(String target, String patch, String result) throws JsonProcessingException {
        assertThat(Json.write(MergePatch.apply(value(target), value(patch)))).isEqualTo(result);
    }

    private static Object value(String json) throws JsonProcessingException {
        return Json.MAPPER.readValue(json, Object.class);
    }
}
