package org.vaksam.security.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random reorganisations compared with a plain table of who stands below whom on each day. */
class ReorganisationsTest {
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 30;
    private static final int UNITS = 12;
    private static final int STEPS = 400;

    private Organisation organisation = new Organisation(0, List.of());
    private final Map<String, String[]> parents = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void noDayEverHasACircleOrAnOrphanAndEveryDayIsAsItWasSaid(long seed) {
        var random = new Random(seed);
        create();
        int accepted = 0;
        for (int step = 0; step < STEPS; step++) {
            String unit = "u" + random.nextInt(UNITS);
            int from = random.nextInt(DAYS);
            boolean ends = random.nextInt(10) == 0;
            Organisation next = ends ? ended(unit, from) : moved(unit, from, "u" + random.nextInt(UNITS));
            boolean isAllowed = OrganisationRules.broken(organisation, next).isEmpty();
            assertThat(isAllowed).as("step %s", step).isEqualTo(isRight(next));
            if (isAllowed) {
                organisation = next;
                accepted++;
                remember();
                assertThat(START.plusDays(from)).satisfies(this::theTreeSaysTheSame);
            }
        }
        assertThat(accepted).isGreaterThan(20);
    }

    private void create() {
        var units = new ArrayList<UnitHistory>();
        for (int i = 0; i < UNITS; i++) {
            Optional<String> none = Optional.empty();
            units.add(new UnitHistory(
                    "u" + i,
                    "U" + i,
                    none,
                    Optional.empty(),
                    Optional.empty(),
                    none,
                    1,
                    UnitHistory.always(Office.facts("U" + i, i == 0 ? null : "u0"))));
        }
        organisation = organisation.with(units);
        remember();
    }

    private Organisation moved(String unit, int from, String parent) {
        UnitHistory before = organisation.byId(unit).orElseThrow();
        Organisation next = organisation.with(
                List.of(before.changed(START.plusDays(from), facts -> facts.below(Optional.of(parent)))));
        UnitHistory after = next.byId(unit).orElseThrow();
        String[] old = Objects.requireNonNull(parents.get(unit));
        for (int day = 0; day < from; day++) {
            assertThat(parent(after, day)).isEqualTo(old[day]);
        }
        boolean isStill = true;
        for (int day = from; day < DAYS; day++) {
            isStill &= day == from || Objects.equals(old[day], old[day - 1]);
            assertThat(parent(after, day)).isEqualTo(isStill ? parent : old[day]);
        }
        return next;
    }

    private Organisation ended(String unit, int last) {
        UnitHistory before = organisation.byId(unit).orElseThrow();
        return organisation.with(List.of(before.ended(Optional.of(START.plusDays(last)), Optional.empty())));
    }

    private void remember() {
        for (UnitHistory unit : organisation.units()) {
            String[] own = new String[DAYS];
            for (int day = 0; day < DAYS; day++) {
                own[day] = parent(unit, day);
            }
            parents.put(unit.id(), own);
        }
    }

    private static String parent(UnitHistory unit, int day) {
        return unit.on(START.plusDays(day)).parent().orElse("");
    }

    private void theTreeSaysTheSame(LocalDate day) {
        UnitTree tree = organisation.on(day);
        for (UnitHistory unit : organisation.units()) {
            if (unit.isValid(day)) {
                UnitRow row = tree.find(unit.id()).orElseThrow();
                Optional<String> above = unit.on(day).parent();
                assertThat(row.path())
                        .isEqualTo(above.flatMap(tree::find).map(UnitRow::path).orElse("") + unit.id() + "/");
                assertThat(tree.children(above)).contains(row);
            }
        }
    }

    /** Day by day, one unit at a time: what the rules must say. */
    private static boolean isRight(Organisation organisation) {
        for (int day = -1; day <= DAYS; day++) {
            LocalDate date = START.plusDays(day);
            for (UnitHistory unit : organisation.units()) {
                if (unit.isValid(date) && !reachesTheTop(organisation, unit, date)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean reachesTheTop(Organisation organisation, UnitHistory unit, LocalDate date) {
        var met = new TreeMap<String, String>();
        UnitHistory at = unit;
        while (met.put(at.id(), "") == null) {
            Optional<String> parent = at.on(date).parent();
            if (parent.isEmpty()) {
                return true;
            }
            at = organisation.byId(parent.get()).orElseThrow();
            if (!at.isValid(date)) {
                return false;
            }
        }
        return false;
    }
}
