package org.vaksam.operations.shell;

import java.io.ByteArrayInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.spi.kernel.Modules;

/** {@code vaksam rescue COMMAND}: carries out one command of the shell when the modules have settled, and ends the process. */
@Component(service = RescueCommand.class, immediate = true)
public final class RescueCommand {
    private static final Logger LOG = LoggerFactory.getLogger(RescueCommand.class);
    private static final String VARIABLE = "VAKSAM_RESCUE";
    private static final String SCOPE = "vaksam:";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int FAILED = 1;

    private final Modules modules;
    private final SessionFactory sessions;

    @Activate
    public RescueCommand(@Reference Modules modules, @Reference SessionFactory sessions) {
        this.modules = modules;
        this.sessions = sessions;
        Optional.ofNullable(System.getenv(VARIABLE))
                .ifPresent(command -> new Thread(() -> System.exit(run(command)), "vaksam-rescue").start());
    }

    /** The exit code of the process. Straight to the console: the shell has put its own stream behind {@code System.out}. */
    private int run(String command) {
        var console = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        try (Session session = sessions.create(new ByteArrayInputStream(new byte[0]), console, console)) {
            awaitModules();
            session.execute(command.contains(":") ? command : SCOPE + command);
            return session.get(ModuleCommand.FAILED) == null ? 0 : FAILED;
        } catch (Exception e) {
            LOG.error("{} failed", command, e);
            console.println(e.getMessage());
            return FAILED;
        }
    }

    private void awaitModules() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!modules.recovered() && System.nanoTime() < end) {
            Thread.sleep(50);
        }
    }
}
