package org.vaksam.operations.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.spi.kernel.ModuleTrust;

class TrustResourceTest {
    private final ObedientTrust trust = new ObedientTrust();
    private final TrustResource resource = new TrustResource(trust);

    @Test
    void everythingIsHandedOn() {
        assertThat(resource.list().policy()).isEqualTo("enforce");
        resource.add(Map.of("certificate", "pem"));
        resource.remove("fingerprint");
        resource.countersign(Map.of("plan", "hash", "reason", "ours"));
        resource.withdraw("sha");

        assertThat(trust.asked)
                .containsExactly("add pem", "remove fingerprint", "countersign hash ours", "withdraw sha");
    }

    @Test
    void everyFieldIsChecked() {
        assertFields(List.of("certificate"), () -> resource.add(Map.of()));
        assertFields(List.of("colour", "certificate"), () -> resource.add(Map.of("colour", "red")));
        assertFields(List.of("plan", "reason"), () -> resource.countersign(Map.of()));
        assertFields(List.of("plan"), () -> resource.countersign(Map.of("plan", 7, "reason", "ours")));
        assertThat(trust.asked).isEmpty();
    }

    private static void assertFields(List<String> fields, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fields())
                .extracting(FieldProblem::field)
                .containsExactlyInAnyOrderElementsOf(fields));
    }

    /** A trust store that remembers what it was asked. */
    private static final class ObedientTrust implements ModuleTrust {
        private final List<String> asked = new ArrayList<>();

        @Override
        public String policy() {
            return "enforce";
        }

        @Override
        public List<Certificate> certificates() {
            return List.of();
        }

        @Override
        public Certificate add(String pem) {
            asked.add("add " + pem);
            return new Certificate(
                    "f", "CN=Maker", Instant.EPOCH, Instant.EPOCH, "administrator", Optional.empty(), Optional.empty());
        }

        @Override
        public void remove(String fingerprint) {
            asked.add("remove " + fingerprint);
        }

        @Override
        public List<Countersignature> countersignatures() {
            return List.of();
        }

        @Override
        public Countersignature countersign(String planHash, String reason) {
            asked.add("countersign " + planHash + " " + reason);
            return new Countersignature("sha", "alfa", "1.0.0", reason, "Anna", Instant.EPOCH);
        }

        @Override
        public void withdraw(String sha) {
            asked.add("withdraw " + sha);
        }
    }
}
