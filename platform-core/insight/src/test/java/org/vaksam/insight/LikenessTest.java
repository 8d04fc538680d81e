package org.vaksam.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.insight.testing.Row;
import org.vaksam.insight.testing.World;
import org.vaksam.spi.records.RecordLikeness.Like;

/** What resembles a record is found by words and by people, and only by who may see it. */
final class LikenessTest {
    private static final Row FIRST =
            Row.number(1).title("Inbrott i skolans källare").description("Skåp uppbrutna och verktyg stulna");

    private World world;

    @BeforeEach
    void fill(@TempDir Path folder) {
        world = new World(folder);
        world.put(
                FIRST,
                Row.number(2).title("Inbrottet i skolkällaren").description("Skåpen uppbrutna, verktygen stulna"),
                Row.number(3).title("Brand i papperskorg").description("Släckt av vakten"),
                Row.number(4).title("Brand i vagn").description("Släckt av vakten"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void otherFormsOfTheSameWordsAreSimilarAndTheRecordItselfIsNot() {
        List<Like> likes = world.likeness().similarText(FIRST.build(), 10);
        assertThat(likes).extracting(Like::id).containsExactly(Row.id(2));
        assertThat(likes.get(0).share()).isGreaterThan(0.5).isLessThanOrEqualTo(1);
    }

    @Test
    void whatTheCallerMayNotSeeIsNotFound() {
        world.put(Row.number(5)
                .title("Inbrott i skolans källare")
                .description("Skåp uppbrutna")
                .secrecy("restricted"));
        world.access.permissions("incidents:report:read");
        assertThat(world.likeness().similarText(FIRST.build(), 10))
                .extracting(Like::id)
                .containsExactly(Row.id(2));
        world.access.permissions();
        assertThat(world.likeness().similarText(FIRST.build(), 10)).isEmpty();
    }

    @Test
    void peopleAreTheSameByFullNameTelephoneAddressOrNumber() {
        Row named = people(10, Map.of("role", "suspect", "name", "Karin  EK", "phone", "+46 70-123 45 67"));
        world.put(
                named,
                people(11, Map.of("role", "witness", "name", "karin ek")),
                people(12, Map.of("role", "witness", "name", "K", "phone", "070 123 45 67")),
                people(13, Map.of("role", "witness", "name", "Karin")));
        assertThat(world.likeness().samePeople(named.build(), 10)).containsExactly(Row.id(12), Row.id(11));

        Row number = Row.number(20).description("Den misstänkte, 19811218-9876, sprang");
        world.put(
                number, Row.number(21).title("811218 9876 igen"), Row.number(22).title("811218-9875 är inget nummer"));
        assertThat(world.likeness().samePeople(number.build(), 10)).containsExactly(Row.id(21));
        world.access.permissions();
        assertThat(world.likeness().samePeople(number.build(), 10)).isEmpty();
    }

    @Test
    void aRecordWithoutWordsAndPeopleResemblesNothing() {
        assertThat(world.likeness().similarText(Row.number(30).build(), 10)).isEmpty();
        assertThat(world.likeness().samePeople(Row.number(30).build(), 10)).isEmpty();
    }

    private static Row people(long number, Map<String, Object> person) {
        return Row.number(number).field("people", List.of(person));
    }
}
