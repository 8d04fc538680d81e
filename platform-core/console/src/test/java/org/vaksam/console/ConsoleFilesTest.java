package org.vaksam.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

class ConsoleFilesTest {
    private final ConsoleFiles files = new ConsoleFiles(context());

    @Test
    void theBuiltConsoleIsInTheBundle() {
        assertThat(files.fallback()).isPresent();
        assertThat(files.find("index.html")).isPresent();
        assertThat(files.find("index.html.gz")).isPresent();
    }

    @Test
    void aPageIsNoFile() {
        assertThat(files.find("")).isEmpty();
        assertThat(files.find("a/incidents/reports")).isEmpty();
        assertThat(files.find("assets/")).isEmpty();
        assertThat(files.find("assets")).isEmpty();
    }

    @Test
    void onlyNamesWithAHashNeverChange() {
        assertThat(files.immutable("assets/index-CBQ2KCj7.css")).isTrue();
        assertThat(files.immutable("assets/index-CBQ2KCj7.css.gz")).isTrue();
        assertThat(files.immutable("index.html")).isFalse();
        assertThat(files.immutable("icon.svg")).isFalse();
    }

    private static BundleContext context() {
        Bundle bundle = fake(
                Bundle.class,
                (proxy, method, args) ->
                        method.getName().equals("getEntry") ? ConsoleFilesTest.class.getResource("/" + args[0]) : null);
        return fake(
                BundleContext.class, (proxy, method, args) -> method.getName().equals("getBundle") ? bundle : null);
    }

    private static <T> T fake(Class<T> type, InvocationHandler behaviour) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, behaviour));
    }
}
