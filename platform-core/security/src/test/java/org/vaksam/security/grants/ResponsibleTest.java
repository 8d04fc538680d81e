package org.vaksam.security.grants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vaksam.security.organisation.Office;

/** Who answers for something: the nearest, among those who can today. */
class ResponsibleTest extends GrantScene {
    private static final String HANDLER = "area:handler";

    private Office office;
    private Responsible responsible;
    private String berit;

    @BeforeEach
    void ask() {
        office = new Office(security);
        responsible = new Responsible(security.tables, office.directory, security.clock);
        berit = security.account("berit").id();
    }

    @Test
    void theNearestHolderIsTaken() {
        grant("account", "berit", HANDLER, "CITY");
        grants.create(Map.of("account", "chef", "role", HANDLER), ALL);
        assertThat(responsible.holders(HANDLER, Optional.of(school))).containsExactly(berit);

        grant("account", "anna", HANDLER, "SCHOOL");
        assertThat(responsible.holders(HANDLER, Optional.of(school))).containsExactly(anna);
        assertThat(responsible.holders(HANDLER, Optional.of(city))).containsExactly(berit);
        assertThat(responsible.holders(HANDLER, Optional.empty())).hasSize(1).doesNotContain(anna, berit);
        assertThat(responsible.holders("area:reader", Optional.of(school))).isEmpty();
    }

    @Test
    void groupsCountAndEverybodyOnceInTheOrderOfTheirNames() {
        var group = groups.create(Map.of("name", "Grupp", "members", List.of(berit, anna)));
        grant("group", group.id(), HANDLER, "SCHOOL");
        grant("account", "berit", HANDLER, "SCHOOL");

        assertThat(responsible.holders(HANDLER, Optional.of(school))).containsExactly(anna, berit);
    }

    @Test
    void whoeverCannotTodayIsPassedOver() {
        grants.create(Map.of("account", anna, "role", HANDLER, "unit", school, "validFrom", "2026-11-23"), ALL);
        grant("account", "berit", HANDLER, "CITY");
        assertThat(responsible.holders(HANDLER, Optional.of(school))).containsExactly(berit);

        security.accounts.change(berit, Map.of("enabled", false), ALL);
        assertThat(responsible.holders(HANDLER, Optional.of(school))).isEmpty();
    }

    @Test
    void theManagerIsThatOfTheNearestUnitThatHasOne() {
        assertThat(responsible.manager(school)).isEmpty();
        String part = unit("PART", school, "berit");
        String below = unit("BELOW", part, "anna");
        assertThat(responsible.manager(below)).contains(anna);
        assertThat(responsible.manager(part)).contains(berit);

        security.accounts.change(anna, Map.of("enabled", false), ALL);
        assertThat(responsible.manager(below)).contains(berit);
        assertThat(responsible.manager("nowhere")).isEmpty();
    }

    private String unit(String code, String parent, String manager) {
        return office.create(Map.of(
                        "code",
                        code,
                        "name",
                        Map.of("sv", code, "en", code),
                        "type",
                        "unit",
                        "parent",
                        parent,
                        "manager",
                        manager))
                .id();
    }
}
