package hongli.app.demo.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RadialGradientPaint;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/// A pen on a square of 800 units, with the few strokes that the pictures are made of. Colours are `0xRRGGBB`.
final class Pen {
    static final int SIDE = 800;

    private final Graphics2D graphics;

    Pen(BufferedImage image) {
        graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
    }

    static Shape oval(double x, double y, double across, double down) {
        return new Ellipse2D.Double(x - across, y - down, 2 * across, 2 * down);
    }

    static Shape box(double left, double top, double width, double height) {
        return round(left, top, width, height, 0);
    }

    static Shape round(double left, double top, double width, double height, double corner) {
        return new RoundRectangle2D.Double(left, top, width, height, 2 * corner, 2 * corner);
    }

    /// The shape turned by `degrees` around a point.
    static Shape turned(Shape shape, double degrees, double x, double y) {
        return AffineTransform.getRotateInstance(Math.toRadians(degrees), x, y).createTransformedShape(shape);
    }

    static Shape moved(Shape shape, double right, double down) {
        return AffineTransform.getTranslateInstance(right, down).createTransformedShape(shape);
    }

    /// What both shapes cover.
    static Shape common(Shape one, Shape other) {
        var area = new Area(one);
        area.intersect(new Area(other));
        return area;
    }

    static Shape without(Shape one, Shape other) {
        var area = new Area(one);
        area.subtract(new Area(other));
        return area;
    }

    /// A line through points given as x, y, x, y; three points at a time are a curve: two handles and an end.
    static Path2D curve(double... points) {
        if (points.length % 6 != 2) {
            throw new IllegalArgumentException("a curve must have whole parts: numbers=" + points.length);
        }
        var path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i + 5 < points.length; i += 6) {
            path.curveTo(points[i], points[i + 1], points[i + 2], points[i + 3], points[i + 4], points[i + 5]);
        }
        return path;
    }

    /// The curve as a closed shape.
    static Shape closed(double... points) {
        Path2D path = curve(points);
        path.closePath();
        return path;
    }

    /// A leaf from its stem at (x, y), `length` long, towards `degrees` (0 is right, 90 down).
    static Shape leaf(double x, double y, double length, double degrees) {
        double half = length * 0.27;
        Shape leaf = closed(
                x, y, x + length * 0.3, y - half, x + length * 0.75, y - half, x + length, y, x + length * 0.75, y + half,
                x + length * 0.3, y + half, x, y);
        return turned(leaf, degrees, x, y);
    }

    static Color color(int rgb) {
        return new Color(rgb);
    }

    /// The colour, see-through: 0 is nothing, 255 all.
    static Color color(int rgb, int strength) {
        return new Color(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255, strength);
    }

    /// Between two colours: 0 is the first, 1 the second.
    static int mixed(int one, int other, double part) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            long from = one >> shift & 255;
            long to = other >> shift & 255;
            mixed |= (int) Math.round(from + (to - from) * part) << shift;
        }
        return mixed;
    }

    static int lighter(int rgb, double part) {
        return mixed(rgb, 0xffffff, part);
    }

    static int darker(int rgb, double part) {
        return mixed(rgb, 0x10131a, part);
    }

    void fill(Shape shape, int rgb) {
        fill(shape, color(rgb));
    }

    void fill(Shape shape, Paint paint) {
        graphics.setPaint(paint);
        graphics.fill(shape);
    }

    /// Fills with a shade from the top to the bottom of the shape.
    void down(Shape shape, int top, int bottom) {
        Rectangle all = shape.getBounds();
        fill(shape, new GradientPaint(0, all.y, color(top), 0, all.y + all.height, color(bottom)));
    }

    /// Fills as if it were round and lit from the left.
    void across(Shape shape, int rgb) {
        Rectangle all = shape.getBounds();
        float lit = all.x + all.width * 0.32f;
        graphics.setPaint(new GradientPaint(
                all.x, 0, color(darker(rgb, 0.10)), lit, 0, color(lighter(rgb, 0.14)), false));
        graphics.fill(common(shape, box(all.x, all.y, all.width * 0.32 + 0.6, all.height)));
        graphics.setPaint(new GradientPaint(
                lit, 0, color(lighter(rgb, 0.14)), all.x + all.width, 0, color(darker(rgb, 0.26)), false));
        graphics.fill(without(shape, box(all.x, all.y, all.width * 0.32, all.height)));
    }

    /// Fills as if it were a ball, lit from above on the left.
    void ball(Shape shape, int rgb) {
        Rectangle all = shape.getBounds();
        float[] stops = {0f, 0.55f, 1f};
        Color[] colors = {color(lighter(rgb, 0.34)), color(rgb), color(darker(rgb, 0.24))};
        fill(
                shape,
                new RadialGradientPaint(
                        all.x + all.width * 0.36f,
                        all.y + all.height * 0.32f,
                        Math.max(all.width, all.height) * 0.74f,
                        stops,
                        colors));
    }

    void stroke(Shape line, double width, Color color) {
        graphics.setPaint(color);
        graphics.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(line);
    }

    void stroke(Shape line, double width, int rgb) {
        stroke(line, width, color(rgb));
    }

    /// A soft shadow on the ground.
    void shadow(double x, double y, double across, double down) {
        float[] stops = {0f, 0.6f, 1f};
        Color[] colors = {color(0x20242c, 74), color(0x20242c, 30), color(0x20242c, 0)};
        AffineTransform before = graphics.getTransform();
        graphics.translate(x, y);
        graphics.scale(1, down / across);
        fill(oval(0, 0, across, across), new RadialGradientPaint(0f, 0f, (float) across, stops, colors));
        graphics.setTransform(before);
    }

    void put() {
        graphics.dispose();
    }
}
