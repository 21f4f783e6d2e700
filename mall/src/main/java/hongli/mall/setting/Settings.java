package hongli.mall.setting;

import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.refusal.General;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import hongli.mall.trail.Trail;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// What the shop has chosen, for operators to see and to change.
public final class Settings {
    private static final String VALUE = "select value #>> '{}' as text from mall.setting where name = ?";
    private static final String AT_ODDS = """
            select beginning from (values ('withdrawal_'), ('merchant_withdrawal_')) as party (beginning)
            where not (
                (select value::bigint from mall.setting where name = beginning || 'least_fen')
                    <= (select value::bigint from mall.setting where name = beginning || 'most_fen')
                and (select value::bigint from mall.setting where name = beginning || 'most_fen')
                    <= (select value::bigint from mall.setting where name = beginning || 'day_fen'))
            """;

    private final Tables tables;
    private final Map<Setting, List<Consumer<Transaction>>> listeners = new EnumMap<>(Setting.class);

    public Settings(Tables tables) {
        this.tables = tables;
    }

    /// A setting and what was chosen.
    public record Chosen(Setting setting, String value) {}

    /// What else is to be done in the transaction of a change of `setting`; told while the mall is being opened.
    public void when(Setting setting, Consumer<Transaction> deed) {
        listeners.computeIfAbsent(setting, _ -> new ArrayList<>()).add(deed);
    }

    /// What the shop has chosen, in a transaction of the caller.
    public static String value(Transaction work, Setting setting) {
        return work.one(VALUE, row -> row.text("text"), setting.code());
    }

    /// All that the shop has chosen, by name, in a transaction of the caller.
    public static Map<String, String> values(Transaction work) {
        return work
                .all(
                        "select name, value #>> '{}' as text from mall.setting",
                        row -> Map.entry(row.text("name"), row.text("text")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Every setting, for an operator.
    public List<Chosen> all(Actor actor) {
        actor.requireOperator(Permission.SETTINGS_CHANGE);
        Map<String, String> values = tables.work(Settings::values);
        return Arrays.stream(Setting.values())
                .map(setting -> new Chosen(setting, Objects.requireNonNull(values.get(setting.code()))))
                .toList();
    }

    /// The setting that is called so outside.
    ///
    /// @throws hongli.mall.refusal.Refusal where there is none
    public static Setting named(String code) {
        return Arrays.stream(Setting.values())
                .filter(setting -> setting.code().equals(code))
                .findFirst()
                .orElseThrow(General.NOT_FOUND::with);
    }

    /// Chooses something else.
    ///
    /// @throws hongli.mall.refusal.Refusal where it cannot have this value, or others forbid it
    public Chosen change(Actor actor, Setting setting, String value) {
        Actor operator = actor.requireOperator(Permission.SETTINGS_CHANGE);
        String json = setting.json(value);
        return tables.work(work -> {
            // One change at a time, so that two of them cannot be at odds together.
            work.run("lock table mall.setting in share row exclusive mode");
            String before = value(work, setting);
            work.run("update mall.setting set value = ?::jsonb where name = ?", json, setting.code());
            requireAgreement(work);
            listeners.getOrDefault(setting, List.of()).forEach(deed -> deed.accept(work));
            String after = value(work, setting);
            Trail.tell(
                    work,
                    operator,
                    "setting.changed",
                    new Trail.Subject("setting", 0),
                    new Trail.Change(Map.of(setting.code(), before), Map.of(setting.code(), after)));
            return new Chosen(setting, after);
        });
    }

    private static void requireAgreement(Transaction work) {
        Optional<String> found = work.find(AT_ODDS + " limit 1", row -> row.text("beginning"));
        if (found.isPresent()) {
            throw SettingGround.SETTINGS_AT_ODDS.with("settings", found.get() + "*");
        }
    }
}
