package org.vaksam.data;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.spi.ClassTransformer;
import jakarta.persistence.spi.TransformerException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.weaving.WeavingException;
import org.osgi.framework.hooks.weaving.WeavingHook;
import org.osgi.framework.hooks.weaving.WovenClass;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.data.Database;
import org.vaksam.spi.data.PersistenceUnits;
import org.vaksam.spi.lease.Lease;

/** The open units, by bundle: weaves their entities when they are loaded and gives each bundle its own {@link Database}. */
@Component(service = PersistenceUnits.class)
public final class WeavingUnits implements PersistenceUnits, WeavingHook {
    private final ConnectionPool pool;
    private final TransactionTemplate transactions;
    private final ThreadSource source;
    private final Map<Bundle, BundleUnitInfo> weaving = new ConcurrentHashMap<>();
    private final Map<Bundle, OpenUnit> open = new ConcurrentHashMap<>();
    private final List<ServiceRegistration<?>> registrations;

    @Activate
    public WeavingUnits(
            BundleContext context, @Reference ConnectionPool pool, @Reference TransactionTemplate transactions) {
        this.pool = pool;
        this.transactions = transactions;
        this.source = new ThreadSource(pool, transactions);
        this.registrations = List.of(
                context.registerService(WeavingHook.class, this, null),
                context.registerService(Database.class, new DatabaseOfBundle(), null));
    }

    @Deactivate
    void stop() {
        registrations.forEach(ServiceRegistration::unregister);
        List.copyOf(open.values()).forEach(OpenUnit::close);
    }

    @Override
    public Optional<Unit> open(Bundle bundle, Lease lease) {
        return PersistenceXml.of(bundle).map(xml -> open(bundle, xml, lease));
    }

    private Unit open(Bundle bundle, PersistenceXml xml, Lease lease) {
        var info = new BundleUnitInfo(bundle, xml, source);
        weaving.put(bundle, info);
        try {
            var factory = UnitFactory.create(info, bundle, pool.dialect());
            var payer = new Payer(pool.ledger(), xml.name());
            var unit = new OpenUnit(bundle, factory, new UnitDatabase(factory, lease, transactions, payer));
            open.put(bundle, unit);
            return unit;
        } catch (RuntimeException e) {
            weaving.remove(bundle);
            throw e;
        }
    }

    @Override
    public void weave(WovenClass woven) {
        BundleUnitInfo info = weaving.get(woven.getBundleWiring().getBundle());
        if (info == null || !info.getManagedClassNames().contains(woven.getClassName())) {
            return;
        }
        for (ClassTransformer transformer : info.transformers()) {
            transform(woven, transformer);
        }
    }

    @SuppressWarnings("NullAway") // the class is being defined for the first time: there is none to redefine
    private static void transform(WovenClass woven, ClassTransformer transformer) {
        try {
            byte[] code = transformer.transform(
                    woven.getBundleWiring().getClassLoader(),
                    woven.getClassName().replace('.', '/'),
                    null,
                    woven.getProtectionDomain(),
                    woven.getBytes());
            if (code != null) {
                woven.setBytes(code);
                woven.getDynamicImports().add("org.eclipse.persistence.*");
            }
        } catch (TransformerException e) {
            throw new WeavingException("Entity " + woven.getClassName() + " could not be woven", e);
        }
    }

    /** Closing it lets go of everything that belongs to the revision. */
    private final class OpenUnit implements Unit {
        private final Bundle bundle;
        private final EntityManagerFactory factory;
        private final Database database;

        private OpenUnit(Bundle bundle, EntityManagerFactory factory, Database database) {
            this.bundle = bundle;
            this.factory = factory;
            this.database = database;
        }

        @Override
        public Database database() {
            return database;
        }

        @Override
        public void close() {
            if (open.remove(bundle, this)) {
                weaving.remove(bundle);
                factory.close();
            }
        }
    }

    private final class DatabaseOfBundle implements ServiceFactory<Database> {
        @Override
        @SuppressWarnings("NullAway") // the framework's word for "not for you"
        public Database getService(Bundle bundle, ServiceRegistration<Database> registration) {
            OpenUnit unit = open.get(bundle);
            return unit == null ? null : unit.database();
        }

        @Override
        public void ungetService(Bundle bundle, ServiceRegistration<Database> registration, Database database) {}
    }
}
