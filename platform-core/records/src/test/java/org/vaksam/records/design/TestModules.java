package org.vaksam.records.design;

import java.net.URL;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.vaksam.records.definition.DefinitionsOfTest;
import org.vaksam.spi.kernel.LiveModules;
import org.vaksam.spi.kernel.ModuleDescriptor;

/** The module of the tests, live. */
public final class TestModules implements LiveModules {
    @Override
    public <S, T> Optional<T> with(String module, Class<S> service, Predicate<S> which, Function<S, T> work) {
        return Optional.empty();
    }

    @Override
    public Optional<ModuleDescriptor> descriptor(String module) {
        return Optional.of(DefinitionsOfTest.MODULE).filter(known -> module.equals(known.id()));
    }

    @Override
    public Optional<URL> webFile(String module, String revision, String path) {
        return Optional.empty();
    }
}
