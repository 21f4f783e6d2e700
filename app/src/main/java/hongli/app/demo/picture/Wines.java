package hongli.app.demo.picture;

import static hongli.app.demo.picture.Pen.box;
import static hongli.app.demo.picture.Pen.closed;
import static hongli.app.demo.picture.Pen.color;
import static hongli.app.demo.picture.Pen.common;
import static hongli.app.demo.picture.Pen.curve;
import static hongli.app.demo.picture.Pen.darker;
import static hongli.app.demo.picture.Pen.leaf;
import static hongli.app.demo.picture.Pen.lighter;
import static hongli.app.demo.picture.Pen.moved;
import static hongli.app.demo.picture.Pen.oval;
import static hongli.app.demo.picture.Pen.round;

import java.awt.Shape;
import java.awt.geom.AffineTransform;

/// Bottles, jars and glasses.
final class Wines {
    private static final int PAPER = 0xf7f1e4;

    private Wines() {}

    static void bottle(Pen pen, Look look) {
        pen.shadow(370, 690, 150, 26);
        pen.shadow(574, 690, 92, 18);
        Shape glass = body(358, 1);
        vessel(pen, glass, look);
        wine(pen, 574, look.main());
    }

    static void sparkling(Pen pen, Look look) {
        pen.shadow(350, 690, 160, 26);
        pen.shadow(580, 690, 70, 15);
        Shape glass = body(347, 1.15);
        vessel(pen, glass, look);
        pen.down(round(300, 128, 92, 176, 18), lighter(look.accent(), 0.12), darker(look.accent(), 0.16));
        Shape flute = closed(
                536, 330, 540, 470, 556, 540, 580, 560, 604, 540, 620, 470, 624, 330, 590, 326, 560, 326, 536, 330);
        pen.fill(flute, color(0xffffff, 90));
        pen.down(common(flute, box(500, 372, 160, 220)), lighter(look.main(), 0.35), look.main());
        pen.stroke(flute, 4, color(0xffffff, 190));
        stem(pen, 580, 558);
        for (int i = 0; i < 11; i++) {
            pen.fill(oval(556 + i * 37 % 49, 392 + i * 53 % 146, 4, 4), color(0xffffff, 190));
        }
    }

    static void slender(Pen pen, Look look) {
        pen.shadow(400, 690, 122, 24);
        Shape glass = closed(
                374, 150, 374, 200, 374, 250, 374, 290, 374, 330, 336, 360, 336, 420, 336, 500, 336, 600, 336, 676, 336,
                688, 346, 694, 360, 694, 390, 694, 410, 694, 440, 694, 454, 694, 464, 688, 464, 676, 464, 600, 464, 500,
                464, 420, 464, 360, 426, 330, 426, 290, 426, 250, 426, 200, 426, 150);
        pen.across(glass, look.main());
        pen.down(round(368, 122, 64, 104, 10), lighter(look.accent(), 0.1), darker(look.accent(), 0.2));
        label(pen, 336, 470, 128, look);
        shine(pen, 352, 400, 270);
    }

    static void jar(Pen pen, Look look) {
        pen.shadow(400, 690, 210, 30);
        Shape pot = closed(
                306, 300, 220, 350, 196, 420, 196, 490, 196, 590, 250, 694, 320, 694, 350, 694, 450, 694, 480, 694, 550,
                694, 604, 590, 604, 490, 604, 420, 580, 350, 494, 300);
        pen.across(pot, look.main());
        pen.across(round(300, 262, 200, 52, 18), darker(look.main(), 0.14));
        pen.down(
                closed(
                        286, 268, 300, 180, 340, 160, 400, 160, 460, 160, 500, 180, 514, 268, 470, 292, 330, 292, 286,
                        268),
                lighter(look.accent(), 0.1),
                darker(look.accent(), 0.14));
        pen.stroke(curve(296, 270, 340, 292, 460, 292, 504, 270), 12, darker(look.accent(), 0.32));
        pen.fill(round(330, 400, 140, 170, 10), color(PAPER, 240));
        pen.stroke(round(342, 412, 116, 146, 6), 3, look.accent());
        pen.fill(oval(400, 470, 30, 30), look.accent());
        pen.fill(leaf(400, 540, 44, -60), darker(look.accent(), 0.2));
        shine(pen, 236, 420, 150);
    }

    static void tasting(Pen pen, Look look) {
        int[] pours = {look.main(), look.accent(), lighter(look.main(), 0.45)};
        for (int i = 0; i < 3; i++) {
            double x = 220 + i * 180.0;
            pen.shadow(x, 676, 96, 18);
            wine(pen, x, pours[i]);
        }
        pen.down(round(180, 190, 440, 96, 22), PAPER, darker(PAPER, 0.06));
        pen.fill(leaf(232, 238, 60, -18), 0x5f7d4f);
        pen.stroke(curve(320, 226, 400, 226, 480, 226, 570, 226), 9, color(0x5a5148, 150));
        pen.stroke(curve(320, 254, 380, 254, 440, 254, 510, 254), 9, color(0x5a5148, 90));
    }

    /// A bottle around `middle`, so much wider than usual.
    private static Shape body(double middle, double wider) {
        Shape usual = closed(
                -42, 140, -42, 220, -42, 262, -42, 280, -42, 336, -98, 340, -98, 416, -98, 500, -98, 600, -98, 664, -98,
                686, -90, 694, -68, 694, -38, 694, 38, 694, 68, 694, 90, 694, 98, 686, 98, 664, 98, 600, 98, 500, 98,
                416, 98, 340, 42, 336, 42, 280, 42, 262, 42, 220, 42, 140);
        var place = AffineTransform.getTranslateInstance(middle, 0);
        place.scale(wider, 1);
        return place.createTransformedShape(usual);
    }

    private static void vessel(Pen pen, Shape glass, Look look) {
        var all = glass.getBounds();
        double middle = all.getCenterX();
        pen.across(glass, darker(look.main(), 0.18));
        pen.down(round(middle - 46, 116, 92, 128, 12), lighter(look.accent(), 0.08), darker(look.accent(), 0.2));
        pen.fill(box(middle - 46, 206, 92, 10), color(0xffffff, 80));
        label(pen, all.x, 440, all.width, look);
        shine(pen, all.x + 22.0, 420, 230);
    }

    private static void label(Pen pen, double left, double top, double width, Look look) {
        Shape paper = box(left, top, width, 158);
        pen.down(paper, PAPER, darker(PAPER, 0.07));
        pen.fill(box(left, top + 10, width, 5), look.accent());
        pen.fill(box(left, top + 143, width, 5), look.accent());
        double middle = left + width / 2;
        pen.fill(oval(middle, top + 62, 25, 25), look.accent());
        pen.fill(leaf(middle - 2, top + 76, 34, -70), color(0xffffff, 210));
        pen.fill(round(middle - 42, top + 102, 84, 7, 3), color(0x4a443c, 170));
        pen.fill(round(middle - 27, top + 118, 54, 6, 3), color(0x4a443c, 110));
    }

    private static void shine(Pen pen, double x, double top, double length) {
        pen.fill(round(x, top, 11, length, 6), color(0xffffff, 62));
    }

    /// A glass of wine on its stem.
    private static void wine(Pen pen, double x, int rgb) {
        Shape bowl = moved(
                closed(-62, 400, -76, 486, -52, 548, 0, 552, 52, 548, 76, 486, 62, 400, 30, 394, -30, 394, -62, 400),
                x,
                0);
        pen.fill(bowl, color(0xffffff, 100));
        pen.down(common(bowl, box(x - 90, 468, 180, 100)), lighter(rgb, 0.14), darker(rgb, 0.12));
        pen.fill(oval(x, 468, 68, 8), lighter(rgb, 0.24));
        pen.stroke(bowl, 4, color(0xffffff, 200));
        stem(pen, x, 552);
        pen.stroke(moved(curve(-52, 420, -60, 460, -56, 490, -46, 512), x, 0), 7, color(0xffffff, 130));
    }

    private static void stem(Pen pen, double x, double top) {
        pen.fill(box(x - 4, top, 8, 122), color(0xffffff, 190));
        pen.fill(oval(x, 680, 50, 10), color(0xffffff, 200));
    }
}
