package org.walletcounter.reporting.internal;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.Serializable;
import java.util.Map;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.AbstractRenderer;
import net.sf.jasperreports.renderers.Graphics2DRenderable;

/**
 * A QR code (二维码) as black squares, drawn sharp at any size. It keeps its text only: while thousands of pages wait in a
 * file, each symbol takes no more room than its letters.
 */
class QrSymbol extends AbstractRenderer implements Graphics2DRenderable, Serializable {

    private static final long serialVersionUID = 1L;

    /** White modules around it, without which scanners do not find it. */
    private static final int QUIET = 4;

    private static final Map<EncodeHintType, Object> HINTS =
            Map.of(EncodeHintType.MARGIN, QUIET, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M);

    private final String text;

    QrSymbol(String text) {
        this.text = text;
    }

    @Override
    public void render(JasperReportsContext context, Graphics2D paper, Rectangle2D place) throws JRException {
        BitMatrix modules = modules();
        AffineTransform before = paper.getTransform();
        paper.translate(place.getX(), place.getY());
        paper.scale(place.getWidth() / modules.getWidth(), place.getHeight() / modules.getHeight());
        paper.setColor(Color.BLACK);
        for (int row = 0; row < modules.getHeight(); row++) {
            drawRow(paper, modules, row);
        }
        paper.setTransform(before);
    }

    /** Neighbouring modules are one rectangle, so that no hair of white stands between them. */
    private static void drawRow(Graphics2D paper, BitMatrix modules, int row) {
        int from = 0;
        while (from < modules.getWidth()) {
            int to = from;
            while (to < modules.getWidth() && modules.get(to, row)) {
                to++;
            }
            if (to > from) {
                paper.fillRect(from, row, to - from, 1);
            }
            from = to + 1;
        }
    }

    BitMatrix modules() throws JRException {
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, HINTS);
        } catch (WriterException tooLong) {
            throw new JRException("The text of a QR code does not fit.", tooLong);
        }
    }
}
