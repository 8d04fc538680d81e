package org.vaksam.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.vaksam.api.data.Transactions;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.Problem;

class PoliceTypesResourceTest {
    private final FakePoliceTypes types = new FakePoliceTypes().with("Mord/dråp", "other");
    private final List<Journal.Entry> entries = new ArrayList<>();
    private final PoliceTypesResource resource = new PoliceTypesResource(types, new Direct(), entry -> {
        entries.add(entry);
        return "";
    });

    @Test
    void theOrganisationDecidesTheKind() {
        var mapping = resource.assign("Mord/dråp", new PoliceTypesResource.Assignment("threat-violence"));
        assertThat(mapping.kind()).isEqualTo("threat-violence");
        assertThat(resource.list().get("items")).containsExactly(mapping);
        assertThat(entries).extracting(Journal.Entry::subject).containsExactly("Mord/dråp");
    }

    @Test
    void anUnknownKindOrTypeIsRefused() {
        Problem kind = catchThrowableOfType(
                Problem.class, () -> resource.assign("Mord/dråp", new PoliceTypesResource.Assignment("murder")));
        assertThat(kind.status()).isEqualTo(422);
        assertThat(kind.fields()).singleElement().satisfies(field -> assertThat(field.field())
                .isEqualTo("kind"));
        Problem none = catchThrowableOfType(
                Problem.class, () -> resource.assign("Mord/dråp", new PoliceTypesResource.Assignment(null)));
        assertThat(none.status()).isEqualTo(422);
        Problem type = catchThrowableOfType(
                Problem.class, () -> resource.assign("Ny sort", new PoliceTypesResource.Assignment("fire")));
        assertThat(type.status()).isEqualTo(404);
        assertThat(entries).isEmpty();
    }

    private static final class Direct implements Transactions {
        @Override
        public <T> T required(Supplier<T> work) {
            return work.get();
        }

        @Override
        public void afterCommit(Runnable effect) {
            effect.run();
        }
    }
}
