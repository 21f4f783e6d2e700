package hongli.app.demo.picture;

import static hongli.app.demo.picture.Pen.box;
import static hongli.app.demo.picture.Pen.closed;
import static hongli.app.demo.picture.Pen.color;
import static hongli.app.demo.picture.Pen.common;
import static hongli.app.demo.picture.Pen.curve;
import static hongli.app.demo.picture.Pen.darker;
import static hongli.app.demo.picture.Pen.leaf;
import static hongli.app.demo.picture.Pen.lighter;
import static hongli.app.demo.picture.Pen.oval;
import static hongli.app.demo.picture.Pen.round;

import java.awt.Shape;

/// What is bought and not sent: an afternoon, a night, a phone's credit.
final class Outings {
    private Outings() {}

    static void pastry(Pen pen, Look look) {
        pen.shadow(400, 692, 200, 26);
        pen.across(round(391, 190, 18, 470, 8), 0xb99a62);
        pen.ball(oval(400, 184, 19, 19), 0xc9ab72);
        pen.across(closed(340, 690, 350, 664, 380, 652, 400, 650, 420, 652, 450, 664, 460, 690), 0xb99a62);
        tier(pen, 560, 236);
        tier(pen, 386, 178);
        for (int i = 0; i < 4; i++) {
            double x = 250 + i * 100.0;
            pen.down(round(x - 40, 506, 80, 50, 18), lighter(look.main(), 0.3), look.main());
            pen.fill(round(x - 40, 526, 80, 9, 4), color(0xffffff, 190));
            pen.ball(oval(x, 500, 14, 14), look.accent());
        }
        for (int i = 0; i < 3; i++) {
            double x = 306 + i * 94.0;
            pen.fill(
                    closed(x - 36, 384, x - 30, 330, x - 18, 318, x, 316, x + 18, 318, x + 30, 330, x + 36, 384),
                    lighter(look.accent(), 0.2));
            pen.fill(oval(x, 330, 27, 18), 0xfff6ea);
            pen.ball(oval(x, 312, 12, 12), look.main());
        }
        pen.fill(leaf(400, 172, 60, -140), 0x7c9867);
        pen.fill(leaf(400, 172, 60, -40), 0x8ba876);
    }

    private static void tier(Pen pen, double y, double half) {
        pen.down(oval(400, y, half, 22), 0xffffff, 0xe9e4da);
        pen.fill(oval(400, y - 4, half - 18, 15), 0xf4f0e8);
    }

    static void lodge(Pen pen, Look look) {
        Shape view = round(120, 130, 560, 540, 34);
        pen.down(view, lighter(look.main(), 0.36), lighter(look.main(), 0.72));
        pen.fill(oval(548, 244, 52, 52), 0xfff3d0);
        pen.fill(
                common(
                        view,
                        closed(
                                60, 560, 180, 360, 250, 300, 320, 330, 420, 380, 500, 470, 760, 600, 760, 700, 60, 700,
                                60, 560)),
                lighter(look.main(), 0.14));
        pen.fill(
                common(
                        view,
                        closed(
                                300, 620, 440, 430, 560, 360, 640, 400, 700, 440, 760, 500, 800, 560, 800, 700, 300,
                                700, 300, 620)),
                darker(look.main(), 0.06));
        pen.fill(
                common(
                        view,
                        closed(
                                60, 600, 220, 550, 420, 560, 760, 600, 760, 660, 760, 680, 760, 720, 400, 720, 200, 720,
                                60, 720)),
                look.accent());
        house(pen);
        for (int i = 0; i < 9; i++) {
            double y = 614 + i % 3 * 18.0;
            pen.stroke(
                    curve(150 + i * 20.0, y + 20, 220 + i * 40.0, y, 300 + i * 36.0, y, 380 + i * 36.0, y + 16),
                    4,
                    color(lighter(look.accent(), 0.4), 70));
        }
        pen.stroke(view, 8, color(0xffffff, 210));
    }

    private static void house(Pen pen) {
        pen.down(box(262, 460, 236, 150), 0xfbf5ea, 0xeadfcb);
        pen.fill(
                closed(
                        230, 470, 290, 420, 340, 380, 380, 352, 420, 380, 470, 420, 530, 470, 430, 462, 330, 462, 230,
                        470),
                0x8a5a44);
        pen.fill(round(352, 520, 58, 90, 6), 0x9a6b4c);
        pen.fill(round(284, 500, 46, 46, 5), 0xffd98a);
        pen.fill(round(432, 500, 46, 46, 5), 0xffd98a);
    }

    static void phone(Pen pen, Look look) {
        pen.shadow(400, 692, 180, 26);
        pen.across(round(262, 140, 276, 550, 46), 0x2c3038);
        Shape screen = round(278, 160, 244, 510, 32);
        pen.down(screen, lighter(look.main(), 0.3), look.main());
        pen.fill(round(360, 174, 80, 14, 7), color(0x14171c, 200));
        pen.fill(oval(400, 372, 92, 92), color(0xffffff, 235));
        pen.fill(
                closed(
                        416, 300, 400, 330, 376, 360, 360, 386, 370, 388, 380, 388, 396, 388, 390, 410, 384, 424, 378,
                        446, 400, 420, 422, 394, 440, 364, 428, 364, 420, 364, 406, 364, 410, 344, 414, 326, 416, 300),
                look.accent());
        for (int i = 0; i < 4; i++) {
            double height = 22 + i * 20.0;
            pen.fill(round(336 + i * 36.0, 600 - height, 22, height, 7), color(0xffffff, i < 3 ? 230 : 120));
        }
        pen.fill(round(330, 500, 140, 12, 6), color(0xffffff, 170));
    }
}
