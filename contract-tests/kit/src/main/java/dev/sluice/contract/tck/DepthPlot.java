package dev.sluice.contract.tck;

import dev.sluice.contract.tck.stage.Depth;
import java.util.List;
import java.util.Locale;

/** Draws how full a provider said it was over time, as a step line under its limit, in SVG. */
final class DepthPlot {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 200;
    private static final int LEFT = 44;
    private static final int BOTTOM = 26;
    private static final int TOP = 18;

    private DepthPlot() {}

    /** The plot; empty where there are no samples of two instants. */
    static String svg(List<Depth> depths) {
        long end = depths.isEmpty() ? 0 : depths.get(depths.size() - 1).millis();
        if (end == 0) {
            return "";
        }
        long most = Math.max(
                1,
                depths.stream()
                        .mapToLong(depth -> Math.max(depth.used(), depth.limit()))
                        .max()
                        .orElse(1));
        StringBuilder out = new StringBuilder();
        out.append(String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"used over time\" font-size=\"11\" fill=\"currentColor\">%n",
                WIDTH,
                HEIGHT));
        axes(out, end, most);
        line(out, depths, end, most, true);
        line(out, depths, end, most, false);
        return out.append("</svg>\n").toString();
    }

    private static void axes(StringBuilder out, long end, long most) {
        int base = HEIGHT - BOTTOM;
        out.append(String.format(
                Locale.ROOT,
                "<path d=\"M%d %d V%d H%d\" fill=\"none\" stroke=\"currentColor\" opacity=\".4\"/>%n",
                LEFT,
                TOP,
                base,
                WIDTH - 10));
        text(out, LEFT - 6, base, "end", "0");
        text(out, LEFT - 6, TOP + 4, "end", Long.toString(most));
        text(out, LEFT, HEIGHT - 8, "start", "0 ms");
        text(out, WIDTH - 10, HEIGHT - 8, "end", end + " ms");
        text(out, LEFT + 6, 11, "start", "used (line) and limit (dashed), as the capacity documents said");
    }

    private static void text(StringBuilder out, int x, int y, String anchor, String words) {
        out.append(String.format(
                Locale.ROOT, "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, words));
    }

    private static void line(StringBuilder out, List<Depth> depths, long end, long most, boolean limit) {
        StringBuilder path = new StringBuilder();
        for (Depth depth : depths) {
            double x = LEFT + (double) depth.millis() / end * (WIDTH - 10 - LEFT);
            double y =
                    HEIGHT - BOTTOM - (double) (limit ? depth.limit() : depth.used()) / most * (HEIGHT - BOTTOM - TOP);
            path.append(String.format(Locale.ROOT, path.length() == 0 ? "M%.1f %.1f" : "H%.1f V%.1f", x, y));
        }
        out.append("<path d=\"")
                .append(path)
                .append("\" fill=\"none\" stroke=\"")
                .append(limit ? "#b26a00" : "#1f6feb");
        out.append(limit ? "\" stroke-dasharray=\"6 4\"/>\n" : "\" stroke-width=\"2\"/>\n");
    }
}
