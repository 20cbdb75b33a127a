package com.paycrypt.sandbox.checkout;

import io.nayuki.qrcodegen.QrCode;

/** A QR code as inline SVG, dark on light whatever the page's colours: many cameras read no other. */
final class QrSvg {
    private static final int QUIET_ZONE = 4;

    private QrSvg() {}

    static String of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        int size = code.size + 2 * QUIET_ZONE;
        return "<svg class=\"qr\" role=\"img\" aria-label=\"QR code of address and amount\" viewBox=\"0 0 " + size + " "
                + size
                + "\" shape-rendering=\"crispEdges\"><rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>"
                + "<path fill=\"#0b1020\" d=\"" + modules(code) + "\"/></svg>";
    }

    private static String modules(QrCode code) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET_ZONE)
                            .append(',')
                            .append(y + QUIET_ZONE)
                            .append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }
}
