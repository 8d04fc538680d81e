package org.vaksam.data;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A connection whose end belongs to somebody else: commit, rollback, close and changes of mode have no effect. */
final class ConnectionHandle implements InvocationHandler {
    private final Connection connection;
    private final Connection proxy;
    private boolean ended;

    ConnectionHandle(Connection connection) {
        this.connection = connection;
        this.proxy = (Connection) Proxy.newProxyInstance(
                ConnectionHandle.class.getClassLoader(), new Class<?>[] {Connection.class}, this);
    }

    Connection proxy() {
        return proxy;
    }

    /** From now on no statement is accepted: it would be outside the transaction. */
    void end() {
        ended = true;
    }

    boolean isEnded() {
        return ended;
    }

    @Override
    public @Nullable Object invoke(Object self, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        return switch (method.getName()) {
            case "commit", "close", "setAutoCommit", "setReadOnly", "setTransactionIsolation" -> null;
            case "getAutoCommit" -> false;
            case "isClosed" -> ended;
            case "hashCode" -> System.identityHashCode(self);
            case "equals" -> arguments != null && self == arguments[0];
            case "rollback" -> arguments == null ? null : pass(method, arguments);
            default -> pass(method, arguments);
        };
    }

    private @Nullable Object pass(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        if (ended) {
            throw new SQLException("The transaction of this connection has ended", "25000");
        }
        return Delegation.invoke(connection, method, arguments);
    }
}
