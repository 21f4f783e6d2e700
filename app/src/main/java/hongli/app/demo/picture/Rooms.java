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
import static hongli.app.demo.picture.Pen.turned;

import java.awt.Shape;

/// Things for the home.
final class Rooms {
    private Rooms() {}

    static void vase(Pen pen, Look look) {
        pen.shadow(400, 690, 180, 28);
        pen.stroke(curve(396, 420, 380, 320, 340, 250, 286, 170), 8, 0x6c5b44);
        pen.stroke(curve(402, 420, 412, 300, 450, 220, 512, 140), 8, 0x6c5b44);
        pen.stroke(curve(400, 420, 398, 320, 402, 240, 396, 120), 7, 0x6c5b44);
        double[][] leaves = {
            {348, 268, -170}, {336, 246, -70}, {306, 198, -150}, {440, 238, -10}, {462, 206, -100}, {490, 168, -24},
            {400, 230, -150}, {398, 190, -30}, {396, 150, -120}, {286, 170, -120}, {512, 140, -70}, {396, 120, -84}
        };
        for (int i = 0; i < leaves.length; i++) {
            int green = i % 2 == 0 ? look.accent() : lighter(look.accent(), 0.16);
            pen.fill(leaf(leaves[i][0], leaves[i][1], 74, leaves[i][2]), green);
        }
        Shape body = closed(
                360, 396, 362, 440, 348, 458, 318, 490, 276, 536, 262, 590, 284, 640, 300, 678, 330, 694, 360, 694, 380,
                694, 420, 694, 440, 694, 470, 694, 500, 678, 516, 640, 538, 590, 524, 536, 482, 490, 452, 458, 438, 440,
                440, 396);
        pen.across(body, look.main());
        pen.fill(oval(400, 396, 40, 8), darker(look.main(), 0.4));
        pen.stroke(curve(290, 600, 340, 626, 460, 626, 510, 600), 5, color(0xffffff, 70));
        pen.stroke(curve(286, 618, 340, 644, 460, 644, 514, 618), 5, color(0xffffff, 50));
    }

    static void cushion(Pen pen, Look look) {
        pen.shadow(400, 680, 270, 34);
        Shape pad = closed(
                158, 268, 230, 296, 330, 262, 400, 266, 470, 262, 570, 296, 642, 268, 618, 340, 640, 400, 636, 466, 640,
                540, 618, 600, 642, 668, 570, 640, 470, 676, 400, 672, 330, 676, 230, 640, 158, 668, 182, 600, 160, 540,
                164, 466, 160, 400, 182, 340, 158, 268);
        pen.ball(pad, look.main());
        for (int i = 0; i < 7; i++) {
            Shape stripe = turned(box(60, 240 + i * 92.0, 680, 15), -24, 400, 466);
            pen.fill(common(pad, stripe), color(look.accent(), 150));
        }
        pen.stroke(pad, 4, color(darker(look.main(), 0.3), 90));
        pen.ball(oval(400, 466, 15, 15), lighter(look.accent(), 0.2));
    }

    static void candle(Pen pen, Look look) {
        pen.shadow(400, 690, 190, 28);
        Shape glass = round(268, 360, 264, 330, 26);
        pen.across(glass, lighter(look.main(), 0.1));
        pen.down(common(glass, box(260, 440, 280, 260)), lighter(look.main(), 0.28), look.main());
        pen.down(oval(400, 366, 130, 22), lighter(look.main(), 0.5), lighter(look.main(), 0.3));
        pen.stroke(curve(400, 366, 400, 350, 402, 340, 400, 322), 6, 0x4a4034);
        pen.fill(oval(400, 276, 92, 112), color(0xfff1c4, 70));
        pen.down(closed(400, 206, 440, 250, 436, 318, 400, 328, 364, 318, 362, 256, 400, 206), 0xffd87a, 0xf39a3c);
        pen.fill(closed(400, 258, 418, 284, 416, 314, 400, 318, 384, 314, 384, 288, 400, 258), 0xfff4cf);
        pen.fill(round(318, 486, 164, 128, 10), color(0xfaf6ee, 238));
        pen.stroke(round(328, 496, 144, 108, 6), 3, look.accent());
        pen.fill(leaf(366, 572, 58, -58), look.accent());
        pen.fill(leaf(396, 578, 58, -88), lighter(look.accent(), 0.14));
        pen.fill(leaf(426, 574, 52, -112), look.accent());
        pen.fill(round(288, 398, 12, 264, 6), color(0xffffff, 90));
    }

    static void board(Pen pen, Look look) {
        pen.shadow(400, 690, 270, 26);
        Shape wood = Pen.without(
                turned(round(236, 190, 328, 470, 46), 10, 400, 430), turned(oval(400, 246, 24, 24), 10, 400, 430));
        pen.down(wood, lighter(look.main(), 0.14), darker(look.main(), 0.06));
        for (int i = 0; i < 7; i++) {
            double x = 262 + i * 46.0;
            Shape grain = turned(round(x, 196, 5, 458, 2), 10, 400, 430);
            pen.fill(common(wood, grain), color(darker(look.main(), 0.3), i % 2 == 0 ? 60 : 34));
        }
        pen.stroke(turned(round(250, 204, 300, 442, 38), 10, 400, 430), 4, color(0xffffff, 66));
        pen.ball(oval(560, 606, 66, 64), 0xd8503f);
        pen.fill(leaf(560, 546, 54, -150), look.accent());
        pen.fill(leaf(560, 546, 54, -34), look.accent());
        pen.fill(leaf(470, 664, 128, -14), lighter(look.accent(), 0.1));
        pen.fill(leaf(464, 668, 108, 12), look.accent());
    }

    static void towels(Pen pen, Look look) {
        pen.shadow(400, 690, 260, 30);
        int[] colors = {look.main(), lighter(look.main(), 0.5), look.accent()};
        for (int i = 0; i < 3; i++) {
            double top = 560 - i * 118.0;
            Shape fold = round(176 + i * 9.0, top, 448 - i * 18.0, 128, 56);
            pen.down(fold, lighter(colors[i], 0.16), darker(colors[i], 0.1));
            pen.stroke(
                    curve(232 + i * 9.0, top + 62, 360, top + 70, 500, top + 70, 612 - i * 9.0, top + 60),
                    5,
                    color(darker(colors[i], 0.3), 110));
            pen.fill(common(fold, box(250, top, 26, 128)), color(0xffffff, 90));
            pen.fill(common(fold, box(288, top, 9, 128)), color(0xffffff, 90));
        }
        pen.stroke(curve(420, 316, 410, 270, 430, 240, 470, 216), 7, 0x6a7a52);
        for (int i = 0; i < 5; i++) {
            pen.fill(leaf(418 + i * 11, 296 - i * 18.0, 56, i % 2 == 0 ? -160 : -8), 0x7f9468);
        }
    }

    static void lamp(Pen pen, Look look) {
        pen.shadow(400, 692, 180, 26);
        pen.fill(
                closed(
                        270, 420, 180, 560, 150, 640, 150, 690, 300, 690, 500, 690, 650, 690, 650, 640, 620, 560, 530,
                        420),
                color(0xfff2c9, 80));
        pen.across(round(390, 400, 20, 252, 10), darker(look.accent(), 0.1));
        pen.across(round(296, 640, 208, 46, 22), look.accent());
        Shape shade = closed(
                318, 166, 360, 156, 440, 156, 482, 166, 510, 250, 540, 340, 560, 416, 480, 436, 320, 436, 240, 416, 260,
                340, 290, 250, 318, 166);
        pen.down(shade, look.main(), lighter(look.main(), 0.42));
        for (int i = 0; i < 6; i++) {
            double top = 336 + i * 26.0;
            double bottom = 262 + i * 55.0;
            pen.stroke(curve(top, 164, top - 10, 250, bottom + 10, 340, bottom, 424), 3, color(0xffffff, 80));
        }
        pen.stroke(curve(500, 430, 506, 470, 506, 500, 504, 520), 4, darker(look.accent(), 0.2));
        pen.ball(oval(504, 530, 11, 11), lighter(look.accent(), 0.2));
    }

    static void basket(Pen pen, Look look) {
        pen.shadow(400, 692, 240, 30);
        pen.stroke(curve(240, 420, 230, 190, 570, 190, 560, 420), 20, darker(look.main(), 0.16));
        pen.down(
                closed(
                        250, 420, 270, 340, 330, 350, 380, 372, 430, 330, 520, 330, 552, 420, 450, 430, 350, 430, 250,
                        420),
                lighter(look.accent(), 0.3),
                look.accent());
        Shape body = closed(
                188, 414, 300, 430, 500, 430, 612, 414, 604, 520, 580, 620, 560, 676, 540, 696, 260, 696, 240, 676, 220,
                620, 196, 520, 188, 414);
        pen.across(body, look.main());
        for (int row = 0; row < 6; row++) {
            for (int i = -1; i < 10; i++) {
                Shape reed = round(180 + i * 48 + (row % 2) * 24.0, 436 + row * 44.0, 42, 36, 16);
                pen.fill(common(body, reed), color(row % 2 == 0 ? 0xffffff : darker(look.main(), 0.4), 38));
            }
        }
        pen.stroke(curve(190, 418, 300, 436, 500, 436, 610, 418), 20, darker(look.main(), 0.1));
    }

    static void bowls(Pen pen, Look look) {
        pen.shadow(400, 692, 250, 30);
        int[] colors = {look.main(), lighter(look.main(), 0.34), look.accent(), lighter(look.accent(), 0.3)};
        for (int i = 0; i < 4; i++) {
            double top = 540 - i * 74.0;
            double half = 206 - i * 8.0;
            Shape bowl = closed(
                    400 - half,
                    top,
                    400 - half + 6,
                    top + 90,
                    400 - half * 0.6,
                    top + 146,
                    400 - half * 0.36,
                    top + 150,
                    400 - half * 0.2,
                    top + 152,
                    400 + half * 0.2,
                    top + 152,
                    400 + half * 0.36,
                    top + 150,
                    400 + half * 0.6,
                    top + 146,
                    400 + half - 6,
                    top + 90,
                    400 + half,
                    top);
            pen.across(bowl, colors[i]);
            pen.fill(common(bowl, box(150, top + 26, 500, 7)), color(0xffffff, 120));
            pen.down(oval(400, top, half, 30), darker(colors[i], 0.18), lighter(colors[i], 0.1));
        }
        pen.stroke(turned(curve(250, 250, 380, 250, 480, 250, 640, 250), -9, 400, 250), 11, 0x8a6a45);
        pen.stroke(turned(curve(250, 276, 380, 276, 480, 276, 640, 276), -13, 400, 276), 11, 0x77593a);
    }
}
