package hongli.web.mall.goods;

import hongli.economy.exact.Money;
import hongli.mall.goods.Offer;
import hongli.mall.goods.OfferRules;
import hongli.web.mall.Form;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads an offer from the fields of a form; the form is not ended by it.
final class OfferForm {
    private static final long MOST_ID = 999_999_999_999_999_999L;

    private OfferForm() {}

    static Offer offer(Form form) {
        return new Offer(
                form.text("title", OfferRules.LONGEST_TITLE),
                form.findText("description", OfferRules.LONGEST_DESCRIPTION).orElse(""),
                form.findNumber("category", 1, MOST_ID).orElse(null),
                form.findNumber("brand", 1, MOST_ID).orElse(null),
                form.findNumber("freight", 1, MOST_ID).orElse(null),
                form.numbers("pictures", OfferRules.MOST_PICTURES),
                form.forms("variants", OfferRules.MOST_VARIANTS).stream()
                        .map(OfferForm::variant)
                        .toList());
    }

    private static Offer.Variant variant(Form form) {
        var variant = new Offer.Variant(
                form.text("sku", OfferRules.LONGEST_SKU),
                specification(form),
                form.money("price"),
                form.findMoney("cost").orElse(Money.ZERO),
                form.moneys("tierPrices", OfferRules.MOST_TIERS),
                (int) (long) form.findNumber("grams", 0, OfferRules.MOST_GRAMS).orElse(0L));
        form.end();
        return variant;
    }

    private static SortedMap<String, String> specification(Form form) {
        SortedMap<String, String> words = new TreeMap<>();
        for (Form word : form.forms("specification", OfferRules.MOST_WORDS)) {
            String name = word.text("name", OfferRules.LONGEST_WORD);
            if (words.put(name, word.text("value", OfferRules.LONGEST_WORD)) != null) {
                word.fault("name", "twice", "each once", name);
            }
            word.end();
        }
        return words;
    }
}
