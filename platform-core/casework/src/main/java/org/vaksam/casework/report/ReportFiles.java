package org.vaksam.casework.report;

import java.net.URL;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.vaksam.spi.web.StaticFiles;

/** Style and script of the public pages. */
@Component(property = StaticFiles.PREFIX + "=/report-files/")
public final class ReportFiles implements StaticFiles {
    private static final Set<String> FILES = Set.of("report.css", "report.js");

    private final Bundle bundle;

    @Activate
    public ReportFiles(BundleContext context) {
        this.bundle = context.getBundle();
    }

    @Override
    public Optional<URL> find(String path) {
        return FILES.contains(path)
                ? Optional.ofNullable(bundle.getEntry("META-INF/report/" + path))
                : Optional.empty();
    }

    @Override
    public boolean immutable(String path) {
        return false;
    }

    @Override
    public Optional<URL> fallback() {
        return Optional.empty();
    }
}
