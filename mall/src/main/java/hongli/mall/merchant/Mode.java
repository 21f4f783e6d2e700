package hongli.mall.merchant;

import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import hongli.mall.trail.Trail;
import java.util.Map;

/// The one switch between a mall with the platform's own shop alone and one with many merchants.
public final class Mode {
    private static final String OTHERS = "select 1 from mall.merchant where id <> ? and status in ('open', 'accepted')";

    private final Tables tables;

    public Mode(Tables tables) {
        this.tables = tables;
    }

    /// Whether merchants may come in.
    public static boolean isMulti(Transaction work) {
        return work.exists("select 1 from mall.setting where name = 'multi_merchant' and value = 'true'::jsonb");
    }

    /// The platform's own shop: the merchant that nobody owns and that was there first.
    public static long ownShop(Transaction work) {
        return work.number("select min(id) number from mall.merchant where owner is null");
    }

    public boolean isMulti() {
        return tables.work(Mode::isMulti);
    }

    public long ownShop() {
        return tables.work(Mode::ownShop);
    }

    /// Switches. To one merchant only while no other is open or about to open: their goods would vanish unasked.
    public void change(Actor actor, boolean multi) {
        actor.requireOperator(Permission.SETTINGS_CHANGE);
        tables.run(work -> {
            work.exists("select 1 from mall.setting where name = 'multi_merchant' for update");
            boolean before = isMulti(work);
            if (!multi && work.exists(OTHERS, ownShop(work))) {
                throw MerchantGround.MERCHANTS_STILL_OPEN.with();
            }
            work.run("update mall.setting set value = ?::jsonb where name = 'multi_merchant'", String.valueOf(multi));
            Trail.tell(
                    work,
                    actor,
                    "mode.changed",
                    new Trail.Subject("setting", 0),
                    new Trail.Change(Map.of("multiMerchant", before), Map.of("multiMerchant", multi)));
        });
    }
}
