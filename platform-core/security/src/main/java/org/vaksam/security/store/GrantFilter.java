package org.vaksam.security.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vaksam.spi.data.Sql;

/** Which grants are meant; all that is asked for must fit. */
public final class GrantFilter {
    private final List<String> conditions = new ArrayList<>(List.of("1 = 1"));
    private final List<Object> parameters = new ArrayList<>();

    /** Of a person, those of their groups included. */
    public GrantFilter account(String id) {
        return and(
                "(g.account = ? OR g.member_group IN (SELECT member_group FROM account_group_member WHERE account = ?))",
                id,
                id);
    }

    public GrantFilter group(String id) {
        return and("g.member_group = ?", id);
    }

    public GrantFilter role(String id) {
        return and("g.role = ?", id);
    }

    /** That hold in the unit with this path: given there, above it, or everywhere. */
    public GrantFilter unit(String path) {
        String[] ids = path.split("/");
        return and("(g.unit IS NULL OR g.unit IN (" + Sql.places(ids.length) + "))", (Object[]) ids);
    }

    String where() {
        return String.join(" AND ", conditions);
    }

    List<Object> parameters() {
        return parameters;
    }

    private GrantFilter and(String condition, Object... values) {
        conditions.add(condition);
        parameters.addAll(Arrays.asList(values));
        return this;
    }
}
