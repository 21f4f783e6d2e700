package hongli.app.demo.picture;

/// What a picture shows.
public enum Motif {
    BOTTLE,
    FLUTE,
    SLENDER,
    JAR,
    TASTING,
    CUP,
    TIN,
    CAKE,
    POT,
    POUCH,
    CITRUS,
    APPLE,
    BERRIES,
    MANGO,
    GRAPES,
    PEAR,
    KIWI,
    VASE,
    CUSHION,
    CANDLE,
    BOARD,
    TOWELS,
    LAMP,
    BASKET,
    BOWLS,
    PASTRY,
    LODGE,
    PHONE;

    void draw(Pen pen, Look look) {
        switch (this) {
            case BOTTLE -> Wines.bottle(pen, look);
            case FLUTE -> Wines.sparkling(pen, look);
            case SLENDER -> Wines.slender(pen, look);
            case JAR -> Wines.jar(pen, look);
            case TASTING -> Wines.tasting(pen, look);
            case CUP -> Teas.cup(pen, look);
            case TIN -> Teas.tin(pen, look);
            case CAKE -> Teas.cake(pen, look);
            case POT -> Teas.pot(pen, look);
            case POUCH -> Teas.pouch(pen, look);
            case CITRUS -> Fruits.citrus(pen, look);
            case APPLE -> Fruits.apple(pen, look);
            case BERRIES -> Fruits.berries(pen, look);
            case MANGO -> Fruits.mango(pen, look);
            case GRAPES -> Fruits.grapes(pen, look);
            case PEAR -> Fruits.pear(pen, look);
            case KIWI -> Fruits.kiwi(pen, look);
            case VASE -> Rooms.vase(pen, look);
            case CUSHION -> Rooms.cushion(pen, look);
            case CANDLE -> Rooms.candle(pen, look);
            case BOARD -> Rooms.board(pen, look);
            case TOWELS -> Rooms.towels(pen, look);
            case LAMP -> Rooms.lamp(pen, look);
            case BASKET -> Rooms.basket(pen, look);
            case BOWLS -> Rooms.bowls(pen, look);
            case PASTRY -> Outings.pastry(pen, look);
            case LODGE -> Outings.lodge(pen, look);
            case PHONE -> Outings.phone(pen, look);
        }
    }
}
