package de.hexapolis.judge;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A real database to whose connections something happens before a certain statement. */
final class Meddling {
    private Meddling() {}

    /** What happens, told the number of the statement and its text if it is known. */
    @FunctionalInterface
    interface Meddler {
        void before(int number, String sql, Connection connection) throws Exception;
    }

    static DataSource with(DataSource database, Meddler meddler) {
        AtomicInteger number = new AtomicInteger();
        return proxy(
                DataSource.class,
                database,
                (method, arguments, result) ->
                        result instanceof Connection connection ? connection(connection, meddler, number) : result);
    }

    private static Connection connection(Connection real, Meddler meddler, AtomicInteger number) {
        return (Connection) Proxy.newProxyInstance(
                Meddling.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    String name = method.getName();
                    if (name.equals("prepareStatement") || name.equals("createStatement") || name.equals("commit")) {
                        String sql = arguments == null ? name : String.valueOf(arguments[0]);
                        meddler.before(number.incrementAndGet(), sql, real);
                    }
                    return invoke(method, real, arguments);
                });
    }

    @FunctionalInterface
    private interface Afterwards {
        Object of(Method method, Object[] arguments, Object result) throws SQLException;
    }

    private static <T> T proxy(Class<T> type, T real, Afterwards afterwards) {
        return type.cast(Proxy.newProxyInstance(
                Meddling.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> afterwards.of(method, arguments, invoke(method, real, arguments))));
    }

    private static Object invoke(Method method, Object target, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
