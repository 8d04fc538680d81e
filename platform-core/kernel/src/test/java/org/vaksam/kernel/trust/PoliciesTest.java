package org.vaksam.kernel.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vaksam.kernel.ModuleKernel;
import org.vaksam.spi.data.Dialect;
import org.vaksam.spi.kernel.ModuleTrust.Certificate;
import org.vaksam.spi.kernel.ModuleTrust.Countersignature;
import org.vaksam.testkit.TestDatabase;
import org.vaksam.testkit.signing.TestSigner;

/** What a policy makes of an unsigned file, and the trust store on both databases. */
class PoliciesTest {
    private static final String SHA = "a".repeat(64);

    @Test
    void whatCannotBeMeantIsTheStrictest() {
        assertThat(SignaturePolicy.named(Optional.empty())).isEqualTo(SignaturePolicy.ENFORCE);
        assertThat(SignaturePolicy.named(Optional.of(""))).isEqualTo(SignaturePolicy.ENFORCE);
        assertThat(SignaturePolicy.named(Optional.of("off"))).isEqualTo(SignaturePolicy.ENFORCE);
        assertThat(SignaturePolicy.named(Optional.of("warn"))).isEqualTo(SignaturePolicy.WARN);
        assertThat(SignaturePolicy.named(Optional.of("develop"))).isEqualTo(SignaturePolicy.DEVELOP);
    }

    @ParameterizedTest
    @EnumSource(SignaturePolicy.class)
    void eachPolicySaysItInItsWay(SignaturePolicy policy, @TempDir Path folder) {
        try (TestDatabase database = TestDatabase.derby(folder).migrate("kernel", ModuleKernel.class)) {
            Verdict verdict = new Judge(policy, store(database), Clock.systemUTC()).of(SHA, Seal.none());

            assertThat(verdict.accepted()).isEqualTo(policy != SignaturePolicy.ENFORCE);
            assertThat(verdict.signature().words().en())
                    .isEqualTo(
                            switch (policy) {
                                case ENFORCE ->
                                    "The file is not signed. Ask for a signed file,"
                                            + " or countersign the file (vaksam module countersign).";
                                case WARN -> "WARNING: The file is not signed.";
                                case DEVELOP -> "The file is not signed.";
                            });
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void theStoreKeepsWhatAdministratorsDecide(Dialect dialect, @TempDir Path folder) {
        TestDatabase opened =
                switch (dialect) {
                    case DERBY -> TestDatabase.derby(folder);
                    case POSTGRESQL -> TestDatabase.postgresql();
                };
        try (TestDatabase database = opened.migrate("kernel", ModuleKernel.class)) {
            Certificate added = store(database).add(TestSigner.of("Maker").pem(), "Anna");
            var first = new Countersignature(SHA, "alfa", "1.0.0", "First", "Anna", added.validFrom());
            var second = new Countersignature(SHA, "alfa", "1.0.0", "Second", "Bo", added.validFrom());
            store(database).approve(first);
            store(database).approve(second);

            assertThat(store(database).certificates()).containsExactly(added);
            assertThat(store(database).countersignatures()).containsExactly(second);
            store(database).remove(added.fingerprint());
            store(database).withdraw(SHA);
            assertThat(store(database).certificates()).isEmpty();
            assertThat(store(database).countersignatures()).isEmpty();
        }
    }

    private static TrustStore store(TestDatabase database) {
        return new TrustStore(
                new TrustFolder(Optional.empty()), database.database(), database.transactions(), entry -> "journal");
    }
}
