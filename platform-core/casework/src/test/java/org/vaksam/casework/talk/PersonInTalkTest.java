package org.vaksam.casework.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.casework.notice.Notice;
import org.vaksam.casework.notice.NoticeKind;
import org.vaksam.casework.notice.PersonInTalk;
import org.vaksam.spi.privacy.Person;
import org.vaksam.spi.privacy.PersonPlace;
import org.vaksam.spi.privacy.PersonalData.Outcome;
import org.vaksam.testkit.TestDatabase;

/** Whoever asks to be forgotten is, in what they follow and were told, and in what others were told of them. */
class PersonInTalkTest {
    private static final Person ANNA = new Person(Optional.of(Office.ANNA), List.of("Anna Berg"));

    private Talk talk;
    private PersonInTalk data;

    TestDatabase database(Path folder) {
        return TestDatabase.derby(folder);
    }

    @BeforeEach
    void open(@TempDir Path folder) {
        talk = new Talk(database(folder));
        data = new PersonInTalk(talk.tables);
        talk.tell(Office.ANNA, NoticeKind.MENTION);
        talk.writer.tell(new Notice(
                Office.BO,
                NoticeKind.ACTION,
                Optional.empty(),
                Optional.empty(),
                "mention",
                Map.of("title", "Anna Berg slutar")));
    }

    @AfterEach
    void close() {
        talk.close();
    }

    private void said() {
        talk.tables
                .database()
                .write(sql -> sql.update(
                        "INSERT INTO record_comment (id, record_id, author, text, mentions, version, created_at)"
                                + " VALUES (?, ?, ?, 'Min kommentar', '', 1, CURRENT_TIMESTAMP)",
                        Office.THREAT,
                        Office.THEFT,
                        Office.ANNA));
    }

    @Test
    void isFoundAndCopied() {
        List<PersonPlace> places = data.find(ANNA).places();
        assertThat(places).hasSize(2);
        assertThat(places.get(0).found()).containsExactly("notices");
        assertThat(String.valueOf(data.copy(ANNA, Office.ANNA).get("notices"))).contains("mention");
        assertThat(data.copy(ANNA, places.get(1).id()).toString()).contains("Anna Berg slutar");
        assertThat(data.find(new Person(Optional.empty(), List.of("Nobody"))).places())
                .isEmpty();
    }

    @Test
    void isErasedOnceAndOnlyAsItWasFound() {
        List<PersonPlace> places = data.find(ANNA).places();
        talk.tell(Office.ANNA, NoticeKind.COMMENT);
        assertThat(data.erase(ANNA, places.get(0).id(), places.get(0).version()))
                .isEqualTo(Outcome.CHANGED);
        for (PersonPlace place : data.find(ANNA).places()) {
            assertThat(data.erase(ANNA, place.id(), place.version())).isEqualTo(Outcome.ERASED);
            assertThat(data.erase(ANNA, place.id(), place.version())).isEqualTo(Outcome.GONE);
        }
        assertThat(data.find(ANNA).places()).isEmpty();
        assertThat(talk.told(Office.ANNA)).isEmpty();
        assertThat(talk.told(Office.BO)).hasSize(1);
        said();
        assertThat(data.find(ANNA).places()).singleElement().satisfies(place -> {
            assertThat(place.found()).containsExactly("comments");
            assertThat(place.kept()).isPresent();
        });
        assertThat(String.valueOf(data.copy(ANNA, Office.ANNA).get("comments"))).contains("Min kommentar");
    }
}
