package org.vaksam.web;

import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.spi.web.StaticFiles;
import org.vaksam.web.files.Sites;

/** Follows the services that offer files. */
final class SiteTracker extends ServiceTracker<StaticFiles, StaticFiles> {
    private static final Logger LOG = LoggerFactory.getLogger(SiteTracker.class);

    private final Sites sites;

    SiteTracker(BundleContext context, Sites sites) {
        super(context, StaticFiles.class, null);
        this.sites = sites;
    }

    @Override
    public @Nullable StaticFiles addingService(ServiceReference<StaticFiles> reference) {
        if (!(reference.getProperty(StaticFiles.PREFIX) instanceof String prefix) || !prefix.startsWith("/")) {
            LOG.warn("files of {} have no prefix and are not served", reference.getBundle());
            return null;
        }
        StaticFiles files = context.getService(reference);
        if (files != null) {
            sites.add(prefix, files);
        }
        return files;
    }

    @Override
    public void removedService(ServiceReference<StaticFiles> reference, StaticFiles files) {
        sites.remove(files);
        context.ungetService(reference);
    }
}
