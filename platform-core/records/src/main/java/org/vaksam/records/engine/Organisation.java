package org.vaksam.records.engine;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.security.Access;
import org.vaksam.records.value.Directory;
import org.vaksam.spi.records.Assets;
import org.vaksam.spi.security.Accounts;
import org.vaksam.spi.security.Units;

/** Units, assets and accounts by id; what is shown again and again is remembered for a few seconds. */
@Component(service = Organisation.class)
public final class Organisation implements Directory {
    private static final long REMEMBERED = Duration.ofSeconds(5).toNanos();
    private static final int MOST = 5_000;

    private record Known<T>(T value, long at) {}

    private final Units units;
    private final Accounts accounts;
    private final Assets assets;
    private final Access access;
    private final Map<String, Known<Units.Unit>> knownUnits = new ConcurrentHashMap<>();
    private final Map<String, Known<String>> knownNames = new ConcurrentHashMap<>();

    @Activate
    public Organisation(
            @Reference Units units, @Reference Accounts accounts, @Reference Assets assets, @Reference Access access) {
        this.units = units;
        this.accounts = accounts;
        this.assets = assets;
        this.access = access;
    }

    @Override
    public Optional<String> unit(String idOrCode) {
        return units.find(idOrCode).map(Units.Unit::id);
    }

    @Override
    public Optional<String> asset(String idOrKey) {
        return assets.find(idOrKey);
    }

    @Override
    public Optional<String> assetType(String id) {
        return assets.type(id);
    }

    /** {@code me} is the caller. */
    @Override
    public Optional<String> account(String idOrUsername) {
        return idOrUsername.equals("me")
                ? access.caller().account()
                : accounts.find(idOrUsername).filter(Accounts.Account::enabled).map(Accounts.Account::id);
    }

    @Override
    public boolean isWithin(String unit, String idOrCode) {
        Optional<Units.Unit> inner = unitOf(unit);
        Optional<Units.Unit> outer = unitOf(idOrCode);
        return inner.isPresent()
                && outer.isPresent()
                && inner.get().path().startsWith(outer.get().path());
    }

    /** To show. */
    public Optional<Units.Unit> unitOf(String id) {
        return remembered(knownUnits, id, () -> units.find(id));
    }

    /** Names of those that the caller may see. */
    public Map<String, String> assetNames(Collection<String> ids) {
        return ids.isEmpty() ? Map.of() : assets.names(ids);
    }

    /** To show; empty for an account that is gone. */
    public Optional<String> nameOf(String account) {
        return remembered(
                knownNames,
                account,
                () -> Optional.ofNullable(accounts.names(Set.of(account)).get(account)));
    }

    private static <T> Optional<T> remembered(Map<String, Known<T>> known, String key, Supplier<Optional<T>> ask) {
        Known<T> hit = known.get(key);
        if (hit != null && System.nanoTime() - hit.at() < REMEMBERED) {
            return Optional.of(hit.value());
        }
        if (known.size() > MOST) {
            known.clear();
        }
        Optional<T> value = ask.get();
        value.ifPresentOrElse(found -> known.put(key, new Known<>(found, System.nanoTime())), () -> known.remove(key));
        return value;
    }
}
