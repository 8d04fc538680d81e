package org.vaksam.data;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A statement that whoever executes it pays for, from its execution until it is closed: embedded databases do most of the work
 * of a query while its rows are read.
 */
final class CountedStatement implements InvocationHandler {
    private final Statement statement;
    private final Ledger ledger;
    private @Nullable Account reader;
    private long readingSince;

    private CountedStatement(Statement statement, Ledger ledger) {
        this.statement = statement;
        this.ledger = ledger;
    }

    static Object of(Class<?> type, Statement statement, Ledger ledger) {
        return Proxy.newProxyInstance(
                CountedStatement.class.getClassLoader(),
                new Class<?>[] {type},
                new CountedStatement(statement, ledger));
    }

    @Override
    public @Nullable Object invoke(Object self, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        String name = method.getName();
        if (name.startsWith("execute")) {
            return execute(method, arguments);
        }
        return switch (name) {
            case "close" -> close(method);
            case "hashCode" -> System.identityHashCode(self);
            case "equals" -> arguments != null && self == arguments[0];
            default -> Delegation.invoke(statement, method, arguments);
        };
    }

    private @Nullable Object execute(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        endReading();
        Account payer = ledger.payer();
        limit(payer.limits().statementSeconds());
        long began = System.nanoTime();
        boolean reads = false;
        try {
            Object result = Delegation.invoke(statement, method, arguments);
            reads = method.getName().equals("executeQuery");
            return result;
        } finally {
            payer.executed();
            if (reads) {
                reader = payer;
                readingSince = began;
            } else {
                payer.spent(System.nanoTime() - began);
            }
        }
    }

    private void limit(Optional<Integer> seconds) throws SQLException {
        if (seconds.isPresent()) {
            int own = statement.getQueryTimeout();
            if (own == 0 || own > seconds.get()) {
                statement.setQueryTimeout(seconds.get());
            }
        }
    }

    private @Nullable Object close(Method method) throws Throwable {
        try {
            return Delegation.invoke(statement, method, null);
        } finally {
            endReading();
        }
    }

    private void endReading() {
        if (reader != null) {
            reader.spent(System.nanoTime() - readingSince);
            reader = null;
        }
    }
}
