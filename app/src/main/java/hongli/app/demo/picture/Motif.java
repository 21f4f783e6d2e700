package hongli.app.demo.picture;

import java.util.function.BiConsumer;

/// What a picture shows.
public enum Motif {
    BOTTLE(Wines::bottle),
    FLUTE(Wines::sparkling),
    SLENDER(Wines::slender),
    JAR(Wines::jar),
    TASTING(Wines::tasting),
    CUP(Teas::cup),
    TIN(Teas::tin),
    CAKE(Teas::cake),
    POT(Teas::pot),
    POUCH(Teas::pouch),
    CITRUS(Fruits::citrus),
    APPLE(Fruits::apple),
    BERRIES(Fruits::berries),
    MANGO(Fruits::mango),
    GRAPES(Fruits::grapes),
    PEAR(Fruits::pear),
    KIWI(Fruits::kiwi),
    VASE(Rooms::vase),
    CUSHION(Rooms::cushion),
    CANDLE(Rooms::candle),
    BOARD(Rooms::board),
    TOWELS(Rooms::towels),
    LAMP(Rooms::lamp),
    BASKET(Rooms::basket),
    BOWLS(Rooms::bowls),
    PASTRY(Outings::pastry),
    LODGE(Outings::lodge),
    PHONE(Outings::phone);

    private final BiConsumer<Pen, Look> drawing;

    Motif(BiConsumer<Pen, Look> drawing) {
        this.drawing = drawing;
    }

    void draw(Pen pen, Look look) {
        drawing.accept(pen, look);
    }
}
