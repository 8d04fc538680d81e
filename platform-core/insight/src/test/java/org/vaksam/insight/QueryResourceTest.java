package org.vaksam.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.problem.Problem;
import org.vaksam.insight.rest.QueryView;
import org.vaksam.insight.suggest.Suggestion;
import org.vaksam.insight.testing.Address;
import org.vaksam.insight.testing.FakeTypes;
import org.vaksam.insight.testing.Row;
import org.vaksam.insight.testing.World;

/** A query is explained and completed, and neither tells of records that the caller may not see. */
final class QueryResourceTest {
    private static World world;

    @BeforeAll
    static void fill(@TempDir Path folder) {
        world = new World(folder);
        world.put(
                Row.number(1)
                        .title("Inbrott i skolan")
                        .kind("theft")
                        .place("Hamnen", 56, 12.7)
                        .unit("north"),
                Row.number(2)
                        .title("Hemligheten")
                        .kind("threat")
                        .place("Hamngatan", 56, 12.7)
                        .secrecy("restricted"),
                Row.number(3)
                        .title("Brandrond")
                        .place("Hamnskolan", 56, 12.7)
                        .type(FakeTypes.ROUND)
                        .kind("quarterly"));
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @BeforeEach
    void everything() {
        world.access.permissions("*");
    }

    @Test
    void aQueryIsExplainedInChips() {
        QueryView view = explain("inbrot slag:stöld  -enhet:north");
        assertThat(view.query()).isEqualTo("inbrot slag:stöld -enhet:north");
        assertThat(view.parts())
                .extracting(QueryView.Part::kind, QueryView.Part::excluded, QueryView.Part::start, QueryView.Part::end)
                .containsExactly(
                        tuple("word", false, 0, 6), tuple("filter", false, 7, 17), tuple("filter", true, 19, 31));
        QueryView.Part kind = view.parts().get(1);
        assertThat(kind.title().orElseThrow().sv()).isEqualTo("Slag");
        assertThat(kind.values()).extracting("sv").containsExactly("Stöld");
        assertThat(kind.filter()).contains(new QueryView.Filter("kind", List.of("theft")));
        assertThat(view.instead()).containsExactly(new QueryView.Instead("inbrot", "inbrott"));
    }

    @Test
    void whatARecordHasIsExplainedByItsNameAndSuggested() {
        QueryView.Part part =
                explain("har:(filer,åtgärder,handläggare)").parts().get(0);
        assertThat(part.filter()).contains(new QueryView.Filter("has", List.of("files", "actions", "assignee")));
        assertThat(part.values()).extracting("sv").containsExactly("Filer", "Åtgärder", "Handläggare");
        assertThat(part.values()).extracting("en").startsWith("Files", "Actions");
        assertThat(suggest("-har:fi")).containsExactly(tuple("value", "-has:files"));
    }

    @Test
    void theSameMeansTheSameInTheAddressAndInTheQuery() {
        for (QueryView.Part part :
                explain("slag:stöld plats:hamnen enhet:schools").parts()) {
            QueryView.Filter filter = part.filter().orElseThrow();
            assertThat(world.find(part.text()))
                    .isEqualTo(world.list(filter.name() + "=" + filter.values().get(0)))
                    .isNotEmpty();
        }
    }

    @Test
    void searchesSayWhatTheyLookedForInstead() {
        var page = world.searchResource().search(Address.of("q=hemlgiheten"));
        assertThat(page.total()).isEqualTo(1);
        assertThat(page.instead()).containsExactly(new QueryView.Instead("hemlgiheten", "hemligheten"));
    }

    @Test
    void aSlipIsNotMendedWithAWordOfHiddenRecords() {
        world.access.permissions("incidents:report:read");
        assertThat(explain("hemlgiheten").instead()).isEmpty();
        assertThat(explain("plats:hamngatan")
                        .parts()
                        .get(0)
                        .filter()
                        .orElseThrow()
                        .values())
                .containsExactly("hamngatan");
    }

    @Test
    void fieldsValuesAndRecordsComplete() {
        assertThat(suggest("sl")).contains(tuple("field", "kind:"));
        assertThat(suggest("x kind:th")).contains(tuple("value", "kind:theft"), tuple("value", "kind:threat"));
        assertThat(suggest("-slag:stö")).containsExactly(tuple("value", "-kind:theft"));
        assertThat(suggest("när:förra-k")).containsExactly(tuple("value", "occurredAt:förra-kvartalet"));
        assertThat(suggest("hamn"))
                .contains(
                        tuple("value", "place:Hamnen"),
                        tuple("value", "place:Hamngatan"),
                        tuple("value", "place:Hamnskolan"));
        assertThat(suggest("inb")).contains(tuple("record", "INC-2026-000001"));
        assertThat(suggest("INC-2026-00")).contains(tuple("record", "INC-2026-000001"));
    }

    @Test
    void restrictedRecordsAreNotOfferedEvenToThoseWhoMayReadThem() {
        assertThat(suggest("hemli")).noneMatch(item -> item.toList().get(0).equals("record"));
    }

    @Test
    void nothingIsOfferedThatOnlyStandsInHiddenRecords() {
        world.access.permissions("incidents:report:read");
        assertThat(suggest("hamn"))
                .containsOnlyOnce(tuple("value", "place:Hamnen"))
                .noneMatch(item -> item.toString().contains("Hamngatan"));
        assertThat(suggest("place:")).containsExactly(tuple("value", "place:Hamnen"));
        assertThat(suggest("type:")).containsExactly(tuple("value", "type:incidents.report"));
        assertThat(suggest("brandr")).isEmpty();
        world.access.permissions();
        assertThat(suggest("hamn")).isEmpty();
        assertThat(suggest("place:")).isEmpty();
    }

    @Test
    void theCursorDecidesWhatIsCompleted() {
        var items = world.queryResource()
                .suggest(Address.of("q=slag:th plats:ham", "at=7"))
                .get("items");
        assertThat(items).extracting(Suggestion::insert).contains("kind:theft");
        assertThat(items).allSatisfy(item -> assertThat(item.end()).isEqualTo(7));
        assertThatThrownBy(() -> world.queryResource().suggest(Address.of("q=a", "at=2")))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> world.queryResource().explain(Address.of("q=a", "colour=red")))
                .isInstanceOf(Problem.class);
    }

    private static QueryView explain(String text) {
        return world.queryResource().explain(Address.of("q=" + text));
    }

    private static List<org.assertj.core.groups.Tuple> suggest(String text) {
        return Objects.requireNonNull(world.queryResource()
                        .suggest(Address.of("q=" + text, "limit=50"))
                        .get("items"))
                .stream()
                .map(item -> tuple(item.kind(), item.insert()))
                .toList();
    }
}
