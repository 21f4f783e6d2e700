package hongli.mall.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongli.mall.Malls;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.table.Tables;
import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingsTest {
    private static final Actor OPERATOR = new Actor.Operator(1, EnumSet.of(Permission.SETTINGS_CHANGE));

    private final Tables tables = Tables.open(Malls.database(), Malls.clock());
    private final Settings settings = new Settings(tables);

    @Test
    void everySettingIsThereAndMayKeepItsValue() {
        for (Setting setting : Setting.values()) {
            String value = tables.work(work -> Settings.value(work, setting));
            assertThat(settings.change(OPERATOR, setting, value).value()).isEqualTo(value);
            assertThat(Settings.named(setting.code())).isEqualTo(setting);
        }
    }

    @Test
    void aChangeIsKeptAndTold() {
        settings.change(OPERATOR, Setting.RETURN_DAYS, "14");
        settings.change(OPERATOR, Setting.BASE_FREIGHT, "true");
        assertThat(settings.all(OPERATOR))
                .contains(new Settings.Chosen(Setting.RETURN_DAYS, "14"))
                .contains(new Settings.Chosen(Setting.BASE_FREIGHT, "true"))
                .hasSize(Setting.values().length);
        assertThat(tables.<String>work(work -> work.one(
                        "select before::text || after::text as text from mall.trail where action = 'setting.changed'"
                                + " order by id limit 1",
                        row -> row.text("text"))))
                .isEqualTo("{\"return_days\": \"7\"}{\"return_days\": \"14\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "RETURN_DAYS, 91, setting_out_of_range",
        "RETURN_DAYS, -1, setting_out_of_range",
        "RETURN_DAYS, 7.5, setting_out_of_range",
        "RETURN_DAYS, '', setting_out_of_range",
        "UNPAID_MINUTES, 99999999999999999999, setting_out_of_range",
        "SETTLE_AT, now, setting_no_choice",
        "BASE_CASH_ONLY, yes, setting_no_choice",
        "WITHDRAWAL_LEAST_FEN, 2000001, settings_at_odds",
        "MERCHANT_WITHDRAWAL_DAY_FEN, 1, settings_at_odds"
    })
    void refusesWhatMakesNoSense(Setting setting, String value, String code) {
        String before = tables.work(work -> Settings.value(work, setting));
        assertThatThrownBy(() -> settings.change(OPERATOR, setting, value)).hasMessageStartingWith(code);
        assertThat(tables.<String>work(work -> Settings.value(work, setting))).isEqualTo(before);
    }

    @Test
    void isForThoseWhoMay() {
        var other = new Actor.Operator(2, EnumSet.complementOf(EnumSet.of(Permission.SETTINGS_CHANGE)));
        assertThatThrownBy(() -> settings.change(other, Setting.RETURN_DAYS, "1"))
                .hasMessageStartingWith("not_permitted");
        assertThatThrownBy(() -> settings.all(other)).hasMessageStartingWith("not_permitted");
        assertThatThrownBy(() -> Settings.named("nature")).hasMessageStartingWith("not_found");
    }

    @Test
    void whoListensWorksInTheSameTransaction() {
        var heard = new AtomicInteger();
        settings.when(Setting.UNPAID_MINUTES, work -> {
            heard.addAndGet(Integer.parseInt(Settings.value(work, Setting.UNPAID_MINUTES)));
            if (heard.get() > 60) {
                throw new IllegalStateException("too long");
            }
        });
        settings.change(OPERATOR, Setting.UNPAID_MINUTES, "45");
        assertThat(heard).hasValue(45);
        assertThatThrownBy(() -> settings.change(OPERATOR, Setting.UNPAID_MINUTES, "60"));
        assertThat(tables.<String>work(work -> Settings.value(work, Setting.UNPAID_MINUTES)))
                .isEqualTo("45");
    }
}
