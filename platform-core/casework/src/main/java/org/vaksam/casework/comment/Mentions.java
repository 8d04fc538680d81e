package org.vaksam.casework.comment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.spi.records.RecordAccess;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.security.AccountSearch;
import org.vaksam.spi.security.Accounts;
import org.vaksam.spi.security.Accounts.Account;

/** Who a comment is addressed to: people who may see its record, and nobody else. */
@Component(service = Mentions.class)
public final class Mentions {
    static final int MOST = 20;
    private static final int CANDIDATES = 50;
    private static final Pattern WRITTEN =
            Pattern.compile("(?<![\\p{L}\\p{N}._-])@([\\p{L}\\p{N}][\\p{L}\\p{N}._@+-]{0,99})");
    private static final Pattern END = Pattern.compile("[._@+-]+$");

    private final Accounts accounts;
    private final AccountSearch search;
    private final RecordAccess access;

    @Activate
    public Mentions(@Reference Accounts accounts, @Reference AccountSearch search, @Reference RecordAccess access) {
        this.accounts = accounts;
        this.search = search;
        this.access = access;
    }

    /**
     * Ids of those who are chosen and of those who are written as {@code @username}; a word after an @ that nobody is called is
     * a word like any other.
     *
     * @throws Problem 422 that names those who are unknown or may not see the record
     */
    List<String> of(RecordRow row, String text, List<String> chosen) {
        var problems = new ArrayList<FieldProblem>();
        Set<String> found = new LinkedHashSet<>();
        for (String person : chosen) {
            accounts.find(person)
                    .filter(Account::enabled)
                    .ifPresentOrElse(
                            account -> take(account, row, "mentions", found, problems),
                            () -> problems.add(new FieldProblem(
                                    "mentions",
                                    new Text(
                                            "Det finns ingen " + person + ".",
                                            "There is nobody called " + person + "."))));
        }
        Matcher written = WRITTEN.matcher(text);
        while (written.find()) {
            accounts.find(END.matcher(written.group(1)).replaceAll(""))
                    .filter(Account::enabled)
                    .ifPresent(account -> take(account, row, "text", found, problems));
        }
        if (found.size() > MOST) {
            problems.add(new FieldProblem(
                    "mentions",
                    new Text(
                            "Högst " + MOST + " personer kan nämnas.",
                            "At most " + MOST + " people can be mentioned.")));
        }
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems)
                    .withNext(new Text(
                            "Nämn någon annan, eller dela ärendet först.",
                            "Mention somebody else, or share the record first."));
        }
        return List.copyOf(found);
    }

    /** People of this name who may be mentioned on this record. */
    List<Account> candidates(RecordRow row, String words, int limit) {
        return search.search(words, CANDIDATES).stream()
                .filter(account -> access.maySee(account.id(), row))
                .limit(limit)
                .toList();
    }

    private void take(Account account, RecordRow row, String field, Set<String> found, List<FieldProblem> problems) {
        if (access.maySee(account.id(), row)) {
            found.add(account.id());
        } else {
            problems.add(new FieldProblem(
                    field,
                    new Text(
                            account.name() + " får inte se ärendet och kan därför inte nämnas.",
                            account.name() + " may not see the record and so cannot be mentioned.")));
        }
    }
}
