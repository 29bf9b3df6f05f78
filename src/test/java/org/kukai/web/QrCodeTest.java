package org.kukai.web;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class QrCodeTest {
    private static final String LINK = "https://kukai.example/join/3q2-7w_0123456789abcdefghijklmnopqrstuvwxyzAB";
    private static final int SCALE = 4;

    @Test
    void drawsWhatACameraReadsAsTheLink() throws Exception {
        QrCode code = QrCode.of(LINK);
        int side = code.size() * SCALE;
        int[] pixels = new int[side * side];
        Arrays.fill(pixels, 0xFFFFFF);
        for (MatchResult dark : Pattern.compile("M(\\d+) (\\d+)h1v1h-1z")
                .matcher(code.path())
                .results()
                .toList()) {
            paint(pixels, side, Integer.parseInt(dark.group(1)), Integer.parseInt(dark.group(2)));
        }
        BinaryBitmap picture = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels)));
        assertThat(new QRCodeReader()
                        .decode(picture, Map.of(DecodeHintType.TRY_HARDER, true))
                        .getText())
                .isEqualTo(LINK);
    }

    private static void paint(int[] pixels, int side, int x, int y) {
        for (int row = y * SCALE; row < (y + 1) * SCALE; row++) {
            Arrays.fill(pixels, row * side + x * SCALE, row * side + (x + 1) * SCALE, 0);
        }
    }
}
