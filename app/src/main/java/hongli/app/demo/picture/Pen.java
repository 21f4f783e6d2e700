package hongli.app.demo.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
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
                x,
                y,
                x + length * 0.3,
                y - half,
                x + length * 0.75,
                y - half,
                x + length,
                y,
                x + length * 0.75,
                y + half,
                x + length * 0.3,
                y + half,
                x,
                y);
        return turned(leaf, degrees, x, y);
    }

    static Color color(int rgb) {
        return new Color(rgb);
    }

    /// The colour, see-through: 0 is nothing, 255 all.
    static Color color(int rgb, int strength) {
        return new Color((rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255, strength);
    }

    /// Between two colours: 0 is the first, 1 the second.
    static int mixed(int one, int other, double part) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = (one >> shift) & 255;
            int to = (other >> shift) & 255;
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
        Rectangle2D all = shape.getBounds2D();
        fill(shape, new GradientPaint(0f, (float) all.getMinY(), color(top), 0f, (float) all.getMaxY(), color(bottom)));
    }

    /// Fills as if it were round and lit from the left.
    void across(Shape shape, int rgb) {
        Rectangle2D all = shape.getBounds2D();
        float left = (float) all.getMinX();
        float right = (float) all.getMaxX();
        float lit = left + (right - left) * 0.32f;
        Color bright = color(lighter(rgb, 0.14));
        Shape before = box(left, all.getMinY(), lit - left, all.getHeight());
        fill(shape, new GradientPaint(lit, 0f, bright, right, 0f, color(darker(rgb, 0.26))));
        fill(common(shape, before), new GradientPaint(left, 0f, color(darker(rgb, 0.10)), lit, 0f, bright));
    }

    /// Fills as if it were a ball, lit from above on the left.
    void ball(Shape shape, int rgb) {
        Rectangle2D all = shape.getBounds2D();
        float[] stops = {0f, 0.55f, 1f};
        Color[] colors = {color(lighter(rgb, 0.34)), color(rgb), color(darker(rgb, 0.24))};
        var light = new Point2D.Double(all.getMinX() + all.getWidth() * 0.36, all.getMinY() + all.getHeight() * 0.32);
        float far = (float) (Math.max(all.getWidth(), all.getHeight()) * 0.74);
        fill(shape, new RadialGradientPaint(light, far, stops, colors));
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
        fill(oval(0, 0, across, across), new RadialGradientPaint(new Point2D.Double(), (float) across, stops, colors));
        graphics.setTransform(before);
    }

    void put() {
        graphics.dispose();
    }
}
