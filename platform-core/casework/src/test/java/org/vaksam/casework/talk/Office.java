package org.vaksam.casework.talk;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.Caller;
import org.vaksam.api.text.Text;
import org.vaksam.spi.records.RecordAccess;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordSource;
import org.vaksam.spi.records.RecordTypes;
import org.vaksam.spi.records.Secrecy;
import org.vaksam.spi.security.AccountSearch;
import org.vaksam.spi.security.Accounts;
import org.vaksam.spi.security.Mailboxes;
import org.vaksam.spi.security.Responsibles;
import org.vaksam.spi.security.UnitMembers;
import org.vaksam.spi.security.Units;

/** People, units and records around what is said: everybody but Dan sees everything, and Anna and Bo handle it. */
final class Office implements RecordAccess, RecordSource, RecordTypes {
    static final String ANNA = "00000000-0000-7000-8000-00000000000a";
    static final String BO = "00000000-0000-7000-8000-00000000000b";
    static final String CARIN = "00000000-0000-7000-8000-00000000000c";
    static final String DAN = "00000000-0000-7000-8000-00000000000d";
    static final String SCHOOL = "00000000-0000-7000-8000-0000000000f1";
    static final String POLICE = "00000000-0000-7000-8000-0000000000f2";
    static final String THEFT = "00000000-0000-7000-8000-000000000101";
    static final String THREAT = "00000000-0000-7000-8000-000000000102";

    private static final List<Accounts.Account> PEOPLE = List.of(
            new Accounts.Account(ANNA, "anna", "Anna Berg", true),
            new Accounts.Account(BO, "bo.ek", "Bo Ek", true),
            new Accounts.Account(CARIN, "carin", "Carin Dahl", true),
            new Accounts.Account(DAN, "dan", "Dan Falk", true));
    private static final List<Units.Unit> UNITS = List.of(
            new Units.Unit(SCHOOL, "SCHOOL", Text.same("Skolan"), "unit", Optional.empty(), SCHOOL + "/"),
            new Units.Unit(POLICE, "POLICE", Text.same("Polisen"), "external-partner", Optional.empty(), POLICE + "/"));

    final Map<String, RecordRow> records = new ConcurrentHashMap<>();
    final Map<String, String> addresses = new HashMap<>(
            Map.of(ANNA, "anna@example.se", BO, "bo@example.se", CARIN, "carin@example.se", DAN, "dan@example.se"));
    final Set<String> blind = ConcurrentHashMap.newKeySet();
    private volatile Caller caller = Caller.anonymous(Locale.ENGLISH);

    Office() {
        blind.add(DAN);
        put(row(THEFT, "INC-2026-000001", "Stulen cykel", "open"));
        put(row(THREAT, "INC-2026-000002", "Hot mot lärare", "restricted"));
    }

    void put(RecordRow row) {
        records.put(row.id(), row);
    }

    void be(String account) {
        caller = new Caller(
                Caller.Kind.SESSION,
                Optional.of(account),
                account,
                account.equals(CARIN) || account.equals(DAN)
                        ? Set.of("incidents:report:read")
                        : Set.of("incidents:report:read", "incidents:report:handle", "platform:mail:manage"),
                Locale.ENGLISH);
    }

    RecordRow record(String id) {
        return byIds(List.of(id)).get(0);
    }

    void beNobody() {
        caller = Caller.anonymous(Locale.ENGLISH);
    }

    private static RecordRow row(String id, String number, String title, String secrecy) {
        return row(id, number, title, secrecy, "received", "console", Optional.of(BO));
    }

    static RecordRow row(
            String id,
            String number,
            String title,
            String secrecy,
            String state,
            String channel,
            Optional<String> assignee) {
        Instant made = Instant.parse("2026-03-01T08:00:00Z");
        return RecordRow.builder(id, number, "incidents.report", "theft")
                .title(title)
                .state(state, "open")
                .unit(Optional.of(SCHOOL))
                .severity(OptionalInt.of(2))
                .assignee(assignee)
                .secrecy(Secrecy.of(secrecy))
                .channel(channel)
                .created(made, Optional.of(ANNA))
                .updated(made, Optional.of(ANNA))
                .build();
    }

    Access access() {
        return new Access() {
            @Override
            public Caller caller() {
                return caller;
            }

            @Override
            public Caller require(String permission) {
                return allowed(permission);
            }
        };
    }

    private Caller allowed(String permission) {
        if (!caller.may(permission)) {
            throw Problem.forbidden(permission);
        }
        return caller;
    }

    @Override
    public RecordRow require(String idOrNumber) {
        return records.values().stream()
                .filter(row -> row.id().equals(idOrNumber) || row.number().equals(idOrNumber))
                .filter(row -> maySee(caller.account().orElse(""), row))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(Text.same("Not here.")));
    }

    @Override
    public boolean shows(RecordRow row) {
        return maySee(caller.account().orElse(""), row);
    }

    @Override
    public boolean showsSecrets(RecordRow row) {
        return shows(row);
    }

    @Override
    public boolean mayHandle(RecordRow row) {
        return caller.may("incidents:report:handle");
    }

    @Override
    public void requireHandle(RecordRow row) {
        allowed("incidents:report:handle");
    }

    @Override
    public boolean maySee(String account, RecordRow row) {
        return !account.isEmpty() && !blind.contains(account);
    }

    @Override
    public List<RecordRow> byIds(List<String> ids) {
        return records.values().stream().filter(row -> ids.contains(row.id())).toList();
    }

    @Override
    public List<RecordRow> page(Optional<String> afterId, int limit) {
        return List.of();
    }

    @Override
    public long count() {
        return records.size();
    }

    @Override
    public List<Type> types() {
        return List.of(new Type(
                "incidents.report",
                "incidents",
                "reports",
                "INC",
                "",
                Text.same("Report"),
                Text.same("Reports"),
                false));
    }

    @Override
    public Optional<Type> type(String name) {
        return types().stream().filter(type -> type.name().equals(name)).findFirst();
    }

    @Override
    public List<Definition> definitions(String type) {
        return List.of(new Definition(
                type,
                "theft",
                1,
                Text.same("Theft"),
                List.of(),
                List.of(
                        new State("received", "open", new Text("Mottagen", "Received")),
                        new State("closed", "closed", new Text("Avslutad", "Closed"))),
                Map.of()));
    }

    /** Everybody, by id or by user name. */
    static Accounts accounts() {
        return new Accounts() {
            @Override
            public Optional<Account> find(String idOrUsername) {
                return PEOPLE.stream()
                        .filter(one ->
                                one.id().equals(idOrUsername) || one.username().equals(idOrUsername))
                        .findFirst();
            }

            @Override
            public Map<String, String> names(Collection<String> ids) {
                var names = new HashMap<String, String>();
                PEOPLE.stream().filter(one -> ids.contains(one.id())).forEach(one -> names.put(one.id(), one.name()));
                return names;
            }
        };
    }

    static AccountSearch search() {
        return (words, limit) -> PEOPLE.stream()
                .filter(one -> one.name().toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT)))
                .limit(limit)
                .toList();
    }

    static Units units() {
        return new Units() {
            @Override
            public Optional<Unit> find(String idOrCode) {
                return UNITS.stream()
                        .filter(one -> one.id().equals(idOrCode) || one.code().equals(idOrCode))
                        .findFirst();
            }

            @Override
            public List<Unit> all() {
                return UNITS;
            }
        };
    }

    /** Bo manages the school; Anna and Carin are its guards; Dan is with the police. */
    static Responsibles responsibles() {
        return new Responsibles() {
            @Override
            public Optional<String> manager(String unitId) {
                return Optional.of(BO);
            }

            @Override
            public List<String> holders(String role, Optional<String> unitId) {
                return role.equals("guard") ? List.of(ANNA, CARIN, DAN) : List.of();
            }
        };
    }

    static UnitMembers members() {
        return unit -> unit.equals(POLICE) ? List.of(DAN) : List.of();
    }

    Mailboxes mailboxes() {
        return account -> Optional.ofNullable(addresses.get(account));
    }
}
