package hongli.mall.goods;

import hongli.economy.exact.Money;
import hongli.economy.terms.Fault;
import hongli.mall.refusal.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What must hold for an offer, whoever makes it and by whatever way it comes in.
public final class OfferRules {
    public static final int LONGEST_TITLE = 120;
    public static final int LONGEST_DESCRIPTION = 20_000;
    public static final int LONGEST_SKU = 64;
    public static final int LONGEST_WORD = 40;
    public static final int MOST_PICTURES = 12;
    public static final int MOST_VARIANTS = 100;
    public static final int MOST_WORDS = 6;
    public static final int MOST_TIERS = 20;
    public static final int MOST_GRAMS = 10_000_000;

    /// A hundred million yuan.
    public static final Money DEAREST = new Money(10_000_000_000L);

    private final List<Fault> faults = new ArrayList<>();

    private OfferRules() {}

    /// Everything that is wrong with an offer, by the names of its fields.
    public static List<Fault> faults(Offer offer) {
        var rules = new OfferRules();
        rules.text("title", offer.title(), 1, LONGEST_TITLE);
        rules.text("description", offer.description(), 0, LONGEST_DESCRIPTION);
        rules.count("pictures", offer.pictures().size(), 0, MOST_PICTURES);
        rules.count("variants", offer.variants().size(), 1, MOST_VARIANTS);
        Set<String> skus = new HashSet<>();
        Set<Object> specifications = new HashSet<>();
        for (int i = 0; i < offer.variants().size(); i++) {
            Offer.Variant variant = offer.variants().get(i);
            String place = "variants[" + i + "].";
            rules.variant(place, variant);
            rules.once(place + "sku", skus.add(variant.sku()), variant.sku());
            rules.once(
                    place + "specification",
                    specifications.add(variant.specification()),
                    variant.specification().toString());
        }
        return rules.faults;
    }

    /// @throws Refusal with everything that is wrong with it
    static void require(Offer offer) {
        List<Fault> faults = faults(offer);
        if (!faults.isEmpty()) {
            throw Refusal.of(faults);
        }
    }

    private void variant(String place, Offer.Variant variant) {
        text(place + "sku", variant.sku(), 1, LONGEST_SKU);
        count(place + "specification", variant.specification().size(), 0, MOST_WORDS);
        variant.specification().forEach((name, value) -> {
            word(place + "specification", name);
            word(place + "specification", value);
        });
        price(place + "price", variant.price(), DEAREST);
        if (variant.cost().compareTo(DEAREST) > 0) {
            range(place + "cost", "0.00 to " + DEAREST, variant.cost());
        }
        count(place + "tierPrices", variant.tierPrices().size(), 0, MOST_TIERS);
        for (Money price : variant.tierPrices()) {
            price(place + "tierPrices", price, variant.price());
        }
        if (variant.grams() < 0 || variant.grams() > MOST_GRAMS) {
            range(place + "grams", "0 to " + MOST_GRAMS, variant.grams());
        }
    }

    private void price(String field, Money price, Money most) {
        if (price.fen() == 0 || price.compareTo(most) > 0) {
            range(field, "0.01 to " + most, price);
        }
    }

    private void text(String field, String text, int least, int most) {
        int length = text.codePointCount(0, text.length());
        boolean unseen = text.codePoints().anyMatch(point -> Character.isISOControl(point) && !isGap(point));
        if (length < least || length > most || unseen || !text.equals(text.strip())) {
            faults.add(new Fault(field, "wrong_form", "a text of " + least + " to " + most + " characters", text));
        }
    }

    /// The two signs part the words of a specification in files.
    private void word(String field, String word) {
        text(field, word, 1, LONGEST_WORD);
        if (word.indexOf(';') >= 0 || word.indexOf('=') >= 0) {
            faults.add(new Fault(field, "wrong_form", "no ; and no =", word));
        }
    }

    private static boolean isGap(int point) {
        return point == '\n' || point == '\r' || point == '\t';
    }

    private void count(String field, int count, int least, int most) {
        if (count < least || count > most) {
            range(field, least + " to " + most + " entries", count);
        }
    }

    private void once(String field, boolean isFirst, String found) {
        if (!isFirst) {
            faults.add(new Fault(field, "twice", "each once", found));
        }
    }

    private void range(String field, String expected, Object found) {
        faults.add(new Fault(field, "out_of_range", expected, found.toString()));
    }
}
