package org.vaksam.data;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.List;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/** Lets the persistence provider look at entity classes before the real ones are loaded, and thereby woven. */
final class EntityClasses extends ClassLoader {
    private final Bundle bundle;
    private final Set<String> entities;

    EntityClasses(Bundle bundle, List<String> entities) {
        super(bundle.adapt(BundleWiring.class).getClassLoader());
        this.bundle = bundle;
        this.entities = Set.copyOf(entities);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        int nested = name.indexOf('$');
        if (!entities.contains(name) && !entities.contains(nested < 0 ? name : name.substring(0, nested))) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        URL file = bundle.getResource(name.replace('.', '/') + ".class");
        if (file == null) {
            throw new ClassNotFoundException(name);
        }
        try (InputStream in = file.openStream()) {
            byte[] code = in.readAllBytes();
            return defineClass(name, code, 0, code.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
