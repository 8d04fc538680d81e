package org.vaksam.console;

import java.net.URL;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.vaksam.spi.web.StaticFiles;

/** The console's files, out of this bundle. Every address below the prefix that is no file is a page of the console. */
@Component(property = StaticFiles.PREFIX + "=/console/")
public final class ConsoleFiles implements StaticFiles {
    private static final String ROOT = "META-INF/console/";
    private static final String PAGE = "index.html";

    /** What Vite puts into {@code assets} has a hash of its content in its name. */
    private static final Pattern HASHED = Pattern.compile("assets/[^/]+-[\\w-]{8}\\.\\w+(\\.gz)?");

    /** Folders have no ending: {@code assets} is the page of that address. */
    private static final Pattern FILE = Pattern.compile("\\.\\w+$");

    private final Bundle bundle;

    @Activate
    public ConsoleFiles(BundleContext context) {
        this.bundle = context.getBundle();
    }

    @Override
    public Optional<URL> find(String path) {
        return FILE.matcher(path).find() ? entry(path) : Optional.empty();
    }

    @Override
    public boolean immutable(String path) {
        return HASHED.matcher(path).matches();
    }

    @Override
    public Optional<URL> fallback() {
        return entry(PAGE);
    }

    private Optional<URL> entry(String path) {
        return Optional.ofNullable(bundle.getEntry(ROOT + path));
    }
}
