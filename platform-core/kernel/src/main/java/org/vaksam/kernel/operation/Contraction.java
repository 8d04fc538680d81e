package org.vaksam.kernel.operation;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vaksam.spi.data.Migrations.Statement;

/**
 * Whether a script takes away, or newly demands, what a revision that does not know it may rely on. Expanding is to add tables,
 * indexes, and columns that may stay empty or have a default, and to change rows; everything else contracts.
 */
public final class Contraction {
    private static final Pattern CREATES_TABLE = Pattern.compile("create table (\\S+?)[ (].*");
    private static final Pattern ALTERS_TABLE = Pattern.compile("alter table (\\S+) (.*)");
    private static final Pattern ADDS_COLUMN = Pattern.compile("add (?!constraint|primary|unique|foreign|check).*");
    private static final Pattern UNIQUE_INDEX = Pattern.compile("create unique index \\S+ on (\\S+?)[ (].*");
    private static final Pattern HARMLESS =
            Pattern.compile("(create (index|sequence|view)|drop index|insert|update|delete|comment) .*");

    private Contraction() {}

    /** The first of these statements that contracts; tables that they create themselves are nobody else's yet. */
    public static Optional<Statement> first(List<Statement> statements) {
        Set<String> own = new HashSet<>();
        for (Statement statement : statements) {
            String code = statement.sql().strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
            Matcher creates = CREATES_TABLE.matcher(code);
            if (creates.matches()) {
                own.add(creates.group(1));
            } else if (!expands(code, own)) {
                return Optional.of(statement);
            }
        }
        return Optional.empty();
    }

    private static boolean expands(String code, Set<String> own) {
        Matcher alters = ALTERS_TABLE.matcher(code);
        if (alters.matches()) {
            return own.contains(alters.group(1)) || addsColumn(alters.group(2));
        }
        Matcher unique = UNIQUE_INDEX.matcher(code);
        return unique.matches()
                ? own.contains(unique.group(1))
                : HARMLESS.matcher(code).matches();
    }

    private static boolean addsColumn(String change) {
        boolean demands = change.contains("not null") && !change.contains("default");
        return ADDS_COLUMN.matcher(change).matches() && !demands;
    }
}
