package hongli.web.mall.order;

import hongli.economy.exact.Money;
import hongli.mall.basket.Baskets;
import hongli.mall.order.Placing;
import hongli.mall.order.Wish;
import hongli.mall.price.Item;
import hongli.web.mall.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Wishes as callers send them.
public final class WishForm {
    private static final long MOST_ID = Long.MAX_VALUE / 10;

    private WishForm() {}

    static Item.Key key(Form form) {
        return new Item.Key(form.number("variant", 1, MOST_ID), form.findDay("day"));
    }

    static long quantity(Form form) {
        return form.number("quantity", 1, Baskets.MOST_PIECES);
    }

    static List<Item.Key> keys(Form form) {
        List<Item.Key> keys = new ArrayList<>();
        for (Form line : form.forms("lines", Baskets.MOST_LINES)) {
            keys.add(key(line));
            line.end();
        }
        return keys;
    }

    /// What a caller wants to know the price of, or what it would bring.
    public static Wish.Quoted quoted(HttpServletRequest request) throws IOException {
        Form form = Form.of(request);
        Wish wish = wish(form, "");
        Optional<String> region = form.findText("region", 100);
        Money points = form.findMoney("points").orElse(Money.ZERO);
        form.end();
        return new Wish.Quoted(wish, region, points);
    }

    static Placing.Request request(Form form) {
        String key = form.text("key", 80);
        Wish wish = wish(form, form.findText("note", 200).orElse(""));
        Optional<Money> expected = form.findMoney("expected");
        form.end();
        return new Placing.Request(key, wish, expected);
    }

    private static Wish wish(Form form, String note) {
        List<Wish.Line> lines = new ArrayList<>();
        for (Form line : form.forms("lines", Baskets.MOST_LINES)) {
            lines.add(new Wish.Line(
                    key(line), quantity(line), line.findText("target", 40).orElse("")));
            line.end();
        }
        OptionalLong address =
                form.findNumber("address", 1, MOST_ID).map(OptionalLong::of).orElse(OptionalLong.empty());
        return new Wish(lines, form.numbers("coupons", 10), address, note, form.flag("pickUp", false));
    }
}
