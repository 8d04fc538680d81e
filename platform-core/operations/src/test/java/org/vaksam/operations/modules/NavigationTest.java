package org.vaksam.operations.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vaksam.api.health.Health;
import org.vaksam.api.security.Caller;
import org.vaksam.api.security.Scope;
import org.vaksam.operations.ObedientModules;
import org.vaksam.spi.kernel.Modules.State;

class NavigationTest {
    private final ObedientModules modules = new ObedientModules();

    @BeforeEach
    void install() {
        modules.add(State.LIVE, Health.ok(), ObedientModules.incidents());
    }

    @Test
    void whoMayEverythingSeesEverything() {
        var navigation = navigation("*");

        assertThat(navigation.administration()).containsExactly("modules", "accounts", "units");
        var area = navigation.areas().get(0);
        assertThat(area.path()).isEqualTo("/incidents");
        assertThat(area.icon()).isEqualTo("siren");
        assertThat(area.records().get(0).type()).isEqualTo("incidents.report");
        assertThat(area.records().get(0).may()).containsExactly("create", "read", "handle");
        assertThat(area.imports()).hasSize(1);
        assertThat(area.contributes()).containsOnlyKeys("console/nav/v1", "home/widget/v1");
    }

    @Test
    void aReporterSeesOnlyWhatReportingNeeds() {
        var navigation = navigation("incidents:report:create");

        assertThat(navigation.administration()).isEmpty();
        var area = navigation.areas().get(0);
        assertThat(area.records().get(0).may()).containsExactly("create");
        assertThat(area.contributes()).isEmpty();
    }

    @Test
    void whoMayInOneUnitSeesTheRecordsAndNothingThatKnowsNoUnits() {
        Scope school = Scope.below("school");
        var caller = new Caller(Caller.Kind.SESSION, Optional.of("1"), "Anna", Map.of("*", school), Locale.ENGLISH);
        var navigation = Navigation.of(modules.installed(), caller);

        assertThat(navigation.administration()).isEmpty();
        assertThat(navigation.areas().get(0).records().get(0).may()).containsExactly("create", "read", "handle");
        assertThat(navigation.areas().get(0).imports()).isEmpty();
    }

    @Test
    void whoMayNothingSeesNothing() {
        assertThat(navigation("other:thing:read").areas()).isEmpty();
    }

    @Test
    void aModuleThatIsNotLiveIsNotThere() {
        modules.installed.clear();
        modules.add(State.DORMANT, Health.ok(), ObedientModules.incidents());

        assertThat(navigation("*").areas()).isEmpty();
    }

    private Navigation navigation(String permission) {
        var caller = new Caller(Caller.Kind.SESSION, Optional.of("1"), "Anna", Set.of(permission), Locale.ENGLISH);
        return Navigation.of(modules.installed(), caller);
    }
}
