package org.vaksam.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.records.NewRecord;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Files as others send them. Runs where the data set lies beside the project. */
class RealFilesTest {
    private static final Path FOLDER = Path.of("..", "..", "..", "shared", "data");

    @Test
    void anAlarmFromSosAlarm() throws Exception {
        NewRecord record = new SosAlarmFormat().open().read(item("sos-alarm/001.XML", "Alarm"));
        assertThat(record.title()).isEqualTo("Brand någonstans, Dummy Address, Dummy Place");
        assertThat(record.kind()).isEqualTo("fire");
        assertThat(record.place().orElseThrow().latitude().orElseThrow()).isCloseTo(56.08381, within(1e-5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"australia", "earthquake", "weather"})
    void validWarnings(String name) throws Exception {
        NewRecord record = new CapFormat().open().read(item("cap/" + name + ".cap", "alert"));
        assertThat(record.title()).isNotBlank();
        assertThat(record.place()).isPresent();
        assertThat(record.place().orElseThrow().latitude().isPresent()).isEqualTo(!name.equals("weather"));
    }

    @Test
    void aWarningWithoutScopeIsRefused() throws Exception {
        Map<String, Object> alert = item("cap/invalid.cap", "alert");
        Problem problem =
                catchThrowableOfType(Problem.class, () -> new CapFormat().open().read(alert));
        assertThat(problem.fields()).extracting(FieldProblem::field).containsExactly("scope");
    }

    /** The element as the platform hands it over. */
    private static Map<String, Object> item(String file, String element) throws Exception {
        Path path = FOLDER.resolve(file);
        assumeTrue(Files.isReadable(path), "the data set is not here");
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        try (var in = Files.newInputStream(path)) {
            var found = factory.newDocumentBuilder().parse(in).getElementsByTagNameNS("*", element);
            assertThat(members((Element) found.item(0))).isInstanceOf(Map.class);
            return asMap(members((Element) found.item(0)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(Object value) {
        return (Map<String, Object>) value;
    }

    private static Object members(Element element) {
        var members = new LinkedHashMap<String, Object>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                members.merge(inner.getLocalName(), members(inner), RealFilesTest::both);
            }
        }
        return members.isEmpty() ? element.getTextContent() : members;
    }

    private static Object both(Object before, Object value) {
        var all = new ArrayList<>(before instanceof List<?> list ? list : List.of(before));
        all.add(value);
        return all;
    }
}
