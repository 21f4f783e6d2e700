package hongli.mall.merchant;

import static hongli.mall.Market.offer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongli.mall.Market;
import hongli.mall.goods.Drafts;
import hongli.mall.goods.Goods;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a forgotten condition would do: statements without any, run in the name of the other merchant.
final class RowSecurityTest {
    private final Market market = new Market();
    private final long victim = market.clerk.merchant();
    private final long thief = market.rival.merchant();

    RowSecurityTest() {
        long product = market.shelved(market.clerk, offer("干红", "RED", 1_000));
        long line = market.bought(market.member, market.clerk, product, "completed");
        long version =
                new Goods(market.tables).one(market.clerk, product).product().version();
        new Drafts(market.tables).change(market.clerk, product, version, offer("干红二", "RED", 1_000));
        long variant = market.variant(market.clerk, product);
        market.tables.run(work -> {
            work.run(
                    "insert into mall.slot (variant, merchant, day, stock) values (?, ?, '2026-03-01', 1)",
                    variant,
                    victim);
            work.run(
                    "insert into mall.picture (merchant, type, width, height, digest, content)"
                            + " values (?, 'image/png', 1, 1, '', '')",
                    victim);
            work.run(
                    "insert into mall.review (product, merchant, member, line, stars, content, at)"
                            + " values (?, ?, ?, ?, 1, 'x', now())",
                    product,
                    victim,
                    market.member.id(),
                    line);
            long freight = work.insert(
                    "insert into mall.freight_template (merchant, name, unit) values (?, 'x', 'piece') returning id",
                    victim);
            work.run("insert into mall.freight_rate values (?, '', 1, 1, 1, 1)", freight);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "picture",
                "freight_template",
                "freight_rate",
                "product",
                "product_draft",
                "variant",
                "slot",
                "review"
            })
    void hidesTheRowsOfAnotherMerchant(String table) {
        String count = "select count(*) number from mall." + table;
        assertThat(market.tables.<Long>workAs(victim, work -> work.number(count)))
                .isPositive();
        assertThat(market.tables.<Long>workAs(thief, work -> work.number(count)))
                .isZero();
        assertThat(market.tables.<Integer>workAs(thief, work -> work.run("delete from mall." + table)))
                .isZero();
        if (!table.equals("freight_rate")) {
            String steal = "update mall." + table + " set merchant = " + thief;
            assertThat(market.tables.<Integer>workAs(thief, work -> work.run(steal)))
                    .isZero();
            assertThatThrownBy(() -> market.tables.workAs(victim, work -> work.run(steal)))
                    .hasMessageContaining("row-level security");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into mall.product (merchant, kind, title, status, created_at)"
                        + " values (?, 'physical', 'x', 'draft', now())",
                "insert into mall.picture (merchant, type, width, height, digest, content)"
                        + " values (?, 'image/png', 1, 1, 'a', '')",
                "insert into mall.freight_template (merchant, name, unit) values (?, 'y', 'piece')",
            })
    void refusesRowsInTheNameOfAnotherMerchant(String insert) {
        assertThatThrownBy(() -> market.tables.workAs(thief, work -> work.run(insert, victim)))
                .hasMessageContaining("row-level security");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update mall.merchant set commission_millionths = 0",
                "update mall.setting set value = '1'",
                "insert into mall.category (name) values ('x')",
                "delete from mall.brand",
                "select password from mall.member",
                "delete from mall.trail"
            })
    void refusesWhatIsThePlatforms(String statement) {
        assertThatThrownBy(() -> market.tables.workAs(thief, work -> work.exists(statement)))
                .isInstanceOf(RuntimeException.class);
    }
}
