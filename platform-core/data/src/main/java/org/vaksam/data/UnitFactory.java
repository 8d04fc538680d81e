package org.vaksam.data;

import jakarta.persistence.EntityManagerFactory;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.eclipse.persistence.sessions.SessionCustomizer;
import org.osgi.framework.Bundle;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.spi.data.Dialect;

/** Makes EclipseLink open a unit so that two revisions of it can live side by side. */
final class UnitFactory {
    private UnitFactory() {}

    static EntityManagerFactory create(BundleUnitInfo info, Bundle bundle, Dialect dialect) {
        String schema = Schemas.of(info.getPersistenceUnitName());
        var thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(PersistenceProvider.class.getClassLoader());
        try {
            var factory = new PersistenceProvider()
                    .createContainerEntityManagerFactory(info, properties(info, bundle, dialect, schema));
            deploy(factory);
            return factory;
        } catch (RuntimeException e) {
            throw unusable(info.getPersistenceUnitName(), e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Map<String, Object> properties(BundleUnitInfo info, Bundle bundle, Dialect dialect, String schema) {
        var properties = new HashMap<String, Object>();
        properties.put(
                "eclipselink.session-name",
                info.getPersistenceUnitName() + "-" + bundle.getBundleId() + "-" + bundle.getLastModified());
        properties.put("eclipselink.target-database", dialect == Dialect.DERBY ? "Derby" : "PostgreSQL");
        properties.put("eclipselink.cache.shared.default", "false");
        properties.put("eclipselink.weaving", "true");
        properties.put("eclipselink.ddl-generation", "none");
        properties.put("eclipselink.logging.logger", "JavaLogger");
        properties.put("eclipselink.logging.level", "WARNING");
        properties.put("eclipselink.session.customizer", (SessionCustomizer)
                session -> session.getLogin().getDatasourcePlatform().setTableQualifier(schema));
        return properties;
    }

    private static void deploy(EntityManagerFactory factory) {
        try {
            factory.createEntityManager().close();
        } catch (RuntimeException e) {
            factory.close();
            throw e;
        }
    }

    private static Problem unusable(String name, RuntimeException failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return Problem.of(
                        "bad-persistence-unit",
                        422,
                        new Text(
                                "Modulens persistensenhet kan inte användas",
                                "The module's persistence unit cannot be used"),
                        new Text(
                                "Enheten " + name + " kunde inte öppnas: " + root.getMessage(),
                                "The unit " + name + " could not be opened: " + root.getMessage()))
                .withNext(new Text("Rätta avbildningen av entiteterna.", "Correct the mapping of the entities."))
                .causedBy(failure);
    }
}
