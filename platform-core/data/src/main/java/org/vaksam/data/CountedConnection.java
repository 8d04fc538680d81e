package org.vaksam.data;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A connection whose statements are counted and limited; everything else is the connection's own, unwrapping included. */
final class CountedConnection implements InvocationHandler {
    private final Connection connection;
    private final Ledger ledger;

    private CountedConnection(Connection connection, Ledger ledger) {
        this.connection = connection;
        this.ledger = ledger;
    }

    static Connection of(Connection connection, Ledger ledger) {
        return (Connection) Proxy.newProxyInstance(
                CountedConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new CountedConnection(connection, ledger));
    }

    @Override
    public @Nullable Object invoke(Object self, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        return switch (method.getName()) {
            case "hashCode" -> System.identityHashCode(self);
            case "equals" -> arguments != null && self == arguments[0];
            default -> counted(method.getReturnType(), Delegation.invoke(connection, method, arguments));
        };
    }

    private @Nullable Object counted(Class<?> type, @Nullable Object result) {
        return Statement.class.isAssignableFrom(type) && result instanceof Statement statement
                ? CountedStatement.of(type, statement, ledger)
                : result;
    }
}
