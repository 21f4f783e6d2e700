package hongli.app.demo.picture;

import static hongli.app.demo.picture.Pen.box;
import static hongli.app.demo.picture.Pen.closed;
import static hongli.app.demo.picture.Pen.color;
import static hongli.app.demo.picture.Pen.curve;
import static hongli.app.demo.picture.Pen.darker;
import static hongli.app.demo.picture.Pen.leaf;
import static hongli.app.demo.picture.Pen.lighter;
import static hongli.app.demo.picture.Pen.oval;
import static hongli.app.demo.picture.Pen.round;

import java.awt.Shape;

/// Tea and what it is kept and drunk in.
final class Teas {
    private static final int PORCELAIN = 0xf6f4ee;

    private Teas() {}

    static void cup(Pen pen, Look look) {
        pen.shadow(400, 680, 250, 32);
        pen.down(oval(400, 664, 232, 30), lighter(PORCELAIN, 0.3), darker(PORCELAIN, 0.12));
        Shape bowl = closed(
                220, 430, 226, 560, 296, 644, 400, 646, 504, 644, 574, 560, 580, 430, 520, 440, 280, 440, 220, 430);
        pen.across(bowl, PORCELAIN);
        pen.down(oval(400, 430, 180, 40), darker(PORCELAIN, 0.08), PORCELAIN);
        pen.down(oval(400, 436, 160, 31), lighter(look.main(), 0.12), look.main());
        pen.fill(leaf(350, 442, 74, -14), look.accent());
        pen.fill(leaf(420, 446, 58, 10), darker(look.accent(), 0.12));
        pen.stroke(curve(262, 560, 340, 610, 460, 610, 538, 560), 7, color(look.accent(), 130));
        for (int i = 0; i < 3; i++) {
            double x = 330 + i * 70.0;
            pen.stroke(curve(x, 372, x - 30, 330, x + 34, 290, x, 236), 11, color(0xffffff, 150));
        }
    }

    static void tin(Pen pen, Look look) {
        pen.shadow(400, 690, 200, 30);
        Shape can = round(264, 330, 272, 362, 22);
        pen.across(can, look.main());
        pen.across(round(256, 254, 288, 104, 20), darker(look.main(), 0.2));
        pen.down(oval(400, 262, 136, 20), lighter(look.main(), 0.22), look.main());
        pen.fill(box(264, 368, 272, 7), color(0xffffff, 60));
        Shape paper = round(308, 422, 184, 204, 12);
        pen.fill(paper, color(PORCELAIN, 245));
        pen.stroke(round(320, 434, 160, 180, 8), 3, look.accent());
        sprig(pen, 400, 574, look.accent());
        pen.fill(round(282, 384, 12, 280, 6), color(0xffffff, 46));
    }

    static void cake(Pen pen, Look look) {
        pen.shadow(400, 690, 250, 30);
        pen.ball(oval(400, 452, 236, 232), look.main());
        pen.stroke(oval(400, 452, 206, 202), 4, color(0x000000, 26));
        for (int i = 0; i < 70; i++) {
            double angle = i * 2.399;
            double far = 21.0 * Math.sqrt(i);
            Shape flake = leaf(400 + far * Math.cos(angle), 450 + far * Math.sin(angle), 30, i * 137.5);
            pen.fill(flake, color(i % 3 == 0 ? lighter(look.main(), 0.3) : darker(look.main(), 0.3), 120));
        }
        pen.down(oval(400, 450, 104, 104), PORCELAIN, darker(PORCELAIN, 0.08));
        pen.stroke(oval(400, 450, 90, 90), 4, look.accent());
        sprig(pen, 400, 500, look.accent());
    }

    static void pot(Pen pen, Look look) {
        pen.shadow(390, 690, 260, 32);
        Shape spout = closed(
                546, 540, 600, 520, 620, 450, 672, 404, 684, 396, 700, 408, 692, 420, 660, 470, 650, 560, 566, 610, 556,
                600, 548, 570, 546, 540);
        pen.across(spout, darker(look.main(), 0.1));
        pen.stroke(curve(242, 470, 130, 440, 120, 620, 262, 612), 34, darker(look.main(), 0.08));
        Shape body = closed(
                220, 540, 220, 430, 300, 386, 390, 386, 480, 386, 566, 430, 566, 540, 566, 640, 490, 692, 393, 692, 300,
                692, 220, 640, 220, 540);
        pen.ball(body, look.main());
        pen.across(
                closed(
                        296, 400, 300, 352, 350, 334, 392, 334, 434, 334, 486, 352, 490, 400, 430, 420, 350, 420, 296,
                        400),
                lighter(look.main(), 0.06));
        pen.ball(oval(392, 318, 24, 24), darker(look.main(), 0.06));
        pen.stroke(curve(250, 520, 330, 560, 460, 560, 540, 520), 6, color(look.accent(), 150));
        pen.fill(leaf(360, 610, 74, -46), color(look.accent(), 210));
        pen.fill(leaf(372, 612, 60, -96), color(look.accent(), 170));
    }

    static void pouch(Pen pen, Look look) {
        pen.shadow(400, 690, 190, 28);
        Shape bag = closed(
                262, 270, 268, 400, 256, 560, 250, 690, 340, 700, 460, 700, 550, 690, 544, 560, 532, 400, 538, 270, 450,
                280, 350, 280, 262, 270);
        pen.across(bag, look.main());
        pen.down(
                closed(
                        256, 204, 350, 214, 450, 214, 544, 204, 542, 236, 540, 250, 538, 276, 450, 286, 350, 286, 262,
                        276, 260, 250, 258, 236, 256, 204),
                lighter(look.main(), 0.16),
                darker(look.main(), 0.08));
        pen.stroke(curve(262, 246, 350, 254, 450, 254, 538, 246), 5, color(0xffffff, 110));
        pen.fill(oval(400, 478, 106, 106), color(PORCELAIN, 244));
        pen.stroke(oval(400, 478, 94, 94), 3, look.accent());
        sprig(pen, 400, 532, look.accent());
        pen.fill(round(282, 318, 12, 320, 6), color(0xffffff, 50));
    }

    /// Two leaves and a bud, the stem's end at (x, y).
    private static void sprig(Pen pen, double x, double y, int rgb) {
        pen.stroke(curve(x, y, x - 4, y - 30, x + 2, y - 60, x, y - 90), 5, darker(rgb, 0.18));
        pen.fill(leaf(x, y - 34, 76, -146), rgb);
        pen.fill(leaf(x, y - 48, 76, -36), lighter(rgb, 0.12));
        pen.fill(leaf(x, y - 78, 62, -92), darker(rgb, 0.06));
    }
}
