package org.vaksam.kernel.operation;

import java.util.List;
import org.vaksam.api.text.Text;
import org.vaksam.kernel.archive.Archiver;
import org.vaksam.kernel.file.ModuleStore;
import org.vaksam.kernel.registry.Books;

/**
 * The operations, as the lists of their steps.
 *
 * @param replacement install, update and roll back
 * @param removal     uninstall
 */
public record Steps(
        List<OperationStep<? super Replacement>> replacement, List<OperationStep<? super Removal>> removal) {

    public static Steps of(ModuleStore store, ModuleStore archives, Archiver archiver, Books books, Running running) {
        return new Steps(replacement(store, archives, archiver, books, running), removal(archiver, books, running));
    }

    private static List<OperationStep<? super Replacement>> replacement(
            ModuleStore store, ModuleStore archives, Archiver archiver, Books books, Running running) {
        return List.of(
                new Verify(store, archives),
                new Stage(running.stager(), running.disposal()),
                new Quiesce(running.routes()),
                new Commit<>(
                        books.transactions(),
                        List.of(
                                new Migrate(books.migrations()),
                                new Restore(archiver),
                                new CheckHealth(running.checks()),
                                new Contribute(books.contributions()),
                                new Register(books),
                                new Remember(books.history(), books.journal()))),
                new Switch(running.live(), running.routes(), running.services()),
                new GoLive(),
                new Drain(),
                new Retire(running.retirement(), running.bundles()));
    }

    private static List<OperationStep<? super Removal>> removal(Archiver archiver, Books books, Running running) {
        return List.of(
                new CheckUsers(running.live(), running.services()),
                new Unroute(running.live(), running.routes(), running.services()),
                new Commit<>(
                        books.transactions(),
                        List.of(
                                new WriteArchive(archiver),
                                new Withdraw(books.contributions()),
                                new DropSchema(books.migrations()),
                                new Unregister(books),
                                new Remember(books.history(), books.journal()))),
                new Forget(running.live()),
                new Drain(),
                new Retire(running.retirement(), running.bundles()));
    }

    static Text nothingToDo() {
        return new Text("Inget att göra", "Nothing to do");
    }
}
