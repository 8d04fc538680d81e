package org.vaksam.records.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vaksam.api.text.Text;
import org.vaksam.spi.security.Accounts;
import org.vaksam.spi.security.Units;

/** One account, anna, and some units: a class below the school, that and the park below the city, and a company beside it. */
public final class FakeOffice {
    public static final Units.Unit CITY = unit("00000000-0000-7000-8000-0000000000c1", "CITY", "");
    public static final Units.Unit SCHOOL = unit("00000000-0000-7000-8000-0000000000c2", "SCHOOL", CITY.path());
    public static final Units.Unit CLASS = unit("00000000-0000-7000-8000-0000000000c3", "CLASS", SCHOOL.path());
    public static final Units.Unit PARK = unit("00000000-0000-7000-8000-0000000000c4", "PARK", CITY.path());
    public static final Units.Unit COMPANY =
            unit("00000000-0000-7000-8000-0000000000c5", "COMPANY", "", "external-partner");

    private FakeOffice() {}

    public static Units units() {
        return new Units() {
            @Override
            public Optional<Unit> find(String idOrCode) {
                return all().stream()
                        .filter(unit ->
                                unit.id().equals(idOrCode) || unit.code().equals(idOrCode))
                        .findFirst();
            }

            @Override
            public List<Unit> all() {
                return List.of(CITY, SCHOOL, CLASS, PARK, COMPANY);
            }
        };
    }

    public static Accounts accounts() {
        return new Accounts() {
            @Override
            public Optional<Account> find(String idOrUsername) {
                return idOrUsername.equals("anna") || idOrUsername.equals(FakeAccess.ANNA)
                        ? Optional.of(new Account(FakeAccess.ANNA, "anna", "Anna Ek", true))
                        : Optional.empty();
            }

            @Override
            public Map<String, String> names(Collection<String> ids) {
                return ids.contains(FakeAccess.ANNA) ? Map.of(FakeAccess.ANNA, "Anna Ek") : Map.of();
            }
        };
    }

    private static Units.Unit unit(String id, String code, String above) {
        return unit(id, code, above, "unit");
    }

    private static Units.Unit unit(String id, String code, String above, String type) {
        return new Units.Unit(id, code, Text.same(code), type, Optional.empty(), above + id + "/");
    }
}
