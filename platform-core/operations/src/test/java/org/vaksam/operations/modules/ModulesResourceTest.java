package org.vaksam.operations.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.health.Health;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.operations.ObedientModules;
import org.vaksam.spi.kernel.Modules.Offered;
import org.vaksam.spi.kernel.Modules.State;

class ModulesResourceTest {
    private final ObedientModules modules = new ObedientModules();
    private final Path folder;
    private final ModulesResource resource;

    ModulesResourceTest(@TempDir Path folder) {
        this.folder = folder.resolve("uploads");
        this.resource = new ModulesResource(modules, new Uploads(this.folder));
    }

    @Test
    void listsWhatIsInstalledAndOffered() {
        modules.add(State.LIVE, Health.ok(), ObedientModules.incidents());
        offer("fire", "1.0.0");

        ModulesView view = resource.list();

        assertThat(view.platform()).isEqualTo("1.0.0");
        assertThat(view.items().get(0).state()).isEqualTo("live");
        assertThat(view.items().get(0).records().get(0).type()).isEqualTo("incidents.report");
        assertThat(view.catalogue()).extracting(ModulesView.Offer::id).containsExactly("fire");
    }

    @Test
    void anUploadIsGoneAfterwards() {
        InputStream file = new ByteArrayInputStream("content".getBytes(StandardCharsets.UTF_8));

        assertThat(resource.planFile(file).possible()).isTrue();

        assertThat(modules.asked).singleElement().asString().startsWith("plan module-");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theNewestOfTheCatalogueUnlessAVersionIsNamed() {
        offer("incidents", "1.9.0");
        offer("incidents", "1.10.0");

        resource.planFromCatalogue(Map.of("catalogue", "incidents"));
        resource.planFromCatalogue(Map.of("catalogue", "incidents", "version", "1.9.0"));

        assertThat(modules.asked).containsExactly("plan incidents-1.10.0.jar", "plan incidents-1.9.0.jar");
        assertStatus(404, () -> resource.planFromCatalogue(Map.of("catalogue", "nothing")));
    }

    @Test
    void everyFieldIsChecked() {
        assertFields(List.of("catalogue", "colour"), () -> resource.planFromCatalogue(Map.of("colour", "red")));
        assertFields(List.of("plan"), () -> resource.apply(Map.of("plan", 7)));
        assertFields(List.of("data"), () -> resource.uninstall("incidents", "burn", ""));
        assertFields(List.of("confirm"), () -> resource.uninstall("incidents", "purge", "incident"));
        assertFields(List.of("confirm"), () -> resource.uninstall("incidents", "export", ""));
        assertThat(modules.asked).isEmpty();
    }

    @Test
    void anOperationThatWasUndoneIsAProblem() {
        modules.failure = Optional.of(new Text("Mår inte bra.", "Is not well."));

        assertThatThrownBy(() -> resource.apply(Map.of("plan", "hash")))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.status()).isEqualTo(422);
                    assertThat(problem.detail().en()).isEqualTo("Is not well.");
                    assertThat(problem.extras()).containsKey("operation");
                });
    }

    private void offer(String id, String version) {
        modules.catalogue.add(new Offered(id, version, Text.same(id), Path.of(id + "-" + version + ".jar")));
    }

    private static void assertStatus(int status, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.status())
                .isEqualTo(status));
    }

    private static void assertFields(List<String> fields, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fields())
                .extracting(FieldProblem::field)
                .containsExactlyInAnyOrderElementsOf(fields));
    }
}
