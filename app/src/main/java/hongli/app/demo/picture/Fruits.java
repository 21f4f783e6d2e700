package hongli.app.demo.picture;

import static hongli.app.demo.picture.Pen.closed;
import static hongli.app.demo.picture.Pen.color;
import static hongli.app.demo.picture.Pen.curve;
import static hongli.app.demo.picture.Pen.darker;
import static hongli.app.demo.picture.Pen.leaf;
import static hongli.app.demo.picture.Pen.lighter;
import static hongli.app.demo.picture.Pen.moved;
import static hongli.app.demo.picture.Pen.oval;
import static hongli.app.demo.picture.Pen.turned;

import java.awt.Shape;

/// Fruit, whole and cut.
final class Fruits {
    private Fruits() {}

    static void citrus(Pen pen, Look look) {
        pen.shadow(330, 676, 200, 30);
        pen.shadow(560, 684, 150, 24);
        pen.ball(oval(330, 490, 186, 182), look.main());
        for (int i = 0; i < 26; i++) {
            pen.fill(oval(206 + i * 97 % 250, 372 + i * 61 % 240, 3, 3), color(darker(look.main(), 0.3), 60));
        }
        pen.stroke(curve(330, 312, 332, 296, 340, 284, 352, 274), 11, 0x6b5a34);
        pen.fill(leaf(344, 286, 128, -16), look.accent());
        slice(pen, 560, 560, 128, look.main());
    }

    /// A cut half that looks at us.
    private static void slice(Pen pen, double x, double y, double size, int rgb) {
        pen.fill(oval(x, y, size, size), rgb);
        pen.fill(oval(x, y, size * 0.9, size * 0.9), lighter(rgb, 0.84));
        for (int i = 0; i < 9; i++) {
            double inner = size * 0.1;
            double outer = size * 0.82;
            Shape part = closed(
                    x + inner,
                    y,
                    x + outer * 0.5,
                    y - outer * 0.34,
                    x + outer * 0.92,
                    y - outer * 0.32,
                    x + outer,
                    y,
                    x + outer * 0.92,
                    y + outer * 0.32,
                    x + outer * 0.5,
                    y + outer * 0.34,
                    x + inner,
                    y);
            pen.fill(turned(part, i * 40, x, y), lighter(rgb, i % 2 == 0 ? 0.2 : 0.28));
        }
    }

    static void apple(Pen pen, Look look) {
        pen.shadow(330, 682, 196, 30);
        pen.shadow(556, 686, 140, 22);
        Shape small = moved(half(0.68), 556, 560);
        pen.ball(small, Pen.mixed(look.main(), look.accent(), 0.24));
        pen.stroke(moved(curve(0, -84, 2, -104, 8, -116, 18, -126), 556, 560), 9, 0x5b4a2c);
        Shape large = moved(half(1), 330, 500);
        pen.ball(large, look.main());
        pen.fill(oval(330, 356, 52, 13), color(darker(look.main(), 0.4), 120));
        pen.stroke(moved(curve(0, -138, 0, -170, 8, -196, 24, -216), 330, 500), 12, 0x5b4a2c);
        pen.fill(leaf(344, 330, 116, -28), look.accent());
        pen.fill(turned(oval(262, 440, 20, 46), 24, 262, 440), color(0xffffff, 90));
    }

    private static Shape half(double size) {
        double s = size;
        return closed(
                0, -136 * s, 60 * s, -190 * s, 190 * s, -160 * s, 188 * s, 0, 184 * s, 130 * s, 90 * s, 192 * s, 0,
                166 * s, -90 * s, 192 * s, -184 * s, 130 * s, -188 * s, 0, -190 * s, -160 * s, -60 * s, -190 * s, 0,
                -136 * s);
    }

    static void berries(Pen pen, Look look) {
        pen.shadow(400, 690, 270, 32);
        Shape bowl = closed(
                160, 506, 170, 620, 270, 692, 400, 692, 530, 692, 630, 620, 640, 506, 540, 520, 260, 520, 160, 506);
        for (int i = 0; i < 23; i++) {
            double row = i < 9 ? 0 : i < 16 ? 1 : i < 21 ? 2 : 3;
            double first = row == 0 ? 0 : row == 1 ? 9 : row == 2 ? 16 : 21;
            double x = 400 + (i - first - (row == 0 ? 4 : row == 1 ? 3 : row == 2 ? 2 : 0.5)) * 54;
            berry(pen, x, 496 - row * 48, i, look);
        }
        pen.fill(leaf(428, 344, 110, -34), look.accent());
        pen.fill(leaf(420, 346, 92, -116), darker(look.accent(), 0.1));
        pen.across(bowl, 0xf3efe7);
        pen.stroke(curve(196, 590, 300, 640, 500, 640, 604, 590), 6, color(look.main(), 90));
    }

    private static void berry(Pen pen, double x, double y, int number, Look look) {
        int rgb = number % 3 == 0
                ? lighter(look.main(), 0.12)
                : number % 3 == 1 ? look.main() : darker(look.main(), 0.12);
        pen.ball(oval(x, y, 34, 33), rgb);
        pen.fill(oval(x + 4, y - 10, 11, 7), color(darker(look.main(), 0.45), 150));
    }

    static void mango(Pen pen, Look look) {
        pen.shadow(330, 680, 190, 28);
        pen.shadow(540, 690, 170, 24);
        Shape back = turned(fruit(), -18, 0, 0);
        pen.ball(moved(back, 330, 490), look.main());
        pen.fill(turned(oval(276, 410, 22, 60), 30, 276, 410), color(0xffffff, 76));
        pen.fill(leaf(402, 330, 132, -30), look.accent());
        Shape cut = moved(turned(fruit(), 24, 0, 0), 540, 560);
        pen.fill(cut, darker(look.main(), 0.1));
        var inner = java.awt.geom.AffineTransform.getTranslateInstance(540, 560);
        inner.scale(0.86, 0.86);
        inner.rotate(Math.toRadians(24));
        Shape flesh = inner.createTransformedShape(fruit());
        pen.down(flesh, 0xffd566, 0xffb52e);
        for (int i = -4; i <= 4; i++) {
            Shape one = turned(Pen.box(-220, i * 36 - 3.0, 440, 6), 24 + 45, 0, 0);
            Shape two = turned(Pen.box(-220, i * 36 - 3.0, 440, 6), 24 - 45, 0, 0);
            pen.fill(Pen.common(flesh, moved(one, 540, 560)), color(0xe89a1c, 120));
            pen.fill(Pen.common(flesh, moved(two, 540, 560)), color(0xe89a1c, 120));
        }
    }

    private static Shape fruit() {
        return closed(
                -20, -186, 90, -190, 150, -90, 136, 20, 124, 120, 60, 176, -20, 172, -110, 166, -150, 70, -136, -20,
                -124, -110, -90, -182, -20, -186);
    }

    static void grapes(Pen pen, Look look) {
        pen.shadow(400, 694, 190, 26);
        pen.stroke(curve(404, 286, 396, 240, 410, 200, 444, 172), 13, 0x6d5a36);
        pen.fill(leaf(396, 262, 150, -152), look.accent());
        pen.fill(leaf(412, 252, 132, -22), darker(look.accent(), 0.1));
        int[] rows = {5, 6, 5, 4, 3, 2, 1};
        int number = 0;
        for (int row = 0; row < rows.length; row++) {
            for (int i = 0; i < rows[row]; i++) {
                double x = 400 + (i - (rows[row] - 1) / 2.0) * 70;
                double y = 318 + row * 56.0;
                int rgb = number++ % 3 == 0 ? lighter(look.main(), 0.1) : look.main();
                pen.ball(oval(x, y, 42, 42), rgb);
                pen.fill(oval(x - 13, y - 14, 8, 6), color(0xffffff, 150));
            }
        }
    }

    static void pear(Pen pen, Look look) {
        pen.shadow(320, 688, 170, 28);
        pen.shadow(540, 690, 140, 24);
        Shape small = moved(shape(0.8), 544, 544);
        pen.ball(small, darker(look.main(), 0.05));
        pen.stroke(moved(curve(0, -172, 0, -196, 6, -210, 18, -222), 544, 544), 9, 0x6b5730);
        Shape large = moved(shape(1), 320, 500);
        pen.ball(large, look.main());
        for (int i = 0; i < 22; i++) {
            pen.fill(oval(236 + i * 71 % 170, 470 + i * 47 % 180, 3, 3), color(0x7c6a2c, 90));
        }
        pen.stroke(moved(curve(0, -216, 0, -246, 8, -264, 24, -280), 320, 500), 11, 0x6b5730);
        pen.fill(leaf(334, 262, 118, -18), look.accent());
        pen.fill(turned(oval(250, 540, 20, 56), 12, 250, 540), color(0xffffff, 80));
    }

    private static Shape shape(double s) {
        return closed(
                0, -214 * s, 54 * s, -214 * s, 70 * s, -150 * s, 82 * s, -92 * s, 100 * s, -20 * s, 164 * s, 10 * s,
                160 * s, 92 * s, 156 * s, 166 * s, 80 * s, 190 * s, 0, 186 * s, -80 * s, 190 * s, -156 * s, 166 * s,
                -160 * s, 92 * s, -164 * s, 10 * s, -100 * s, -20 * s, -82 * s, -92 * s, -70 * s, -150 * s, -54 * s,
                -214 * s, 0, -214 * s);
    }

    static void kiwi(Pen pen, Look look) {
        pen.shadow(300, 676, 180, 26);
        pen.shadow(540, 692, 170, 26);
        pen.ball(turned(oval(300, 520, 176, 146), -14, 300, 520), look.accent());
        pen.fill(oval(540, 548, 150, 146), darker(look.accent(), 0.06));
        pen.fill(oval(540, 548, 138, 134), look.main());
        for (int i = 0; i < 28; i++) {
            Shape ray = leaf(540, 548, 126, i * 360.0 / 28);
            pen.fill(ray, color(lighter(look.main(), 0.3), 60));
        }
        pen.fill(oval(540, 548, 46, 40), 0xf4f3d6);
        for (int i = 0; i < 26; i++) {
            double angle = i * 2 * Math.PI / 26;
            double far = i % 2 == 0 ? 66 : 78;
            Shape seed = oval(540 + far * Math.cos(angle), 548 + far * 0.95 * Math.sin(angle), 8, 4);
            pen.fill(
                    turned(
                            seed,
                            Math.toDegrees(angle),
                            540 + far * Math.cos(angle),
                            548 + far * 0.95 * Math.sin(angle)),
                    0x23261c);
        }
    }
}
